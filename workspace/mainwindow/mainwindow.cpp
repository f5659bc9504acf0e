// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/mainwindow/mainwindow.h"

#include "kube/cluster.h"
#include "workspace/canvas/yardcanvas.h"
#include "workspace/clusters/clusterset.h"
#include "workspace/commands/passingnote.h"
#include "workspace/debug/debugpanel.h"
#include "workspace/detached/detachedwindows.h"
#include "workspace/look/comesforward.h"
#include "workspace/look/look.h"
#include "workspace/namespaces/namespacepicker.h"
#include "workspace/session/session.h"
#include "workspace/settings/preferences.h"
#include "workspace/spotlight/spotlightpanel.h"
#include "workspace/topbar/noticebar.h"
#include "workspace/topbar/topbar.h"
#include "workspace/yard/kinds.h"
#include "workspace/yard/yardactions.h"
#include "workspace/yard/yarddocument.h"

#include <QApplication>
#include <QCloseEvent>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace workspace {

MainWindow::MainWindow(ClusterSet &clusters, YardDocument &document, Preferences &preferences,
                       Session &session, Look &look, QWidget *parent)
    : QWidget(parent)
    , m_clusters(clusters)
    , m_document(document)
    , m_preferences(preferences)
    , m_session(session)
    , m_look(look)
    , m_keys(m_commands, *this, [this] { return isAsking(); })
    , m_forwards(clusters)
    , m_debugs(clusters)
    , m_maker(clusters, m_marks, document, session, m_journal, m_forwards, preferences, look)
    , m_rollUp(clusters, m_maker.board())
    , m_feed(m_index, clusters, document, m_memory)
    , m_opened(session)
    , m_topBar(new TopBar(clusters, m_rollUp, m_marks, document, look, this))
    , m_notices(new NoticeBar(clusters, look, this))
    , m_canvas(new YardCanvas(document, m_maker, look, this))
    , m_spotlight(new SpotlightPanel(m_index, m_opened, look, m_canvas))
    , m_namespaces(new NamespacePicker(look, m_canvas))
    , m_note(new PassingNote(look, m_canvas))
    , m_opener(clusters, document, *m_canvas)
    , m_detached(std::make_unique<DetachedWindows>(*m_canvas, document, session, m_keys, look))
    , m_places(*m_canvas, document, *m_detached, clusters)
    , m_actions(std::make_unique<ActionCenter>(clusters, m_marks, m_journal, m_maker.highlighting(),
                                               look, m_canvas))
    , m_tools(std::make_unique<ToolCenter>(clusters, m_marks, m_forwards, m_debugs, m_journal, look,
                                           m_canvas))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_topBar);
    column->addWidget(m_notices);
    column->addWidget(m_canvas, 1);
    setWindowTitle(tr("Krateyard"));
    setMinimumSize(640, 420);
    setAcceptDrops(true);

    const auto obey = [this] {
        const auto &values = m_preferences.values();
        m_canvas->setMotion(values.motion);
        m_canvas->setClickToFocus(values.focus == PreferenceValues::Focus::Click);
        m_canvas->setHints(values.hints);
    };
    connect(&preferences, &Preferences::changed, this, obey);
    obey();
    connect(m_canvas, &YardCanvas::spotlightRequested, this, &MainWindow::openSpotlight);
    connect(m_topBar, &TopBar::spotlightRequested, this, [this] { openSpotlight({}); });
    connect(m_topBar, &TopBar::themeToggled, this, &MainWindow::themeToggled);
    connect(m_spotlight, &SpotlightPanel::opened, this, &MainWindow::openEntry);
    connect(m_spotlight, &SpotlightPanel::elsewhereRequested, this, &MainWindow::searchElsewhere);
    connect(m_spotlight, &SpotlightPanel::closed, this, &MainWindow::takeKeysBack);
    connect(m_spotlight, &SpotlightPanel::queryChanged, this,
            [this](const QString &query) { Q_EMIT searching(query); });
    connect(m_spotlight, &SpotlightPanel::closed, this, [this] { Q_EMIT searching({}); });
    connect(&m_maker, &ContentMaker::openRequested, &m_opener, &Opener::openObject);
    connect(&m_opener, &Opener::said, m_notices, &NoticeBar::say);
    connect(&m_maker, &ContentMaker::namespacesRequested, this, &MainWindow::askNamespaces);
    connect(m_namespaces, &NamespacePicker::chosen, this, &MainWindow::takeNamespaces);
    connect(m_namespaces, &NamespacePicker::closed, this, &MainWindow::takeKeysBack);
    connect(m_canvas, &YardCanvas::menuRequested, this, &MainWindow::showMenu);
    connect(m_detached.get(), &DetachedWindows::menuRequested, this, &MainWindow::showMenu);
    connect(&m_maker, &ContentMaker::menuRequested, this,
            [this](const std::vector<MenuEntry> &entries) { popUp(entries, QCursor::pos()); });
    connect(&m_maker, &ContentMaker::deletionRequested, this,
            [this](const QString &context, const std::vector<ObjectId> &objects) {
                m_actions->start(Action::Delete, {context, objects});
            });
    connect(m_actions.get(), &ActionCenter::closed, this, &MainWindow::takeKeysBack);
    connect(m_tools.get(), &ToolCenter::closed, this, &MainWindow::takeKeysBack);
    connect(m_tools.get(), &ToolCenter::shellWanted, this,
            [this](const QString &context, const ObjectId &pod) {
                m_opener.openObject(context, pod, View::Shell);
            });
    connect(&m_document, &YardDocument::changed, this, [this](const YardChange &change) {
        if (!change.removed.isEmpty())
            askAboutDebugPods();
    });
    connect(m_tools.get(), &ToolCenter::forwardsWanted, this, &MainWindow::showForwards);
    connect(&m_marks, &ContextMarks::changed, this, &MainWindow::takeMark);
    connect(&m_journal, &Journal::saveFailed, m_notices, &NoticeBar::say);
    connect(&clusters, &ClusterSet::clusterClosing, m_namespaces, &NamespacePicker::dismiss);
    connect(&clusters, &ClusterSet::contextsChanged, this, &MainWindow::addContextCommands);
    addCommands();
    connect(&m_commands, &CommandSet::changed, this, [this] {
        if (m_spotlight->isVisible())
            listCommands();
    });
    m_canvas->setFocus(Qt::OtherFocusReason);
}

