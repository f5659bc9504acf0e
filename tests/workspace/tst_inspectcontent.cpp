// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/inspector/inspectcontent.h"

#include "kube/demo/story/story.h"
#include "kube/metrics/metricsfeed.h"

#include "paintedhost.h"
#include "support/democlient.h"

#include <QApplication>
#include <QClipboard>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace workspace;
using Freshness = WindowContent::Freshness;

/// The inspector against the demo API server, with real events and pictures.
class InspectContentTest : public QObject, private support::DemoClient
{
    Q_OBJECT

    Look m_look{Theme::darkTheme()};
    std::unique_ptr<demo::Story> m_story;
    std::unique_ptr<kube::MetricsFeed> m_feed;

    static constexpr kube::MetricsPace Fast{.shortest = 60, .longest = 60, .summaries = 60};

    std::unique_ptr<InspectContent> inspector(const QString &apiVersion, const QString &kind,
                                              const QString &nameSpace, const QString &name)
    {
        return std::make_unique<InspectContent>(
            *m_cache, m_feed.get(), *m_server->store().resourceOfKind(apiVersion, kind),
            ObjectId{apiVersion, kind, nameSpace, name}, m_look);
    }

    /// A pod that has something of everything.
    QJsonObject putRichPod()
    {
        auto pod = *m_server->store().get({{{}, u"v1"_s, u"pods"_s}, u"shop"_s, u"orders-db-0"_s});
        auto spec = pod["spec"_L1].toObject();
        auto containers = spec["containers"_L1].toArray();
        auto container = containers[0].toObject();
        auto env = container["env"_L1].toArray();
        const auto from = [](const QString &kind, const QString &name, const QString &key) {
            return QJsonObject{{kind, QJsonObject{{u"name"_s, name}, {u"key"_s, key}}}};
        };
        env.append(QJsonObject{
            {u"name"_s, u"REGION"_s},
            {u"valueFrom"_s, from(u"configMapKeyRef"_s, u"app-config"_s, u"REGION"_s)}});
        env.append(QJsonObject{
            {u"name"_s, u"DB_PASSWORD"_s},
            {u"valueFrom"_s, from(u"secretKeyRef"_s, u"db-credentials"_s, u"password"_s)}});
        container[u"env"_s] = env;
        container[u"envFrom"_s] = QJsonArray{
            QJsonObject{{u"secretRef"_s, QJsonObject{{u"name"_s, u"db-credentials"_s}}}}};
        container[u"securityContext"_s] =
            QJsonObject{{u"privileged"_s, true}, {u"readOnlyRootFilesystem"_s, true}};
        container[u"livenessProbe"_s] =
            QJsonObject{{u"tcpSocket"_s, QJsonObject{{u"port"_s, 5432}}}};
        containers[0] = container;
        spec[u"containers"_s] = containers;
        pod[u"spec"_s] = spec;
        return m_server->store().put(pod);
    }

    static const InspectItem *find(const InspectContent &content, QStringView label)
    {
        for (const auto &card : content.shown().cards) {
            const auto found = std::ranges::find(card.items, label, &InspectItem::label);
            if (found != card.items.end())
                return &*found;
        }
        return nullptr;
    }

    /// Clicks on what does this, after scrolling it into view.
    template<typename Match>
    static bool click(InspectContent &content, QWidget &host, Match match)
    {
        const auto &hots = content.page().hots;
        const auto hot = std::ranges::find_if(hots, match, &PlacedHot::action);
        if (hot == hots.end())
            return false;
        const auto box = hot->box;
        content.scrollTo(box.top() - 60);
        QTest::mouseClick(&host, Qt::LeftButton, {},
                          (box.center() - QPointF(0, content.scrollOffset())).toPoint());
        return true;
    }

