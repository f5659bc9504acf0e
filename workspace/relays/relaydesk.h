// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/relays/relayclusters.h"

#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>

namespace workspace {

class AskPanel;
class Look;
class MainWindow;
class RelayList;
class RelayPanel;
class RelayTry;

/// What a person does about clusters that come through relays: adds a relay, signs in and out,
/// takes one away. Registers its commands; the cluster menu, the settings and notices lead here,
/// too. GUI thread only.
class RelayDesk final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        MainWindow &window;
        ClusterSet &clusters;
        RelayClusters &relays;
        Look &look;
        /// The relay of the yard that is open; empty: it has none.
        std::function<QUrl()> yardRelay = {};
    };

    explicit RelayDesk(const Parts &parts); ///< all are borrowed and must outlive it
    ~RelayDesk() override;

    void askNew();
    void askSignIn(const QUrl &relay);
    void showRelays();

Q_SIGNALS:
    void browserWanted(const QUrl &url);
    /// These contexts came; the first is in use now.
    void added(const QStringList &contexts);
    void closed(); ///< the dialog, whichever way

private:
    void addCommands();
    void addLeads();
    void tryToSignIn(const QUrl &relay, const QString &key);
    void enter(const QUrl &relay, const RelayProof &proof, const collab::RelayOffer &offer);
    void askRemove(const QUrl &relay);
    void abandon();

    MainWindow &m_window;
    ClusterSet &m_clusters;
    RelayClusters &m_relays;
    const std::function<QUrl()> m_yardRelay;
    RelayPanel *m_panel; ///< the canvas's
    RelayList *m_list; ///< the canvas's
    AskPanel *m_ask; ///< the canvas's
    std::unique_ptr<RelayTry> m_try;
};

} // namespace workspace
