// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/demo/apiserver.h"
#include "kube/demo/story/story.h"
#include "support/yardwindow.h"

#include <QFile>
#include <QTemporaryDir>

namespace support {

/// The main window on the demo cluster, as `krateyard demo` serves it.
class DemoYard : protected YardWindow
{
protected:
    /// Starts the server with its story and writes its kubeconfig; once.
    bool serve()
    {
        m_story = std::make_unique<demo::Story>(m_demo);
        QFile file(m_folder.filePath(QStringLiteral("kubeconfig")));
        return m_demo.listen() && file.open(QIODevice::WriteOnly)
            && file.write(m_demo.kubeconfig()) > 0;
    }

    /// Opens the window on an empty yard.
    bool openYard()
    {
        return openWindow({{m_folder.filePath(QStringLiteral("kubeconfig"))}, true},
                          QStringLiteral("demo"));
    }

    /// The same, and waits until the demo's kinds are known.
    bool openConnectedYard() { return openYard() && waitForKinds(QStringLiteral("demo")); }

    void closeYard()
    {
        closeWindow();
        m_demo.script().clear();
    }

    QTemporaryDir m_folder;
    demo::ApiServer m_demo;
    std::unique_ptr<demo::Story> m_story;
};

} // namespace support
