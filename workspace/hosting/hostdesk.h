// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace workspace {

class HostPanel;
class Look;
class MainWindow;
class SharingDesk;
class YardConnection;
class YardDocument;
class YardHost;

/// "Share this yard from my desktop": the command, the panel, and joining what this program serves
/// itself, by the same way as everybody else. Sharing ends with the yard that is open: it is that
/// one which is shared. GUI thread only.
class HostDesk final : public QObject
{
    Q_OBJECT

public:
    /// All are borrowed and must outlive the desk.
    HostDesk(MainWindow &window, YardDocument &document, YardHost &host, SharingDesk &sharing,
             Look &look);
    ~HostDesk() override;

    void open();
    HostPanel *panel() const { return m_panel; } ///< null: it was never wanted

private:
    void ready();
    void join();
    void end(const QString &why);
    bool mayClose();
    QString yardName() const;

    MainWindow &m_window;
    YardDocument &m_document;
    YardHost &m_host;
    SharingDesk &m_sharing;
    YardConnection &m_connection; ///< its own
    Look &m_look;
    HostPanel *m_panel = nullptr; ///< the canvas's; made when first wanted
    QString m_token; ///< with which this program joined its own relay
    bool m_leaving = false; ///< that others are connected was asked
};

} // namespace workspace
