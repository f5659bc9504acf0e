// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/provider/provider.h"

#include "collab/sync/synclog.h"

using namespace Qt::StringLiterals;

namespace collab {

static BackoffOptions backoffOf(const ProviderOptions &options)
{
    return options.backoff.value_or(options.framing == Framing::Hocuspocus
                                        ? BackoffOptions::hocuspocus()
                                        : BackoffOptions::yWebsocket());
}

Provider::Provider(crdt::Doc &doc, Awareness &awareness, ProviderOptions options, QObject *parent)
    : QObject(parent)
    , m_doc(doc)
    , m_awareness(awareness)
    , m_options(std::move(options))
    , m_backoff(backoffOf(m_options))
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &Provider::connectNow);
    // Before any session hears of it, so that what it sends is not counted.
    connect(&m_doc, &crdt::Doc::updated, this,
            [this](const QByteArray &update, crdt::Origin, bool isLocal) {
                if (isLocal)
                    noteLocalChange(update);
            });
    m_receipt.setSingleShot(true);
    connect(&m_receipt, &QTimer::timeout, this, &Provider::askForReceipt);
    const auto takeId = [this] { m_awareness.setClientId(m_doc.clientId()); };
    connect(&m_doc, &crdt::Doc::clientIdChanged, this, takeId);
    takeId();
}

Provider::~Provider()
{
    m_doc.disconnect(this);
    dropConnection();
}

/// The address of the room. Its parameters may hold the token: it is not for logs.
QUrl Provider::url() const
{
    QUrl url = m_options.server;
    if (url.scheme() == "http"_L1 || url.scheme() == "https"_L1)
        url.setScheme(url.scheme() == "http"_L1 ? u"ws"_s : u"wss"_s);
    if (m_options.framing == Framing::Hocuspocus)
        return url;
    auto path = url.path(QUrl::FullyEncoded);
    if (!path.endsWith(u'/'))
        path += u'/';
    path += QString::fromLatin1(QUrl::toPercentEncoding(m_options.room, "/"));
    url.setPath(path, QUrl::TolerantMode);
    if (!m_options.token.isEmpty()) {
        QUrlQuery query(url);
        query.addQueryItem(u"token"_s,
                           QString::fromLatin1(QUrl::toPercentEncoding(m_options.token)));
        url.setQuery(query);
    }
    return url;
}

void Provider::start()
{
    if (m_status.phase != Phase::Stopped && m_status.phase != Phase::Refused)
        return;
    setStatus({});
    connectNow();
}

void Provider::stop()
{
    m_retry.stop();
    dropConnection();
    setStatus({});
}

void Provider::retryNow()
{
    if (m_status.phase == Phase::Offline)
        connectNow();
}

void Provider::setToken(const QString &token)
{
    m_options.token = token;
}

void Provider::connectNow()
{
    m_retry.stop();
    const auto address = url();
    if ((address.scheme() != "ws"_L1 && address.scheme() != "wss"_L1) || !address.isValid()) {
        setStatus({.phase = Phase::Refused,
                   .reason = {.code = CloseReason::WrongData,
                              .text = u"the address is not one of a WebSocket server"_s}});
        return;
    }
    qCDebug(syncLog) << "connecting to" << address.host() << "port" << address.port();
    setStatus({.phase = Phase::Connecting, .failures = m_status.failures});
    m_transport = m_options.connectTo
        ? m_options.connectTo(address)
        : std::make_unique<WebSocketTransport>(address, m_options.socket);
    connect(m_transport.get(), &Transport::closed, this, &Provider::end);
    connect(m_transport.get(), &Transport::opened, this, &Provider::openSession);
    if (m_transport->isOpen())
        openSession();
}

