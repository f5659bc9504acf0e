// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/collection/collectioncontent.h"

#include "kube/demo/story/story.h"
#include "kube/metrics/metricsfeed.h"

#include "paintedhost.h"
#include "support/democlient.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace workspace;
using ColumnKind = CollectionModel::ColumnKind;

/// The columns of usage in lists, against the demo API server.
class UsageListTest : public QObject, private support::DemoClient
{
    Q_OBJECT

    Look m_look{Theme::darkTheme()};
    std::unique_ptr<demo::Story> m_story;
    std::unique_ptr<kube::MetricsFeed> m_feed;

    static constexpr kube::MetricsPace Fast{.shortest = 60, .longest = 60, .summaries = 60};

    std::unique_ptr<CollectionContent> list(const QString &apiVersion, const QString &kind,
                                            const QStringList &nameSpaces = {})
    {
        auto content = std::make_unique<CollectionContent>(
            *m_cache, *m_server->store().resourceOfKind(apiVersion, kind), nameSpaces, m_look);
        content->showUsage(*m_cache, *m_feed);
        return content;
    }

    static int columnOf(const CollectionContent &content, ColumnKind kind)
    {
        const auto &columns = const_cast<CollectionContent &>(content).model().columns();
        const auto found = std::ranges::find(columns, kind, &CollectionModel::Column::kind);
        return found == columns.end() ? -1 : int(found - columns.begin());
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_look.setTheme(Theme::darkTheme());
        QVERIFY(serve());
        m_server->options().measuredAt = QDateTime::currentDateTimeUtc();
        m_story = std::make_unique<demo::Story>(*m_server);
        m_feed = std::make_unique<kube::MetricsFeed>(*m_cache, nullptr, Fast);
        m_feed->setResources({.resources = m_server->store().resources()});
    }

    void cleanup()
    {
        m_feed.reset();
        m_story.reset();
        stop();
    }

    void everyKindThatCanBeMeasuredHasTheColumns_data()
    {
        QTest::addColumn<QString>("apiVersion");
        QTest::addColumn<QString>("kind");
        QTest::newRow("pods") << u"v1"_s << u"Pod"_s;
        QTest::newRow("nodes") << u"v1"_s << u"Node"_s;
        QTest::newRow("namespaces") << u"v1"_s << u"Namespace"_s;
        QTest::newRow("deployments") << u"apps/v1"_s << u"Deployment"_s;
        QTest::newRow("statefulsets") << u"apps/v1"_s << u"StatefulSet"_s;
        QTest::newRow("daemonsets") << u"apps/v1"_s << u"DaemonSet"_s;
        QTest::newRow("replicasets") << u"apps/v1"_s << u"ReplicaSet"_s;
    }

    void everyKindThatCanBeMeasuredHasTheColumns()
    {
        QFETCH(const QString, apiVersion);
        QFETCH(const QString, kind);
        auto content = list(apiVersion, kind);
        PaintedHost host(*content, m_look, {620, 444});
        host.show();
        QTRY_VERIFY(columnOf(*content, ColumnKind::Cpu) >= 0);
        const int cpu = columnOf(*content, ColumnKind::Cpu);
        QCOMPARE(columnOf(*content, ColumnKind::Memory), cpu + 1);
        auto &model = content->model();
        const auto filled = [&model, cpu] {
            int count = 0;
            for (int row = 0; row < model.rowCount(); ++row)
                count += model.text(row, cpu).endsWith(u'm') ? 1 : 0;
            return count;
        };
        QTRY_VERIFY(filled() >= 3);
        model.sort(cpu);
        const auto first = model.text(0, cpu).chopped(1).toInt();
        const auto second = model.text(1, cpu).chopped(1).toInt();
        QVERIFY(first >= second && second > 0);
        takePicture(host, u"usage-%1-dark"_s.arg(kind.toLower()));
        m_look.setTheme(Theme::lightTheme());
        takePicture(host, u"usage-%1-light"_s.arg(kind.toLower()));
    }

    void withoutFiguresThereAreNoColumns()
    {
        m_server->offerMetrics(false);
        m_server->script().forbid({.resource = u"nodes/proxy"_s});
        m_feed->setResources({.resources = m_server->store().resources()});
        auto content = list(u"v1"_s, u"Pod"_s);
        PaintedHost host(*content, m_look, {620, 444});
        host.show();
        QTRY_VERIFY(m_feed->rounds() > 0);
        QTRY_COMPARE(content->freshness(), WindowContent::Freshness::Live);
        QCOMPARE(columnOf(*content, ColumnKind::Cpu), -1);
    }

    void aClickOnTheTitleSortsByTheFigure()
    {
        auto content = list(u"v1"_s, u"Pod"_s, {u"shop"_s});
        PaintedHost host(*content, m_look, {620, 444});
        host.show();
        QTRY_VERIFY(columnOf(*content, ColumnKind::Cpu) >= 0);
        const int cpu = columnOf(*content, ColumnKind::Cpu);
        for (int x = 600; x > 40 && content->model().sortColumn() != cpu; x -= 12)
            QTest::mouseClick(&host, Qt::LeftButton, {}, {x, 56});
        QCOMPARE(content->model().sortColumn(), cpu);
    }

    void aListThatIsPaintedGoesOnAskingAndOneThatIsNotStops()
    {
        auto content = list(u"v1"_s, u"Pod"_s);
        PaintedHost host(*content, m_look, {620, 444});
        host.show();
        QTRY_VERIFY(m_feed->rounds() > 8);
        QCOMPARE(m_feed->viewers(), 1);
        host.hide();
        QTRY_COMPARE(m_feed->viewers(), 0);
        const auto rounds = m_feed->rounds();
        host.show();
        QTRY_VERIFY(m_feed->rounds() > rounds + 5);
    }

    void figuresGrowOld()
    {
        auto content = list(u"v1"_s, u"Pod"_s, {u"shop"_s});
        PaintedHost host(*content, m_look, {620, 444});
        host.show();
        QTRY_VERIFY(columnOf(*content, ColumnKind::Cpu) >= 0);
        m_server->options().measuredAt = QDateTime::currentDateTimeUtc().addSecs(-600);
        QTRY_VERIFY(content->model().usage(0)
                    && content->model().usage(0)->time
                        < QDateTime::currentMSecsSinceEpoch() - 500'000);
        takePicture(host, u"usage-old-dark"_s);
    }
};

QTEST_MAIN(UsageListTest)
#include "tst_usagelist.moc"
