// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of MainWindow that knows what actions are about, and how careful each context is.

#include "workspace/canvas/yardcanvas.h"
#include "workspace/clusters/clusterset.h"
#include "workspace/commands/kubectltext.h"
#include "workspace/commands/passingnote.h"
#include "workspace/debug/debugpanel.h"
#include "workspace/detached/detachedwindow.h"
#include "workspace/detached/detachedwindows.h"
#include "workspace/detached/windowcommands.h"
#include "workspace/mainwindow/mainwindow.h"
#include "workspace/yard/kinds.h"
#include "workspace/yard/yarddocument.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

void MainWindow::showMenu(const QString &krateId, const QString &windowId, QPoint at)
{
    auto *content = windowId.isEmpty() ? nullptr : m_canvas->contentOf(windowId);
    if (const auto own = content ? content->ownMenu() : std::vector<MenuEntry>(); !own.empty())
        return popUp(own, at);
    const auto *krate = m_document.krate(krateId);
    if (!krate)
        return;
    const CommandPlace place{krateId, windowId};
    const auto subject = m_places.subjectAt(place);
    const auto lines = m_places.kubectlAt(place);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!subject.isEmpty()) {
        auto *title = menu->addAction(nameOf(subject) + u"  ·  "_s + subject.context);
        title->setEnabled(false);
        menu->addSeparator();
        m_actions->addTo(*menu, subject);
        m_tools->addTo(*menu, subject);
    }
    menu->addSeparator();
    const auto offer = [this, menu](const QString &label, const QString &text) {
        if (!text.isEmpty())
            connect(menu->addAction(label), &QAction::triggered, this,
                    [this, text] { copyKubectl(text); });
    };
    if (krate->collection && !subject.isEmpty())
        offer(tr("Copy as kubectl: %1").arg(nameOf(subject)),
              kubectlText(subject.context, subject.objects));
    offer(tr("Copy this view as kubectl"), lines);
    addWindowActions(*menu, place, *m_canvas, m_document, *m_detached);
    if (!subject.isEmpty())
        Q_EMIT menuAboutToShow(*menu, subject);
    menu->popup(at);
}

void MainWindow::copyKubectl(const QString &lines)
{
    QGuiApplication::clipboard()->setText(lines);
    sayInPassing(tr("Copied: %1").arg(lines.section(u'\n', 0, 0)));
}

/// Where the person is looking.
void MainWindow::sayInPassing(const QString &text)
{
    if (auto *shown = m_detached->window(m_detached->activeWindow()))
        shown->say(text);
    else
        m_note->say(text);
}

void MainWindow::addKubectlCommand()
{
    m_commands.add({.id = u"window.kubectl"_s,
                    .name = tr("Copy this view as kubectl"),
                    .group = tr("Krate"),
                    .aliases = {tr("command line"), u"cli"_s},
                    .shortcuts = {QKeySequence(u"Ctrl+Shift+K"_s, QKeySequence::PortableText)},
                    .run =
                        [this] {
                            const auto lines = m_places.kubectlAt(m_places.place());
                            if (lines.isEmpty())
                                sayInPassing(tr("kubectl has nothing like this window."));
                            else
                                copyKubectl(lines);
                        },
                    .isEnabled = [this] { return m_places.krate() != nullptr; },
                    .about = [this] { return titleOf(*m_places.krate()); },
                    .everywhere = {QKeySequence(u"Ctrl+Shift+K"_s, QKeySequence::PortableText)}});
}

/// A window was closed: when it was the last on a debug pod, whether that is to go, too.
void MainWindow::askAboutDebugPods()
{
    for (const auto &[context, session] : m_debugs.entries()) {
        if (session->state() != kube::DebugSession::State::Ready)
            continue;
        const ObjectId pod{u"v1"_s, u"Pod"_s, session->spec().nameSpace, session->pod()};
        const bool shown = std::ranges::any_of(m_document.krates(), [&](const auto &krate) {
            return krate.second.cluster == context && krate.second.object == pod;
        });
        if (!shown)
            return m_tools->debugPanel().askCleanUp();
    }
}

void MainWindow::takeMark(const QString &context)
{
    m_clusters.setReadOnly(context, m_marks.of(context).readOnly);
}

/// How careful the context in front of the person is to be treated.
void MainWindow::addMarkCommands()
{
    const auto add = [this](const QString &id, const QString &name, bool ContextMark::*which,
                            bool value) {
        m_commands.add({.id = u"context."_s + id,
                        .name = name,
                        .group = tr("Clusters"),
                        .run =
                            [this, which, value] {
                                const auto context = m_places.context();
                                auto mark = m_marks.of(context);
                                mark.*which = value;
                                m_marks.set(context, mark);
                            },
                        .isEnabled =
                            [this, which, value] {
                                const auto context = m_places.context();
                                return !context.isEmpty() && m_marks.of(context).*which != value;
                            },
                        .about = [this] { return m_places.context(); }});
    };
    add(u"read-only"_s, tr("Make this context read-only"), &ContextMark::readOnly, true);
    add(u"writable"_s, tr("Allow changes in this context"), &ContextMark::readOnly, false);
    add(u"production"_s, tr("Mark this context as production"), &ContextMark::production, true);
    add(u"ordinary"_s, tr("This context is not production"), &ContextMark::production, false);
}

} // namespace workspace
