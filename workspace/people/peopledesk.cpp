// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/people/peopledesk.h"

#include "workspace/canvas/yardcanvas.h"
#include "workspace/mainwindow/mainwindow.h"
#include "workspace/topbar/topbar.h"

using namespace Qt::StringLiterals;

namespace workspace {

PeopleDesk::PeopleDesk(SharingDesk &sharing, MainWindow &window, Look &look)
    : m_sharing(sharing)
    , m_teller(sharing.connection(), window)
    , m_spectator(sharing.connection(), m_teller, window, look)
    , m_bar(new PeopleBar(sharing.connection(), look, &window.topBar()))
    , m_drawer(new PeopleDrawer({.connection = sharing.connection(),
                                 .spectator = m_spectator,
                                 .document = window.document(),
                                 .look = look},
                                window.canvas()))
{
    window.topBar().addPeople(*m_bar);
    m_teller.setProfile(sharing.profile());
    connect(&sharing, &SharingDesk::profileChanged, this,
            [this] { m_teller.setProfile(m_sharing.profile()); });
    connect(&m_teller, &PresenceTeller::said, &window, &MainWindow::sayInPassing);
    connect(m_bar, &PeopleBar::personChosen, &m_spectator, &Spectator::flyTo);
    connect(m_bar, &PeopleBar::drawerWanted, m_drawer, &PeopleDrawer::toggle);
    connect(m_bar, &PeopleBar::retryWanted, &sharing.connection(), &YardConnection::retryNow);
    connect(m_drawer, &PeopleDrawer::krateChosen, &window.canvas(), &YardCanvas::flyToKrate);
    connect(&sharing.connection(), &YardConnection::addressChanged, this, [this] {
        m_spectator.stop();
        m_spectator.setSummoning(false);
        if (!m_sharing.connection().isJoined())
            m_drawer->dismiss();
    });
    addCommands(window);
}

// They show what goes now, and belong to a window that stays for a while.
PeopleDesk::~PeopleDesk()
{
    delete m_drawer;
    delete m_bar;
}

void PeopleDesk::addCommands(MainWindow &window)
{
    auto &commands = window.commands();
    const auto group = tr("People");
    const auto isShared = [this] { return m_sharing.connection().isJoined(); };
    commands.add({.id = u"people.drawer"_s,
                  .name = tr("Who is here"),
                  .group = group,
                  .aliases = {tr("people"), tr("presence"), tr("admin")},
                  .run = [this] { m_drawer->toggle(); },
                  .isEnabled = isShared});
    commands.add({.id = u"people.summon"_s,
                  .name = tr("Bring everyone here"),
                  .group = group,
                  .run = [this] { m_spectator.setSummoning(true); },
                  .isEnabled =
                      [this] {
                          return m_spectator.maySummon() && !m_spectator.isSummoning()
                              && m_sharing.connection().people().others() > 0;
                      }});
    commands.add({.id = u"people.summon-stop"_s,
                  .name = tr("Stop bringing everyone here"),
                  .group = group,
                  .run = [this] { m_spectator.setSummoning(false); },
                  .isEnabled = [this] { return m_spectator.isSummoning(); }});
    commands.add({.id = u"people.spectate-stop"_s,
                  .name = tr("Stop spectating"),
                  .group = group,
                  .run = [this] { m_spectator.stop(); },
                  .isEnabled = [this] { return m_spectator.followed() != 0; }});
}

} // namespace workspace
