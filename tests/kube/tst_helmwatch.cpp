// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/helm/helmwatch.h"

#include "support/democlient.h"
#include "support/helmcases.h"

#include <QTest>

using namespace Qt::StringLiterals;
using State = kube::Subscription::State;

class HelmWatchTest : public QObject, private support::DemoClient
{
    Q_OBJECT

private:
    static QStringList textsOf(const std::vector<kube::HelmRevision> &revisions)
    {
        QStringList texts;
        for (const auto &one : revisions)
            texts.append(u"%1 %2 %3"_s.arg(one.releaseId()).arg(one.revision).arg(one.status));
        return texts;
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        QVERIFY(serve());
        auto &store = m_server->store();
        store.put(support::helmObject({.revision = 1, .status = u"superseded"_s}));
        store.put(support::helmObject({.revision = 2}));
        store.put(support::helmObject({.nameSpace = u"bank"_s, .name = u"db"_s}));
        store.put(
            {{u"apiVersion"_s, u"v1"_s},
             {u"kind"_s, u"Secret"_s},
             {u"metadata"_s, QJsonObject{{u"name"_s, u"other"_s}, {u"namespace"_s, u"shop"_s}}}});
    }
    void cleanup() { stop(); }

    void theNewestRevisionOfEachReleaseIsTold()
    {
        kube::HelmWatch watch(*m_cache, {});
        watch.start();
        QTRY_COMPARE(watch.state(), State::Live);
        QCOMPARE(textsOf(watch.releases()),
                 QStringList({u"bank/db 1 deployed"_s, u"shop/web 2 deployed"_s}));
        QCOMPARE(textsOf(watch.history(u"shop"_s, u"web"_s)),
                 QStringList({u"shop/web 2 deployed"_s, u"shop/web 1 superseded"_s}));
        QVERIFY(watch.isListed());
    }

    void noPayloadIsFetchedForTheList()
    {
        kube::HelmWatch watch(*m_cache, {});
        watch.start();
        QTRY_COMPARE(watch.releases().size(), 2U);
        for (const auto &request : m_server->script().requests())
            QVERIFY2(!request.segments.contains("sh.helm.release.v1.web.v2"_L1), "a payload");
        QVERIFY(m_server->script().count(u"/api/v1/secrets"_s, u"labelSelector=owner"_s) > 0);
    }

    void anUpgradeAndARemovalAreSeenAsTheyHappen()
    {
        kube::HelmWatch watch(*m_cache, {.nameSpaces = {u"shop"_s}});
        watch.start();
        QTRY_COMPARE(textsOf(watch.releases()), QStringList({u"shop/web 2 deployed"_s}));
        m_server->store().put(support::helmObject({.revision = 3, .status = u"pending-upgrade"_s}));
        QTRY_COMPARE(textsOf(watch.releases()), QStringList({u"shop/web 3 pending-upgrade"_s}));
        QVERIFY(watch.releases().front().isPending());
        const kube::ObjectRef holder{
            {{}, u"v1"_s, u"secrets"_s}, u"shop"_s, u"sh.helm.release.v1.web.v3"_s};
        QVERIFY(m_server->store().remove(holder, 0));
        QTRY_COMPARE(textsOf(watch.releases()), QStringList({u"shop/web 2 deployed"_s}));
    }

    void releasesInConfigMapsAreFoundToo()
    {
        m_server->store().put(support::helmObject({.name = u"old"_s}, kube::HelmDriver::ConfigMap));
        m_server->script().forbid({.resource = u"secrets"_s});
        kube::HelmWatch watch(*m_cache, {.nameSpaces = {u"shop"_s}});
        watch.start();
        QTRY_COMPARE(textsOf(watch.releases()), QStringList({u"shop/old 1 deployed"_s}));
        QCOMPARE(watch.releases().front().driver, kube::HelmDriver::ConfigMap);
        QTRY_COMPARE(watch.state(), State::Live);
    }

    void whoMayListNeitherIsTold()
    {
        m_server->script().forbid({.verb = u"list"_s, .resource = u"secrets"_s});
        m_server->script().forbid({.verb = u"watch"_s, .resource = u"secrets"_s});
        m_server->script().forbid({.verb = u"list"_s, .resource = u"configmaps"_s});
        m_server->script().forbid({.verb = u"watch"_s, .resource = u"configmaps"_s});
        kube::HelmWatch watch(*m_cache, {});
        watch.start();
        QTRY_COMPARE(watch.state(), State::Refused);
        QCOMPARE(watch.lastError()->kind, kube::Error::Kind::Forbidden);
        QVERIFY(watch.releases().empty());
    }

    void secretsThatMayNotBeListedHideNothingOfAnotherNamespace()
    {
        m_server->script().forbid({.resource = u"secrets"_s, .nameSpace = u"bank"_s});
        m_server->script().forbid({.resource = u"configmaps"_s, .nameSpace = u"bank"_s});
        kube::HelmWatch watch(*m_cache, {.nameSpaces = {u"bank"_s, u"shop"_s}});
        watch.start();
        QTRY_COMPARE(textsOf(watch.releases()), QStringList({u"shop/web 2 deployed"_s}));
        QTRY_COMPARE(watch.state(), State::Refused);
    }
};

QTEST_GUILESS_MAIN(HelmWatchTest)

#include "tst_helmwatch.moc"
