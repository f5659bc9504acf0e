// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reflectorfixture.h"

#include "kube/relations/relationfeed.h"
#include "kube/relations/relationtree.h"

#include <QElapsedTimer>

using kube::ObjectKey;
using kube::RelationFeed;

/// Relations out of the demo server's lists and watches.
class RelationFeedTest : public ReflectorFixture
{
    Q_OBJECT

    kube::ApiResources resources() const { return {m_server->store().resources(), {}}; }

    static QJsonObject object(const QString &apiVersion, const QString &kind, const QString &name,
                              const QJsonObject &spec, const QJsonObject &labels = {})
    {
        return {
            {u"apiVersion"_s, apiVersion},
            {u"kind"_s, kind},
            {u"metadata"_s,
             QJsonObject{{u"name"_s, name}, {u"namespace"_s, u"shop"_s}, {u"labels"_s, labels}}},
            {u"spec"_s, spec}};
    }

    void putPod(const QString &name, const QString &app = u"web"_s)
    {
        const QJsonObject volume{{u"name"_s, u"v"_s},
                                 {u"secret"_s, QJsonObject{{u"secretName"_s, u"keys"_s}}}};
        m_server->store().put(object(u"v1"_s, u"Pod"_s, name, {{u"volumes"_s, QJsonArray{volume}}},
                                     {{u"app"_s, app}}));
    }

    void putService()
    {
        m_server->store().put(object(u"v1"_s, u"Service"_s, u"web"_s,
                                     {{u"selector"_s, QJsonObject{{u"app"_s, u"web"_s}}}}));
    }

    const ObjectKey m_service{{}, u"Service"_s, u"shop"_s, u"web"_s};
    const ObjectKey m_secret{{}, u"Secret"_s, u"shop"_s, u"keys"_s};

private Q_SLOTS:
    void init() { startServer(); }
    void cleanup() { stopServer(); }

    void listsAndChangesArrive()
    {
        putPod(u"a"_s);
        putService();
        RelationFeed feed(*m_client, resources(), u"shop"_s, nullptr, Fast);
        feed.need({{{}, u"Pod"_s}, {{}, u"Service"_s}});
        QTRY_VERIFY(feed.isComplete());
        QCOMPARE(feed.graph().uses(m_service).size(), 1);
        putPod(u"b"_s);
        QTRY_COMPARE(feed.graph().uses(m_service).size(), 2);
        putPod(u"a"_s, u"other"_s);
        QTRY_COMPARE(feed.graph().uses(m_service).size(), 1);
        QVERIFY(m_server->store().remove({{{}, u"v1"_s, u"pods"_s}, u"shop"_s, u"b"_s}, 0));
        QTRY_COMPARE(feed.graph().uses(m_service).size(), 0);
        QVERIFY(feed.missing().empty());
    }

    void aRelistForgetsWhatIsGone()
    {
        putPod(u"a"_s);
        putPod(u"b"_s);
        RelationFeed feed(*m_client, resources(), u"shop"_s, nullptr, Fast);
        feed.need({{{}, u"Pod"_s}});
        QTRY_COMPARE(feed.graph().objectCount(), 2);
        m_server->stop();
        QVERIFY(m_server->store().remove({{{}, u"v1"_s, u"pods"_s}, u"shop"_s, u"b"_s}, 0));
        putPod(u"c"_s);
        m_server->store().compact(); // so the watch cannot go on where it was
        QVERIFY(m_server->listen(m_server->port()));
        QTRY_VERIFY_WITH_TIMEOUT(feed.graph().presence({{}, u"Pod"_s, u"shop"_s, u"c"_s})
                                         == kube::RelationGraph::Presence::There
                                     && feed.graph().presence({{}, u"Pod"_s, u"shop"_s, u"b"_s})
                                         == kube::RelationGraph::Presence::Missing,
                                 15'000);
    }

    void secretsAreAskedForAsRows()
    {
        auto secret = object(u"v1"_s, u"Secret"_s, u"keys"_s, {});
        secret[u"data"_s] = QJsonObject{{u"pw"_s, u"aHVudGVyMg=="_s}};
        m_server->store().put(secret);
        putPod(u"a"_s);
        RelationFeed feed(*m_client, resources(), u"shop"_s, nullptr, Fast);
        feed.need({{{}, u"Secret"_s}, {{}, u"Pod"_s}});
        QTRY_VERIFY(feed.isComplete());
        QCOMPARE(feed.graph().presence(m_secret), kube::RelationGraph::Presence::There);
        QCOMPARE(feed.graph().usedBy(m_secret).size(), 1);
        QVERIFY(kube::isMetadataOnly({}, u"Secret"_s));
    }

    void whatIsForbiddenIsAMissingPartAndNotAskedForAgain()
    {
        const auto path = u"/api/v1/namespaces/shop/services"_s;
        script().forbid({.resource = u"services"_s});
        script().forbid({.resource = u"configmaps"_s});
        putPod(u"a"_s);
        RelationFeed feed(*m_client, resources(), u"shop"_s, nullptr, Fast);
        feed.need({{{}, u"Pod"_s}, {{}, u"Service"_s}, {u"example.org"_s, u"Unheard"_s}});
        QTRY_VERIFY(feed.isComplete());
        QCOMPARE(feed.missing().size(), 1);
        QCOMPARE(feed.missing()[0].kind.kind, u"Service"_s);
        QCOMPARE(feed.missing()[0].error.kind, kube::Error::Kind::Forbidden);
        const auto other = follow(); // a plain reflector does ask again
        QTRY_VERIFY(script().count(MapsPath) >= 3);
        QCOMPARE(script().count(path), 1);
    }

    void feedsAreSharedAndGoWithTheLastUser()
    {
        kube::RelationFeeds feeds(*m_client, resources());
        auto one = feeds.feedFor(u"shop"_s);
        auto two = feeds.feedFor(u"shop"_s);
        QCOMPARE(one.get(), two.get());
        QVERIFY(feeds.feedFor(u"ops"_s) != one);
        one->need({{{}, u"Pod"_s}});
        QTRY_COMPARE(m_server->openWatches(), 1);
        one.reset();
        two.reset();
        QTRY_COMPARE(m_server->openWatches(), 0);
    }
};

QTEST_GUILESS_MAIN(RelationFeedTest)
#include "tst_relationfeed.moc"
