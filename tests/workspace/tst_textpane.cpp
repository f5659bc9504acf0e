// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/textview/textpane.h"

#include "paintedhost.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace workspace;

class TextPaneTest : public QObject
{
    Q_OBJECT

    Look m_look {Theme::darkTheme()};

    static TextDocument lines(int count)
    {
        TextDocument document;
        for (int i = 0; i < count; ++i)
            document.lines.push_back({.text = u"line %1 of many"_s.arg(i)});
        return document;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void scrollsByKeysAndWheel()
    {
        TextPane pane(m_look);
        PaintedHost host(pane, m_look, {380, 326});
        pane.setDocument(lines(1000));
        QTest::keyClick(&host, Qt::Key_PageDown);
        QVERIFY(pane.firstVisibleLine() > 10);
        QTest::keyClick(&host, Qt::Key_End);
        QVERIFY(pane.firstVisibleLine() > 950);
        QTest::keyClick(&host, Qt::Key_Home);
        QCOMPARE(pane.firstVisibleLine(), 0);
        QWheelEvent wheel({50, 50}, host.mapToGlobal(QPointF(50, 50)), {}, {0, -240}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&host, &wheel);
        QVERIFY(pane.firstVisibleLine() >= 5);
        host.grab();
    }

    void keepsItsPlaceWhenTheTextChanges()
    {
        TextPane pane(m_look);
        pane.setSize({380, 326});
        pane.setDocument(lines(1000));
        pane.scrollToLine(500);
        const int first = pane.firstVisibleLine();
        auto next = lines(1001);
        next.lines[502].text = u"changed"_s;
        pane.setDocument(next);
        QCOMPARE(pane.firstVisibleLine(), first);
    }

    void selectsAndCopies()
    {
        TextPane pane(m_look);
        PaintedHost host(pane, m_look, {380, 326});
        pane.setDocument(lines(3));
        QTest::mouseDClick(&host, Qt::LeftButton, {}, {20, 16});
        QCOMPARE(pane.selectedText(), u"line"_s);
        QTest::keyClick(&host, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&host, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"line 0 of many\nline 1 of many\nline 2 of many"_s);

        QTest::mousePress(&host, Qt::LeftButton, {}, {12, 16});
        QTest::mouseMove(&host, {200, 16});
        QMouseEvent drag(QEvent::MouseMove, QPointF(370, 16), host.mapToGlobal(QPointF(370, 16)), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&host, &drag);
        QTest::mouseRelease(&host, Qt::LeftButton, {}, {370, 16});
        QCOMPARE(pane.selectedText(), u"line 0 of many"_s);
    }

    void finds()
    {
        TextPane pane(m_look);
        PaintedHost host(pane, m_look, {380, 326});
        pane.setDocument(lines(100));
        QTest::keyClick(&host, '/');
        QVERIFY(pane.isFindOpen());
        QTest::keyClicks(&host, u"LINE 9"_s);
        QCOMPARE(pane.matches().size(), size_t(0)); // capitals find only themselves
        for (int i = 0; i < 6; ++i)
            QTest::keyClick(&host, Qt::Key_Backspace);
        QTest::keyClicks(&host, u"line 9"_s);
        QCOMPARE(pane.matches().size(), size_t(11));
        QCOMPARE(pane.currentMatch(), 0);
        QTest::keyClick(&host, Qt::Key_Return);
        QCOMPARE(pane.currentMatch(), 1);
        QVERIFY(pane.firstVisibleLine() > 70);
        QTest::keyClick(&host, Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClick(&host, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(pane.currentMatch(), 10); // goes round
        QTest::mouseClick(&host, Qt::LeftButton, {}, {40, 200}); // out of the field: n and N go on
        QTest::keyClick(&host, 'n');
        QCOMPARE(pane.currentMatch(), 0);
        QTest::keyClick(&host, Qt::Key_Escape);
        QVERIFY(!pane.isFindOpen());
        QVERIFY(pane.matches().empty());
    }

    void linksOpenOnClickButNotOnDrag()
    {
        TextPane pane(m_look);
        PaintedHost host(pane, m_look, {380, 326});
        TextDocument document;
        document.lines.push_back({.text = u"Node: node-1"_s, .spans = {{.start = 6, .length = 6, .tone = TextTone::Link, .target = 0}}});
        document.targets.push_back({.object = {u"v1"_s, u"Node"_s, {}, u"node-1"_s}});
        pane.setDocument(document);
        QSignalSpy links(&pane, &TextPane::linkActivated);
        const auto place = pane.rectOfTarget(0).center().toPoint();
        QTest::mouseMove(&host, place);
        QTest::mouseClick(&host, Qt::LeftButton, {}, place);
        QCOMPARE(links.size(), 1);
        QCOMPARE(links[0][0].value<ObjectId>().name, u"node-1"_s);
        QTest::mouseClick(&host, Qt::LeftButton, {}, {12, 100});
        QCOMPARE(links.size(), 1);
    }

    void staysBoundedWithAHugeText()
    {
        TextPane pane(m_look);
        PaintedHost host(pane, m_look, {380, 326});
        auto document = lines(200'000);
        document.lines[3].text = QString(100'000, u'x');
        pane.setDocument(document);
        pane.scrollToLine(150'000);
        host.grab();
        pane.find(u"line 199999"_s);
        QCOMPARE(pane.matches().size(), size_t(1));
        host.grab();
    }
};

QTEST_MAIN(TextPaneTest)
#include "tst_textpane.moc"
