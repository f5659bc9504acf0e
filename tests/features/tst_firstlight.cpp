// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/demo/apiserver.h"
#include "kube/demo/story/story.h"
#include "workspace/canvas/yardcanvas.h"
#include "workspace/clusters/clusterset.h"
#include "workspace/collection/collectioncontent.h"
#include "workspace/look/look.h"
#include "workspace/mainwindow/mainwindow.h"
#include "workspace/spotlight/spotlightpanel.h"
#include "workspace/window/deferredcontent.h"
#include "workspace/yard/yarddocument.h"

#include <QApplication>
#include <QFile>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using workspace::View;

/// A stranger's first minutes: search, open, look at one thing in every way, undo.
class FirstLightTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        demo::Story story(m_demo);
        QVERIFY(m_demo.listen());
        QFile file(m_folder.filePath(u"kubeconfig"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(m_demo.kubeconfig());
    }

    void init()
    {
        m_look = std::make_unique<workspace::Look>(workspace::Theme::darkTheme());
        m_document = std::make_unique<workspace::YardDocument>();
        m_clusters = std::make_unique<workspace::ClusterSet>(
            kube::KubeconfigFiles{{m_folder.filePath(u"kubeconfig"_s)}, true});
        m_window = std::make_unique<workspace::MainWindow>(*m_clusters, *m_document, *m_look);
        m_window->canvas().setMotion(false);
        m_window->resize(1400, 900);
        m_clusters->cluster(u"demo"_s);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->canvas().setFocus();
    }

    void cleanup()
    {
        m_window.reset();
        m_clusters.reset();
        m_document.reset();
        m_look.reset();
    }

    void typingOpensSpotlightAndEnterOpensACollection()
    {
        auto *spotlight = m_window->findChild<workspace::SpotlightPanel *>();
        QVERIFY(spotlight && !spotlight->isVisible());
        QTest::keyClick(&m_window->canvas(), Qt::Key_D, Qt::NoModifier);
        QTRY_VERIFY(spotlight->isVisible());
        QTest::keyClicks(QApplication::focusWidget(), u"eployments"_s);
        QTRY_VERIFY(!spotlight->hits().empty());
        QTRY_COMPARE(spotlight->hits().front().entry.type,
                     workspace::SpotlightEntry::Type::Collection);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(!spotlight->isVisible());
        QTRY_COMPARE(m_document->krates().size(), 1UL);
        QTRY_VERIFY(collection());
        QTRY_VERIFY(collection()->model().rowCount() > 5);
    }

    void enterOnARowOpensTheObjectAndUndoTakesItBack()
    {
        m_window->openTarget(*workspace::OpenTarget::parse(u"pods/shop"_s), {});
        QTRY_VERIFY(collection());
        QTRY_VERIFY(collection()->model().rowCount() > 0);
        auto &canvas = m_window->canvas();
        const auto &krate = m_document->krates().begin()->second;
        const auto world = krate.position + krate.windows.front().rect.center();
        const auto inside = canvas.toScreen(world).toPoint();
        QTest::mouseMove(&canvas, inside);
        QTRY_COMPARE(canvas.focusedWindow(), krate.windows.front().id);
        QTest::keyClick(&canvas, Qt::Key_Home);
        QTest::keyClick(&canvas, Qt::Key_Return);
        QTRY_COMPARE(m_document->krates().size(), 2UL);
        m_document->undo();
        QCOMPARE(m_document->krates().size(), 1UL);
    }

    void everyViewOfAPodShowsSomething()
    {
        QString pod;
        for (const auto &object : m_demo.store().list({{}, u"v1"_s, u"pods"_s}, u"shop"_s)) {
            if (object["status"_L1]["phase"_L1].toString() == "Running"_L1)
                pod = object["metadata"_L1]["name"_L1].toString();
        }
        QVERIFY(!pod.isEmpty());
        m_window->openTarget(
            *workspace::OpenTarget::parse(u"pod/shop/"_s + pod + u":yaml,describe,logs,shell"_s),
            {});
        QTRY_COMPARE(m_document->krates().size(), 1UL);
        const auto &krate = m_document->krates().begin()->second;
        QCOMPARE(krate.windows.size(), 4UL);
        for (const auto &record : krate.windows) {
            QTRY_VERIFY(m_window->canvas().contentOf(record.id));
            const auto *content = m_window->canvas().contentOf(record.id);
            QTRY_COMPARE_WITH_TIMEOUT(content->freshness(),
                                      workspace::WindowContent::Freshness::Live, 10'000);
            QVERIFY(!content->accessibleText().isEmpty());
        }
        QTRY_VERIFY(m_window->isSettled());
    }

private:
    workspace::CollectionContent *collection()
    {
        for (const auto &[id, krate] : m_document->krates()) {
            for (const auto &record : krate.windows) {
                auto *deferred = qobject_cast<workspace::DeferredContent *>(
                    m_window->canvas().contentOf(record.id));
                if (deferred && record.view == View::Collection && deferred->content())
                    return qobject_cast<workspace::CollectionContent *>(deferred->content());
            }
        }
        return nullptr;
    }

    QTemporaryDir m_folder;
    demo::ApiServer m_demo;
    std::unique_ptr<workspace::Look> m_look;
    std::unique_ptr<workspace::YardDocument> m_document;
    std::unique_ptr<workspace::ClusterSet> m_clusters;
    std::unique_ptr<workspace::MainWindow> m_window;
};

QTEST_MAIN(FirstLightTest)
#include "tst_firstlight.moc"
