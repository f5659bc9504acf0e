// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/demoyard.h"

#include "workspace/mainwindow/contentmaker.h"
#include "workspace/yard/yardactions.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace workspace;

/// Krates of others that this person may not look into.
class LockedKratesTest : public QObject, private support::DemoYard
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(serve()); }
    void init()
    {
        QTest::failOnWarning();
        QVERIFY(openConnectedYard());
    }
    void cleanup() { closeYard(); }

    void whatMayNotBeReadIsLocked()
    {
        m_demo.script().forbid({.resource = u"configmaps"_s});
        const auto krate = openConfig();
        QTRY_VERIFY(status(krate).isLocked);
        QCOMPARE(status(krate).word, u"Locked"_s);
        // Verb, resource, namespace, cluster.
        for (const auto &word : {u"get"_s, u"configmaps"_s, u"shop"_s, u"demo"_s})
            QVERIFY2(status(krate).sentence.contains(word), qPrintable(status(krate).sentence));
        QTRY_VERIFY(content(krate) && content(krate)->isLocked());
        QCOMPARE(content(krate)->accessibleText(), status(krate).sentence);
        takePicture(u"locked"_s);
    }

    void itsWindowsDoNotKeepAsking()
    {
        m_demo.script().forbid({.resource = u"configmaps"_s});
        const auto krate = openConfig();
        QTRY_VERIFY(content(krate) && content(krate)->isLocked());
        QVERIFY(!content(krate)->content()); // nothing is there that could
    }

    void itOpensWithTheRight()
    {
        m_demo.script().forbid({.resource = u"configmaps"_s});
        const auto krate = openConfig();
        QTRY_VERIFY(content(krate) && content(krate)->isLocked());
        m_demo.script().clear();
        QTest::mouseClick(&m_window->canvas(), Qt::LeftButton, {}, inWindow(krate));
        QTRY_VERIFY(!status(krate).isLocked);
        QTRY_VERIFY(content(krate)->content());
    }

    void whoMayReadButNotListIsNotLocked()
    {
        m_demo.script().forbid({.verb = u"list"_s, .resource = u"configmaps"_s});
        m_demo.script().forbid({.verb = u"watch"_s, .resource = u"configmaps"_s});
        const auto krate = openConfig();
        QTRY_VERIFY(content(krate) && content(krate)->content());
        QTRY_COMPARE(content(krate)->freshness(), WindowContent::Freshness::Live);
        QVERIFY(!status(krate).isLocked);
    }

    void aClusterWithoutAContextIsNamed()
    {
        const auto krate =
            yard::open(*m_document, config(u"uid:6fa844bc-a066-543b-943a-0b057b6fc240"_s),
                       {View::Yaml}, m_window->canvas().viewCentre());
        QTRY_VERIFY(content(krate) && content(krate)->isLocked());
        QVERIFY(content(krate)->accessibleText().contains(u"no context for this cluster"_s));
        QCOMPARE(status(krate).word, u"No context"_s);
        const auto named = yard::open(*m_document, config(u"theirs"_s), {View::Yaml},
                                      m_window->canvas().viewCentre() + QPointF(0, 500));
        QVERIFY(status(named).sentence.contains(u"“theirs”"_s));
        takePicture(u"no-context"_s);
    }

private:
    static KrateRecord config(const QString &cluster)
    {
        return {.cluster = cluster,
                .object = ObjectId{u"v1"_s, u"ConfigMap"_s, u"shop"_s, u"app-config"_s},
                .label = u"app-config"_s};
    }

    QString openConfig()
    {
        return yard::open(*m_document, config(u"demo"_s), {View::Yaml},
                          m_window->canvas().viewCentre());
    }

    KrateStatus status(const QString &krate) const
    {
        return m_window->contents().status(*m_document->krate(krate));
    }

    DeferredContent *content(const QString &krate) const
    {
        const auto &windows = m_document->krate(krate)->windows;
        return qobject_cast<DeferredContent *>(m_window->canvas().contentOf(windows.front().id));
    }

    QPoint inWindow(const QString &krate) const
    {
        const auto *record = m_document->krate(krate);
        const auto rect = record->windows.front().rect.translated(record->position);
        return m_window->canvas().toScreen(rect.center()).toPoint();
    }
};

QTEST_MAIN(LockedKratesTest)
#include "tst_lockedkrates.moc"
