// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/editor/diffview.h"

#include "paintedhost.h"
#include "workspace/look/look.h"
#include "workspace/yaml/yamlhighlighting.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace workspace;

class DiffViewTest : public QObject
{
    Q_OBJECT

    using Choice = MergeChunk::Choice;

    Look m_look{Theme::darkTheme()};
    YamlHighlighting m_highlighting;

    static QString numbered(int count, const QList<int> &changed = {})
    {
        QString text;
        for (int i = 0; i < count; ++i)
            text += u"key%1: %2\n"_s.arg(i).arg(changed.contains(i) ? u"new"_s : u"old"_s);
        return text;
    }

    static int gaps(const DiffPane &pane)
    {
        return int(std::ranges::count(pane.rows(), DiffRow::Kind::Gap, &DiffRow::kind));
    }

    static Merge conflicting()
    {
        return {u"a\nreplicas: 1\nb\nc\nd\nimage: 1\n"_s, u"a\nreplicas: 2\nb\nc\nd\nimage: 2\n"_s,
                u"a\nreplicas: 3\nb\nC\nd\nimage: 3\n"_s};
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void keysGoFromChangeToChange()
    {
        DiffView view(m_highlighting, m_look);
        view.resize(700, 300);
        view.pane().setTexts(numbered(400), numbered(400, {20, 200, 380}));
        view.show();
        auto &pane = view.pane();
        QCOMPARE(pane.summary(), u"+3 −3"_s);
        QCOMPARE(pane.currentChange(), 0);
        const auto isShown = [&] {
            const auto row = std::ranges::find(pane.rows(), pane.currentChange(), &DiffRow::hunk);
            const auto rect = pane.rectOfRow(int(row - pane.rows().begin()));
            return rect.top() >= 0 && rect.bottom() <= view.height();
        };
        QTest::keyClick(&view, Qt::Key_N);
        QCOMPARE(pane.currentChange(), 1);
        QVERIFY(isShown());
        QTest::keyClick(&view, Qt::Key_F7);
        QCOMPARE(pane.currentChange(), 2);
        QVERIFY(isShown());
        QTest::keyClick(&view, Qt::Key_N); // goes round
        QCOMPARE(pane.currentChange(), 0);
        QTest::keyClick(&view, Qt::Key_P);
        QCOMPARE(pane.currentChange(), 2);
        QTest::keyClick(&view, Qt::Key_F7, Qt::ShiftModifier);
        QCOMPARE(pane.currentChange(), 1);
        QVERIFY(isShown());
        QVERIFY(view.accessibleName().contains(u"key200: new"_s));
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"-key200: old\n+key200: new\n"_s);
    }

    void aClickOpensAFoldedStretch()
    {
        DiffView view(m_highlighting, m_look);
        view.resize(700, 300);
        view.pane().setTexts(numbered(100), numbered(100, {50}));
        view.show();
        auto &pane = view.pane();
        QCOMPARE(gaps(pane), 2);
        QCOMPARE(pane.rows().front().count, 47);
        const auto gap = pane.rectOfRow(0).center().toPoint();
        QTest::mouseClick(&view, Qt::LeftButton, {}, gap);
        QCOMPARE(gaps(pane), 1);
        QCOMPARE(pane.rows().front().kind, DiffRow::Kind::Same);
        QTest::keyClick(&view, Qt::Key_O);
        QCOMPARE(gaps(pane), 0);
        QCOMPARE(pane.rows().size(), 100U);
    }

