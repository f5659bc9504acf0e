// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of MainWindow that takes manifests: as dropped files, or to be written.

#include "workspace/mainwindow/mainwindow.h"

#include "workspace/topbar/noticebar.h"
#include "workspace/yard/kinds.h"

#include <QDragEnterEvent>
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
    if (!manifestIn(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const auto path = manifestIn(*event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    openManifest(path);
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
