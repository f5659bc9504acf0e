// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/logstore/stamp.h"
#include "kube/streams/logmark.h"
#include "logwindowfixture.h"
#include "workspace/logs/window/logstatus.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using logstore::NoTime;
using workspace::LogBar;
using workspace::LogContent;
using workspace::LogPane;

class LogWindowTest : public LogWindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreShownAndHiddenByTwoTexts()
    {
        seconds(40);
        QTest::keyClicks(m_host.get(), u"/line"_s);
        QTest::keyClick(m_host.get(), Qt::Key_Tab);
        QTest::keyClicks(m_host.get(), u"[13579]$"_s);
        QCOMPARE(m_content->model().filter().text(), u"line"_s);
        QCOMPARE(m_content->model().exclude().text(), u"[13579]$"_s);
        QTRY_COMPARE(rows(), 20);
        QTest::keyClick(m_host.get(), Qt::Key_Escape);
        QTRY_COMPARE(rows(), 40);
        QTest::keyClick(m_host.get(), Qt::Key_X);
        QTest::keyClicks(m_host.get(), u"line 1"_s);
        QTRY_COMPARE(rows(), 29);
    }

    void aBadExpressionIsSaidAndLookedForAsItStands()
    {
        m_feed->log("a (b\nc\n");
        m_host->grab();
        const auto top = m_content->pane().area().top();
        QTest::keyClicks(m_host.get(), u"/(b"_s);
        m_host->grab();
        QVERIFY(!m_content->model().filter().error().isEmpty());
        QTRY_COMPARE(rows(), 1);
        QCOMPARE(m_content->pane().area().top(),
                 top + workspace::LogQueryBar::RowHeight + workspace::LogQueryBar::ProblemHeight);
        QTest::keyClicks(m_host.get(), u")"_s);
        m_host->grab();
        QVERIFY(m_content->model().filter().error().isEmpty());
        QCOMPARE(m_content->pane().area().top(), top + workspace::LogQueryBar::RowHeight);
    }

    void linesAroundMatchesAreShownOnDemand()
    {
        seconds(100);
        QTest::keyClicks(m_host.get(), u"/line 50"_s);
        QTest::keyClick(m_host.get(), Qt::Key_Return);
        QTRY_COMPARE(rows(), 1);
        QTest::keyClick(m_host.get(), Qt::Key_Plus);
        QTest::keyClick(m_host.get(), Qt::Key_Plus);
        QCOMPARE(rows(), 5);
        QCOMPARE(m_content->contentRows()->rowText(0), u"line 48"_s);
        QVERIFY(m_content->model().isContext(48));
        QVERIFY(!m_content->model().isContext(50));
        QTest::keyClick(m_host.get(), Qt::Key_Minus);
        QCOMPARE(rows(), 3);
    }

    void draggingInTheTimelineChoosesATime()
    {
        seconds(100);
        QTest::keyClick(m_host.get(), Qt::Key_H);
        m_host->grab();
        const auto &strip = m_content->parts().timeline.strip();
        QVERIFY(!strip.timeline().isEmpty());
        int counted = 0;
        for (const auto &bucket : strip.timeline().buckets)
            counted += bucket.counts[size_t(logstore::Level::None)];
        QCOMPARE(counted, 100);
        const int y = int(strip.area().center().y());
        const QPoint from(int(strip.xOf(at(20))), y);
        const QPoint to(int(strip.xOf(at(60))), y);
        QTest::mousePress(m_host.get(), Qt::LeftButton, {}, from);
        dragTo(*m_host, to);
        m_host->grab();
        takePicture(*m_host, u"logwindow-dragging"_s);
        QTest::mouseRelease(m_host.get(), Qt::LeftButton, {}, to);
        QVERIFY(m_content->model().hasRange());
        QTRY_VERIFY(rows() >= 38 && rows() <= 42);
        QVERIFY(m_content->contentRows()->rowText(0).startsWith(u"line "_s));
        m_host->grab();
        counted = 0; // the strip still shows all, so that another range can be chosen
        for (const auto &bucket : strip.timeline().buckets)
            counted += bucket.counts[size_t(logstore::Level::None)];
        QCOMPARE(counted, 100);
        QTest::keyClick(m_host.get(), Qt::Key_Backslash);
        QTRY_COMPARE(rows(), 100);
    }

    void aClickInTheTimelineGoesThere()
    {
        seconds(500);
        QTest::keyClick(m_host.get(), Qt::Key_H);
        m_host->grab();
        const QPoint place(int(m_content->parts().timeline.strip().xOf(at(250))),
                           int(m_content->parts().timeline.strip().area().center().y()));
        QTest::mouseClick(m_host.get(), Qt::LeftButton, {}, place);
        QVERIFY(!m_content->model().hasRange());
        QVERIFY(std::abs(m_content->pane().topLine() - 250) < 5);
    }

    void theRangeHasKeys()
    {
        seconds(100);
        m_host->grab();
        m_content->contentRows()->goToRow(30);
        QTest::keyClick(m_host.get(), Qt::Key_BracketLeft);
        QTRY_COMPARE(rows(), 70);
        m_content->contentRows()->goToRow(9);
        QTest::keyClick(m_host.get(), Qt::Key_BracketRight);
        QTRY_COMPARE(rows(), 10);
        QCOMPARE(m_content->contentRows()->rowText(0), u"line 30"_s);
        QCOMPARE(m_content->contentRows()->rowText(9), u"line 39"_s);
    }

    void tooManyContainersAreToldAndChosenFrom()
    {
        twoPods();
        m_host->grab();
        const auto &banner = m_content->parts().banner;
        QCOMPARE(banner.text(), QString());
        m_feed->setChoices({.containers = {u"app"_s, u"proxy"_s},
                            .pods = {u"web-aaa"_s, u"web-bbb"_s},
                            .allContainers = true});
        m_feed->setReach({.followed = 128, .leftOut = 85});
        m_host->grab();
        QCOMPARE(banner.text(),
                 u"128 of 213 containers are followed. Choose pods or one container."_s);
        QCOMPARE(m_content->toolTipAt(banner.button().center()), banner.text());
        QCOMPARE(m_content->pane().area().bottom(), banner.top());
        QCOMPARE(m_content->freshness(), workspace::WindowContent::Freshness::Live);
        takePicture(*m_host, u"logwindow-crowd"_s);

        QSignalSpy menus(m_content.get(), &LogContent::menuRequested);
        QTest::mouseClick(m_host.get(), Qt::LeftButton, {}, banner.button().center().toPoint());
        QCOMPARE(menus.size(), 1);
        auto entries = menus[0][0].value<std::vector<workspace::MenuEntry>>();
        QCOMPARE(entries.size(), 2U);
        QCOMPARE(entries[0].text, u"Pods"_s);
        QCOMPARE(entries[1].text, u"Container"_s);
        const auto choose = [&entries](const QString &pod) {
            const auto &pods = entries[0].children;
            std::ranges::find(pods, pod, &workspace::MenuEntry::text)->run();
        };
        choose(u"web-bbb"_s);
        QCOMPARE(m_feed->request().pods, QStringList{u"web-bbb"_s});
        choose(u"web-aaa"_s);
        choose(u"web-bbb"_s);
        QCOMPARE(m_feed->request().pods, QStringList{u"web-aaa"_s});
        choose(u"All pods"_s);
        QCOMPARE(m_feed->request().pods, QStringList());

        m_feed->setReach({.followed = 60});
        QCOMPARE(banner.text(), QString());
        QVERIFY(banner.button().isEmpty());
    }

    void marksAreLinesOfTheirOwn()
    {
        seconds(3);
        auto &store = m_feed->store();
        store.appendMark(store.source({}),
                         kube::bytesOf({.kind = kube::LogMark::Kind::Restarted,
                                        .from = at(3),
                                        .pod = u"web-1"_s,
                                        .container = u"app"_s,
                                        .detail = u"OOMKilled (137)"_s}),
                         at(3));
        store.appendMark(
            store.source({}),
            kube::bytesOf({.kind = kube::LogMark::Kind::Gap, .from = at(4), .to = at(9)}), at(4));
        QTRY_COMPARE(rows(), 5);
        QCOMPARE(m_content->contentRows()->rowText(3), u"web-1/app restarted: OOMKilled (137)"_s);
        QVERIFY(
            m_content->contentRows()->rowText(4).contains(u"missing from 03:04:09 to 03:04:14"_s));
        QTest::keyClick(m_host.get(), Qt::Key_H);
        takePicture(*m_host, u"logwindow-marks"_s);
        int marks = 0;
        for (const auto &bucket : m_content->parts().timeline.strip().timeline().buckets)
            marks += bucket.counts[size_t(logstore::Level::Mark)];
        QCOMPARE(marks, 2);
    }

    void everyLineSaysWhoseItIs()
    {
        twoPods();
        QTRY_COMPARE(rows(), 20);
        m_host->grab();
        const auto &style = m_content->pane().style();
        QTRY_COMPARE(style.sources, (QStringList{u"aaa"_s, u"bbb"_s}));
        QCOMPARE(style.sourceColors.size(), 2U);
        QTest::keyClick(m_host.get(), Qt::Key_A, Qt::ControlModifier);
        QVERIFY(m_content->pane().selectedText().startsWith(u"aaa  even 0\nbbb  odd 0"_s));
        m_content->model().setSourceShown(1, false);
        QTRY_COMPARE(rows(), 10);
        m_content->model().setSourceShown(1, true);
        QTRY_COMPARE(rows(), 20);
        takePicture(*m_host, u"logwindow-pods"_s);
    }

    void twoStreamsStandSideBySide()
    {
        twoPods(400);
        QTRY_COMPARE(rows(), 800);
        m_host->grab();
        QTest::keyClick(m_host.get(), Qt::Key_V);
        QVERIFY(m_content->parts().panes.isComparing());
        QTRY_COMPARE(rows(), 400);
        m_host->grab();
        const auto *right = m_content->parts().panes.otherPane();
        QVERIFY(right->area().left() > m_content->pane().area().right() - 2);
        QTest::keyClick(m_host.get(), Qt::Key_Home);
        m_host->grab();
        QCOMPARE(m_content->pane().topLine(), 0);
        QCOMPARE(right->topLine(), 1); // the other's first line of that time
        takePicture(*m_host, u"logwindow-compare"_s);
        QTest::keyClick(m_host.get(), Qt::Key_V);
        QVERIFY(!m_content->parts().panes.isComparing());
        QTRY_COMPARE(rows(), 800);
    }

    void theRightOneOfTwoShowsWhatTheLeftOneDoes()
    {
        for (const auto &pod : {u"web-aaa/app"_s, u"web-bbb/app"_s})
            m_feed->log(pod,
                        "2026-01-02T03:04:05Z ERROR broken\n2026-01-02T03:04:06Z INFO fine\n"
                        "2026-01-02T03:04:07Z ERROR broken again\n");
        QTRY_COMPARE(rows(), 6);
        m_host->grab();
        m_content->contentRows()->goToRow(5);
        QTest::keyClick(m_host.get(), Qt::Key_B);
        m_content->model().setLevelShown(logstore::Level::Info, false);
        m_content->model().setFind(u"again"_s);
        QTest::keyClick(m_host.get(), Qt::Key_V);
        const auto *right = m_content->parts().panes.otherModel();
        QVERIFY(right);
        QTRY_COMPARE(right->rowCount(), 2);
        QTRY_COMPARE(right->foundCount(), 1);
        const auto line = right->line(right->numberAt(1));
        QCOMPARE(line.bytes, "ERROR broken again");
        QVERIFY(m_content->parts().panes.otherPane()->noteOf(line)); // the mark is seen there
    }

    void jsonLinesOpenAndShowColumns()
    {
        QByteArray lines;
        for (int i = 0; i < 30; ++i)
            lines +=
                QJsonDocument(QJsonObject{{u"level"_s, u"info"_s},
                                          {u"msg"_s, QString(u"request "_s + QString::number(i))},
                                          {u"http"_s, QJsonObject{{u"status"_s, 200}}},
                                          {u"tags"_s, QJsonArray{u"a"_s, u"b"_s}}})
                    .toJson(QJsonDocument::Compact)
                + '\n';
        m_feed->log(lines);
        QTRY_COMPARE(rows(), 30);
        m_host->grab();
        const auto top = m_content->pane().topLine();
        QTest::keyClick(m_host.get(), Qt::Key_J);
        QCOMPARE(m_content->pane().currentLine(), top);
        QTest::keyClick(m_host.get(), Qt::Key_Return);
        QVERIFY(m_content->pane().isOpen(top));
        m_host->grab();
        QTest::keyClick(m_host.get(), Qt::Key_A, Qt::ControlModifier);
        QVERIFY(m_content->pane().selectedText().contains(u"\n      \"status\": 200"_s));
        takePicture(*m_host, u"logwindow-json"_s);
        QTest::keyClick(m_host.get(), Qt::Key_Return);
        QVERIFY(!m_content->pane().isOpen(top));

        choose(u"Columns of JSON lines"_s, u"msg"_s);
        choose(u"Columns of JSON lines"_s, u"http.status"_s);
        m_host->grab();
        QTest::keyClick(m_host.get(), Qt::Key_A, Qt::ControlModifier);
        QVERIFY(m_content->pane().selectedText().startsWith(u"request 0   200\nrequest 1   200"_s));
        takePicture(*m_host, u"logwindow-columns"_s);
        choose(u"Columns of JSON lines"_s, u"Lines as they are"_s);
        QVERIFY(m_content->pane().style().columns.empty());
    }

    void stackTracesFold()
    {
        m_feed->log(
            "INFO before\nERROR it broke\njava.lang.RuntimeException: x\n\tat a.B.c(B.java:1)\n"
            "\tat a.B.d(B.java:2)\nCaused by: y\n\tat a.B.e(B.java:3)\nINFO after\n");
        QTRY_COMPARE(rows(), 8);
        QTest::keyClick(m_host.get(), Qt::Key_Z);
        QTRY_COMPARE(rows(), 4);
        QCOMPARE(m_content->model().foldable(2), 4);
        QCOMPARE(m_content->model().foldable(0), 0);
        takePicture(*m_host, u"logwindow-folded"_s);
        m_content->contentRows()->goToRow(2);
        QTest::keyClick(m_host.get(), Qt::Key_Return);
        QCOMPARE(rows(), 8);
        QTest::keyClick(m_host.get(), Qt::Key_Return);
        QCOMPARE(rows(), 4);
        // What is found inside opens.
        QTest::keyClick(m_host.get(), Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(m_host.get(), u"B.java:3"_s);
        QTRY_COMPARE(m_content->pane().currentLine(), 6);
        QCOMPARE(rows(), 8);
    }

    void statsAreTold()
    {
        seconds(5);
        m_feed->setStats({.bytes = 5000, .repeated = 3, .gaps = 1});
        QVERIFY2(workspace::statsOf(*m_feed).contains(u"3 repeated"_s),
                 qPrintable(workspace::statsOf(*m_feed)));
        QVERIFY(m_content->toolTipAt({600, 4}).isEmpty()
                || m_content->toolTipAt({600, 4}) == workspace::statsOf(*m_feed));
        m_feed->setStats({.heard = (QDateTime::currentSecsSinceEpoch() - 300) * Second});
        QVERIFY2(m_content->statusText().contains(u"Idle for 5"_s),
                 qPrintable(m_content->statusText()));
    }

    void densityChangesTheRows()
    {
        seconds(5);
        const auto usual = m_content->pane().rowHeight();
        QTest::keyClick(m_host.get(), Qt::Key_D);
        QVERIFY(m_content->pane().rowHeight() > usual);
        QTest::keyClick(m_host.get(), Qt::Key_D);
        QVERIFY(m_content->pane().rowHeight() < usual);
    }

    void keysAreSafeWhereTheLineIsGone()
    {
        for (const int lines : {0, 20}) {
            if (lines > 0)
                seconds(lines);
            m_host->grab();
            m_feed->store().clear(); // the pane still stands on one of them
            if (lines > 0)
                m_feed->log("a line that came after\n");
            const auto send = [this](int key, Qt::KeyboardModifiers modifiers = {}) {
                QKeyEvent press(QEvent::KeyPress, key, modifiers, QString(QChar(key)));
                m_content->handleInput(press);
            };
            for (int key = Qt::Key_Space; key <= Qt::Key_AsciiTilde; ++key) {
                for (const auto modifiers : {Qt::NoModifier, Qt::ShiftModifier}) {
                    send(key, modifiers);
                    send(Qt::Key_Return); // what a field asks for is given
                    send(Qt::Key_Escape);
                }
            }
            send(Qt::Key_C, Qt::ControlModifier);
        }
    }

    void theMenuOffersWhatKeysDo()
    {
        seconds(5);
        const auto entries = m_content->menu();
        QVERIFY(entries.size() > 15);
        QMouseEvent press(QEvent::MouseButtonPress, QPointF(200, 200), QPointF(), Qt::RightButton,
                          Qt::RightButton, {});
        m_content->handleInput(press);
        QVERIFY(!m_content->ownMenu().empty());
        QVERIFY(m_content->ownMenu().empty()); // only right after a press
    }

    void allStreamsAreShownAgainFromTheMenu()
    {
        twoPods();
        QTRY_COMPARE(rows(), 20);
        m_content->model().setSourceShown(0, false);
        QTRY_COMPARE(rows(), 10);
        choose(u"Streams"_s, u"All streams"_s);
        QTRY_COMPARE(rows(), 20);
    }

    void aMenuMayOutliveItsWindow()
    {
        twoPods();
        const auto entries = m_content->menu();
        cleanup();
        int chosen = 0;
        for (const auto &entry : entries) {
            if (entry.run)
                entry.run();
            for (const auto &child : entry.children) {
                if (child.run)
                    child.run();
                chosen += child.run ? 1 : 0;
            }
        }
        QVERIFY(chosen > 3);
    }

    void pictures()
    {
        for (const auto &theme : {workspace::Theme::darkTheme(), workspace::Theme::lightTheme()}) {
            m_look->setTheme(theme);
            const auto suffix = theme.dark ? u"-dark"_s : u"-light"_s;
            m_feed->store().clear();
            mixed(400);
            m_host->resize(1000, 560);
            m_content->setSize({1000, 560});
            if (!m_content->parts().timeline.strip().timeline().isEmpty())
                QTest::keyClick(m_host.get(), Qt::Key_H);
            QTest::keyClick(m_host.get(), Qt::Key_H);
            takePicture(*m_host, u"logwindow-wide"_s + suffix);
            QTest::keyClicks(m_host.get(), u"/request (\\d+"_s);
            QTest::keyClick(m_host.get(), Qt::Key_Tab);
            QTest::keyClicks(m_host.get(), u"DEBUG"_s);
            takePicture(*m_host, u"logwindow-error"_s + suffix);
            QTest::keyClick(m_host.get(), Qt::Key_Escape);
            m_host->resize(380, 330);
            m_content->setSize({380, 330});
            takePicture(*m_host, u"logwindow-narrow"_s + suffix);
        }
    }

private:
    void mixed(int count)
    {
        static constexpr const char *Levels[]{"INFO ", "INFO ", "DEBUG", "WARN ", "INFO ", "ERROR"};
        for (int i = 0; i < count; ++i) {
            const auto time = at(i * i / 40 + i % 3);
            const auto source = i % 3 == 0 ? u"checkout-7d9-x2l4k/app"_s
                : i % 3 == 1               ? u"checkout-7d9-p9q8r/app"_s
                                           : u"checkout-7d9-p9q8r/proxy"_s;
            const int level = i % 17 == 0 ? 5 : i % 5;
            const QByteArray line = logstore::stampText(time) + ' ' + Levels[level] + " request "
                + QByteArray::number(i) + " GET /api/orders?page=2 took 12 ms\n";
            m_feed->log(source, line);
        }
    }
    void choose(const QString &menu, const QString &entry)
    {
        const auto entries = m_content->menu();
        const auto found = std::ranges::find(entries, menu, &workspace::MenuEntry::text);
        QVERIFY(found != entries.end());
        const auto chosen = std::ranges::find(found->children, entry, &workspace::MenuEntry::text);
        QVERIFY2(chosen != found->children.end(), qPrintable(entry));
        chosen->run();
    }
};

QTEST_MAIN(LogWindowTest)
#include "tst_logwindow.moc"