    static QString textsOf(const InspectContent &content)
    {
        QStringList texts;
        for (const auto &text : content.page().texts)
            texts.append(text.text);
        return texts.join(u'\n');
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_look.setTheme(Theme::darkTheme());
        QVERIFY(serve());
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

    void aPodIsShownInCards()
    {
        const auto pod = putRichPod();
        auto content = inspector(u"v1"_s, u"Pod"_s, u"shop"_s, u"orders-db-0"_s);
        PaintedHost host(*content, m_look, {460, 640});
        QCOMPARE(content->freshness(), Freshness::Loading);
        QTRY_COMPARE(content->freshness(), Freshness::Live);
        QTRY_VERIFY(find(*content, u"CPU"));
        QCOMPARE(find(*content, u"Node")->text, pod["spec"_L1]["nodeName"_L1].toString());
        QTRY_COMPARE(find(*content, u"REGION")->text, u"eu-central"_s);
        QVERIFY(content->shown().card(u"Security"));
        takePicture(host, u"inspect-pod-dark"_s);
        m_look.setTheme(Theme::lightTheme());
        takePicture(host, u"inspect-pod-light"_s);
        host.resize(1240, 900);
        content->setSize({1240, 900});
        takePicture(host, u"inspect-pod-wide-light"_s);
        QVERIFY(content->accessibleText().contains(u"orders-db-0"_s));
    }

    void figuresMoveAndHaveAHistory()
    {
        const auto noon = QDateTime::currentDateTimeUtc();
        m_server->options().measuredAt = noon;
        auto content = inspector(u"v1"_s, u"Pod"_s, u"shop"_s, u"orders-db-0"_s);
        PaintedHost host(*content, m_look, {460, 640});
        QTRY_VERIFY(find(*content, u"CPU"));
        QCOMPARE(find(*content, u"CPU")->gauge->points.size(), 1UL);
        for (int i = 1; i < 12; ++i) {
            m_server->options().measuredAt = noon.addSecs(15 * i);
            QTRY_COMPARE(find(*content, u"CPU")->gauge->points.size(), size_t(i) + 1);
        }
        QCOMPARE(find(*content, u"CPU")->gauge->request, 50'000'000);
        QCOMPARE(find(*content, u"Memory")->gauge->limit, 256LL << 20);
        takePicture(host, u"inspect-history-dark"_s);
    }

    void absenceIsSaidInASentence()
    {
        m_server->offerMetrics(false);
        m_server->script().forbid({.resource = u"nodes/proxy"_s});
        m_feed->setResources({.resources = m_server->store().resources()});
        auto content = inspector(u"v1"_s, u"Pod"_s, u"shop"_s, u"orders-db-0"_s);
        PaintedHost host(*content, m_look, {460, 500});
        const auto sentence = [&content] {
            const auto *card = content->shown().card(u"Metrics");
            return card ? card->items[0].text : QString();
        };
        QTRY_VERIFY(sentence().contains(u"nodes/proxy"_s));
        takePicture(host, u"inspect-absent-dark"_s);
    }

    void aSecretIsShownOnAClickAndHiddenByTheNext()
    {
        putRichPod();
        auto content = inspector(u"v1"_s, u"Pod"_s, u"shop"_s, u"orders-db-0"_s);
        PaintedHost host(*content, m_look, {460, 500});
        QTRY_VERIFY(find(*content, u"DB_PASSWORD"));
        const QString secrets = u"/api/v1/namespaces/shop/secrets*"_s;
        QCOMPARE(m_server->script().count(secrets), 0); // nobody asked
        const auto reveals = [](const InspectAction &action) {
            return action.kind == InspectAction::Kind::Reveal && action.key == "password"_L1;
        };
        QVERIFY(click(*content, host, reveals));
        QTRY_COMPARE(find(*content, u"DB_PASSWORD")->text, u"not-a-secret"_s);
        QVERIFY(textsOf(*content).contains(u"not-a-secret"_s));
        QVERIFY(click(*content, host, reveals));
        QTRY_VERIFY(!textsOf(*content).contains(u"not-a-secret"_s));

        QVERIFY(click(*content, host, [](const InspectAction &action) {
            return action.kind == InspectAction::Kind::ListKeys;
        }));
        QTRY_VERIFY(find(*content, u"username"));
        QVERIFY(!textsOf(*content).contains(u"not-a-secret"_s));
        QVERIFY(!QApplication::clipboard()->text().contains(u"not-a-secret"_s));
    }

    void aSecretThatMayNotBeReadSaysSo()
    {
        putRichPod();
        m_server->script().forbid({.resource = u"secrets"_s});
        auto content = inspector(u"v1"_s, u"Pod"_s, u"shop"_s, u"orders-db-0"_s);
        PaintedHost host(*content, m_look, {460, 500});
        QTRY_VERIFY(find(*content, u"DB_PASSWORD"));
        QVERIFY(click(*content, host, [](const InspectAction &action) {
            return action.kind == InspectAction::Kind::Reveal;
        }));
        QTRY_COMPARE(find(*content, u"DB_PASSWORD")->tone, TextTone::Warn);
    }

    void aSecretThatARelayMasksIsAskedForOnAClick()
    {
        putRichPod();
        const auto path = u"/api/v1/namespaces/shop/secrets/*"_s;
        const auto answer = [&](const QString &query, const QByteArray &secret) {
            m_server->script().add({.action = demo::Fault::Action::Answer,
                                    .path = path,
                                    .queryContains = query,
                                    .code = 200,
                                    .body = secret});
        };
        answer({}, R"({"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "db",
            "annotations": {"krateyard.io/masked": "true"}}, "data": {"password": ""}})");
        answer(u"reveal=true"_s, R"({"apiVersion": "v1", "kind": "Secret",
            "metadata": {"name": "db"}, "data": {"password": "cmV2ZWFsZWQ="}})");
        auto content = inspector(u"v1"_s, u"Pod"_s, u"shop"_s, u"orders-db-0"_s);
        PaintedHost host(*content, m_look, {460, 500});
        QTRY_VERIFY(find(*content, u"DB_PASSWORD"));
        QCOMPARE(m_server->script().count(path, u"reveal=true"_s), 0);
        QVERIFY(click(*content, host, [](const InspectAction &action) {
            return action.kind == InspectAction::Kind::Reveal && action.key == "password"_L1;
        }));
        QTRY_COMPARE(find(*content, u"DB_PASSWORD")->text, u"revealed"_s);
    }

    void linksOpenAndLabelsCopy()
    {
        auto content = inspector(u"v1"_s, u"Pod"_s, u"shop"_s, u"orders-db-0"_s);
        PaintedHost host(*content, m_look, {460, 500});
        QTRY_VERIFY(find(*content, u"Node"));
        QSignalSpy opened(content.get(), &InspectContent::openRequested);
        QVERIFY(click(*content, host,
                      [](const InspectAction &action) { return action.object.kind == "Node"_L1; }));
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][1].value<View>(), View::Inspect);
        QVERIFY(click(*content, host, [](const InspectAction &action) {
            return action.text == "app=orders-db"_L1;
        }));
        QCOMPARE(QApplication::clipboard()->text(), u"app=orders-db"_s);
    }

    void theKeyboardReachesEverything()
    {
        auto content = inspector(u"v1"_s, u"Pod"_s, u"shop"_s, u"orders-db-0"_s);
        PaintedHost host(*content, m_look, {460, 300});
        QTRY_VERIFY(find(*content, u"Node"));
        QTest::keyClick(&host, Qt::Key_End);
        QVERIFY(content->scrollOffset() > 0);
        QTest::keyClick(&host, Qt::Key_Home);
        QCOMPARE(content->scrollOffset(), 0.0);
        QSignalSpy opened(content.get(), &InspectContent::openRequested);
        QTest::sendKeyEvent(QTest::Click, &host, Qt::Key_Tab, QString(), Qt::NoModifier);
        QTest::keyClick(&host, Qt::Key_Return);
        QCOMPARE(opened.size(), 1); // the namespace
    }

    void aDeploymentTellsItsPodsAndTheirSum()
    {
        auto content = inspector(u"apps/v1"_s, u"Deployment"_s, u"shop"_s, u"cart"_s);
        PaintedHost host(*content, m_look, {460, 700});
        QTRY_VERIFY(content->shown().card(u"Pods")
                    && content->shown().card(u"Pods")->items.size() == 2);
        QTRY_VERIFY(content->shown().card(u"Metrics")
                    && content->shown().card(u"Metrics")->items.size() > 6);
        const auto &metrics = content->shown().card(u"Metrics")->items;
        QCOMPARE(metrics[0].text, u"Together"_s);
        QCOMPARE(metrics[0].source, u"2 pods"_s);
        // Two pods of two containers, of which each asks for 50m.
        QCOMPARE(metrics[1].gauge->request, 200'000'000);
        const auto cart = std::ranges::find(metrics, u"cart"_s, &InspectItem::text);
        QVERIFY(cart != metrics.end());
        QCOMPARE(std::next(cart)->gauge->request, 100'000'000);
        QVERIFY(content->shown().card(u"Pods")->items[0].source.contains(u"Mi"_s));
        takePicture(host, u"inspect-deployment-dark"_s);
    }

    void aNodeTellsWhatItHasAndWhatIsUsed()
    {
        auto content = inspector(u"v1"_s, u"Node"_s, {}, u"worker-1"_s);
        PaintedHost host(*content, m_look, {460, 700});
        QTRY_VERIFY(find(*content, u"CPU"));
        QCOMPARE(find(*content, u"CPU")->gauge->limit, 4'000'000'000);
        QVERIFY(find(*content, u"CPU")->source.contains(u"allocatable 4000m"_s));
        QTRY_VERIFY(content->shown().card(u"Pods")
                    && content->shown().card(u"Pods")->items.size() > 5);
        QVERIFY(find(*content, u"Pods")->text.endsWith(u"of 110"_s));
        takePicture(host, u"inspect-node-dark"_s);
    }

    void aServiceTellsItsPortsAndWhoAnswers()
    {
        m_server->store().put(
            {{u"apiVersion"_s, u"v1"_s},
             {u"kind"_s, u"Endpoints"_s},
             {u"metadata"_s, QJsonObject{{u"name"_s, u"cart"_s}, {u"namespace"_s, u"shop"_s}}},
             {u"subsets"_s,
              QJsonArray{
                  QJsonObject{{u"addresses"_s, QJsonArray{QJsonObject{{u"ip"_s, u"10.244.0.9"_s}}}},
                              {u"ports"_s, QJsonArray{QJsonObject{{u"port"_s, 8080}}}}}}}});
        auto content = inspector(u"v1"_s, u"Service"_s, u"shop"_s, u"cart"_s);
        PaintedHost host(*content, m_look, {460, 600});
        QTRY_VERIFY(content->shown().card(u"Endpoints"));
        QTRY_COMPARE(content->shown().card(u"Endpoints")->items[0].text, u"10.244.0.9:8080"_s);
        QTRY_COMPARE(content->shown().card(u"Pods")->items.size(), 2UL);
        takePicture(host, u"inspect-service-dark"_s);
    }

    void anObjectThatIsGoneSaysSo()
    {
        auto content = inspector(u"v1"_s, u"Pod"_s, u"shop"_s, u"nobody"_s);
        PaintedHost host(*content, m_look, {460, 300});
        QTRY_COMPARE(content->freshness(), Freshness::Failed);
        takePicture(host, u"inspect-gone"_s);
        QVERIFY(!content->statusText().isEmpty());
    }

    void nobodyIsAskedAfterTheWindowCloses()
    {
        auto content = inspector(u"v1"_s, u"Pod"_s, u"shop"_s, u"orders-db-0"_s);
        QTRY_COMPARE(m_feed->viewers(), 1);
        content.reset();
        QCOMPARE(m_feed->viewers(), 0);
    }
};

QTEST_MAIN(InspectContentTest)
#include "tst_inspectcontent.moc"
