// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paintedhost.h"
#include "webpodlogs.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QStandardPaths>
#include <QTest>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using workspace::AppFeed;
using workspace::LogBar;
using workspace::LogContent;
using workspace::WindowContent;

class LogContentTest : public QObject, private WebPodLogs
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void init()
    {
        QTest::failOnWarning();
        QVERIFY(serveWeb());
    }

    void linesAppearAndAreFollowed()
    {
        log(50);
        auto content = make({u"app"_s});
        PaintedHost host(*content, *m_look, {380, 326});
        QTRY_COMPARE(content->model().rowCount(), 50);
        QTRY_COMPARE(content->freshness(), WindowContent::Freshness::Live);
        host.grab();
        QVERIFY(content->pane().isFollowing());
        QVERIFY(content->pane().topLine() > 20);
        log(10, 50);
        QTRY_COMPARE(content->model().rowCount(), 60);
        host.grab();
        QVERIFY(content->pane().topLine() > 30);
    }

    void scrollingUpLetsGoAndTheChipComesBack()
    {
        log(200);
        auto content = make({u"app"_s});
        PaintedHost host(*content, *m_look, {380, 326});
        QTRY_COMPARE(content->model().rowCount(), 200);
        host.grab();
        QVERIFY(content->jumpChip().rect().isEmpty());
        wheel(host, 600);
        QVERIFY(!content->pane().isFollowing());
        const auto top = content->pane().topLine();
        log(10, 200);
        QTRY_COMPARE(content->model().rowCount(), 210);
        host.grab();
        QCOMPARE(content->pane().topLine(), top);
        QTest::mouseClick(&host, Qt::LeftButton, {}, content->jumpChip().rect().center().toPoint());
        QVERIFY(content->pane().isFollowing());
        wheel(host, 100'000);
        host.grab();
        QCOMPARE(content->pane().topLine(), 0);
        wheel(host, -100'000);
        QVERIFY(content->pane().isFollowing());
    }

    void slashFiltersAndEscapeEndsIt()
    {
        log(100);
        auto content = make({u"app"_s});
        PaintedHost host(*content, *m_look, {380, 326});
        QTRY_COMPARE(content->model().rowCount(), 100);
        QTest::keyClicks(&host, u"/ERROR"_s);
        QCOMPARE(content->model().filter().text(), u"ERROR"_s);
        QCOMPARE(content->model().rowCount(), 10);
        QTest::keyClick(&host, Qt::Key_Return);
        QTest::keyClick(&host, Qt::Key_W); // a key of the log again
        QVERIFY(content->pane().isWrapped());
        QTest::keyClick(&host, Qt::Key_Escape);
        QCOMPARE(content->model().rowCount(), 100);
    }

    void findGoesThroughMatches()
    {
        log(100);
        auto content = make({u"app"_s});
        PaintedHost host(*content, *m_look, {380, 326});
        QTRY_COMPARE(content->model().rowCount(), 100);
        host.grab();
        QTest::keyClick(&host, Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(&host, u"number 5 "_s);
        QCOMPARE(content->model().foundCount(), 1);
        QCOMPARE(content->pane().currentLine(), 5);
        host.grab();
        QVERIFY(content->pane().topLine() <= 5);
        QTest::keyClick(&host, Qt::Key_Escape);
    }

    void levelButtonsHideLines()
    {
        log(100);
        auto content = make({u"app"_s});
        PaintedHost host(*content, *m_look, {380, 326});
        QTRY_COMPARE(content->model().rowCount(), 100);
        host.grab();
        const auto errors = content->model().store().count(logstore::Level::Error);
        QVERIFY(errors > 0);
        QTest::mouseClick(&host, Qt::LeftButton, {},
                          content->bar().rectOf(LogBar::Error).center().toPoint());
        QCOMPARE(content->model().rowCount(), 100 - errors);
    }

    void selectionIsCopied()
    {
        m_server->logs().append(m_app, "first line");
        m_server->logs().append(m_app, "second line");
        auto content = make({u"app"_s});
        PaintedHost host(*content, *m_look, {380, 326});
        QTRY_COMPARE(content->model().rowCount(), 2);
        host.grab();
        QTest::keyClick(&host, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&host, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"first line\nsecond line"_s);
        const QPoint first(12, 34 + 8);
        QTest::mousePress(&host, Qt::LeftButton, {}, first);
        QTest::mouseMove(&host, first + QPoint(300, 0));
        dragTo(host, first + QPoint(300, 0));
        QTest::mouseRelease(&host, Qt::LeftButton, {}, first + QPoint(300, 0));
        QTest::keyClick(&host, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"first line"_s);
        QTest::mouseDClick(&host, Qt::LeftButton, {}, first);
        QCOMPARE(content->pane().selectedText(), u"first"_s);
    }

    void pauseHoldsAndGoesOn()
    {
        log(3);
        auto content = make({u"app"_s});
        PaintedHost host(*content, *m_look, {380, 326});
        QTRY_COMPARE(content->model().rowCount(), 3);
        QTest::keyClick(&host, Qt::Key_P);
        QCOMPARE(content->statusText(), u"Paused"_s);
        log(3, 3);
        host.grab();
        QCOMPARE(content->model().rowCount(), 3);
        QTest::keyClick(&host, Qt::Key_P);
        QTRY_COMPARE(content->model().rowCount(), 6);
    }

    void anotherContainerAndThePreviousLog()
    {
        log(3);
        m_server->logs().append({u"shop"_s, u"web"_s, u"proxy"_s}, "from the proxy");
        m_server->logs().restart(m_app);
        m_server->logs().append(m_app, "after the restart");
        auto content = make({u"app"_s, u"proxy"_s});
        PaintedHost host(*content, *m_look, {380, 326});
        QTRY_COMPARE(content->model().rowCount(), 1);
        QTest::keyClick(&host, Qt::Key_O);
        QTRY_COMPARE(content->model().rowCount(), 3);
        QTRY_COMPARE(content->freshness(), WindowContent::Freshness::Ended);
        QTest::keyClick(&host, Qt::Key_O);
        QTRY_COMPARE(content->model().rowCount(), 1);
        QTest::keyClick(&host, Qt::Key_C);
        QTRY_COMPARE(content->model().rowCount(), 1);
        QTRY_VERIFY(content->accessibleText().contains(u"from the proxy"_s));
    }

    void tooManyContainersAreTold()
    {
        QJsonArray containers;
        for (int i = 0; i < 130; ++i)
            containers.append(support::containerOf(u"c%1"_s.arg(i)));
        m_server->store().put(
            support::podOf(u"crowd"_s, containers, support::runningStatus(containers)));
        for (int i = 0; i < 130; ++i)
            m_server->logs().append({u"shop"_s, u"crowd"_s, u"c%1"_s.arg(i)}, "hello");
        auto content = make({}, u"crowd"_s);
        const auto &banner = content->parts().banner;
        QTRY_COMPARE(banner.text(),
                     u"128 of 130 containers are followed. Choose pods or one container."_s);
        PaintedHost host(*content, *m_look, {700, 326});
        QTest::keyClick(&host, Qt::Key_C);
        QCOMPARE(banner.text(), QString());
        QTRY_COMPARE(content->model().rowCount(), 1);
    }

    void aMissingPodSaysSo()
    {
        auto content = make({}, u"gone"_s);
        QTRY_COMPARE(content->freshness(), WindowContent::Freshness::Failed);
        QVERIFY(!content->statusText().isEmpty());
    }

    void aFrameIsCheap()
    {
        log(2000);
        auto content = make({u"app"_s});
        content->setSize({900, 34 + 17 * 40});
        QTRY_COMPARE(content->model().rowCount(), 2000);
        QImage image(900, 720, QImage::Format_ARGB32_Premultiplied);
        QPainter painter(&image);
        content->paint(painter, true);
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 50; ++i)
            content->paint(painter, true);
        qInfo("%.2f ms a frame", double(timer.nsecsElapsed()) / 50e6);
    }

    void pictures()
    {
        for (const auto &theme : {workspace::Theme::darkTheme(), workspace::Theme::lightTheme()}) {
            m_look->setTheme(theme);
            const auto suffix = theme.dark ? u"-dark"_s : u"-light"_s;
            m_server->logs().restart(m_app);
            log(240);
            m_server->logs().append(m_app, "\x1b[32mready\x1b[0m in \x1b[1;36m231 ms\x1b[0m");
            auto content = make({u"app"_s, u"proxy"_s});
            PaintedHost host(*content, *m_look, {380, 326});
            QTRY_COMPARE(content->model().rowCount(), 241);
            takePicture(host, u"logs"_s + suffix);
            QTest::keyClick(&host, Qt::Key_T);
            QTest::keyClicks(&host, u"/number"_s);
            wheel(host, 600);
            takePicture(host, u"logs-filter"_s + suffix);
            QTest::keyClick(&host, Qt::Key_Escape);
            QTest::keyClick(&host, Qt::Key_W);
            m_server->logs().end(m_app);
            QTRY_COMPARE_WITH_TIMEOUT(content->freshness(), WindowContent::Freshness::Ended, 9000);
            content->handleInput(*std::make_unique<QHoverEvent>(
                QEvent::HoverMove, content->bar().rectOf(LogBar::Previous).center(), QPointF(),
                QPointF()));
            takePicture(host, u"logs-ended"_s + suffix);
        }
    }

private:
    void log(int lines, int from = 0)
    {
        static constexpr const char *Levels[]{"INFO ", "INFO ", "DEBUG", "INFO ", "WARN ",
                                              "INFO ", "INFO ", "ERROR", "DEBUG", "INFO "};
        for (int i = from; i < from + lines; ++i) {
            m_server->logs().append(m_app,
                                    QByteArray(Levels[i % 10]) + " request number "
                                        + QByteArray::number(i)
                                        + " GET /api/orders?page=2 took 12 ms, status 200");
        }
    }
    static void wheel(QWidget &host, int angle)
    {
        const QPointF at(100, 150);
        QWheelEvent event(at, host.mapToGlobal(at), {}, {0, angle}, Qt::NoButton, {},
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&host, &event);
    }
};

QTEST_MAIN(LogContentTest)
#include "tst_logcontent.moc"
