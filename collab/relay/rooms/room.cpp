// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/rooms/room.h"

#include "collab/relay/metrics/dropreason.h"
#include "collab/relay/relaylog.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using collab::CloseReason;
using Kind = collab::Message::Kind;

namespace relay {

namespace {

constexpr auto RetryEvery = std::chrono::seconds(1);
constexpr qsizetype RecentBytes = 4 * 1024 * 1024;
constexpr qsizetype MostClients = 4096;

/// Who vanished is gone after 30 s at the latest. Clients renew their state after 15 s to 18 s.
collab::AwarenessOptions awarenessOptions(const RoomLimits &limits)
{
    return {.outdatedAfter = std::chrono::seconds(28),
            .checkEvery = std::chrono::seconds(1),
            .stateBytes = limits.awarenessBytes};
}

} // namespace

Room::Room(const QString &name, const Setting &setting, QObject *parent)
    : QObject(parent)
    , m_name(name)
    , m_store(setting.store)
    , m_limits(setting.limits)
    , m_metrics(setting.metrics)
    , m_awareness(m_doc.clientId(), awarenessOptions(setting.limits))
    , m_owners(setting.limits)
{
    m_awareness.setLocalState(nullptr); // it is nobody
    connect(&m_doc, &crdt::Doc::updated, this, [this](const QByteArray &update, crdt::Origin by) {
        if (by == &Stored)
            return;
        m_state.clear();
        (m_link && by == m_link.get() ? m_elsewhere : m_fresh).push_back(update);
    });
    connect(&m_awareness, &collab::Awareness::updated, this,
            [this](const collab::AwarenessChange &change, collab::Awareness::Origin by) {
                noteChange(change, by);
                for (const auto client : change.removed)
                    m_owners.release(client);
                soon();
            });
    m_tick.setTimerType(Qt::PreciseTimer);
    for (auto *timer : {&m_tick, &m_retry, &m_slow, &m_idle})
        timer->setSingleShot(true);
    connect(&m_tick, &QTimer::timeout, this, &Room::tick);
    connect(&m_retry, &QTimer::timeout, this, &Room::save);
    connect(&m_idle, &QTimer::timeout, this, &Room::leaveIfIdle);
    connect(&m_slow, &QTimer::timeout, this, &Room::catchUpSlowPeers);
    if (setting.nodes != nullptr)
        linkWith(*setting.nodes);
    const QPointer<Room> alive(this);
    m_store.load(name, [alive](const auto &content) {
        if (alive)
            alive->open(content);
    });
}

Room::~Room() = default;

void Room::open(const std::expected<RoomStore::Content, QString> &content)
{
    if (!content) {
        qCWarning(relayLog).noquote() << "room" << m_name << "cannot be loaded:" << content.error();
        close({.code = CloseReason::TryLater, .text = u"the yard cannot be loaded"_s});
        tellOpen(false);
        Q_EMIT abandoned();
        return;
    }
    int broken = content->broken;
    m_doc.transact(
        [&] {
            for (size_t i = 0; i < content->updates.size(); ++i) {
                const auto &update = content->updates[i];
                if (m_doc.applyUpdate(update, &Stored))
                    m_seqs.insert(content->seqs[i]);
                else
                    ++broken; // and stays in the store
                m_records.bytes += update.size();
            }
        },
        &Stored);
    m_records.count = qsizetype(content->updates.size());
    m_storedPending = m_doc.pendingBytes();
    m_metrics.broken += quint64(broken);
    if (broken > 0)
        qCWarning(relayLog).noquote() << "room" << m_name << "has lost" << broken
                                      << "changes: they are not as they were stored";
    m_compactBytes = m_records.count > 1 ? m_doc.encodeStateAsUpdate().size() : m_records.bytes;
    m_mayCompact = !content->isPartial;
    compactLater(m_compactBytes);
    m_isOpen = true;
    if (m_link)
        m_link->open();
    for (auto *peer : everybody())
        peer->greet();
    tellOpen(true);
    save(); // loading may have tidied up marks
}

void Room::join(std::unique_ptr<collab::Transport> transport, const Person &person)
{
    if (peerCount() >= m_limits.peers) {
        transport->close({.code = CloseReason::TryLater, .text = u"the yard has too many peers"_s});
        transport.release()->deleteLater(); // the farewell is on its way
        return;
    }
    m_idle.stop();
    m_peers.push_back(std::make_unique<Peer>(std::move(transport), person, *this));
    auto *peer = m_peers.back().get();
    connect(peer, &Peer::left, this,
            [this, peer](const CloseReason &reason) { remove(*peer, reason); });
    if (canAnswer())
        peer->greet();
}

void Room::close(const CloseReason &reason)
{
    while (!m_peers.empty())
        m_peers.back()->drop(reason);
}

void Room::dropPeople(const std::function<bool(const Person &)> &which, const CloseReason &reason)
{
    for (auto *peer : everybody()) {
        if (which(peer->person()))
            peer->drop(reason);
    }
}

void Room::remove(Peer &peer, const CloseReason &reason)
{
    const auto found = std::ranges::find(m_peers, &peer, &std::unique_ptr<Peer>::get);
    if (found == m_peers.end())
        return;
    found->release()->deleteLater(); // it may be in the middle of a signal
    m_peers.erase(found);
    m_awareness.removeStates(m_owners.remove(peer), &peer);
    if (m_peers.empty())
        m_idle.start(m_limits.idleFor);
    ++m_metrics.closed[knownCode(reason.code)];
    ++m_metrics.dropped[dropReasonOf(reason)];
    Q_EMIT peerLeft(reason);
}

void Room::leaveIfIdle()
{
    if (!m_isOpen || !m_peers.empty() || m_idle.isActive() || m_isCompacting || !isSaved())
        return;
    if (isWorthCompacting())
        compact();
    else
        Q_EMIT abandoned();
}

/// Of whom most would wait with these bytes of `peer`; those who have left count, too.
const Peer *Room::heaviestWith(const Peer &peer, qsizetype bytes) const
{
    QHash<const Peer *, qsizetype> waiting{{&peer, bytes}};
    for (const auto &each : m_incoming)
        waiting[each.by] += each.update.size();
    const auto *heaviest = &peer;
    for (const auto &[each, size] : waiting.asKeyValueRange()) {
        if (size > waiting[heaviest])
            heaviest = each;
    }
    return heaviest;
}

/// The one of whom most waits goes first, with all of it, and not the one who happens to come last.
/// What was taken in stays: it is part of what others build on.
bool Room::hasSpaceFor(Peer &peer, qsizetype bytes)
{
    while (m_waitingBytes + bytes > m_limits.unsavedBytes) {
        const auto *heaviest = heaviestWith(peer, bytes);
        QPointer<Peer> owner = heaviest == &peer ? &peer : nullptr;
        std::erase_if(m_incoming, [&](const Incoming &each) {
            if (each.by != heaviest)
                return false;
            owner = each.peer;
            m_waitingBytes -= each.update.size();
            return true;
        });
        if (owner)
            owner->drop(
                {.code = CloseReason::TryLater, .text = u"the relay cannot store it now"_s});
        if (heaviest == &peer)
            return false;
    }
    const bool isFull =
        m_compactBytes > m_limits.documentBytes || m_records.bytes > 2 * m_limits.documentBytes;
    if (isFull)
        peer.refuse("the yard has reached its largest size");
    return !isFull;
}

/// Whether the peer may change the document, or the update changes nothing.
bool Room::isAllowed(Peer &peer, const QByteArray &update)
{
    if (peer.person().role != Role::Viewer)
        return true;
    const auto ranges = crdt::rangesOfUpdate(update);
    if (!ranges) {
        peer.drop({.code = CloseReason::BadPayload,
                   .text = u"an update makes no sense: "_s
                       + QString::fromStdString(ranges.error().message)});
        return false;
    }
    const auto known = m_doc.stateVector();
    if (std::ranges::any_of(*ranges, [&known](const crdt::ClientRange &range) {
            return range.end > known.clock(range.client);
        }))
        peer.refuse("you may look at this yard, not change it");
    return false; // it may repeat what was deleted long ago, as every step 2 does
}

void Room::takeUpdate(Peer &peer, const QByteArray &update)
{
    if (crdt::isEmptyUpdate(update) || !isAllowed(peer, update)
        || !hasSpaceFor(peer, update.size()))
        return;
    if (!hasIncoming())
        m_sinceIncoming.start();
    m_incoming.push_back({.peer = &peer, .update = update, .by = &peer});
    m_waitingBytes += update.size();
    soon();
}

void Room::soon()
{
    if (!m_tick.isActive())
        m_tick.start(m_limits.tick);
}

void Room::tick()
{
    takeArrived();
    if (m_fresh.empty())
        takeIn();
    tellAwareness();
}

/// All that came since the last time, as one change. One that makes no sense costs its sender the
/// connection, and the others nothing.
void Room::takeIn()
{
    if (!hasIncoming())
        return;
    m_sinceFresh = m_sinceIncoming;
    m_waitingBytes = 0;
    m_metrics.updates += m_incoming.size();
    std::vector<std::pair<QPointer<Peer>, CloseReason>> offenders;
    m_doc.transact(
        [&] {
            for (const auto &[peer, update, by] : std::exchange(m_incoming, {})) {
                const auto waiting = m_doc.pendingBytes();
                const auto applied = m_doc.applyUpdate(update, this);
                const bool waitsToo = m_doc.pendingBytes() > std::max(waiting, mostPending());
                if (!applied)
                    offenders.emplace_back(
                        peer,
                        CloseReason{.code = CloseReason::BadPayload,
                                    .text = u"an update makes no sense: "_s
                                        + QString::fromStdString(applied.error().message)});
                else if (waitsToo)
                    offenders.emplace_back(
                        peer,
                        CloseReason{.code = CloseReason::PolicyViolation,
                                    .text = u"updates build on what is missing"_s});
            }
            makeChanges();
        },
        this);
    for (const auto &[peer, reason] : offenders) {
        if (peer)
            peer->drop(reason);
    }
    if (m_doc.pendingBytes() > mostPending())
        askAgain();
    save();
}

/// What waits is forgotten. Those who sent some of it in good faith send it with what it builds on.
void Room::askAgain()
{
    m_doc.forgetPending();
    if (m_storedPending > 0)
        m_mayCompact = false; // it is in the store, and will be loaded with the room
    readAgain();
    m_asksAgain = true;
}

void Room::save()
{
    if (m_fresh.empty()) {
        confirmChanges();
        if (m_asksAgain)
            answerWaiting();
        Q_EMIT saved();
        leaveIfIdle();
        return;
    }
    m_sinceAsked.start();
    const QPointer<Room> alive(this);
    m_store.append(m_name, m_fresh, [alive](const auto &result) {
        if (alive)
            alive->noteSaved(result);
    });
}

void Room::noteSaved(const std::expected<Seqs, QString> &result)
{
    m_metrics.storeTime.add(m_sinceAsked.durationElapsed());
    if (!result) {
        ++m_metrics.storeErrors;
        qCWarning(relayLog).noquote() << "room" << m_name << "cannot be stored:" << result.error();
        m_retry.start(RetryEvery);
        loadStored();
        return;
    }
    tellStored(*result);
    answerWaiting();
    confirmChanges();
    Q_EMIT changed();
    if (hasIncoming() || !m_arrived.empty())
        soon();
    if (!hasIncoming()) {
        Q_EMIT saved();
        leaveIfIdle();
    }
}

/// What was taken in is stored.
void Room::tellStored(const Seqs &seqs)
{
    const auto updates = std::exchange(m_fresh, {});
    m_stored.reset();
    if (m_link)
        m_link->tellStored(seqs, updates);
    m_seqs.unite(QSet<Seq>(seqs.begin(), seqs.end()));
    for (const auto &update : updates) {
        ++m_records.count;
        m_records.bytes += update.size();
        tellUpdate(update);
    }
    m_metrics.syncLag.add(m_sinceFresh.durationElapsed());
    m_metrics.recentLag.add(m_sinceFresh.durationElapsed());
    const bool isLarge = m_records.count > m_compactAt.count || m_records.bytes > m_compactAt.bytes;
    if (isLarge && !m_isCompacting && m_mayCompact)
        compact();
}

void Room::tellUpdate(const QByteArray &update)
{
    const auto frame = frameOf(collab::Message::Kind::Update, update);
    for (auto *peer : everybody())
        peer->tell(frame);
    ++m_told.updates;
    m_recent.push_back(update);
    m_recentBytes += update.size();
    for (; m_recentBytes > RecentBytes; m_recent.pop_front())
        m_recentBytes -= m_recent.front().size();
}

void Room::takeAwareness(Peer &peer, const QByteArray &message)
{
    const auto leftOut = m_awareness.apply(message, &peer, [&](const auto &state) {
        return isHere(state) && m_owners.mayTell(peer, state);
    });
    if (!leftOut)
        peer.drop({.code = CloseReason::BadPayload,
                   .text = u"awareness makes no sense: "_s + leftOut.error().message});
    else if (*leftOut > 0)
        qCInfo(relayLog) << *leftOut << "awareness states are beyond the limits";
    for (const auto &forger : m_owners.takeForgers()) {
        if (forger)
            forger->drop({.code = CloseReason::PolicyViolation,
                          .text = u"it speaks for somebody else's client"_s});
    }
}

void Room::tellAwareness()
{
    if (m_changed.isEmpty())
        return;
    auto clients = std::exchange(m_changed, {}).values();
    std::ranges::sort(clients);
    const auto frame = frameOf(Kind::Awareness, m_awareness.encode(clients));
    for (auto *peer : everybody())
        peer->tell(frame);
    if (m_link && !m_changedHere.isEmpty())
        m_link->tellAwareness(m_awareness.encode(std::exchange(m_changedHere, {}).values()));
    ++m_told.awareness;
    for (const auto client : clients)
        m_toldAt.insert(client, m_told.awareness);
    if (m_toldAt.size() > 2 * MostClients) // those who went long ago
        m_toldAt.removeIf([this](auto it) { return !m_awareness.contains(it.key()); });
}

/// Those who leave meanwhile live on until control returns to the event loop.
std::vector<Peer *> Room::everybody() const
{
    std::vector<Peer *> peers;
    peers.reserve(m_peers.size());
    for (const auto &peer : m_peers)
        peers.push_back(peer.get());
    return peers;
}

} // namespace relay
