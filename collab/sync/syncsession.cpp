// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/sync/syncsession.h"

#include "collab/sync/synclog.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace collab {

Q_LOGGING_CATEGORY(syncLog, "collab.sync", QtInfoMsg)

static constexpr auto BacklogCheck = std::chrono::milliseconds(100);
static constexpr int MostDoublings = 5;

SyncSession::SyncSession(std::unique_ptr<Transport> transport, crdt::Doc &doc, Awareness &awareness,
                         const SyncOptions &options, QObject *parent)
    : QObject(parent)
    , m_transport(std::move(transport))
    , m_doc(doc)
    , m_awareness(awareness)
    , m_options(options)
{
    connect(m_transport.get(), &Transport::received, this, &SyncSession::receive);
    connect(m_transport.get(), &Transport::closed, this, &SyncSession::finish);
    connect(&m_doc, &crdt::Doc::updated, this, &SyncSession::followDoc);
    connect(&m_awareness, &Awareness::updated, this, &SyncSession::followAwareness);
    for (auto *timer : {&m_syncTimeout, &m_resync, &m_later})
        timer->setSingleShot(true);
    connect(&m_syncTimeout, &QTimer::timeout, this, [this] {
        fail(CloseReason::ProtocolError, u"the peer does not answer with its document"_s);
    });
    connect(&m_resync, &QTimer::timeout, this, &SyncSession::resync);
    connect(&m_later, &QTimer::timeout, this, [this] { sendAwareness({}); });
}

SyncSession::~SyncSession()
{
    detach();
}

void SyncSession::start()
{
    if (!isRelay())
        m_syncTimeout.start(m_options.syncWithin);
    if (m_options.framing == Framing::Hocuspocus)
        send(Kind::Token, m_options.token.toUtf8());
    else
        greet();
}

void SyncSession::greet()
{
    if (std::exchange(m_isGreeted, true))
        return;
    ask(m_doc.stateVector());
    if (isRelay() && !m_awareness.clients().isEmpty())
        sendAwareness(m_awareness.clients());
    else if (!isRelay())
        m_awareness.renew(); // the relay may know this client under the same clock, as gone
}

void SyncSession::close(const CloseReason &reason)
{
    if (m_isEnded)
        return;
    if (m_isGreeted && !isRelay() && m_awareness.contains(m_awareness.clientId()))
        send(Kind::Awareness, m_awareness.encodeFarewell());
    m_transport->close(reason);
    finish(reason);
}

void SyncSession::fail(CloseReason::Code code, const QString &text)
{
    qCInfo(syncLog) << "a session ends:" << text;
    m_transport->close({.code = code, .text = text});
    finish({.code = code, .text = text});
}

/// From here on neither the document nor the awareness has to do with this peer.
void SyncSession::detach()
{
    if (std::exchange(m_isEnded, true))
        return;
    for (auto *timer : {&m_syncTimeout, &m_resync, &m_later})
        timer->stop();
    m_doc.disconnect(this);
    m_awareness.disconnect(this);
    m_transport->disconnect(this);
    const auto introduced = m_introduced.values();
    // Those who stay are told by their own sessions, which hear it of the awareness.
    if (isRelay())
        m_awareness.removeStates(introduced, this);
    else
        m_awareness.forget(introduced, this);
}

void SyncSession::finish(const CloseReason &reason)
{
    if (m_isEnded)
        return;
    detach();
    Q_EMIT ended(reason);
}

void SyncSession::receive(const QByteArray &frame)
{
    if (m_isEnded)
        return;
    if (frame.size() > m_options.messageBytes) {
        fail(CloseReason::TooBig, u"a message is too large"_s);
        return;
    }
    const auto message = decode(frame, m_options.framing);
    if (!message)
        fail(CloseReason::ProtocolError, u"a message makes no sense: "_s + message.error().message);
    else if (message->document.split('\0').first() == m_options.document)
        handle(*message);
}

void SyncSession::handle(const Message &message)
{
    switch (message.kind) {
    case Kind::SyncStep1: answer(message.payload); break;
    case Kind::SyncStep2:
        applyUpdate(message.payload);
        m_syncTimeout.stop();
        if (!m_isEnded && !std::exchange(m_isSynced, true))
            Q_EMIT synced();
        break;
    case Kind::Update: applyUpdate(message.payload); break;
    case Kind::Awareness: applyAwareness(message.payload); break;
    case Kind::QueryAwareness: sendAwareness(m_awareness.clients()); break;
    case Kind::Denied:
        fail(CloseReason::Forbidden, u"denied: "_s + QString::fromUtf8(message.payload));
        break;
    case Kind::Token:
        if (m_options.framing == Framing::Hocuspocus && !isRelay())
            send(Kind::Token, m_options.token.toUtf8());
        break;
    case Kind::Authenticated: authenticate(message.payload); break;
    case Kind::Stateless: Q_EMIT statelessReceived(QString::fromUtf8(message.payload)); break;
    case Kind::Close:
        m_transport->close(
            {.code = CloseReason::GoingAway, .text = QString::fromUtf8(message.payload)});
        break;
    case Kind::Saved:
    case Kind::NotSaved: acknowledge(message.kind == Kind::Saved); break;
    case Kind::Ping: send(Kind::Pong); break;
    case Kind::StatelessToAll:
    case Kind::Pong:
    case Kind::Unknown: break;
    }
}

