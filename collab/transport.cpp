// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/transport.h"

#include <QPointer>

#include <deque>

namespace collab {
namespace {

class LoopbackEnd final : public Transport
{
public:
    ~LoopbackEnd() override
    {
        if (m_peer)
            m_peer->end({.code = CloseReason::Abnormal, .text = {}});
    }

    void connectTo(LoopbackEnd &peer) { m_peer = &peer; }

    void send(const QByteArray &message) override
    {
        if (m_peer)
            m_peer->take(message);
    }

    void close(const CloseReason &reason) override
    {
        if (auto peer = std::exchange(m_peer, nullptr)) {
            m_arrived.clear(); // who closes does not listen any more
            peer->end(reason);
            Q_EMIT closed(reason);
        }
    }

    bool isOpen() const override { return m_peer; }

private:
    void take(const QByteArray &message)
    {
        m_arrived.push_back(message);
        // Queued, so that a loopback orders messages the way a socket does.
        QMetaObject::invokeMethod(this, &LoopbackEnd::deliver, Qt::QueuedConnection);
    }

    void deliver()
    {
        if (m_arrived.empty())
            return;
        const auto message = m_arrived.front();
        m_arrived.pop_front();
        Q_EMIT received(message);
    }

    /// What was sent before the other end closed arrives before the news of that.
    void end(const CloseReason &reason)
    {
        const QPointer self(this);
        while (self && !m_arrived.empty())
            deliver();
        if (self && std::exchange(m_peer, nullptr))
            Q_EMIT closed(reason);
    }

    QPointer<LoopbackEnd> m_peer;
    std::deque<QByteArray> m_arrived;
};

} // namespace

std::pair<std::unique_ptr<Transport>, std::unique_ptr<Transport>> makeLoopback()
{
    auto left = std::make_unique<LoopbackEnd>();
    auto right = std::make_unique<LoopbackEnd>();
    left->connectTo(*right);
    right->connectTo(*left);
    return {std::move(left), std::move(right)};
}

} // namespace collab
