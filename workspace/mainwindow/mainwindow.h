// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/actions/actioncenter.h"
#include "workspace/actions/journal.h"
#include "workspace/commands/commandkeys.h"
#include "workspace/commands/commandset.h"
#include "workspace/debug/debugbook.h"
#include "workspace/forward/forwardbook.h"
#include "workspace/health/clusterrollup.h"
#include "workspace/mainwindow/commandplaces.h"
#include "workspace/mainwindow/contentmaker.h"
#include "workspace/mainwindow/opener.h"
#include "workspace/mainwindow/spotlightfeed.h"
#include "workspace/namespaces/namespacememory.h"
#include "workspace/safety/contextmarks.h"
#include "workspace/spotlight/spotlightindex.h"
#include "workspace/spotlight/spotlightmemory.h"
#include "workspace/tools/toolcenter.h"

#include <QWidget>

#include <optional>

class QMenu;

namespace workspace {

class ClusterSet;
class DetachedWindows;
class HelpPanel;
class Look;
class NamespacePicker;
class NoticeBar;
class PassingNote;
class Preferences;
class Session;
class SettingsPanel;
class SpotlightPanel;
class TopBar;
class YardCanvas;
class YardDocument;

/// The desktop's window: the top bar, the canvas of one yard, Spotlight over it.
class MainWindow final : public QWidget
{
    Q_OBJECT

public:
    /// All are borrowed and must outlive the window.
    MainWindow(ClusterSet &clusters, YardDocument &document, Preferences &preferences,
               Session &session, Look &look, QWidget *parent = nullptr);
    ~MainWindow() override;

    YardCanvas &canvas() { return *m_canvas; }
    YardDocument &document() { return m_document; }
    TopBar &topBar() { return *m_topBar; }
    NoticeBar &notices() { return *m_notices; }
    NamespaceMemory &namespaceMemory() { return m_memory; }
    ContextMarks &contextMarks() { return m_marks; }
    Journal &journal() { return m_journal; }
    ForwardBook &forwards() { return m_forwards; }
    ToolCenter &tools() { return *m_tools; }
    DebugBook &debugs() { return m_debugs; }
    ActionCenter &actions() { return *m_actions; }
    CommandSet &commands() { return m_commands; }
    DetachedWindows &detached() { return *m_detached; }
    /// Asked before the window closes; when it may not yet, whoever says so calls close() again.
    void setCloseGuard(std::function<bool()> guard) { m_closeGuard = std::move(guard); }
    ContentMaker &contents() { return m_maker; }
    /// The krate and the window that a command which runs now is about: those that have the keys,
    /// or had them when Spotlight opened. Empty when there is none.
    QString commandedKrate() const { return m_places.place().krate; }
    QString commandedWindow() const { return m_places.place().window; }
    /// What is picked there, or else the krate's own object.
    ActionSubject commandedSubject() const { return m_places.subject(); }

    /// Opens what the target names in `context` (empty: the current one), once its cluster is known
    /// well enough. `nameSpace` counts where the target names none. What cannot be opened is said
    /// in a notice. Several that are opened together are shown together.
    void openTarget(const OpenTarget &target, const QString &nameSpace,
                    const QString &context = {});
    /// The zoom to show what openTarget() opens at; 0 leaves the choice to the canvas.
    void setOpeningZoom(qreal zoom) { m_opener.setZoom(zoom); }
    /// Whether everything asked for is open, or cannot be, and every content has something to show.
    bool isSettled() const;
    /// Opens the window that makes objects from YAML in the context a person works in; an empty
    /// path begins with its templates.
    void openManifest(const QString &path);
    /// A few words where the person is looking, which go away by themselves.
    void sayInPassing(const QString &text);

Q_SIGNALS:
    void themeToggled();
    /// A menu about `subject` is about to be shown; more can be added to its end.
    void menuAboutToShow(QMenu &menu, const workspace::ActionSubject &subject);
    void kubeconfigDropped(const QString &path);
    /// What is typed in Spotlight; nothing: it has closed.
    void searching(const std::optional<QString> &query);

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void popUp(const std::vector<MenuEntry> &entries, QPoint at);
    void openEntry(const SpotlightEntry &entry, View view);
    void addCommands();
    void addSearchCommands();
    void addSpotlightKeys();
    void addYardCommands();
    void addKrateCommands();
    void addViewCommand(View view, const QString &name, const QStringList &aliases);
    void addClusterCommands();
    void addApplicationCommands();
    void addContextCommands();
    void listCommands();
    QStringList contextsElsewhere() const;
    void searchElsewhere();
    void runCommand(const QString &id);
    void addKubectlCommand();
    void copyKubectl(const QString &lines);
    bool isAsking() const;
    void addMarkCommands();
    void showMenu(const QString &krateId, const QString &windowId, QPoint at);
    void takeMark(const QString &context);
    void showForwards();
    void showHelp();
    void showSettings();
    void takeKeysBack();
    void finishClosing();
    void askAboutDebugPods();
    void openSpotlight(const QString &firstText);
    void askNamespaces(const QString &krateId);
    void takeNamespaces(const QString &krateId, const QStringList &nameSpaces);

    ClusterSet &m_clusters;
    YardDocument &m_document;
    Preferences &m_preferences;
    Session &m_session;
    Look &m_look;
    CommandSet m_commands;
    CommandKeys m_keys;
    ContextMarks m_marks;
    Journal m_journal;
    ForwardBook m_forwards;
    DebugBook m_debugs;
    ContentMaker m_maker;
    NamespaceMemory m_memory;
    ClusterRollUp m_rollUp;
    SpotlightIndex m_index;
    SpotlightFeed m_feed;
    SpotlightMemory m_opened;
    TopBar *m_topBar;
    NoticeBar *m_notices;
    YardCanvas *m_canvas;
    SpotlightPanel *m_spotlight;
    NamespacePicker *m_namespaces;
    PassingNote *m_note;
    HelpPanel *m_help = nullptr; ///< made when first wanted
    SettingsPanel *m_settings = nullptr; ///< made when first wanted
    Opener m_opener;
    std::unique_ptr<DetachedWindows> m_detached;
    CommandPlaces m_places;
    std::unique_ptr<ActionCenter> m_actions;
    std::unique_ptr<ToolCenter> m_tools;
    std::function<bool()> m_closeGuard;
    bool m_closing = false; ///< what remains was asked about
};

} // namespace workspace
