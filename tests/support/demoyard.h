// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/demo/apiserver.h"
#include "kube/demo/story/story.h"
#include "support/shown.h"
#include "workspace/clusters/clusterset.h"
#include "workspace/look/look.h"
#include "workspace/session/session.h"
#include "workspace/settings/preferences.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace support {

/// The main window on the demo cluster, as `krateyard demo` serves it: what a test of the whole
/// desktop inherits.
class DemoYard
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
        m_document = std::make_unique<workspace::YardDocument>();
        m_clusters = std::make_unique<workspace::ClusterSet>(
            kube::KubeconfigFiles{{m_folder.filePath(QStringLiteral("kubeconfig"))}, true});
        auto values = m_preferences.values();
        values.motion = false;
        m_preferences.set(values);
        m_window = std::make_unique<workspace::MainWindow>(*m_clusters, *m_document, m_preferences,
                                                           m_session, m_look);
        m_window->resize(1400, 900);
        m_clusters->cluster(QStringLiteral("demo"));
        m_window->show();
        m_window->canvas().setFocus();
        return QTest::qWaitForWindowExposed(m_window.get());
    }

    void closeYard()
    {
        m_window.reset();
        m_clusters.reset();
        m_document.reset();
        m_demo.script().clear();
    }

    template<typename Content>
    Content *shown(workspace::View view) const
    {
        return support::shown<Content>(*m_window, *m_document, view);
    }

    QTemporaryDir m_folder;
    demo::ApiServer m_demo;
    std::unique_ptr<demo::Story> m_story;
    workspace::Look m_look{workspace::Theme::darkTheme()};
    workspace::Preferences m_preferences;
    workspace::Session m_session;
    std::unique_ptr<workspace::YardDocument> m_document;
    std::unique_ptr<workspace::ClusterSet> m_clusters;
    std::unique_ptr<workspace::MainWindow> m_window;
};

} // namespace support
