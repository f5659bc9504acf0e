// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/rooms/person.h"
#include "collab/relay/rooms/ratelimit.h"
#include "collab/relay/rooms/roomlimits.h"
#include "collab/sync/message.h"
#include "collab/transport.h"

#include <QElapsedTimer>
#include <QSet>

#include <optional>
#include <vector>

namespace relay {

class Room;

/// What a peer missed that did not read for a while.
struct Behind
{
    quint64 updates = 0; ///< how many of them it was told
    quint64 awareness = 0; ///< likewise
    qint64 lowest = 0; ///< the smallest backlog so far
    QElapsedTimer sinceLowest = {};
};

/// One connection in a room: reads what it says, within limits, and is told what happens.
///
/// While more waits to be sent than the limits allow it is told nothing; when it has taken most of
/// that it gets all it missed at once, as one update that says the same and each newest awareness
/// state. So a slow one costs no more than any other. Ends once, with left().
class Peer : public QObject
{
    Q_OBJECT

public:
    /// `transport` is open. `room` is borrowed and outlives the peer.
    Peer(std::unique_ptr<collab::Transport> transport, const Person &person, Room &room);
    ~Peer() override;

    /// The room's document is there: says what it knows, and answers what was asked meanwhile.
    void greet();
    void ask(); ///< for what the room does not know
    /// What waited until the room can answer.
    void goOn();
    void drop(const collab::CloseReason &reason);

    /// What is told to everybody; see Room::told().
    void tell(const QByteArray &frame);
    /// Sends what was missed, if there is room for it again, or ends with one that does not read.
    void catchUp();
    bool isBehind() const { return m_behind.has_value(); }
    /// Says that its change was not taken, and why.
    void refuse(const QByteArray &reason);

    quint64 id() const { return m_id; } ///< of all connections since the start
    const Person &person() const { return m_person; }
    const QDateTime &since() const { return m_since; }
    qint64 backlog() const { return m_transport->backlog(); }
    /// Whose awareness comes from here.
    QSet<quint64> &clients() { return m_clients; }
    const QSet<quint64> &clients() const { return m_clients; }
    bool isSilentFor(std::chrono::milliseconds time) const
    {
        return m_heard.durationElapsed() >= time;
    }

Q_SIGNALS:
    void left(const collab::CloseReason &reason);

private:
    using Kind = collab::Message::Kind;

    void endInTime();
    void receive(const QByteArray &frame);
    void keepEarly(const QByteArray &frame);
    std::vector<QByteArray> takeEarly();
    bool isWithinRate(qsizetype bytes);
    void handle(const collab::Message &message);
    void answer(const QByteArray &stateVector);
    void answerAwareness();
    bool isSlow() const;
    void fallBehind();
    void sendCharged(Kind kind, const QByteArray &payload);
    void send(Kind kind, const QByteArray &payload);
    void push(const QByteArray &frame);
    void finish(const collab::CloseReason &reason);

    std::unique_ptr<collab::Transport> m_transport;
    const Person m_person;
    const quint64 m_id;
    const QDateTime m_since = QDateTime::currentDateTimeUtc();
    Room &m_room;
    const RoomLimits &m_limits;
    RateLimit m_messages;
    RateLimit m_bytes;
    std::vector<QByteArray> m_early; ///< what came before the document was there
    qsizetype m_earlyBytes = 0; ///< of which the room knows, too
    QSet<quint64> m_clients;
    std::optional<Behind> m_behind;
    std::optional<QByteArray> m_asked; ///< the last state vector that waits for an answer
    QElapsedTimer m_heard;
    bool m_isGreeted = false;
    bool m_wasRefused = false;
    bool m_hasEnded = false;
};

} // namespace relay
