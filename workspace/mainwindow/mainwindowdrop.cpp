// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of MainWindow that takes what is dropped: rows of lists, manifests as files; and makes
// manifests and menus.

#include "workspace/mainwindow/mainwindow.h"

#include "workspace/canvas/yardcanvas.h"
#include "workspace/clusters/clusterset.h"
#include "workspace/clusters/kubeconfigchoice.h"
#include "workspace/mainwindow/contentmenu.h"
#include "workspace/topbar/noticebar.h"
#include "workspace/yard/kinds.h"
#include "workspace/yard/yardactions.h"

#include <QDragEnterEvent>
#include <QMenu>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace workspace {

static QString manifestIn(const QMimeData &data)
{
    const auto urls = data.urls();
    for (const auto &url : urls) {
        const auto path = url.toLocalFile();
        if (path.endsWith(".yaml"_L1) || path.endsWith(".yml"_L1) || path.endsWith(".json"_L1))
            return path;
    }
    return {};
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!manifestIn(*event->mimeData()).isEmpty() || !kubeconfigIn(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    if (const auto kubeconfig = kubeconfigIn(*event->mimeData()); !kubeconfig.isEmpty()) {
        event->acceptProposedAction();
        Q_EMIT kubeconfigDropped(kubeconfig);
        return;
    }
    const auto path = manifestIn(*event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    openManifest(path);
}

/// Rows that were dragged out of a list get their krates where they were let go.
void MainWindow::openDropped(const QString &krateId, const std::vector<ObjectId> &objects,
                             QPointF world)
{
    static constexpr size_t MostAtOnce = 12;
    const auto *source = m_document.krate(krateId);
    if (!source || objects.empty())
        return;
    std::vector<KrateRecord> wanted;
    for (size_t i = 0; i < qMin(objects.size(), MostAtOnce); ++i)
        wanted.push_back(
            {.cluster = source->cluster, .object = objects[i], .label = objects[i].name});
    const auto known = yard::find(m_document, wanted.front());
    yard::openAll(m_document, wanted, world);
    if (wanted.size() == 1 && !known.isEmpty())
        m_canvas->flyToKrate(known); // it is somewhere already
    if (objects.size() > MostAtOnce)
        m_notices->say(tr("The first %1 of %Ln objects are open now; drag the others in parts.",
                          nullptr, int(objects.size()))
                           .arg(MostAtOnce));
}

/// All main kinds of a namespace; when it is empty, of the context's own.
void MainWindow::openEverything(const QString &context, const QString &nameSpace)
{
    const auto *entry = m_clusters.context(context);
    auto where = nameSpace.isEmpty() && entry ? entry->nameSpace : nameSpace;
    if (where.isEmpty())
        where = u"default"_s;
    const CollectionScope scope{QString(OwnApiVersion), QString(EverythingKind), {where}};
    openKrate({.cluster = context,
               .collection = scope,
               .label = collectionLabel(ownKindLabel(scope.kind), scope.nameSpaces)},
              {View::Collection});
}

/// A menu of a window's own, where the pointer is.
void MainWindow::popUp(const std::vector<MenuEntry> &entries, QPoint at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addEntries(*menu, entries, *this);
    menu->popup(at);
}

void MainWindow::openManifest(const QString &path)
{
    const auto context = focusedContext();
    if (!path.isEmpty()) {
        if (const auto problem = m_maker.manifests().openFile(context, path); !problem.isEmpty())
            m_notices->say(problem);
    }
    openKrate({.cluster = context,
               .collection = CollectionScope{OwnApiVersion, ManifestKind},
               .label = tr("Create from YAML")},
              {View::Collection});
}

} // namespace workspace
