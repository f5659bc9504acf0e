// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/describe/objectdescription.h"

#include "support/democlient.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace workspace;

/// One object's live description out of the demo server.
class ObjectDescriptionTest : public QObject, private support::DemoClient
{
    Q_OBJECT

    std::unique_ptr<kube::RelationFeeds> m_feeds;

    kube::ApiResources resources() const { return {m_server->store().resources(), {}}; }

    QJsonObject put(const QString &apiVersion, const QString &kind, const QString &name,
                    const QJsonObject &spec, const QJsonObject &meta = {})
    {
        auto all = meta;
        all[u"name"_s] = name;
        all[u"namespace"_s] = u"shop"_s;
        return m_server->store().put({{u"apiVersion"_s, apiVersion},
                                      {u"kind"_s, kind},
                                      {u"metadata"_s, all},
                                      {u"spec"_s, spec}});
    }

    static QJsonObject labels(const QString &app)
    {
        return {{u"labels"_s, QJsonObject{{u"app"_s, app}}}};
    }

    static QJsonObject usingSettings()
    {
        const QJsonObject ref{{u"configMapRef"_s, QJsonObject{{u"name"_s, u"settings"_s}}}};
        const QJsonObject container{{u"name"_s, u"c"_s}, {u"envFrom"_s, QJsonArray{ref}}};
        return {{u"containers"_s, QJsonArray{container}}};
    }

    std::unique_ptr<ObjectDescription> open(const QString &apiVersion, const QString &kind,
                                            const QString &name)
    {
        const auto known = resources();
        auto description =
            std::make_unique<ObjectDescription>(*m_cache,
                                                DescribedObject{*known.findKind(apiVersion, kind),
                                                                {apiVersion, kind, u"shop"_s, name},
                                                                known,
                                                                m_feeds->feedFor(u"shop"_s)});
        description->start();
        return description;
    }

    static QString textOf(ObjectDescription &description)
    {
        QStringList lines;
        const auto document = toText(description.tell(QDateTime::currentDateTimeUtc()));
        for (const auto &line : document.lines)
            lines.append(line.text);
        return lines.join(u'\n');
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        QVERIFY(serve());
        m_server->options().bookmarkEvery = std::chrono::milliseconds(0);
        m_feeds = std::make_unique<kube::RelationFeeds>(*m_client, resources());
    }

    void cleanup()
    {
        m_feeds.reset();
        stop();
    }

    void usersOfAConfigMapComeAndGo()
    {
        put(u"v1"_s, u"ConfigMap"_s, u"settings"_s, {});
        put(u"v1"_s, u"Pod"_s, u"web-0"_s, usingSettings());
        const auto description = open(u"v1"_s, u"ConfigMap"_s, u"settings"_s);
        QTRY_VERIFY(textOf(*description).contains("Pod/web-0"_L1));
        QVERIFY(textOf(*description).contains("Used by"_L1));
        put(u"v1"_s, u"Pod"_s, u"web-1"_s, usingSettings());
        QTRY_VERIFY(textOf(*description).contains("Pod/web-1"_L1));
        m_server->store().remove({{{}, u"v1"_s, u"pods"_s}, u"shop"_s, u"web-0"_s}, 0).value();
        QTRY_VERIFY(!textOf(*description).contains("Pod/web-0"_L1));
    }

    void aServiceLinksToItsPodsAndIngresses()
    {
        put(u"v1"_s, u"Service"_s, u"web"_s, {{u"selector"_s, QJsonObject{{u"app"_s, u"web"_s}}}});
        put(u"v1"_s, u"Pod"_s, u"web-0"_s, {}, labels(u"web"_s));
        const QJsonObject service{{u"service"_s, QJsonObject{{u"name"_s, u"web"_s}}}};
        put(u"networking.k8s.io/v1"_s, u"Ingress"_s, u"front"_s, {{u"defaultBackend"_s, service}});
        const auto description = open(u"v1"_s, u"Service"_s, u"web"_s);
        QTRY_VERIFY(description->isComplete());
        QTRY_VERIFY(textOf(*description).contains("Pod/web-0"_L1));
        QTRY_VERIFY(textOf(*description).contains("Ingress/front"_L1));
        const auto targets = toText(description->tell(QDateTime::currentDateTimeUtc())).targets;
        const ObjectId pod{u"v1"_s, u"Pod"_s, u"shop"_s, u"web-0"_s};
        QVERIFY(std::ranges::contains(targets, pod, &TextTarget::object));
    }

    void onlyChangesOfWhatIsShownAreNews()
    {
        put(u"v1"_s, u"Service"_s, u"web"_s, {{u"selector"_s, QJsonObject{{u"app"_s, u"web"_s}}}});
        const auto description = open(u"v1"_s, u"Service"_s, u"web"_s);
        QTRY_VERIFY(description->isComplete());
        textOf(*description);
        int news = 0;
        connect(description.get(), &ObjectDescription::changed, this, [&news] { ++news; });
        const auto feed = m_feeds->feedFor(u"shop"_s);
        const auto before = feed->graph().objectCount();
        put(u"v1"_s, u"Pod"_s, u"other"_s, {}, labels(u"other"_s));
        QTRY_COMPARE(feed->graph().objectCount(), before + 1);
        QCOMPARE(news, 0);
        put(u"v1"_s, u"Pod"_s, u"web-0"_s, {}, labels(u"web"_s));
        QTRY_VERIFY(news > 0);
    }

    void whatIsForbiddenIsSaid()
    {
        m_server->script().forbid({.resource = u"pods"_s});
        put(u"v1"_s, u"ConfigMap"_s, u"settings"_s, {});
        const auto description = open(u"v1"_s, u"ConfigMap"_s, u"settings"_s);
        QTRY_VERIFY(textOf(*description).contains("Relations not known"_L1));
        QVERIFY(textOf(*description).contains("pods is forbidden"_L1));
    }
};

QTEST_GUILESS_MAIN(ObjectDescriptionTest)
#include "tst_objectdescription.moc"
