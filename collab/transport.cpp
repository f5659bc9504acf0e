// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/transport.h"

#include <QPointer>

namespace collab {
namespace {

class LoopbackEnd final : public Transport
{
public:
    void connectTo(LoopbackEnd &peer) { m_peer = &peer; }

    void send(const QByteArray &message) override
    {
        if (!m_peer)
            return;
        // Queued, so that a loopback orders messages the way a socket does.
        QMetaObject::invokeMethod(
            m_peer.get(), [peer = m_peer, message] { Q_EMIT peer->received(message); },
            Qt::QueuedConnection);
    }

    void close() override
    {
        if (auto peer = std::exchange(m_peer, nullptr))
            peer->close();
        Q_EMIT closed();
    }

private:
    QPointer<LoopbackEnd> m_peer;
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
