// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/canvas/yardcanvas.h"
#include "workspace/mainwindow/mainwindow.h"
#include "workspace/window/deferredcontent.h"
#include "workspace/yard/yarddocument.h"

namespace support {

/// What the first window of this view shows; nullptr until it is there.
template<typename Content>
Content *shown(workspace::MainWindow &window, const workspace::YardDocument &document,
               workspace::View view)
{
    for (const auto &[id, krate] : document.krates()) {
        for (const auto &record : krate.windows) {
            auto *deferred =
                qobject_cast<workspace::DeferredContent *>(window.canvas().contentOf(record.id));
            if (record.view == view && deferred && deferred->content())
                return qobject_cast<Content *>(deferred->content());
        }
    }
    return nullptr;
}

} // namespace support
