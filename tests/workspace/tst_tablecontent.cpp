// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/collection/collectioncontent.h"
#include "workspace/session/session.h"

#include "kube/demo/story/story.h"
#include "kube/metrics/metricsfeed.h"

#include "paintedhost.h"
#include "support/democlient.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace workspace;

/// What a person does to the columns and rows of a list, against the demo API server.
class TableContentTest : public QObject, private support::DemoClient
{
    Q_OBJECT

    Look m_look{Theme::darkTheme()};
    Session m_session;
    std::unique_ptr<demo::Story> m_story;

    std::unique_ptr<CollectionContent> list(const QStringList &nameSpaces = {u"shop"_s})
    {
        auto content = std::make_unique<CollectionContent>(
            *m_cache, *m_server->store().resourceOfKind(u"v1"_s, u"Pod"_s), nameSpaces, m_look);
        content->remember(ColumnMemory(m_session), u"Pod"_s);
        return content;
    }

    static QStringList titles(CollectionContent &content)
    {
        QStringList all;
        for (const auto &column : content.model().columns())
            all.append(column.title);
        return all;
    }

    /// Where a click sorts by this column.
    static int titleAt(QWidget &host, CollectionContent &content, const QString &title)
    {
        const auto place = titles(content).indexOf(title);
        for (int x = 40; x < host.width(); x += 6) {
            content.model().sort(CollectionModel::HealthOrder);
            QTest::mouseClick(&host, Qt::LeftButton, {}, {x, HeaderY});
            if (content.model().sortColumn() == place) {
                QTest::mouseClick(&host, Qt::LeftButton, {}, {15, HeaderY}); // by health again
                return x;
            }
        }
        return -1;
    }

    static void drag(QWidget &host, QPoint from, QPoint to)
    {
        QTest::mousePress(&host, Qt::LeftButton, {}, from);
        QTest::mouseMove(&host, (from + to) / 2);
        QTest::mouseMove(&host, to);
        QTest::mouseRelease(&host, Qt::LeftButton, {}, to);
    }

    static const MenuEntry *entry(const std::vector<MenuEntry> &menu, const QString &text)
    {
        for (const auto &each : menu) {
            if (each.text == text)
                return &each;
            if (const auto *found = entry(each.children, text))
                return found;
        }
        return nullptr;
    }

    static std::vector<MenuEntry> headerMenu(QWidget &host, CollectionContent &content)
    {
        QTest::mouseClick(&host, Qt::RightButton, {}, {100, HeaderY});
        return content.ownMenu();
    }

