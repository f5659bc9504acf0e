// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of MainWindow that says what can be done, and runs it by key or from Spotlight.

#include "workspace/canvas/yardcanvas.h"
#include "workspace/clusters/clusterset.h"
#include "workspace/commands/windowkeys.h"
#include "workspace/debug/debugpanel.h"
#include "workspace/help/helppanel.h"
#include "workspace/look/overlaypanel.h"
#include "workspace/mainwindow/mainwindow.h"
#include "workspace/namespaces/namespacepicker.h"
#include "workspace/settings/settingspanel.h"
#include "workspace/spotlight/spotlightpanel.h"
#include "workspace/yard/kinds.h"
#include "workspace/yard/yarddocument.h"

#include <QApplication>
#include <QKeyEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

static QKeySequence keys(const QString &text)
{
    return QKeySequence(text, QKeySequence::PortableText);
}

/// Something over the canvas has the person's attention.
bool MainWindow::isAsking() const
{
    if (m_spotlight->isVisible() || m_namespaces->isVisible())
        return true;
    return std::ranges::any_of(findChildren<OverlayPanel *>(),
                               [](const OverlayPanel *panel) { return panel->isVisible(); });
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (!m_keys.press(*event))
        QWidget::keyPressEvent(event);
}

void MainWindow::openSpotlight(const QString &firstText)
{
    m_feed.wake();
    m_places.remember();
    listCommands();
    m_spotlight->setElsewhere(int(contextsElsewhere().size()));
    m_spotlight->open(firstText);
    Q_EMIT searching(m_spotlight->query());
}

/// Known, usable and not connected: signing in to them may ask the person something.
QStringList MainWindow::contextsElsewhere() const
{
    QStringList names;
    for (const auto &context : m_clusters.contexts()) {
        if (!context.problem && !m_clusters.opened(context.name))
            names << context.name;
    }
    return names;
}

void MainWindow::searchElsewhere()
{
    for (const auto &context : contextsElsewhere())
        m_clusters.cluster(context);
    m_feed.wake();
    m_spotlight->setElsewhere(int(contextsElsewhere().size()));
}

/// Shows Spotlight what can be done where the person was.
void MainWindow::listCommands()
{
    const CommandPlaces::Remembered whereThePersonWas(m_places);
    std::vector<SpotlightEntry> entries;
    for (const auto &command : m_commands.all()) {
        if (!command.canRun())
            continue;
        const auto about = command.about ? command.about() : QString();
        entries.push_back(
            {.type = SpotlightEntry::Type::Command,
             .name = about.isEmpty() ? command.name : QString(command.name + u": "_s + about),
             .id = command.id,
             .shortcut = shortcutText(command),
             .aliases = command.aliases});
    }
    m_index.setSource(u"commands"_s, entries);
}

void MainWindow::runCommand(const QString &id)
{
    const CommandPlaces::Remembered whereThePersonWas(m_places);
    const auto &place = m_places.remembered();
    if (m_document.krate(place.krate) && !m_canvas->isLent(place.window))
        m_canvas->setFocusedWindow(place.window); // the pointer may have left it since
    m_commands.run(id);
}

void MainWindow::showForwards()
{
    m_opener.openOwn(m_places.context(), ForwardKind, tr("Port forwards"));
}

void MainWindow::showHelp()
{
    if (!m_help) {
        m_help = new HelpPanel(m_commands, m_look, m_canvas);
        connect(m_help, &HelpPanel::closed, this, &MainWindow::takeKeysBack);
        connect(m_help, &HelpPanel::commandChosen, &m_commands, &CommandSet::run);
    }
    m_help->open();
}

static const auto RelaysCommand = u"relays.show"_s; // of RelayDesk, when there is one

void MainWindow::showSettings()
{
    if (!m_settings) {
        m_settings = new SettingsPanel(m_preferences, m_marks, m_clusters, m_look, m_canvas);
        connect(m_settings, &SettingsPanel::closed, this, &MainWindow::takeKeysBack);
        if (m_commands.find(RelaysCommand))
            m_settings->offerRelays();
        connect(m_settings, &SettingsPanel::relaysWanted, this, [this] {
            m_settings->dismiss();
            m_commands.run(RelaysCommand);
        });
    }
    m_settings->open();
}

void MainWindow::addCommands()
{
    addSearchCommands();
    addSpotlightKeys();
    addYardCommands();
    addKrateCommands();
    addKubectlCommand();
    const auto subject = [this] { return m_places.subject(); };
    m_actions->addCommands(m_commands, subject);
    m_tools->addCommands(m_commands, subject);
    addMarkCommands();
    addClusterCommands();
    addApplicationCommands();
    addWindowKeys(m_commands, [this] { return m_places.window(); });
    addContextCommands();
}

void MainWindow::addSearchCommands()
{
    m_commands.add({.id = u"search.open"_s,
                    .name = tr("Find anything, or do anything"),
                    .group = tr("Spotlight"),
                    .aliases = {tr("palette"), tr("search")},
                    .shortcuts = {keys(u"Ctrl+K"_s), keys(u"Ctrl+P"_s), keys(u"Ctrl+Shift+P"_s)},
                    .run = [this] { openSpotlight({}); },
                    .everywhere = {keys(u"Ctrl+Shift+P"_s)}});
}