void SyncSession::answer(const QByteArray &stateVector)
{
    const auto known = crdt::StateVector::decode(stateVector);
    if (!known) {
        fail(CloseReason::BadPayload,
             u"a state vector makes no sense: "_s + QString::fromStdString(known.error().message));
        return;
    }
    // Even when there is nothing to tell: the peer counts as synced from its first step 2 on.
    sendUpdate(Kind::SyncStep2,
               m_isReadOnly ? QByteArray(2, '\0') : m_doc.encodeStateAsUpdate(*known));
    if (!m_isReadOnly && !std::exchange(m_isCaughtUp, true))
        Q_EMIT caughtUp();
}

void SyncSession::applyUpdate(const QByteArray &update)
{
    const auto applied = m_doc.applyUpdate(update, this);
    if (!applied) {
        fail(CloseReason::BadPayload,
             u"an update makes no sense: "_s + QString::fromStdString(applied.error().message));
        return;
    }
    Q_EMIT updateReceived(update);
    if (!m_doc.hasPendingStructs()) {
        m_resync.stop();
        m_resyncs = 0;
    } else if (!m_resync.isActive()) {
        m_resync.start(m_options.resyncAfter * (1 << std::min(m_resyncs, MostDoublings)));
    }
}

/// An update that others build on has not come: the peer is asked for all that is missing.
void SyncSession::resync()
{
    if (!m_doc.hasPendingStructs())
        return;
    qCInfo(syncLog) << "asking again: updates wait for one that has not come";
    ++m_resyncs;
    ask(m_doc.stateVector());
}

void SyncSession::applyAwareness(const QByteArray &message)
{
    const auto leftOut = m_awareness.apply(message, this);
    if (!leftOut)
        fail(CloseReason::BadPayload, u"awareness makes no sense: "_s + leftOut.error().message);
    else if (*leftOut > 0)
        qCInfo(syncLog) << *leftOut << "awareness states are beyond the limits";
}

void SyncSession::authenticate(const QByteArray &scope)
{
    m_isReadOnly = scope == "readonly";
    Q_EMIT authenticated();
    greet();
}

void SyncSession::acknowledge(bool isSaved)
{
    m_unacknowledged = std::max(m_unacknowledged - 1, 0);
    Q_EMIT unacknowledgedChanged();
    if (!isSaved)
        Q_EMIT notSaved();
}

void SyncSession::ask(const crdt::StateVector &known)
{
    send(Kind::SyncStep1, known.encode());
}

void SyncSession::sendUpdate(Kind kind, const QByteArray &update)
{
    send(kind, update);
    if (m_options.framing == Framing::Hocuspocus) {
        ++m_unacknowledged;
        Q_EMIT unacknowledgedChanged();
    }
}

void SyncSession::send(Kind kind, const QByteArray &payload)
{
    m_transport->send(encode({.kind = kind, .payload = payload, .document = m_options.document},
                             m_options.framing));
}

void SyncSession::sendStateless(const QString &text)
{
    if (m_options.framing == Framing::Hocuspocus)
        send(Kind::Stateless, text.toUtf8());
}

void SyncSession::sendAwareness(const QList<quint64> &clients)
{
    for (const auto client : clients)
        m_heldBack.insert(client);
    if (m_heldBack.isEmpty())
        return;
    if (m_transport->backlog() > m_options.backlogBytes) {
        if (!m_later.isActive())
            m_later.start(BacklogCheck); // by then only the newest states count
        return;
    }
    auto all = std::exchange(m_heldBack, {}).values();
    std::ranges::sort(all);
    send(Kind::Awareness, m_awareness.encode(all));
}

void SyncSession::followDoc(const QByteArray &update, crdt::Origin origin)
{
    // What is made before the greeting goes with step 2.
    if (origin != this && m_isGreeted && !m_isReadOnly)
        sendUpdate(Kind::Update, update);
}

void SyncSession::followAwareness(const AwarenessChange &change, Awareness::Origin origin)
{
    const bool isFromPeer = origin == this;
    if (isFromPeer)
        noteIntroduced(change);
    if (!m_isGreeted)
        return;
    const auto own = m_awareness.clientId();
    // A relay tells of all, to the peer itself, too: a lone client hears that it is connected.
    if (isRelay() || origin == nullptr)
        sendAwareness(change.clients());
    else if (isFromPeer && change.removed.contains(own) && m_awareness.contains(own))
        sendAwareness({own}); // the peer took this client for gone
}

void SyncSession::noteIntroduced(const AwarenessChange &change)
{
    for (const auto client : change.added + change.updated) {
        if (client != m_awareness.clientId())
            m_introduced.insert(client);
    }
    for (const auto client : change.removed)
        m_introduced.remove(client);
}

} // namespace collab
