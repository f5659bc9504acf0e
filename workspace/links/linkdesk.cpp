// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/links/linkdesk.h"

#include "workspace/canvas/yardcanvas.h"
#include "workspace/clusters/clusterset.h"
#include "workspace/mainwindow/mainwindow.h"
#include "workspace/tools/askpanel.h"
#include "workspace/topbar/noticebar.h"
#include "workspace/window/windowcontent.h"
#include "workspace/yard/yarddocument.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

LinkDesk::LinkDesk(MainWindow &window, ClusterSet &clusters, YardDocument &document, Look &look)
    : m_window(window)
    , m_clusters(clusters)
    , m_document(document)
    , m_panel(new AskPanel(look, &window.canvas()))
{
    m_window.commands().add({.id = u"link.copy"_s,
                             .name = tr("Copy a link to this window"),
                             .group = tr("Krate"),
                             .aliases = {tr("permalink"), tr("share")},
                             .run = [this] { QGuiApplication::clipboard()->setText(link()); },
                             .isEnabled = [this] { return !link().isEmpty(); }});
}

QString LinkDesk::link() const
{
    const auto *krate = m_document.krate(m_window.commandedKrate());
    if (!krate)
        return {};
    const auto window =
        std::ranges::find(krate->windows, m_window.commandedWindow(), &WindowRecord::id);
    const auto view = window == krate->windows.end() ? View::Yaml : window->view;
    const auto *content =
        window == krate->windows.end() ? nullptr : m_window.canvas().contentOf(window->id);
    return linkTo(*krate, view, content ? content->options() : ViewOptions()).toString();
}

void LinkDesk::open(const QString &text)
{
    const auto link = DeepLink::parse(text);
    if (!link)
        return m_window.notices().say(link.error());
    if (!m_clusters.context(link->context))
        return m_window.notices().say(tr("A link asks for context “%1”, which your kubeconfig does "
                                         "not have. Add it there, or "
                                         "ask who sent the link how that cluster is called here.")
                                          .arg(link->context));
    if (m_clusters.opened(link->context))
        return show(*link);
    const auto what = link->target.name.isEmpty()
        ? link->target.kind
        : QString(link->target.kind + u' ' + link->target.name);
    m_panel->askWhether(tr("A link wants to open context “%1”").arg(link->context),
                        tr("It asks to be shown %1 there. That context is not in use now: opening "
                           "it signs in to its "
                           "cluster. Open it only if you trust who sent the link.")
                            .arg(what),
                        tr("Open"), AskPanel::Weight::Ordinary, [this, link = *link] {
                            show(link);
                            return QString();
                        });
}

void LinkDesk::show(const DeepLink &link)
{
    m_window.openTarget(link.target, {}, link.context);
}

} // namespace workspace
