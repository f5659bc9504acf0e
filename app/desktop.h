// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desktopoptions.h"
#include "app/places.h"
#include "kube/config/kubeconfigfiles.h"
#include "workspace/canvas/yardcanvas.h"
#include "workspace/clusters/clusteridentities.h"
#include "workspace/clusters/clusterset.h"
#include "workspace/look/look.h"
#include "workspace/mainwindow/mainwindow.h"
#include "workspace/relays/relayclusters.h"
#include "workspace/session/session.h"
#include "workspace/session/sessionfile.h"
#include "workspace/settings/preferences.h"
#include "workspace/sharing/tokenkeeper.h"
#include "workspace/yard/yarddocument.h"
#include "workspace/yards/yardkeeper.h"
#include "workspace/yards/yardlibrary.h"
#include "workspace/yards/yardswitcher.h"

#include <QObject>
#include <QSettings>
#include <QTimer>

#include <memory>

namespace workspace {
class FirstRunPage;
class RecentLog;
class RelayDesk;
class ReportPanel;
} // namespace workspace

namespace app {

class Screenshot;
struct DesktopExtras;

/// One window with all that belongs to it, wired: clusters, the yard and its file, what a person
/// has arranged, pages and panels. Remembers everything by itself. GUI thread only.
class Desktop final : public QObject
{
    Q_OBJECT

public:
    struct Setup
    {
        DesktopOptions options = {};
        kube::KubeconfigFiles files = {};
        kube::KubeconfigFiles usualFiles = {}; ///< when a person no longer wants `files`
        bool isDemo = false;
        Places places = {};
        workspace::YardCanvas::Drafts drafts = {}; ///< of the one before it
        const workspace::RecentLog *log = nullptr; ///< borrowed; null: reports have none
    };

    explicit Desktop(const Setup &setup);
    ~Desktop() override;

    /// Comes to the front and opens what another start was asked to; relative paths begin at
    /// `folder`.
    void take(const DesktopOptions &options, const QString &folder);
    /// What was typed in the yard and not sent.
    workspace::YardCanvas::Drafts drafts();

Q_SIGNALS:
    void demoWanted();
    void demoLeft();
    void restartWanted(); ///< in the language that is preferred now

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isPicture() const { return !m_setup.options.screenshot.isEmpty(); }
    void keepThings();
    void openYard();
    void openAsked(const DesktopOptions &options);
    void sayWhatIsShown();

    // --- What stands beside the yard (desktopextras.cpp)
    void addExtras();
    void wireTogether();
    void openLink(const QString &link);
    void showReport();

    // --- The look (desktoplook.cpp)
    void followTheme();
    void applyTheme();
    void toggleTheme();
    void followLanguage();
    void restoreWindow();
    void keepGeometry();

    // --- Kubeconfigs, relays, the first page, the demo (desktopstart.cpp)
    void offerStart();
    void addStartCommands();
    bool wantsStart() const;
    workspace::FirstRunPage &startPage();
    bool isStartHidden() const;
    void showStart();
    void chooseContext(const QString &context);
    void askKubeconfig();
    bool useKubeconfig(const QString &path);
    void useUsualKubeconfig();
    void addRelays();

    const Setup m_setup;
    QSettings m_settings;
    workspace::Look m_look;
    workspace::YardDocument m_document;
    workspace::Preferences m_preferences;
    workspace::Session m_session;
    workspace::SessionFile m_sessionFile;
    std::unique_ptr<workspace::TokenKeeper> m_tokens; ///< before the clusters, which use it
    workspace::ClusterSet m_clusters;
    workspace::ClusterIdentities m_identities;
    workspace::RelayClusters m_relays;
    workspace::MainWindow m_window;
    workspace::YardLibrary m_library;
    workspace::YardKeeper m_keeper;
    workspace::YardSwitcher m_switcher;
    workspace::FirstRunPage *m_start = nullptr; ///< the canvas's; made when first wanted
    workspace::ReportPanel *m_report = nullptr; ///< the canvas's
    std::unique_ptr<DesktopExtras> m_extras;
    std::unique_ptr<workspace::RelayDesk> m_relayDesk; ///< null in the demo
    std::unique_ptr<Screenshot> m_screenshot;
    QTimer m_geometry;
    QString m_language; ///< that is shown
    bool m_wantsLight = false; ///< --light, until the person chooses
};

} // namespace app
