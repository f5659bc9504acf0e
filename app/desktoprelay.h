// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/hosting/yardhost.h"

#include <QThread>

#include <memory>

namespace app {

/// The relay inside the desktop: a relay::Service that keeps its one yard in memory, on a thread of
/// its own, so that no peer, however busy, delays a frame. Its tokens are made anew each time.
class DesktopRelay final : public workspace::YardHost
{
    Q_OBJECT

public:
    explicit DesktopRelay(QObject *parent = nullptr);
    ~DesktopRelay() override; ///< tells everybody, and waits a moment for that

    State state() const override { return m_state; }
    void start(const workspace::HostPlace &place, const QString &yardName) override;
    void stop() override;
    const workspace::HostedYard &yard() const override { return m_yard; }

private:
    class Server;

    void takeStarted(const QString &host, int port);
    void takeFailed(const QString &reason);
    void takeStopped();

    QThread m_thread;
    Server *m_server = nullptr; ///< lives on m_thread
    State m_state = State::Stopped;
    workspace::HostedYard m_yard;
    workspace::HostedYard m_next; ///< becomes m_yard once it runs
};

} // namespace app
