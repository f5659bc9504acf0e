// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/nodes/nodes.h"

#include "collab/relay/nodes/roomlink.h"
#include "collab/relay/relaylog.h"

#include <QRandomGenerator>

#include <utility>

using namespace Qt::StringLiterals;

namespace relay {

static QString allNodes()
{
    return u"krateyard/nodes"_s;
}

static QString channelOf(const QString &room)
{
    return u"krateyard/yard/"_s + room;
}

Nodes::Nodes(Backplane &backplane, SharedStore &store)
    : Nodes(backplane, store, Times())
{
}

Nodes::Nodes(Backplane &backplane, SharedStore &store, const Times &times)
    : m_backplane(backplane)
    , m_store(store)
    , m_times(times)
    , m_id(QRandomGenerator::system()->generate64())
    , m_connectedAt(Clock::now())
{
    connect(&backplane, &Backplane::received, this, &Nodes::receive);
    connect(&backplane, &Backplane::subscribed, this, &Nodes::noteSubscribed);
    connect(&backplane, &Backplane::connectedChanged, this, [this] {
        m_connectedAt = Clock::now();
        lookSoon();
        for (const auto &[channel, link] : std::map(m_links)) {
            if (m_backplane.isConnected())
                link->noteSubscribed();
        }
    });
    m_look.setSingleShot(true);
    connect(&m_look, &QTimer::timeout, this, &Nodes::look);
    connect(&m_alive, &QTimer::timeout, this, &Nodes::sayAlive);
    m_alive.start(m_times.aliveEvery);
    m_backplane.subscribe(allNodes());
    look(); // before any room is loaded: what comes later is after this mark
}

Nodes::~Nodes() = default;

void Nodes::add(RoomLink &link)
{
    const auto channel = channelOf(link.room());
    m_links.insert_or_assign(channel, &link);
    m_backplane.subscribe(channel);
}

void Nodes::remove(RoomLink &link)
{
    const auto found = m_links.find(channelOf(link.room()));
    if (found == m_links.end() || found->second != &link)
        return; // the room is there anew
    m_backplane.unsubscribe(found->first);
    m_links.erase(found);
}

RoomLink *Nodes::linkOf(const QString &channel) const
{
    const auto found = m_links.find(channel);
    return found == m_links.end() ? nullptr : found->second;
}

void Nodes::tell(const QString &room, NodeMessage message)
{
    if (m_hasLeft)
        return; // the others would believe it to be back
    message.node = m_id;
    const bool isOfRecords =
        message.kind == NodeMessage::Kind::Stored || message.kind == NodeMessage::Kind::Replaced;
    if (isOfRecords)
        m_backplane.append(channelOf(room), encode(message));
    else
        m_backplane.publish(channelOf(room), encode(message));
}

void Nodes::leave()
{
    m_alive.stop();
    m_hasLeft = true;
    m_backplane.publish(allNodes(), encode({.kind = NodeMessage::Kind::Gone, .node = m_id}));
    m_backplane.flush();
}

void Nodes::receive(const QString &channel, const QByteArray &bytes)
{
    const auto message = decodeNodeMessage(bytes);
    if (!message) {
        qCWarning(relayLog).noquote()
            << "a message between relays makes no sense:" << message.error();
        return;
    }
    if (message->node == m_id)
        return;
    if (message->kind == NodeMessage::Kind::Gone && channel == allNodes()) {
        m_heard.remove(message->node);
        for (const auto &[name, link] : std::map(m_links))
            link->noteGone(message->node);
        return;
    }
    m_heard.insert(message->node, Clock::now());
    if (auto *link = linkOf(channel))
        link->receive(*message);
}

void Nodes::noteSubscribed(const QString &channel)
{
    if (channel == allNodes())
        sayAlive();
    else if (auto *link = linkOf(channel))
        link->noteSubscribed();
    lookSoon();
}

bool Nodes::isAlive(quint64 node) const
{
    const auto heard = m_heard.find(node);
    return heard != m_heard.end() && Clock::now() - *heard < m_times.quietAfter;
}

void Nodes::sayAlive()
{
    m_backplane.publish(allNodes(), encode({.kind = NodeMessage::Kind::Alive, .node = m_id}));
    forgetSilentOnes();
}

/// While nothing can be heard nobody is silent.
void Nodes::forgetSilentOnes()
{
    const auto now = Clock::now();
    if (!m_backplane.isConnected() || now - m_connectedAt < m_times.goneAfter)
        return;
    QList<quint64> silent;
    for (const auto &[node, heard] : m_heard.asKeyValueRange()) {
        if (now - heard >= m_times.goneAfter)
            silent.append(node);
    }
    for (const auto node : silent) {
        qCInfo(relayLog) << "another relay is gone";
        m_heard.remove(node);
        for (const auto &[name, link] : std::map(m_links))
            link->noteGone(node);
    }
}

void Nodes::lookSoon()
{
    if (m_isLooking)
        m_looksAgain = true;
    else
        m_look.start(0);
}

void Nodes::look()
{
    m_isLooking = true;
    m_looksAgain = false;
    const QPointer<Nodes> alive(this);
    m_store.added(m_mark, [alive](const auto &added) {
        if (alive)
            alive->noteAdded(added);
    });
}

void Nodes::noteAdded(const std::expected<SharedStore::Added, QString> &added)
{
    m_isLooking = false;
    const auto usual = m_backplane.isConnected() ? m_times.lookEvery : m_times.lookEveryAlone;
    m_look.start(m_looksAgain && added ? Times::Milliseconds(0) : usual);
    if (!added) { // the store says why
        if (m_mark.isEmpty())
            m_mark = "0"; // rooms may be loaded before there is one: everything is looked at
        return;
    }
    m_mark = added->mark;
    std::map<QString, Seqs> rooms;
    for (const auto &[room, seq] : added->records)
        rooms[room].push_back(seq);
    for (const auto &[room, seqs] : rooms) {
        if (auto *link = linkOf(channelOf(room)))
            link->noteAdded(seqs);
    }
}

void Nodes::read(RoomLink &link, const Seqs &seqs)
{
    const QPointer<RoomLink> alive(&link);
    m_store.read(link.room(), seqs, [alive, seqs, wait = m_times.lookEvery](const auto &content) {
        if (!alive)
            return;
        if (!content) {
            QTimer::singleShot(wait, alive.data(), [alive, seqs] { alive->read(seqs); });
            return;
        }
        std::vector<StoredUpdate> updates;
        for (size_t i = 0; i < content->updates.size(); ++i)
            updates.push_back({.seq = content->seqs[i], .update = content->updates[i]});
        if (!updates.empty())
            Q_EMIT alive->stored(updates);
    });
}

} // namespace relay
