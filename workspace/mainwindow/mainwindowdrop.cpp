// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of MainWindow that takes files that are dropped; and makes manifests and menus.

#include "workspace/mainwindow/mainwindow.h"

#include "workspace/clusters/kubeconfigchoice.h"
#include "workspace/mainwindow/contentmenu.h"
#include "workspace/topbar/noticebar.h"
#include "workspace/yard/kinds.h"

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
    const auto context = m_places.context();
    if (!path.isEmpty()) {
        if (const auto problem = m_maker.manifests().openFile(context, path); !problem.isEmpty())
            m_notices->say(problem);
    }
    m_opener.openOwn(context, ManifestKind, tr("Create from YAML"));
}

} // namespace workspace
