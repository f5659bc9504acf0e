// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop.h"

#include "app/desktopextras.h"
#include "app/personsettings.h"
#include "app/screenshot.h"
#include "app/themechoice.h"
#include "workspace/clusters/kubeconfigchoice.h"
#include "workspace/relays/relaydesk.h"
#include "workspace/sharing/keychaintokens.h"
#include "workspace/topbar/noticebar.h"
#include "workspace/topbar/topbar.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace app {

/// A picture keeps nothing.
static std::unique_ptr<workspace::TokenKeeper> tokensFor(const Desktop::Setup &setup)
{
    if (setup.places.tokens.isEmpty())
        return std::make_unique<workspace::ForgetfulTokens>();
    return std::make_unique<workspace::KeychainTokens>(setup.places.tokens);
}

Desktop::Desktop(const Setup &setup)
    : m_setup(setup)
    , m_look(themeFor(preferencesIn(m_settings).theme, setup.options.light))
    , m_sessionFile(m_session, setup.places.session)
    , m_tokens(tokensFor(setup))
    , m_clusters(setup.files, setup.places.discovery)
    , m_identities(m_clusters, m_session)
    , m_relays(m_clusters, *m_tokens)
    , m_window(m_clusters, m_document, m_preferences, m_session, m_look)
    , m_library(setup.places.yards)
    , m_keeper(m_library, m_document, m_window.canvas(), m_session)
    , m_switcher(m_library, m_keeper, m_window.commands(), m_window.notices(), m_look,
                 m_window.canvas())
    , m_wantsLight(setup.options.light)
{
    m_document.setClusterNames(m_identities);
    keepThings();
    followTheme();
    followLanguage();
    addExtras();
    addRelays();
    openYard();
    sayWhatIsShown();
    m_window.canvas().setDrafts(setup.drafts);
    restoreWindow();
    openAsked(m_setup.options);
    offerStart();
    m_window.show();
    if (isPicture())
        m_screenshot = std::make_unique<Screenshot>(
            m_window, [this] { return m_window.isSettled(); }, m_setup.options.screenshot);
}

void Desktop::keepThings()
{
    auto &notices = m_window.notices();
    keepPreferences(m_settings, m_preferences, this);
    const auto problems = m_sessionFile.load();
    for (const auto &problem : problems)
        notices.say(problem);
    connect(&m_sessionFile, &workspace::SessionFile::saveFailed, &notices,
            &workspace::NoticeBar::say);
    keepMarks(m_settings, m_window.contextMarks(), this);
    if (!m_setup.places.journal.isEmpty()) {
        const auto problem = m_window.journal().keepIn(m_setup.places.journal);
        if (!problem.isEmpty())
            notices.say(problem);
    }
    if (m_setup.isDemo)
        return;
    keepRelays(m_settings, m_relays, this);
    keepNamespaces(m_settings, m_window.namespaceMemory(), this);
    keepForwards(m_settings, m_window.forwards(), this);
    connect(&m_clusters, &workspace::ClusterSet::currentChanged, this,
            [this] { m_settings.setValue(u"context"_s, m_clusters.current()); });
}

void Desktop::openYard()
{
    auto &notices = m_window.notices();
    auto &topBar = m_window.topBar();
    connect(&m_keeper, &workspace::YardKeeper::said, &notices, &workspace::NoticeBar::say);
    const auto showName = [this, &topBar] {
        topBar.setYardName(m_keeper.name());
        topBar.setYardsOffered(m_keeper.hasLibrary());
    };
    connect(&m_keeper, &workspace::YardKeeper::opened, this, showName);
    connect(&m_keeper, &workspace::YardKeeper::renamed, this, showName);
    connect(&topBar, &workspace::TopBar::yardsRequested, &m_switcher,
            &workspace::YardSwitcher::showMenu);
    if (m_setup.places.yards.isEmpty())
        return m_keeper.openFile(m_setup.places.yard);
    const auto name = m_setup.isDemo ? tr("demo") : tr("my yard");
    const auto problems = m_library.load(m_setup.places.yard, name);
    for (const auto &problem : problems)
        notices.say(problem);
    m_keeper.openLast(name);
}

workspace::YardCanvas::Drafts Desktop::drafts()
{
    return m_window.canvas().drafts();
}

void Desktop::sayWhatIsShown()
{
    if (m_setup.isDemo)
        m_window.notices().say(tr("This is the demo cluster: nothing here is real."));
}

void Desktop::openAsked(const DesktopOptions &options)
{
    auto context = options.context;
    if (context.isEmpty() && !m_setup.isDemo && m_setup.options.kubeconfig.isEmpty()
        && m_clusters.openedNames().isEmpty())
        context = m_settings.value(u"context"_s).toString();
    if (!options.context.isEmpty() && !m_clusters.context(context))
        m_window.notices().say(
            tr("%1 has no context “%2”. Used is “%3”.")
                .arg(m_clusters.files().join(u", "_s), context, m_clusters.current()));
    m_clusters.setCurrent(context);
    if (!wantsStart())
        m_clusters.cluster(m_clusters.current());
    m_window.setOpeningZoom(options.zoom);
    auto targets = options.open;
    if (targets.empty() && m_document.krates().empty() && m_setup.isDemo)
        targets = {{.kind = u"pods"_s}, {.kind = u"deployments"_s}};
    for (const auto &target : targets)
        m_window.openTarget(target, options.nameSpace);
    for (const auto &link : options.links)
        openLink(link);
}

void Desktop::take(const DesktopOptions &options, const QString &folder)
{
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.show();
    if (!m_window.isActiveWindow()) {
        m_window.raise();
        m_window.activateWindow();
    }
    if (!options.kubeconfig.isEmpty()) {
        const auto files =
            workspace::chosenKubeconfig(QDir(folder).absoluteFilePath(options.kubeconfig));
        if (!files)
            return m_window.notices().say(files.error());
        m_clusters.setFiles(*files);
    }
    openAsked(options);
}

} // namespace app
