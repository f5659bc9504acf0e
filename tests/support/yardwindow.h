// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/cluster.h"
#include "support/shown.h"
#include "workspace/clusters/clusterset.h"
#include "workspace/look/look.h"
#include "workspace/session/session.h"
#include "workspace/settings/preferences.h"

#include <QDir>
#include <QTest>

#include <memory>

namespace support {

/// The main window with all that app gives it, on an empty yard and without motion: what a test of
/// the whole desktop inherits.
class YardWindow
{
protected:
    /// Opens the window on the clusters of these files, and starts to connect to one of them.
    bool openWindow(const kube::KubeconfigFiles &files, const QString &context)
    {
        m_document = std::make_unique<workspace::YardDocument>();
        m_clusters = std::make_unique<workspace::ClusterSet>(files);
        m_clusters->setCurrent(context);
        auto values = m_preferences.values();
        values.motion = false;
        m_preferences.set(values);
        m_window = std::make_unique<workspace::MainWindow>(*m_clusters, *m_document, m_preferences,
                                                           m_session, m_look);
        m_window->resize(1400, 900);
        m_clusters->cluster(context);
        m_window->show();
        m_window->canvas().setFocus();
        return QTest::qWaitForWindowExposed(m_window.get());
    }

    /// Waits until it is known which kinds the cluster has.
    bool waitForKinds(const QString &context)
    {
        const auto *cluster = m_clusters->cluster(context);
        return QTest::qWaitFor([cluster] { return cluster->hasResources(); }, 20'000);
    }

    void closeWindow()
    {
        m_window.reset();
        m_clusters.reset();
        m_document.reset();
    }

    /// Saves the window for people to look at, when KRATEYARD_SCREENSHOTS names a folder.
    void takePicture(const QString &name) const
    {
        const auto folder = qEnvironmentVariable("KRATEYARD_SCREENSHOTS");
        if (folder.isEmpty())
            return;
        QTRY_VERIFY(m_window->isSettled());
        QTest::qWait(200); // pictures are renewed within a budget
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(m_window->grab().save(folder + u'/' + name + QStringLiteral(".png")));
    }

    template<typename Content>
    Content *shown(workspace::View view) const
    {
        return support::shown<Content>(*m_window, *m_document, view);
    }

    workspace::Look m_look{workspace::Theme::darkTheme()};
    workspace::Preferences m_preferences;
    workspace::Session m_session;
    std::unique_ptr<workspace::YardDocument> m_document;
    std::unique_ptr<workspace::ClusterSet> m_clusters;
    std::unique_ptr<workspace::MainWindow> m_window;
};

} // namespace support
