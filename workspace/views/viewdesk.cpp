// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/views/viewdesk.h"

#include "workspace/canvas/yardcanvas.h"
#include "workspace/clusters/clusterset.h"
#include "workspace/mainwindow/mainwindow.h"
#include "workspace/session/session.h"
#include "workspace/tools/askpanel.h"
#include "workspace/topbar/noticebar.h"

using namespace Qt::StringLiterals;

namespace workspace {

ViewDesk::ViewDesk(MainWindow &window, ClusterSet &clusters, YardDocument &document,
                   Preferences &preferences, Session &session, Look &look)
    : m_window(window)
    , m_clusters(clusters)
    , m_document(document)
    , m_preferences(preferences)
    , m_views(session)
    , m_panel(new AskPanel(look, &window.canvas()))
{
    connect(&session, &Session::restored, this, &ViewDesk::addCommands);
    addCommands();
}

void ViewDesk::addCommands()
{
    auto &commands = m_window.commands();
    const auto group = tr("Saved views");
    for (const auto &id : std::exchange(m_added, {}))
        commands.remove(id);
    commands.add({.id = u"view.save"_s,
                  .name = tr("Save what I see as a view"),
                  .group = group,
                  .aliases = {tr("bookmark")},
                  .run = [this] { askSave(); },
                  .isEnabled = [this] { return !m_document.krates().empty(); }});
    for (const auto &name : m_views.names()) {
        const QString to = u"view.show/"_s + name;
        const QString off = u"view.delete/"_s + name;
        commands.add({.id = to,
                      .name = tr("Go back to view %1").arg(name),
                      .group = group,
                      .run = [this, name] { show(name); }});
        commands.add({.id = off,
                      .name = tr("Delete view %1").arg(name),
                      .group = group,
                      .run = [this, name] { remove(name); }});
        m_added << to << off;
    }
}

void ViewDesk::askSave()
{
    m_panel->askName(tr("Save what I see as a view"), tr("Save"), {},
                     [this](const QString &name) { return save(name); });
}

QString ViewDesk::save(const QString &name)
{
    const auto done = m_views.save({.name = name,
                                    .krates = m_document.krates(),
                                    .camera = m_window.canvas().view(),
                                    .context = m_clusters.current(),
                                    .theme = m_preferences.values().theme});
    if (!done)
        return done.error();
    addCommands();
    return {};
}

void ViewDesk::show(const QString &name)
{
    const auto view = m_views.load(name);
    if (!view)
        return m_window.notices().say(view.error());
    m_views.restoreSections(*view);
    recall(m_document, *view);
    m_clusters.setCurrent(view->context);
    auto values = m_preferences.values();
    values.theme = view->theme;
    m_preferences.set(values);
    m_window.canvas().flyTo(view->camera);
}

void ViewDesk::remove(const QString &name)
{
    const auto before = m_views.load(name);
    m_views.remove(name);
    addCommands();
    if (!before)
        return;
    m_window.notices().offer(tr("The view “%1” was deleted.").arg(name), tr("Undo"),
                             [this, view = *before] {
                                 if (const auto done = m_views.save(view); !done)
                                     m_window.notices().say(done.error());
                                 addCommands();
                             });
}

} // namespace workspace