    static constexpr int HeaderY = 56;
    static constexpr int FirstRowY = 84;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_session.restore({});
        QVERIFY(serve());
        m_server->options().measuredAt = QDateTime::currentDateTimeUtc();
        m_story = std::make_unique<demo::Story>(*m_server);
    }

    void cleanup()
    {
        m_story.reset();
        stop();
    }

    void agesThatGoOnArePaintedInTheirColumnAndNowhereElse()
    {
        auto content = list();
        PaintedHost host(*content, m_look, {700, 400});
        QTRY_VERIFY(content->model().rowCount() > 2);
        QSignalSpy parts(content.get(), &WindowContent::partUpdated);
        const auto isTheColumn = [](const QList<QVariant> &signal) {
            const auto part = signal.first().toRectF();
            return part.top() > HeaderY && part.height() > 100 // and the names stay
                && part.left() > 200 && part.width() < 350;
        };
        QTRY_VERIFY(std::ranges::any_of(parts, isTheColumn));
    }

    void theOrderIsRemembered()
    {
        auto content = list();
        PaintedHost host(*content, m_look, {700, 444});
        host.show();
        QTRY_VERIFY(content->model().rowCount() > 3);
        const int x = titleAt(host, *content, u"Restarts"_s);
        QVERIFY(x > 0);
        QTest::mouseClick(&host, Qt::LeftButton, {}, {x, HeaderY});
        QTest::mouseClick(&host, Qt::LeftButton, {}, {x, HeaderY});
        QCOMPARE(content->model().sortOrder(), Qt::DescendingOrder);

        auto second = list();
        QTRY_VERIFY(second->model().rowCount() > 3);
        QCOMPARE(second->model().sortColumn(), titles(*second).indexOf(u"Restarts"_s));
        QCOMPARE(second->model().sortOrder(), Qt::DescendingOrder);
        QTest::mouseClick(&host, Qt::LeftButton, {}, {x, HeaderY}); // the third: as it was
        QCOMPARE(content->model().sortColumn(), CollectionModel::HealthOrder);
    }

    void aDraggedTitleMovesItsColumn()
    {
        auto content = list();
        PaintedHost host(*content, m_look, {700, 444});
        host.show();
        QTRY_VERIFY(content->model().rowCount() > 3);
        const auto before = titles(*content);
        QCOMPARE(before.first(), u"Name"_s);
        const int x = titleAt(host, *content, u"Status"_s);
        drag(host, {x, HeaderY}, {50, HeaderY});
        QCOMPARE(titles(*content).first(), u"Status"_s);
        QCOMPARE(content->model().sortColumn(), CollectionModel::HealthOrder); // it was no click
        QCOMPARE(titles(*content).size(), before.size());

        auto second = list();
        QTRY_VERIFY(second->model().rowCount() > 3);
        QCOMPARE(titles(*second), titles(*content));
    }

    void anEdgeDragsTheWidthAndADoubleClickFitsIt()
    {
        auto content = list();
        PaintedHost host(*content, m_look, {700, 444});
        host.show();
        QTRY_VERIFY(content->model().rowCount() > 3);
        int edge = 0;
        for (int x = 60; x < 690 && edge == 0; ++x) {
            if (content->cursorAt(QPointF(x, HeaderY)) == Qt::SplitHCursor)
                edge = x;
        }
        QVERIFY(edge > 0);
        drag(host, {edge + 3, HeaderY}, {100, HeaderY});
        const auto width = content->choice().widths.value(u"name"_s);
        QVERIFY(width >= ColumnChoice::LeastWidth);
        QCOMPARE(ColumnMemory(m_session).of(u"Pod"_s).widths.value(u"name"_s), width);
        QVERIFY(width < 90);
        QTest::mouseDClick(&host, Qt::LeftButton, {}, {100, HeaderY});
        QVERIFY(content->choice().widths.value(u"name"_s) > width); // the names are longer
    }

    void theMenuOfTheHeaderChoosesColumns()
    {
        auto content = list();
        PaintedHost host(*content, m_look, {700, 444});
        host.show();
        QTRY_VERIFY(content->model().rowCount() > 3);
        QVERIFY(!titles(*content).contains(u"IP"_s));
        auto menu = headerMenu(host, *content);
        QVERIFY(entry(menu, u"IP"_s) && !entry(menu, u"IP"_s)->isChecked);
        entry(menu, u"IP"_s)->run();
        QCOMPARE(titles(*content).last(), u"IP"_s);
        QVERIFY(content->model().text(0, int(titles(*content).size()) - 1).contains(u'.'));

        menu = headerMenu(host, *content);
        QVERIFY(entry(menu, u"IP"_s)->isChecked);
        QVERIFY(entry(menu, u"app"_s)); // a label
        entry(menu, u"app"_s)->run();
        QCOMPARE(titles(*content).last(), u"app"_s);
        takePicture(host, u"columns-dark"_s);
        entry(headerMenu(host, *content), u"Back to the usual columns"_s)->run();
        QVERIFY(!titles(*content).contains(u"IP"_s));
        QVERIFY(!m_session.section(u"columns"_s).contains(u"Pod"_s));

        QTest::mouseClick(&host, Qt::RightButton, {}, {100, FirstRowY});
        QVERIFY(content->ownMenu().empty()); // that is the row's menu
    }

    void aKeyAsksForTheMenu()
    {
        auto content = list();
        PaintedHost host(*content, m_look, {700, 444});
        host.show();
        QTRY_VERIFY(content->model().rowCount() > 3);
        std::vector<MenuEntry> menu;
        connect(content.get(), &ListContent::menuRequested, this,
                [&menu](const std::vector<MenuEntry> &entries) { menu = entries; });
        QTest::keyClick(&host, Qt::Key_K, Qt::AltModifier);
        QVERIFY(entry(menu, u"Sort by"_s));
        entry(entry(menu, u"Sort by"_s)->children, u"Age"_s)->run();
        QCOMPARE(content->model().sortColumn(), titles(*content).indexOf(u"Age"_s));
        entry(entry(menu, u"Move a column forward"_s)->children, u"Age"_s)->run();
        QVERIFY(titles(*content).last() != u"Age"_s);
        content.reset(); // a menu may be open longer than its list lives
        entry(menu, u"IP"_s)->run();
    }

    void annotationsAreReadWhenTheyAreAskedFor()
    {
        auto pod = m_server->store().list({{}, u"v1"_s, u"pods"_s}, u"shop"_s).front();
        auto meta = pod["metadata"_L1].toObject();
        meta[u"annotations"_s] = QJsonObject{{u"example.org/owner"_s, u"team-blue"_s}};
        pod[u"metadata"_s] = meta;
        m_server->store().put(pod);
        auto content = list();
        PaintedHost host(*content, m_look, {700, 444});
        host.show();
        QTRY_VERIFY(content->model().rowCount() > 3);
        const auto menu = headerMenu(host, *content);
        const auto *ask = entry(menu, u"An annotation…"_s);
        QVERIFY(ask && !ask->question.isEmpty());
        ask->answer(u" example.org/owner "_s);
        const auto told = [&content] {
            const auto column = titles(*content).indexOf(u"example.org/owner"_s);
            QStringList all;
            for (int row = 0; column >= 0 && row < content->model().rowCount(); ++row)
                all.append(content->model().text(row, int(column)));
            return all;
        };
        QTRY_VERIFY(told().contains(u"team-blue"_s));
        meta[u"annotations"_s] = QJsonObject{{u"example.org/owner"_s, u"team-red"_s}};
        pod[u"metadata"_s] = meta;
        m_server->store().put(pod);
        QTRY_VERIFY(told().contains(u"team-red"_s)); // it is live
        content->setFilter(u"team-red"_s);
        QCOMPARE(content->model().rowCount(), 1);
    }

    void theNameStaysInViewWhileOthersScroll()
    {
        auto content = list({});
        PaintedHost host(*content, m_look, {320, 300});
        host.show();
        QTRY_VERIFY(content->model().rowCount() > 3);
        QCOMPARE(titles(*content).first(), u"Namespace"_s);
        QWheelEvent wheel({200, 150}, host.mapToGlobal(QPointF(200, 150)), {-2000, 0}, {-2000, 0},
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&host, &wheel);
        QTest::mouseClick(&host, Qt::LeftButton, {}, {50, HeaderY});
        QCOMPARE(content->model().sortColumn(), titles(*content).indexOf(u"Name"_s));
        QTest::mouseClick(&host, Qt::LeftButton, {}, {300, HeaderY}); // the last one is in view
        QCOMPARE(content->model().sortColumn(), int(titles(*content).size()) - 1);
        takePicture(host, u"scrolled-dark"_s);
        m_look.setTheme(Theme::lightTheme());
        takePicture(host, u"scrolled-light"_s);
        m_look.setTheme(Theme::darkTheme());
    }

    void aRowIsDraggedOut()
    {
        auto content = list();
        PaintedHost host(*content, m_look, {540, 444});
        host.show();
        QTRY_VERIFY(content->model().rowCount() > 3);
        QSignalSpy dragged(content.get(), &WindowContent::draggedOut);
        const QPoint row(200, FirstRowY);
        QTest::mousePress(&host, Qt::LeftButton, {}, row);
        QTest::mouseMove(&host, row + QPoint(30, 40));
        QVERIFY(content->dragText().isEmpty()); // it is still inside
        QTest::mouseMove(&host, QPoint(620, 100));
        const auto name = content->model().item(0).meta.name;
        QCOMPARE(content->dragText(), u"Pod "_s + name);
        QTest::mouseRelease(&host, Qt::LeftButton, {}, {620, 100});
        QCOMPARE(dragged.size(), 1);
        const auto objects = dragged.first().first().value<std::vector<ObjectId>>();
        QCOMPARE(objects, (std::vector<ObjectId>{{u"v1"_s, u"Pod"_s, u"shop"_s, name}}));
        QVERIFY(content->dragText().isEmpty());
    }

    void markedRowsAreDraggedTogetherAndStayMarked()
    {
        auto content = list();
        PaintedHost host(*content, m_look, {540, 444});
        host.show();
        QTRY_VERIFY(content->model().rowCount() > 3);
        QSignalSpy dragged(content.get(), &WindowContent::draggedOut);
        QTest::mouseClick(&host, Qt::LeftButton, {}, {200, FirstRowY});
        QTest::mouseClick(&host, Qt::LeftButton, Qt::ShiftModifier, {200, FirstRowY + 50});
        QCOMPARE(content->selectedObjects().size(), 3UL);
        drag(host, {200, FirstRowY + 25}, {-40, 90});
        QCOMPARE(dragged.size(), 1);
        QCOMPARE(dragged.first().first().value<std::vector<ObjectId>>().size(), 3UL);
        QCOMPARE(content->selectedObjects().size(), 3UL);
        QTest::mouseClick(&host, Qt::LeftButton, {}, {200, FirstRowY + 25}); // a click, after all
        QCOMPARE(content->selectedObjects().size(), 1UL);
    }

    void aCancelledDragIsNone()
    {
        auto content = list();
        PaintedHost host(*content, m_look, {540, 444});
        host.show();
        QTRY_VERIFY(content->model().rowCount() > 3);
        QSignalSpy dragged(content.get(), &WindowContent::draggedOut);
        QTest::mousePress(&host, Qt::LeftButton, {}, {200, FirstRowY});
        QTest::mouseMove(&host, QPoint(620, 100));
        QVERIFY(!content->dragText().isEmpty());
        content->cancelDrag();
        QVERIFY(content->dragText().isEmpty());
        QTest::mouseRelease(&host, Qt::LeftButton, {}, {620, 100});
        QCOMPARE(dragged.size(), 0);
    }

    void theFooterAddsUp()
    {
        kube::MetricsFeed feed(*m_cache, nullptr, {.shortest = 60, .longest = 60, .summaries = 60});
        feed.setResources({.resources = m_server->store().resources()});
        auto content = list({});
        content->showUsage(*m_cache, feed);
        PaintedHost host(*content, m_look, {900, 444});
        host.show();
        QTRY_VERIFY(content->accessibleText().contains(u"CPU "_s));
        QTRY_VERIFY(content->accessibleText().contains(u"requests"_s));
        QVERIFY(content->accessibleText().contains(u"restart"_s));
        takePicture(host, u"sums-dark"_s);
        QTest::keyClick(&host, Qt::Key_A, Qt::ControlModifier);
        const auto all = content->toolTipAt({20, 435});
        QVERIFY(all.startsWith(QString::number(content->model().rowCount())));
        QVERIFY(all.contains(u"CPU "_s));
        QTest::keyClick(&host, Qt::Key_Escape);
        QTest::mouseClick(&host, Qt::LeftButton, {}, {200, FirstRowY});
        QTest::mouseClick(&host, Qt::LeftButton, Qt::ShiftModifier, {200, FirstRowY + 50});
        QVERIFY(content->toolTipAt({20, 435}).startsWith(u'3'));
        QVERIFY(content->toolTipAt({20, 435}) != all);
        content.reset();
    }

    void theFilterSaysWhatIsWrongWithIt()
    {
        auto content = list();
        PaintedHost host(*content, m_look, {540, 444});
        host.show();
        QTRY_VERIFY(content->model().rowCount() > 3);
        const int all = content->model().rowCount();
        QTest::keyClicks(&host, u"st"_s);
        QTest::keyClick(&host, Qt::Key_Tab);
        QCOMPARE(content->filter(), u"status:"_s);
        QTest::keyClicks(&host, u"running"_s);
        QVERIFY(content->model().rowCount() > 0);
        QTest::keyClick(&host, Qt::Key_Escape);
        QTest::keyClicks(&host, u"re:/("_s);
        QCOMPARE(content->model().rowCount(), all);
        QVERIFY(!content->model().filterProblem().isEmpty());
        takePicture(host, u"filter-problem-dark"_s);
    }
};

QTEST_MAIN(TableContentTest)
#include "tst_tablecontent.moc"
