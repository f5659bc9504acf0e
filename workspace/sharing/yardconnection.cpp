// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/sharing/yardconnection.h"

#include "workspace/yard/yarddocument.h"

#include <QDateTime>

#include <utility>

using namespace std::chrono_literals;

namespace workspace {

/// The record is told again within 5 s, and a pointer that moves 20 times a second at most.
static collab::AwarenessOptions awarenessOptions()
{
    collab::AwarenessOptions options;
    options.renewAfter = 2500ms;
    options.checkEvery = 2500ms;
    options.tellEvery = 50ms;
    options.states = 1024;
    options.totalBytes = 4LL * 1024 * 1024;
    options.stateBytes = 16LL * 1024;
    return options;
}

YardConnection::YardConnection(YardDocument &document, QObject *parent)
    : QObject(parent)
    , m_document(document)
{
    connect(&document, &YardDocument::docGoing, this, &YardConnection::end);
    connect(&document, &YardDocument::docReplaced, this, &YardConnection::begin);
}

YardConnection::~YardConnection()
{
    end();
}

void YardConnection::join(const ShareAddress &address, const Known &known)
{
    end();
    m_address = address;
    m_known = known;
    holdDocument();
    begin();
    Q_EMIT addressChanged();
}

void YardConnection::leave()
{
    if (!isJoined())
        return;
    end();
    m_address = {};
    m_known = {};
    m_presence.isViewer = false;
    m_presence.summons = 0;
    m_document.setReadOnly(false);
    Q_EMIT addressChanged();
    Q_EMIT statusChanged();
    Q_EMIT unsentChangesChanged();
}

void YardConnection::begin()
{
    if (!isJoined() || m_provider)
        return;
    auto &doc = m_document.doc();
    m_awareness = std::make_unique<collab::Awareness>(doc.clientId(), awarenessOptions());
    m_people.follow(m_awareness.get());
    collab::ProviderOptions options{
        .server = m_address.relay, .room = m_address.yard, .token = m_address.token};
    if (m_adjust)
        m_adjust(options);
    m_provider = std::make_unique<collab::Provider>(doc, *m_awareness, std::move(options));
    connect(m_provider.get(), &collab::Provider::statusChanged, this, &YardConnection::noteStatus);
    connect(m_provider.get(), &collab::Provider::unsentChangesChanged, this,
            &YardConnection::unsentChangesChanged);
    connect(m_provider.get(), &collab::Provider::synced, this, [this] {
        m_known.wasSynced = true;
        takeRole();
        Q_EMIT synced();
    });
    publish();
    Q_EMIT awarenessReplaced();
    m_provider->start();
    Q_EMIT statusChanged();
}

void YardConnection::end()
{
    if (!m_provider)
        return;
    m_provider->disconnect(this);
    m_provider->stop();
    m_provider.reset();
    m_people.follow(nullptr);
    m_awareness.reset();
    Q_EMIT awarenessReplaced();
}

YardConnection::Status YardConnection::status() const
{
    return m_provider ? m_provider->status() : Status();
}

int YardConnection::unsentChanges() const
{
    return m_provider && !isReadOnly() ? m_provider->unsentChanges() : 0;
}

void YardConnection::retryNow()
{
    if (!m_provider)
        return;
    if (status().phase == Phase::Refused)
        m_provider->start();
    else
        m_provider->retryNow();
}

void YardConnection::setToken(const QString &token)
{
    if (!isJoined())
        return;
    m_address.token = token;
    if (m_provider) {
        m_provider->setToken(token);
        retryNow();
    }
    Q_EMIT addressChanged();
}

void YardConnection::noteStatus()
{
    takeRole();
    Q_EMIT statusChanged();
}

/// What the relay says is known once it has answered; until then what it said last counts.
void YardConnection::takeRole()
{
    if (isSynced())
        m_known.isViewer = m_provider->isReadOnly();
    else if (m_provider && m_provider->isReadOnly())
        m_known.isViewer = true;
    holdDocument();
    if (std::exchange(m_presence.isViewer, isReadOnly()) != isReadOnly())
        publish();
}

void YardConnection::holdDocument()
{
    m_document.setReadOnly(m_known.isViewer || !m_known.wasSynced);
}

void YardConnection::setPresence(const Presence &presence)
{
    auto next = presence;
    next.isViewer = isReadOnly();
    next.timestamp = m_presence.timestamp;
    if (next == m_presence)
        return;
    m_presence = next;
    m_presence.timestamp = QDateTime::currentMSecsSinceEpoch();
    publish();
}

void YardConnection::publish()
{
    if (m_awareness && !m_presence.userId.isEmpty() && !m_presence.name.isEmpty())
        // One that is too large is not sent; what is in it is bounded.
        static_cast<void>(m_awareness->setLocalState(m_presence.toJson()));
}

} // namespace workspace
