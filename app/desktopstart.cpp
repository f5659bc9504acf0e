// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of Desktop that finds clusters to begin with: kubeconfigs, relays, the first page, the
// demo.

#include "app/desktop.h"

#include "app/desktopextras.h"
#include "collab/signin/safeaddress.h"
#include "workspace/canvas/yardcanvas.h"
#include "workspace/clusters/kubeconfigchoice.h"
#include "workspace/firstrun/firstrunpage.h"
#include "workspace/relays/relaydesk.h"
#include "workspace/topbar/noticebar.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>

using namespace Qt::StringLiterals;

namespace app {

static const auto KubeconfigKey = u"kubeconfig"_s; ///< the file that was opened by hand
static const auto WelcomedKey = u"welcomed"_s;

void Desktop::offerStart()
{
    connect(&m_window, &workspace::MainWindow::kubeconfigDropped, this, &Desktop::useKubeconfig);
    // A kubeconfig may be written while the page waits for one.
    connect(&m_clusters, &workspace::ClusterSet::contextsChanged, this, &Desktop::showStart);
    addStartCommands();
    showStart();
}

/// Whether the person is to choose before anything is opened.
bool Desktop::wantsStart() const
{
    if (m_setup.isDemo || isPicture())
        return false;
    const auto &asked = m_setup.options;
    const bool isFirst = !m_settings.value(WelcomedKey).toBool() && m_document.krates().empty()
        && asked.open.empty() && asked.links.isEmpty() && asked.context.isEmpty();
    return isFirst || m_clusters.contexts().empty();
}

workspace::FirstRunPage &Desktop::startPage()
{
    using workspace::FirstRunPage;
    if (!m_start) {
        m_start = new FirstRunPage(m_clusters, m_look, &m_window.canvas());
        connect(m_start, &FirstRunPage::contextChosen, this, &Desktop::chooseContext);
        connect(m_start, &FirstRunPage::demoWanted, this, &Desktop::demoWanted);
        connect(m_start, &FirstRunPage::relayWanted, this, [this] { m_relayDesk->askNew(); });
        connect(m_start, &FirstRunPage::fileDialogWanted, this, &Desktop::askKubeconfig);
        connect(m_start, &FirstRunPage::kubeconfigWanted, this, &Desktop::useKubeconfig);
    }
    return *m_start;
}

bool Desktop::isStartHidden() const
{
    return !m_start || m_start->isHidden();
}

void Desktop::showStart()
{
    if (isStartHidden() && wantsStart())
        startPage().open();
}

void Desktop::addStartCommands()
{
    auto &commands = m_window.commands();
    const auto group = tr("Clusters");
    if (m_setup.isDemo) {
        commands.add(
            {.id = u"demo.leave"_s, .name = tr("Leave the demo"), .group = group, .run = [this] {
                 Q_EMIT demoLeft();
             }});
        return;
    }
    commands.add({.id = u"kubeconfig.open"_s,
                  .name = tr("Open a kubeconfig"),
                  .group = group,
                  .aliases = {tr("file")},
                  .run = [this] { askKubeconfig(); }});
    commands.add({.id = u"kubeconfig.usual"_s,
                  .name = tr("Use the usual kubeconfig again"),
                  .group = group,
                  .run = [this] { useUsualKubeconfig(); },
                  .isEnabled = [this] { return m_clusters.files() != m_setup.usualFiles.paths; }});
    commands.add({.id = u"demo.try"_s, .name = tr("Try the demo"), .group = group, .run = [this] {
                      Q_EMIT demoWanted();
                  }});
    commands.add({.id = u"start.show"_s,
                  .name = tr("Show the first page"),
                  .group = group,
                  .aliases = {tr("welcome")},
                  .run = [this] { startPage().open(); }});
}

void Desktop::chooseContext(const QString &context)
{
    m_settings.setValue(WelcomedKey, true);
    m_clusters.setCurrent(context);
    m_clusters.cluster(context);
    startPage().dismiss();
}

void Desktop::askKubeconfig()
{
    auto *dialog =
        new QFileDialog(&m_window, tr("Open a kubeconfig"), QDir::homePath() + u"/.kube"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setFilter(QDir::Files | QDir::AllDirs | QDir::Hidden | QDir::NoDotAndDotDot);
    connect(dialog, &QFileDialog::fileSelected, this, &Desktop::useKubeconfig);
    dialog->open();
}

/// From now on, also after a restart. Says what is wrong with it otherwise.
bool Desktop::useKubeconfig(const QString &path)
{
    const auto files = workspace::chosenKubeconfig(path);
    if (!files) {
        if (isStartHidden())
            m_window.notices().say(files.error());
        else
            m_start->explain(files.error());
        return false;
    }
    m_settings.setValue(KubeconfigKey, files->paths.first());
    if (m_start)
        m_start->explain({});
    m_clusters.setFiles(*files);
    if (isStartHidden())
        m_clusters.cluster(m_clusters.current());
    return true;
}

/// Clusters without a kubeconfig. The demo has its own.
void Desktop::addRelays()
{
    if (m_setup.isDemo)
        return;
    const auto yardRelay = [this] {
        const auto &connection = m_extras->sharing.connection();
        const auto relay = connection.isJoined() ? connection.address().httpBase() : QUrl();
        return collab::isSafeAddress(relay) ? relay : QUrl();
    };
    using workspace::RelayDesk;
    m_relayDesk = std::make_unique<RelayDesk>(RelayDesk::Parts{.window = m_window,
                                                               .clusters = m_clusters,
                                                               .relays = m_relays,
                                                               .look = m_look,
                                                               .yardRelay = yardRelay});
    connect(m_relayDesk.get(), &RelayDesk::browserWanted, this,
            [](const QUrl &page) { QDesktopServices::openUrl(page); });
    connect(m_relayDesk.get(), &RelayDesk::added, this, [this](const QStringList &contexts) {
        if (!isStartHidden())
            chooseContext(contexts.first());
    });
    connect(m_relayDesk.get(), &RelayDesk::closed, this, [this] {
        if (!isStartHidden())
            m_start->takeKeys();
    });
}

void Desktop::useUsualKubeconfig()
{
    m_settings.remove(KubeconfigKey);
    m_clusters.setFiles(m_setup.usualFiles);
    m_clusters.cluster(m_clusters.current());
}

} // namespace app