    void zoomMakesEverythingLargerAndClicksFollow()
    {
        DiffView view(m_highlighting, m_look);
        view.resize(1050, 450);
        view.setZoom(1.5);
        view.pane().setTexts(numbered(100), numbered(100, {50}));
        view.show();
        auto &pane = view.pane();
        QCOMPARE(pane.rectOfRow(0).width() * 1.5, 1050 - 1.5 * 17);
        const auto gap = pane.rectOfRow(0).center() * 1.5;
        QTest::mouseClick(&view, Qt::LeftButton, {}, gap.toPoint());
        QCOMPARE(gaps(pane), 1);
        QWheelEvent wheel({50, 150}, view.mapToGlobal(QPointF(50, 150)), {}, {0, -480},
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QTest::keyClick(&view, Qt::Key_Home);
        QCoreApplication::sendEvent(&view, &wheel);
        QVERIFY(pane.firstVisibleRow() > 0);
        view.grab();
    }

    void keysAndWheelScroll()
    {
        DiffView view(m_highlighting, m_look);
        view.resize(700, 300);
        view.pane().setTexts(numbered(500), QString());
        view.show();
        QTest::keyClick(&view, Qt::Key_End);
        QVERIFY(view.pane().firstVisibleRow() > 400);
        QTest::keyClick(&view, Qt::Key_Home);
        QCOMPARE(view.pane().firstVisibleRow(), 0);
        QTest::keyClick(&view, Qt::Key_PageDown);
        QVERIFY(view.pane().firstVisibleRow() > 5);
        QTest::keyClick(&view, Qt::Key_PageUp);
        QWheelEvent wheel({50, 150}, view.mapToGlobal(QPointF(50, 150)), {}, {0, -240},
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&view, &wheel);
        QVERIFY(view.pane().firstVisibleRow() >= 3);
        view.grab();
    }

    void equalAndEmptyTextsAreShownAsSuch()
    {
        DiffView view(m_highlighting, m_look);
        view.resize(600, 200);
        view.pane().setTexts(numbered(5), numbered(5));
        QCOMPARE(view.pane().summary(), u"No differences"_s);
        QTest::keyClick(&view, Qt::Key_N);
        QCOMPARE(view.pane().currentChange(), -1);
        view.grab();
        view.pane().setTexts({}, {});
        view.grab();
        view.pane().setTexts({}, u"a: 1\n"_s);
        QCOMPARE(view.pane().summary(), u"+1 −0"_s);
        view.grab();
    }

    void choicesMakeTheResult()
    {
        MergeView view(m_highlighting, m_look);
        view.resize(800, 500);
        view.pane().setMerge(conflicting());
        view.show();
        auto &pane = view.pane();
        QSignalSpy chosen(&pane, &MergePane::chosen);
        QCOMPARE(pane.merge().openConflicts(), 2);
        QCOMPARE(pane.currentConflict(), 0);
        QTest::keyClick(&view, Qt::Key_2);
        QTest::keyClick(&view, Qt::Key_N);
        QCOMPARE(pane.currentConflict(), 1);
        QTest::mouseClick(&view, Qt::LeftButton, {},
                          pane.choiceRect(1, Choice::Mine).center().toPoint());
        QCOMPARE(chosen.size(), 2);
        QVERIFY(pane.merge().isResolved());
        QCOMPARE(pane.merge().result(), u"a\nreplicas: 3\nb\nC\nd\nimage: 2\n"_s);
        QTest::keyClick(&view, Qt::Key_P);
        QTest::keyClick(&view, Qt::Key_4);
        QVERIFY(pane.merge().result().contains(u"replicas: 1"_s));
        QTest::keyClick(&view, Qt::Key_3);
        QVERIFY(pane.merge().result().contains(u"replicas: 2\nreplicas: 3"_s));
        view.grab();
    }

    void aMergeWithoutConflictsSaysSo()
    {
        MergeView view(m_highlighting, m_look);
        view.resize(600, 300);
        view.pane().setMerge({u"a\n"_s, u"a\nb\n"_s, u"a\n"_s});
        QTest::keyClick(&view, Qt::Key_1);
        QTest::keyClick(&view, Qt::Key_N);
        QVERIFY(view.pane().accessibleText().contains(u"No conflicts"_s));
        view.grab();
    }

    void picturesInBothThemes()
    {
        const QString left =
            u"apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  namespace: shop\n"
            "spec:\n  replicas: 2\n  revisionHistoryLimit: 10\n  selector:\n    matchLabels:\n"
            "      app: web\n  strategy:\n    type: RollingUpdate\n  template:\n    metadata:\n"
            "      labels:\n        app: web\n    spec:\n      containers:\n      - name: web\n"
            "        image: nginx:1.25\n        env:\n        - name: A\n          value: \"1\"\n"
            "        - name: OLD\n          value: gone\n      dnsPolicy: ClusterFirst\n"_s;
        auto right = left;
        right.replace(u"replicas: 2"_s, u"replicas: 5"_s)
            .replace(u"nginx:1.25"_s, u"nginx:1.27-alpine"_s)
            .replace(u"        - name: OLD\n          value: gone\n"_s, QString())
            .replace(u"        env:\n"_s,
                     u"        resources:\n          limits:\n            memory: 256Mi\n"
                     "        env:\n"_s);
        for (const bool dark : {true, false}) {
            Look look(dark ? Theme::darkTheme() : Theme::lightTheme());
            const QString theme = dark ? u"dark"_s : u"light"_s;
            DiffView diff(m_highlighting, look);
            diff.resize(900, 420);
            diff.pane().setHeadings(u"In the cluster"_s, u"After applying"_s);
            diff.pane().setTexts(left, right);
            diff.show();
            takePicture(diff, u"diff-"_s + theme);
            MergeView merge(m_highlighting, look);
            merge.resize(820, 420);
            merge.pane().setNames(u"Yours"_s, u"In the cluster"_s);
            merge.pane().setMerge(conflicting());
            merge.pane().choose(0, Choice::Theirs);
            merge.show();
            takePicture(merge, u"merge-"_s + theme);
            QCOMPARE(diff.grab().toImage().pixelColor(700, 2), look.theme().raised);
        }
    }
};

QTEST_MAIN(DiffViewTest)
#include "tst_diffview.moc"
