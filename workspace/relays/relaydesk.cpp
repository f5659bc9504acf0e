// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/relays/relaydesk.h"

#include "workspace/canvas/yardcanvas.h"
#include "workspace/clusters/clusterset.h"
#include "workspace/mainwindow/mainwindow.h"
#include "workspace/relays/relayaddress.h"
#include "workspace/relays/relaylist.h"
#include "workspace/relays/relaypanel.h"
#include "workspace/relays/relaytext.h"
#include "workspace/relays/relaytry.h"
#include "workspace/tools/askpanel.h"
#include "workspace/topbar/noticebar.h"
#include "workspace/topbar/topbar.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

RelayDesk::RelayDesk(const Parts &parts)
    : m_window(parts.window)
    , m_clusters(parts.clusters)
    , m_relays(parts.relays)
    , m_yardRelay(parts.yardRelay)
    , m_panel(new RelayPanel(parts.look, &parts.window.canvas()))
    , m_list(new RelayList(parts.relays, parts.look, &parts.window.canvas()))
    , m_ask(new AskPanel(parts.look, &parts.window.canvas()))
{
    connect(m_panel, &RelayPanel::signInWanted, this, &RelayDesk::tryToSignIn);
    connect(m_panel, &RelayPanel::abandoned, this, &RelayDesk::abandon);
    connect(m_panel, &RelayPanel::closed, this, &RelayDesk::closed);
    connect(m_list, &RelayList::addWanted, this, [this] {
        m_list->dismiss();
        askNew();
    });
    connect(m_list, &RelayList::signInWanted, this, [this](const QUrl &relay) {
        m_list->dismiss();
        askSignIn(relay);
    });
    connect(m_list, &RelayList::removeWanted, this, &RelayDesk::askRemove);
    addCommands();
    addLeads();
}

RelayDesk::~RelayDesk() = default;

void RelayDesk::addCommands()
{
    auto &commands = m_window.commands();
    const auto group = tr("Clusters");
    commands.add({.id = u"relays.add"_s,
                  .name = tr("Add clusters through a relay…"),
                  .group = group,
                  .aliases = {tr("gateway"), tr("sign in"), tr("without a kubeconfig")},
                  .run = [this] { askNew(); }});
    commands.add({.id = u"relays.show"_s,
                  .name = tr("Clusters through relays"),
                  .group = group,
                  .aliases = {tr("gateway"), tr("sign out"), tr("API key")},
                  .run = [this] { showRelays(); }});
    commands.add({.id = u"relays.signIn"_s,
                  .name = tr("Sign in at the relay again"),
                  .group = group,
                  .aliases = {tr("renew"), tr("gateway")},
                  .run =
                      [this] {
                          if (const auto *entry = m_clusters.context(m_clusters.current()))
                              askSignIn(entry->relay);
                      },
                  .isEnabled =
                      [this] {
                          const auto *entry = m_clusters.context(m_clusters.current());
                          return entry && !entry->relay.isEmpty();
                      }});
}

/// From where else a person comes here.
void RelayDesk::addLeads()
{
    m_window.topBar().setRelaysOffered(true);
    connect(&m_window.topBar(), &TopBar::relayWanted, this, &RelayDesk::askNew);
    connect(&m_window.notices(), &NoticeBar::signInWanted, this, &RelayDesk::askSignIn);
}

void RelayDesk::askNew()
{
    const auto relay = m_yardRelay ? m_yardRelay() : QUrl();
    const bool isOffered = !relay.isEmpty() && !m_relays.find(relay);
    m_panel->askNew(isOffered ? relay.toString() : QString());
}

void RelayDesk::askSignIn(const QUrl &relay)
{
    const auto entries = m_relays.entries();
    const auto known = std::ranges::find(
        entries, relay, [](const RelayClusters::Entry &entry) { return entry.record.relay; });
    if (known == entries.end())
        return;
    const bool hadKey = known->signIn == RelayTokens::State::Rejected;
    m_panel->askAgain(relay, hadKey ? RelayPanel::How::Key : RelayPanel::How::Browser,
                      signInSentence(known->signIn, shownRelay(relay)));
}

void RelayDesk::showRelays()
{
    m_list->openList();
}

void RelayDesk::abandon()
{
    if (!m_try)
        return;
    m_try->disconnect(this);
    m_try->disconnect(m_panel);
    m_try.release()->deleteLater(); // it may be what closes the panel
}

void RelayDesk::tryToSignIn(const QUrl &relay, const QString &key)
{
    abandon();
    m_panel->setTrying(tr("Asking %1…").arg(shownRelay(relay)));
    m_try = std::make_unique<RelayTry>(relay, key);
    connect(m_try.get(), &RelayTry::browserWanted, m_panel, &RelayPanel::setInBrowser);
    connect(m_try.get(), &RelayTry::browserWanted, this, &RelayDesk::browserWanted);
    connect(m_try.get(), &RelayTry::signedIn, m_panel, [this, relay] {
        m_panel->setTrying(tr("Signed in. Asking %1 for its clusters…").arg(shownRelay(relay)));
    });
    connect(m_try.get(), &RelayTry::failed, m_panel, &RelayPanel::explain);
    connect(m_try.get(), &RelayTry::entered, this,
            [this, relay](const RelayProof &proof, const collab::RelayOffer &offer) {
                enter(relay, proof, offer);
            });
    m_try->start();
}

void RelayDesk::enter(const QUrl &relay, const RelayProof &proof, const collab::RelayOffer &offer)
{
    m_panel->dismiss();
    const bool isNew = !m_relays.find(relay);
    m_relays.add(relay, proof, offer);
    if (!m_window.isActiveWindow()) { // the browser is before it
        m_window.raise();
        m_window.activateWindow();
    }
    const auto contexts = m_relays.contextsOf(relay);
    if (!isNew || contexts.isEmpty())
        return m_window.sayInPassing(tr("Signed in at %1.").arg(shownRelay(relay)));
    m_clusters.setCurrent(contexts.first());
    m_clusters.cluster(contexts.first());
    m_window.sayInPassing(
        tr("%n cluster(s) came through %1. In use is %2.", nullptr, int(contexts.size()))
            .arg(shownRelay(relay), contexts.first()));
    Q_EMIT added(contexts);
}

void RelayDesk::askRemove(const QUrl &relay)
{
    m_list->dismiss();
    m_ask->askWhether(tr("Remove the clusters of %1?").arg(shownRelay(relay)),
                      tr("You are signed out there, and its contexts leave your list. Krates of "
                         "its clusters stay in the yard, and are filled again when you add it "
                         "again."),
                      tr("Remove"), AskPanel::Weight::Ordinary, [this, relay] {
                          m_relays.remove(relay);
                          return QString();
                      });
}

} // namespace workspace
