// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/nodes/backplane.h"

#include <QSet>
#include <QTimer>

#include <vector>

namespace relay {

/// What backplanes within one process have in common.
class MemoryBackplane;
using MemoryBackplanes = std::vector<MemoryBackplane *>;

/// A backplane among nodes in one process, which can be cut.
class MemoryBackplane final : public Backplane
{
public:
    /// `all` is borrowed and must outlive it.
    explicit MemoryBackplane(MemoryBackplanes &all)
        : m_all(all)
    {
        m_all.push_back(this);
    }
    ~MemoryBackplane() override { std::erase(m_all, this); }

    void subscribe(const QString &channel) override
    {
        m_channels.insert(channel);
        QTimer::singleShot(0, this, [this, channel] {
            if (m_isConnected)
                Q_EMIT subscribed(channel);
        });
    }
    void unsubscribe(const QString &channel) override { m_channels.remove(channel); }
    void publish(const QString &channel, const QByteArray &message) override
    {
        if (!m_isConnected)
            return;
        for (auto *other : m_all)
            QTimer::singleShot(0, other, [=] { other->take(channel, message); });
    }
    void append(const QString &channel, const QByteArray &message) override
    {
        publish(channel, message); // of those who are cut off none waits for it
    }
    void flush() override { }
    bool isConnected() const override { return m_isConnected; }
    QString problem() const override
    {
        return m_isConnected ? QString() : QStringLiteral("it is cut");
    }

    void setConnected(bool connected)
    {
        m_isConnected = connected;
        Q_EMIT connectedChanged();
        const auto channels = m_channels;
        for (const auto &channel : channels) {
            if (m_isConnected)
                Q_EMIT subscribed(channel);
        }
    }

private:
    void take(const QString &channel, const QByteArray &message)
    {
        if (m_isConnected && m_channels.contains(channel))
            Q_EMIT received(channel, message);
    }

    MemoryBackplanes &m_all;
    QSet<QString> m_channels;
    bool m_isConnected = true;
};

} // namespace relay