void Provider::openSession()
{
    m_transport->disconnect(this);
    auto options = m_options.sync;
    options.role = SyncOptions::Role::Client;
    options.framing = m_options.framing;
    options.token = m_options.token;
    if (m_options.framing == Framing::Hocuspocus)
        options.document = m_options.room.toUtf8();
    m_session = std::make_unique<SyncSession>(std::move(m_transport), m_doc, m_awareness, options);
    connect(m_session.get(), &SyncSession::ended, this, &Provider::end);
    connect(m_session.get(), &SyncSession::notSaved, this, &Provider::notSaved);
    connect(m_session.get(), &SyncSession::unacknowledgedChanged, this,
            &Provider::unsentChangesChanged);
    connect(m_session.get(), &SyncSession::synced, this, [this] {
        setStatus({.phase = Phase::Synced});
        Q_EMIT synced();
    });
    connect(m_session.get(), &SyncSession::updateReceived, this, &Provider::confirm);
    connect(m_session.get(), &SyncSession::caughtUp, this, &Provider::noteCaughtUp);
    setStatus({.phase = Phase::Connected, .failures = m_status.failures});
    m_session->start();
}

bool Provider::isFinal(const CloseReason &reason) const
{
    // hocuspocus has codes of that range, too, after which it wants its clients back.
    if (m_options.framing == Framing::Hocuspocus)
        return reason.code == CloseReason::Unauthorized || reason.code == CloseReason::Forbidden;
    return reason.code >= 4400 && reason.code < 4500;
}

void Provider::end(const CloseReason &reason)
{
    const bool wasSynced = m_status.phase == Phase::Synced;
    dropConnection();
    qCInfo(syncLog) << "the connection ended:" << reason.code;
    if (isFinal(reason)) {
        setStatus({.phase = Phase::Refused, .failures = m_status.failures, .reason = reason});
        return;
    }
    const auto wait = reason.code == CloseReason::TryLater
        ? m_backoff.later()
        : m_backoff.after(wasSynced ? 0 : m_status.failures + 1);
    m_retry.start(wait);
    setStatus({.phase = Phase::Offline,
               .failures = wasSynced ? 0 : m_status.failures + 1,
               .nextTry = wait,
               .reason = reason});
}

/// The session or the transport may be in the middle of a signal.
void Provider::dropConnection()
{
    m_receipt.stop();
    if (m_session) {
        m_session->disconnect(this);
        m_unsent += m_session->unacknowledged();
        m_session->close();
        m_session.release()->deleteLater();
    }
    if (m_transport) {
        m_transport->disconnect(this);
        m_transport->close();
        m_transport.release()->deleteLater();
    }
}

int Provider::unsentChanges() const
{
    return m_unconfirmed.count() + m_unsent + (m_session ? m_session->unacknowledged() : 0);
}

void Provider::noteLocalChange(const QByteArray &update)
{
    const bool goesOut = m_session && m_session->isCaughtUp() && !m_session->isReadOnly();
    if (m_options.framing == Framing::YWebsocket) {
        m_unconfirmed.add(update);
        if (goesOut && !m_receipt.isActive())
            m_receipt.start(m_options.receiptWithin);
    } else if (goesOut) {
        return; // its session counts it
    } else {
        ++m_unsent;
    }
    Q_EMIT unsentChangesChanged();
}

/// All that was changed before is on its way.
void Provider::noteCaughtUp()
{
    if (std::exchange(m_unsent, 0) > 0)
        Q_EMIT unsentChangesChanged();
    if (m_unconfirmed.count() > 0)
        m_receipt.start(m_options.receiptWithin);
}

void Provider::confirm(const QByteArray &update)
{
    if (!m_unconfirmed.confirm(update))
        return;
    m_receipt.stop();
    if (m_unconfirmed.count() > 0 && m_session && m_session->isCaughtUp())
        m_receipt.start(m_options.receiptWithin);
    Q_EMIT unsentChangesChanged();
}

void Provider::askForReceipt()
{
    if (!m_session || m_unconfirmed.count() == 0)
        return;
    m_session->ask(m_unconfirmed.question(m_doc.stateVector()));
    m_receipt.start(m_options.receiptWithin);
}

void Provider::setStatus(const Status &status)
{
    if (m_status == status)
        return;
    m_status = status;
    Q_EMIT statusChanged();
}

} // namespace collab
