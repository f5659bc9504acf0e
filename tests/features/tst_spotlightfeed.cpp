// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/demoyard.h"

#include "workspace/spotlight/spotlightpanel.h"

#include <QApplication>
#include <QTest>

using namespace Qt::StringLiterals;
using workspace::SpotlightEntry;
using workspace::View;

/// What Spotlight finds in the clusters of a person with two contexts, and what it remembers.
class SpotlightFeedTest : public QObject, private support::DemoYard
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(serve());
        // A second context, to the same server, that nobody has opened.
        QFile file(m_folder.filePath(u"kubeconfig"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        auto text = file.readAll();
        file.close();
        text.replace("contexts:\n",
                     "contexts:\n- name: second\n  context: {cluster: demo, user: demo}\n");
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }
    void init() { QVERIFY(openYard()); }
    void cleanup() { closeYard(); }

    void objectsOfCustomKindsAreFound()
    {
        type(u"orders-weekly"_s);
        QTRY_VERIFY(!spotlight()->hits().empty());
        QTRY_COMPARE(spotlight()->hits().front().entry.object.kind, u"Backup"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Y, Qt::AltModifier);
        QTRY_COMPARE(m_document->krates().size(), 1UL);
        QCOMPARE(m_document->krates().begin()->second.object->nameSpace, u"shop"_s);
        QTRY_VERIFY(m_window->isSettled());
    }

    void contextsThatAreNotOpenAreSearchedWhenAskedFor()
    {
        type(u"orders-weekly"_s);
        QTRY_COMPARE(spotlight()->hits().size(), 1UL);
        QVERIFY(!m_clusters->opened(u"second"_s)); // looking does not sign in anywhere
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_A, Qt::AltModifier);
        QVERIFY(m_clusters->opened(u"second"_s));
        QTRY_COMPARE(spotlight()->hits().size(), 2UL);
        QStringList clusters;
        for (const auto &hit : spotlight()->hits())
            clusters << hit.entry.cluster;
        clusters.sort();
        QCOMPARE(clusters, QStringList({u"demo"_s, u"second"_s}));
        QCOMPARE(spotlight()->query(), u"orders-weekly"_s);
    }

    void whatWasOpenedAndPinnedIsThereAfterARestart()
    {
        m_session.restore({});
        type(u"orders-daily"_s);
        QTRY_VERIFY(!spotlight()->hits().empty());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_D, Qt::ControlModifier);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        type(u"journal"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(m_document->krates().size(), 1UL);
        QVERIFY(!m_session.section(u"pins"_s).isEmpty());
        closeYard();
        QVERIFY(openYard());
        type({});
        const auto &hits = spotlight()->hits();
        QCOMPARE(hits.size(), 2UL);
        QCOMPARE(hits[0].entry.name, u"orders-daily"_s);
        QCOMPARE(hits[1].entry.id, u"cluster.journal"_s);
        QVERIFY(!hits[1].entry.shortcut.isEmpty()); // as it is now, not as it was kept
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(m_document->krates().size(), 1UL);
        QCOMPARE(m_document->krates().begin()->second.object->kind, u"Backup"_s);
        QTRY_VERIFY(m_window->isSettled());
    }

private:
    workspace::SpotlightPanel *spotlight() const
    {
        return m_window->findChild<workspace::SpotlightPanel *>();
    }

    void type(const QString &text)
    {
        m_window->canvas().setFocus();
        QTest::keyClick(&m_window->canvas(), Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), text);
    }
};

QTEST_MAIN(SpotlightFeedTest)
#include "tst_spotlightfeed.moc"
