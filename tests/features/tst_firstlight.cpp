// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/demoyard.h"

#include "workspace/collection/collectioncontent.h"
#include "workspace/spotlight/spotlightpanel.h"

#include <QApplication>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using workspace::View;

/// A stranger's first minutes: search, open, look at one thing in every way, undo.
class FirstLightTest : public QObject, private support::DemoYard
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(serve()); }
    void init() { QVERIFY(openYard()); }
    void cleanup() { closeYard(); }

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
    workspace::CollectionContent *collection() const
    {
        return shown<workspace::CollectionContent>(View::Collection);
    }
};

QTEST_MAIN(FirstLightTest)
#include "tst_firstlight.moc"
