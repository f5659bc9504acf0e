// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of Desktop that wires what stands beside the yard: notifications, links,
// pictures, saved views, the report.

#include "app/desktop.h"

#include "app/desktopextras.h"
#include "app/screenshot.h"
#include "workspace/canvas/yardcanvas.h"
#include "workspace/relays/relaydesk.h"
#include "workspace/report/recentlog.h"
#include "workspace/report/report.h"
#include "workspace/report/reportpanel.h"
#include "workspace/topbar/noticebar.h"

#include <QDir>
#include <QGuiApplication>
#include <QScreen>

using namespace Qt::StringLiterals;

namespace app {

Desktop::~Desktop()
{
    keepGeometry();
    m_keeper.flush();
    m_sessionFile.flush();
}

void Desktop::addExtras()
{
    const workspace::SharingDesk::Parts shared{.window = m_window,
                                               .library = m_library,
                                               .keeper = m_keeper,
                                               .document = m_document,
                                               .session = m_session,
                                               .tokens = *m_tokens,
                                               .look = m_look};
    m_extras = std::make_unique<DesktopExtras>(m_window, m_clusters, m_document, m_identities,
                                               m_preferences, m_session, m_look, shared);
    wireTogether();
    m_window.commands().add({.id = u"report.show"_s,
                             .name = tr("Report a problem"),
                             .group = tr("Application"),
                             .aliases = {tr("bug"), tr("support")},
                             .run = [this] { showReport(); }});
}

/// Comments know whom "@" offers, and who reads them; versions of a yard of one's own lie beside
/// it.
void Desktop::wireTogether()
{
    auto &extras = *m_extras;
    const auto takeName = [&extras] { extras.comments.setMe(extras.sharing.profile().name); };
    connect(&extras.sharing, &workspace::SharingDesk::profileChanged, this, takeName);
    takeName();
    const auto &people = extras.sharing.connection().people();
    connect(&people, &workspace::YardPeople::changed, this, [&extras, &people] {
        QStringList names;
        for (const auto &person : people.all()) {
            if (!person.isSelf)
                names.append(person.presence.name);
        }
        extras.comments.setPeople(names);
    });
    connect(&m_keeper, &workspace::YardKeeper::opened, this, [this, &extras] {
        const QString folder = m_setup.places.yards + u"/versions/"_s + m_keeper.current();
        extras.versions.setLocalFolder(m_keeper.hasLibrary() ? folder : QString());
    });
}

void Desktop::openLink(const QString &link)
{
    if (workspace::ShareAddress::isJoinLink(link))
        m_extras->sharing.openLink(link);
    else
        m_extras->links.open(link);
}

void Desktop::showReport()
{
    if (!m_report) {
        m_report = new workspace::ReportPanel(m_look, &m_window.canvas());
        connect(m_report, &workspace::ReportPanel::written, this, [this](const QString &path) {
            m_window.notices().say(tr("The report is in %1.").arg(QDir::toNativeSeparators(path)));
        });
    }
    QStringList screens;
    for (const auto *screen : QGuiApplication::screens())
        screens.append(u"%1x%2 at %3"_s.arg(screen->size().width())
                           .arg(screen->size().height())
                           .arg(screen->devicePixelRatio()));
    m_report->ask(workspace::reportText({.preferences = m_preferences.values(),
                                         .session = m_session,
                                         .document = m_document,
                                         .clusters = m_clusters,
                                         .log = m_setup.log ? m_setup.log->lines() : QStringList(),
                                         .screens = screens,
                                         .platform = QGuiApplication::platformName()}));
}

} // namespace app