/// From a panel that has closed.
void MainWindow::takeKeysBack()
{
    m_canvas->setFocus(Qt::OtherFocusReason);
}

MainWindow::~MainWindow()
{
    m_detached.reset(); // what they show is the canvas's
    delete m_canvas; // its contents use the maker
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_closeGuard && !m_closeGuard())
        return event->ignore();
    // What was made for debugging must not be forgotten: asked once, then it closes.
    if (!m_debugs.remaining().isEmpty() && !std::exchange(m_closing, true)) {
        event->ignore();
        auto &panel = m_tools->debugPanel();
        panel.askCleanUp();
        connect(&panel, &ToolPanel::closed, this, &MainWindow::finishClosing,
                Qt::SingleShotConnection);
        return;
    }
    m_detached->end();
    QApplication::quit();
}

/// Ends once what is being taken away has gone.
void MainWindow::finishClosing()
{
    if (m_debugs.isCleaning()) {
        connect(&m_debugs, &DebugBook::changed, this, &MainWindow::finishClosing,
                Qt::SingleShotConnection);
        return;
    }
    QApplication::quit();
}

void MainWindow::askNamespaces(const QString &krateId)
{
    const auto *krate = m_document.krate(krateId);
    auto *cluster = krate ? m_clusters.opened(krate->cluster) : nullptr;
    const auto *kind = cluster ? cluster->resources().findKind(u"v1"_s, u"Namespace"_s) : nullptr;
    if (!kind || !krate->collection)
        return;
    auto remembered = m_memory.of(krate->cluster);
    remembered.append(cluster->config().nameSpace);
    m_namespaces->ask({.id = krateId,
                       .title = tr("Find or type a namespace"),
                       .chosen = krate->collection->nameSpaces,
                       .remembered = remembered},
                      cluster->cache(), *kind);
}

void MainWindow::takeNamespaces(const QString &krateId, const QStringList &nameSpaces)
{
    const auto *krate = m_document.krate(krateId);
    const auto *cluster = krate ? m_clusters.opened(krate->cluster) : nullptr;
    if (!cluster || !krate->collection)
        return;
    m_memory.remember(krate->cluster, nameSpaces);
    const auto *kind =
        cluster->resources().findKind(krate->collection->apiVersion, krate->collection->kind);
    const auto name = kind ? kind->resource : ownKindLabel(krate->collection->kind);
    yard::setNamespaces(m_document, krateId, name, nameSpaces);
}

void MainWindow::openTarget(const OpenTarget &target, const QString &nameSpace,
                            const QString &context)
{
    m_opener.openTarget(target, nameSpace, context);
}

void MainWindow::openEntry(const SpotlightEntry &entry, View view)
{
    switch (entry.type) {
    case SpotlightEntry::Type::Object:
        return m_opener.openObject(entry.cluster, entry.object, view);
    case SpotlightEntry::Type::Krate: m_canvas->flyToKrate(entry.id); return comeForward(*this);
    case SpotlightEntry::Type::Namespace:
        return m_opener.openEverything(entry.cluster, entry.object.name);
    case SpotlightEntry::Type::Collection:
        return m_opener.openKrate(
            {.cluster = entry.cluster, .collection = entry.scope, .label = entry.name},
            {View::Collection});
    case SpotlightEntry::Type::Command: return runCommand(entry.id);
    }
}

bool MainWindow::isSettled() const
{
    if (m_opener.isWaiting() || m_canvas->isFlying())
        return false;
    if (m_canvas->showsCards())
        return true;
    for (const auto &[id, krate] : m_document.krates()) {
        for (const auto &window : krate.windows) {
            const auto *content = m_canvas->contentOf(window.id);
            if (content && content->freshness() == WindowContent::Freshness::Loading)
                return false;
        }
    }
    return true;
}

} // namespace workspace
