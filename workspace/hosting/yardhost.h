// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>

namespace workspace {

/// Where a relay in this program is to listen.
struct HostPlace
{
    QString address = {}; ///< an address of this machine: "127.0.0.1", "192.168.1.20", "::1"
    quint16 port = 0; ///< 0: a free one

    bool operator==(const HostPlace &) const = default;
};

/// What lets people into the yard that is served. The tokens in it are secrets: they are shown to
/// who serves the yard, and go to no log.
struct HostedYard
{
    QString relay = {}; ///< "ws://192.168.1.20:8080/ws/sync"
    QString yard = {}; ///< its name there
    QString ownerToken = {}; ///< for this program itself
    QString editorLink = {}; ///< "http://192.168.1.20:8080/join/YARD#TOKEN"
    QString viewerLink = {};

    bool operator==(const HostedYard &) const = default;
};

/// A relay inside this program, in which one yard is shared for as long as it runs. Implemented in
/// app/, which may know relays. Answers by signals, on the GUI thread.
class YardHost : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    enum class State { Stopped, Starting, Running, Stopping };

    virtual State state() const = 0;
    /// Begins; started() or failed() follows. Nothing while it is not stopped.
    virtual void start(const HostPlace &place, const QString &yardName) = 0;
    /// Tells everybody who is connected and ends; stopped() follows.
    virtual void stop() = 0;
    virtual const HostedYard &yard() const = 0; ///< empty while it is not running

Q_SIGNALS:
    void started();
    void failed(const QString &reason); ///< the machine's own words
    void stopped();
};

} // namespace workspace