void MainWindow::addSpotlightKeys()
{
    const auto tell = [this](const QString &id, const QString &name, const QString &shortcut) {
        m_commands.add(
            {.id = u"search."_s + id,
             .name = name,
             .group = tr("Spotlight"),
             .shortcuts = shortcut.isEmpty() ? QList<QKeySequence>{} : QList{keys(shortcut)}});
    };
    tell(u"type"_s, tr("Type over the empty yard, or click it: find what is typed"), u"/"_s);
    tell(u"open-row"_s, tr("Open what is selected"), u"Return"_s);
    tell(u"view"_s, tr("With Alt and Y, D, L, S, C or I: open its YAML, description, logs…"), {});
    tell(u"kind"_s, tr("After a kind such as pod or svc: only that kind"), u"Tab"_s);
    tell(u"pin"_s, tr("Pin what is selected, or let go of it"), u"Ctrl+D"_s);
    tell(u"elsewhere"_s, tr("Search the other contexts, too"), u"Alt+A"_s);
    tell(u"close"_s, tr("Close Spotlight"), u"Esc"_s);
}

void MainWindow::addClusterCommands()
{
    const auto group = tr("Clusters");
    m_commands.add({.id = u"cluster.manifest"_s,
                    .name = tr("Create from YAML"),
                    .group = group,
                    .aliases = {tr("apply"), tr("new object")},
                    .shortcuts = {keys(u"Ctrl+N"_s)},
                    .run = [this] { openManifest({}); }});
    m_commands.add({.id = u"cluster.everything"_s,
                    .name = tr("Everything in this context's namespace"),
                    .group = group,
                    .aliases = {tr("all kinds"), tr("overview")},
                    .run = [this] { m_opener.openEverything(m_places.context(), {}); }});
    m_commands.add({.id = u"cluster.forwards"_s,
                    .name = tr("Port forwards"),
                    .group = group,
                    .shortcuts = {keys(u"Ctrl+Shift+F"_s)},
                    .run = [this] { showForwards(); }});
    m_commands.add(
        {.id = u"cluster.journal"_s,
         .name = tr("Journal: what I changed"),
         .group = group,
         .aliases = {tr("audit"), tr("history")},
         .shortcuts = {keys(u"Ctrl+J"_s)},
         .run = [this] { m_opener.openOwn(m_places.context(), JournalKind, tr("Journal")); }});
    m_commands.add({.id = u"cluster.debug-pods"_s,
                    .name = tr("Debug pods that remain"),
                    .group = group,
                    .run = [this] { m_tools->debugPanel().askRemains(m_places.context()); }});
    m_commands.add({.id = u"cluster.reload"_s,
                    .name = tr("Read the kubeconfig again"),
                    .group = group,
                    .aliases = {tr("refresh"), tr("reload")},
                    .shortcuts = {keys(u"F5"_s)},
                    .run = [this] { m_clusters.reload(); }});
}

void MainWindow::addApplicationCommands()
{
    const auto group = tr("Application");
    m_commands.add({.id = u"app.theme"_s,
                    .name = tr("Change between dark and light"),
                    .group = group,
                    .aliases = {tr("theme")},
                    .shortcuts = {keys(u"Ctrl+Shift+L"_s)},
                    .run = [this] { Q_EMIT themeToggled(); }});
    m_commands.add({.id = u"app.settings"_s,
                    .name = tr("Settings"),
                    .group = group,
                    .aliases = {tr("preferences"), tr("options"), tr("language")},
                    .shortcuts = {keys(u"Ctrl+,"_s)},
                    .run = [this] { showSettings(); }});
    m_commands.add({.id = u"app.help"_s,
                    .name = tr("Help: keys and words"),
                    .group = group,
                    .aliases = {tr("shortcuts"), tr("manual")},
                    .shortcuts = {keys(u"F1"_s), keys(u"?"_s)},
                    .run = [this] { showHelp(); }});
    m_commands.add({.id = u"app.quit"_s,
                    .name = tr("Quit Krateyard"),
                    .group = group,
                    .aliases = {u"quit"_s, u"exit"_s, tr("close")},
                    .shortcuts = {keys(u"Ctrl+Q"_s)},
                    .run = [this] { close(); }});
}

/// One for each context of the kubeconfig, which come and go.
void MainWindow::addContextCommands()
{
    QStringList outdated;
    for (const auto &command : m_commands.all()) {
        if (command.id.startsWith("context/"_L1))
            outdated << command.id;
    }
    for (const auto &entry : m_clusters.contexts()) {
        const auto id = QString(u"context/"_s + entry.name);
        outdated.removeAll(id);
        m_commands.add({.id = id,
                        .name = tr("Use context %1").arg(entry.name),
                        .group = tr("Contexts"),
                        .aliases = {u"kubectx "_s + entry.name},
                        .run = [this, name = entry.name] {
                            m_clusters.setCurrent(name);
                            m_clusters.cluster(name);
                        }});
    }
    for (const auto &id : outdated)
        m_commands.remove(id);
}

} // namespace workspace
