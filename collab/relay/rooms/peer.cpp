// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/rooms/peer.h"

#include "collab/relay/rooms/room.h"

#include <QTimer>

using namespace Qt::StringLiterals;
using collab::CloseReason;

namespace relay {

Peer::Peer(std::unique_ptr<collab::Transport> transport, const Person &person, Room &room)
    : m_transport(std::move(transport))
    , m_person(person)
    , m_id(++room.metrics().joined)
    , m_room(room)
    , m_limits(room.limits())
    , m_messages(m_limits.messagesPerSecond, m_limits.messageBurst)
    , m_bytes(m_limits.bytesPerSecond, m_limits.byteBurst)
{
    m_heard.start();
    endInTime();
    connect(m_transport.get(), &collab::Transport::received, this, &Peer::receive);
    connect(m_transport.get(), &collab::Transport::closed, this, &Peer::finish);
}

Peer::~Peer()
{
    m_transport->disconnect(this);
}

/// What let it in holds for a while only.
void Peer::endInTime()
{
    using std::chrono::milliseconds;
    if (!m_person.until.isValid())
        return;
    const auto now = QDateTime::currentDateTimeUtc();
    static constexpr qint64 Most = std::chrono::milliseconds(std::chrono::days(20)).count();
    const auto left = std::clamp<qint64>(now.msecsTo(m_person.until), 0, Most); // a timer's
    QTimer::singleShot(milliseconds(left), this, [this, left] {
        if (left == Most)
            endInTime();
        else
            drop({.code = CloseReason::Unauthorized, .text = u"the token has expired"_s});
    });
}

void Peer::greet()
{
    m_isGreeted = true;
    if (m_person.role == Role::Viewer)
        send(Kind::Authenticated, "readonly"); // ours understand it, others pass over it
    ask();
    if (const auto all = m_room.awareness(); !all.isEmpty())
        send(Kind::Awareness, all);
    for (const auto &frame : takeEarly()) {
        if (!m_hasEnded)
            receive(frame);
    }
}

void Peer::ask()
{
    if (m_isGreeted && !m_hasEnded)
        send(Kind::SyncStep1, m_room.stateVector());
}

void Peer::goOn()
{
    if (m_hasEnded)
        return;
    if (!m_isGreeted)
        greet();
    else if (m_asked && !m_behind)
        answer(*std::exchange(m_asked, std::nullopt));
}

void Peer::drop(const CloseReason &reason)
{
    if (m_hasEnded)
        return;
    m_transport->disconnect(this);
    m_transport->close(reason);
    finish(reason);
}

void Peer::finish(const CloseReason &reason)
{
    if (std::exchange(m_hasEnded, true))
        return;
    (void)takeEarly();
    Q_EMIT left(reason);
}

bool Peer::isWithinRate(qsizetype bytes)
{
    const auto now = RateLimit::Clock::now();
    const bool isFew = m_messages.take(1, now);
    return m_bytes.take(double(bytes), now) && isFew;
}

void Peer::receive(const QByteArray &frame)
{
    if (m_hasEnded)
        return;
    m_heard.start();
    if (frame.size() > m_limits.messageBytes) {
        drop({.code = CloseReason::TooBig, .text = u"a message is too large"_s});
        return;
    }
    if (!m_isGreeted) {
        keepEarly(frame);
        return;
    }
    auto &metrics = m_room.metrics();
    ++metrics.messagesReceived;
    metrics.bytesReceived += quint64(frame.size());
    if (!isWithinRate(frame.size())) {
        drop({.code = CloseReason::PolicyViolation, .text = u"too many messages"_s});
        return;
    }
    const auto message = collab::decode(frame, collab::Framing::YWebsocket);
    if (message)
        handle(*message);
    else
        drop({.code = CloseReason::BadPayload,
              .text = u"a message makes no sense: "_s + message.error().message});
}

/// For when the document is there. All that wait for it have to share the room's patience.
void Peer::keepEarly(const QByteArray &frame)
{
    if (m_earlyBytes + frame.size() > m_limits.messageBytes
        || m_early.size() >= size_t(m_limits.messageBurst)) {
        drop({.code = CloseReason::PolicyViolation, .text = u"too much before an answer"_s});
    } else if (!m_room.keepEarly(frame.size())) {
        drop({.code = CloseReason::TryLater, .text = u"the relay cannot store it now"_s});
    } else {
        m_earlyBytes += frame.size();
        m_early.push_back(frame);
    }
}

std::vector<QByteArray> Peer::takeEarly()
{
    m_room.letEarlyGo(std::exchange(m_earlyBytes, 0));
    return std::exchange(m_early, {});
}

void Peer::handle(const collab::Message &message)
{
    switch (message.kind) {
    case Kind::SyncStep1: answer(message.payload); break;
    case Kind::SyncStep2:
    case Kind::Update: m_room.takeUpdate(*this, message.payload); break;
    case Kind::Awareness: m_room.takeAwareness(*this, message.payload); break;
    case Kind::QueryAwareness: answerAwareness(); break;
    default: break; // others than these a client does not send
    }
}

void Peer::answer(const QByteArray &stateVector)
{
    if (isSlow()) {
        fallBehind();
        m_asked = stateVector;
        return;
    }
    if (!m_room.canAnswer()) {
        m_asked = stateVector;
        return;
    }
    const auto known = crdt::StateVector::decode(stateVector);
    if (known)
        sendCharged(Kind::SyncStep2, m_room.stateFor(*known));
    else
        drop({.code = CloseReason::BadPayload,
              .text = u"a state vector makes no sense: "_s
                  + QString::fromStdString(known.error().message)});
}

void Peer::answerAwareness()
{
    if (!isSlow())
        sendCharged(Kind::Awareness, m_room.awareness());
}

/// What was asked for counts as if it had been sent here: small questions have large answers.
void Peer::sendCharged(Kind kind, const QByteArray &payload)
{
    const auto amount = std::min(double(payload.size()), m_limits.byteBurst / 8);
    (void)m_bytes.take(amount, RateLimit::Clock::now());
    send(kind, payload);
}

bool Peer::isSlow() const
{
    return m_transport->backlog() > m_limits.backlogBytes;
}

void Peer::fallBehind()
{
    if (m_behind)
        return;
    const auto &told = m_room.told();
    m_behind = Behind{
        .updates = told.updates, .awareness = told.awareness, .lowest = m_transport->backlog()};
    m_behind->sinceLowest.start();
    m_room.watchSlowPeers();
}

void Peer::refuse(const QByteArray &reason)
{
    ++m_room.metrics().refused;
    if (!std::exchange(m_wasRefused, true)) // once is enough for what a person can do about it
        send(Kind::Denied, reason);
}

void Peer::tell(const QByteArray &frame)
{
    if (!m_isGreeted || m_hasEnded || m_behind)
        return;
    if (isSlow())
        fallBehind();
    else
        push(frame);
}

void Peer::catchUp()
{
    if (!m_behind || m_hasEnded)
        return;
    const auto backlog = m_transport->backlog();
    if (backlog <= m_limits.backlogBytes / 4) {
        const auto behind = *std::exchange(m_behind, std::nullopt);
        for (const auto &frame :
             m_room.framesSince({.updates = behind.updates, .awareness = behind.awareness}))
            push(frame);
        if (const auto asked = std::exchange(m_asked, std::nullopt))
            answer(*asked);
        return;
    }
    if (backlog < m_behind->lowest) {
        m_behind->lowest = backlog;
        m_behind->sinceLowest.start();
    } else if (m_behind->sinceLowest.durationElapsed() >= m_limits.stalledFor) {
        drop({.code = CloseReason::TryLater, .text = u"it does not read what it is sent"_s});
    }
}

void Peer::send(Kind kind, const QByteArray &payload)
{
    push(collab::encode({.kind = kind, .payload = payload}, collab::Framing::YWebsocket));
}

void Peer::push(const QByteArray &frame)
{
    auto &metrics = m_room.metrics();
    ++metrics.messagesSent;
    metrics.bytesSent += quint64(frame.size());
    m_transport->send(frame);
}

} // namespace relay
