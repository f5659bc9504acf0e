// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakegateway.h"

#include "kube/auth/identity.h"
#include "kube/cluster.h"
#include "kube/config/serverdigest.h"
#include "workspace/clusters/clusterhealth.h"
#include "workspace/clusters/clusteridentities.h"
#include "workspace/clusters/clusterset.h"
#include "workspace/relays/relayaddress.h"
#include "workspace/relays/relayclusters.h"
#include "workspace/relays/relaytry.h"
#include "workspace/session/session.h"
#include "workspace/sharing/tokenkeeper.h"
#include "workspace/yard/yarddocument.h"

#include <QFile>
#include <QLoggingCategory>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace workspace;
using State = kube::Cluster::State;

static const auto uid = u"6fa844bc-a066-543b-943a-0b057b6fc240"_s;

/// Clusters that come through a relay, without a window.
class RelayClustersTest : public QObject
{
    Q_OBJECT

private:
    QString prod() const { return u"prod (%1)"_s.arg(m_gateway->shown()); }
    QString kept() const
    {
        QString token;
        m_keeper->read(RelayTokens::keptUnder(m_gateway->url()),
                       [&token](const QString &known) { token = known; });
        return token;
    }
    RelayRecord record() const
    {
        return {.relay = m_gateway->url(),
                .person = u"Jane Doe"_s,
                .clusters = {{.name = u"prod"_s}, {.name = u"staging"_s}}};
    }
    void keep(const QString &token) const
    {
        m_keeper->keep(RelayTokens::keptUnder(m_gateway->url()), token);
    }
    QString writeKubeconfig(const QString &context) const
    {
        QFile file(m_folder->filePath(u"config"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write(
                u"clusters: [{name: k, cluster: {server: 'https://k8s.example.invalid:6443'}}]\n"
                "contexts: [{name: '%1', context: {cluster: k, user: u}}]\n"
                "current-context: '%1'\nusers: [{name: u, user: {token: t}}]\n"_s.arg(context)
                    .toUtf8());
        return file.fileName();
    }
    QString problem() const { return m_relays->entries().front().problem; }
    RelayTokens::State signIn() const { return m_relays->entries().front().signIn; }

    /// The sentence of a try that fails; empty: it came in.
    QString tried(const QUrl &relay, const QString &key) const
    {
        RelayTry attempt(relay, key);
        QString sentence;
        bool isOver = false;
        connect(&attempt, &RelayTry::browserWanted, &attempt,
                [this](const QUrl &page) { m_gateway->comeBackFrom(page); });
        connect(&attempt, &RelayTry::failed, &attempt, [&](const QString &why) {
            sentence = why;
            isOver = true;
        });
        connect(&attempt, &RelayTry::entered, &attempt,
                [&, relay](const RelayProof &proof, const collab::RelayOffer &offer) {
                    m_relays->add(relay, proof, offer);
                    isOver = true;
                });
        attempt.start();
        return QTest::qWaitFor([&] { return isOver; }, 15'000) ? sentence : u"no end"_s;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeGateway> m_gateway;
    std::unique_ptr<ForgetfulTokens> m_keeper;
    std::unique_ptr<ClusterSet> m_clusters;
    std::unique_ptr<RelayClusters> m_relays;

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"kube.cluster.info=false"_s); }

    void init()
    {
        QTest::failOnWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        m_gateway = std::make_unique<FakeGateway>();
        m_keeper = std::make_unique<ForgetfulTokens>();
        m_clusters =
            std::make_unique<ClusterSet>(kube::KubeconfigFiles{{m_folder->filePath(u"none"_s)}});
        m_relays = std::make_unique<RelayClusters>(*m_clusters, *m_keeper);
    }
    void cleanup()
    {
        m_relays.reset();
        m_clusters.reset();
        m_keeper.reset();
        m_gateway.reset();
    }

    void anAddressIsWhateverNamesTheRelay_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("address"); // empty: none
        QTest::newRow("host") << u" relay.example.org "_s << u"https://relay.example.org"_s;
        QTest::newRow("port") << u"relay.example.org:8443"_s << u"https://relay.example.org:8443"_s;
        QTest::newRow("slash") << u"https://relay.example.org/"_s << u"https://relay.example.org"_s;
        QTest::newRow("here") << u"127.0.0.1:8080"_s << u"http://127.0.0.1:8080"_s;
        QTest::newRow("join") << u"https://relay.example.org/join/shop#ky_x"_s
                              << u"https://relay.example.org"_s;
        QTest::newRow("socket") << u"wss://relay.example.org/ws/sync/shop"_s
                                << u"https://relay.example.org"_s;
        QTest::newRow("in clear") << u"http://relay.example.org"_s << QString();
        QTest::newRow("user") << u"https://me:pw@relay.example.org"_s << QString();
        QTest::newRow("ftp") << u"ftp://relay.example.org"_s << QString();
        QTest::newRow("nothing") << u"  "_s << QString();
    }
    void anAddressIsWhateverNamesTheRelay()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, address);
        const auto read = relayAddress(typed);
        QCOMPARE(read ? read->toString() : QString(), address);
        QVERIFY(read || !read.error().isEmpty());
    }

    void aKeyBringsItsClustersBesideTheKubeconfigs()
    {
        m_clusters->setFiles({{writeKubeconfig(u"prod"_s)}, true});
        QSignalSpy records(m_relays.get(), &RelayClusters::recordsChanged);
        QCOMPARE(tried(m_gateway->url(), m_gateway->key()), QString());
        QCOMPARE(m_clusters->contexts().size(), size_t(3));
        QCOMPARE(m_clusters->current(), u"prod"_s); // as it was
        QCOMPARE(m_relays->contextsOf(m_gateway->url()),
                 QStringList({prod(), u"staging (%1)"_s.arg(m_gateway->shown())}));
        QCOMPARE(m_relays->records().front(), record());
        QCOMPARE(records.size(), 1);
        QCOMPARE(kept(), m_gateway->key());

        auto *cluster = m_clusters->cluster(prod());
        QTRY_COMPARE(cluster->state(), State::Ready);
        QVERIFY(m_gateway->clusterPaths.contains(u"/k8s/prod/version"_s));
        QCOMPARE(clusterHealth(*m_clusters, prod()).word, u"v1.32.0"_s);
    }

    void theBrowserBringsThemToo()
    {
        QCOMPARE(tried(m_gateway->url(), {}), QString());
        QCOMPARE(m_clusters->current(), prod()); // there was none
        QCOMPARE(kept(), u"refresh-1"_s);
        auto *cluster = m_clusters->cluster(prod());
        QTRY_COMPARE(cluster->state(), State::Ready);
        QVERIFY(cluster->expiry() && cluster->expiry()->renews);
        QCOMPARE(m_gateway->refreshes, 1);

        // The provider's keys were changed, say: nothing but the sign-in itself counts any more.
        m_gateway->goodToken = u"another"_s;
        cluster->retry();
        QTRY_COMPARE(m_gateway->refreshes, 2);
        QTRY_COMPARE(kept(), u"refresh-2"_s);
        QTRY_COMPARE(cluster->state(), State::Ready);
    }

    void theyAreThereAgainAfterAStart()
    {
        m_gateway->refreshes = 7;
        keep(u"refresh-7"_s);
        m_gateway->clusters << u"new"_s;
        m_relays->restore({record()});
        QVERIFY(m_clusters->context(prod())); // before the relay has said anything
        auto *cluster = m_clusters->cluster(prod());
        QTRY_COMPARE(cluster->state(), State::Ready);
        QTRY_COMPARE(m_relays->contextsOf(m_gateway->url()).size(), 3);
        QCOMPARE(m_gateway->refreshes, 8); // once for all
        QCOMPARE(m_clusters->opened(prod()), cluster); // it was not made anew
        QCOMPARE(kept(), u"refresh-8"_s);
    }

    void oneThatLeavesIsGone()
    {
        keep(m_gateway->key());
        m_gateway->clusters = {u"staging"_s};
        m_relays->restore({record()});
        QTRY_COMPARE(m_relays->contextsOf(m_gateway->url()).size(), 1);
        QVERIFY(!m_clusters->context(prod()));
    }

    void aSignInThatEndedIsToldAndRenewedByAnother()
    {
        keep(u"refresh-0"_s);
        m_gateway->takesRefreshTokens = false;
        m_relays->restore({record()});
        auto *cluster = m_clusters->cluster(prod());
        QTRY_COMPARE(cluster->state(), State::Refused);
        QCOMPARE(signIn(), RelayTokens::State::Ended);
        QVERIFY(m_relays->entries().front().wantsSignIn());
        QVERIFY(clusterHealth(*m_clusters, prod()).sentence.contains(u"Sign in again"_s));
        QCOMPARE(kept(), QString());

        m_gateway->takesRefreshTokens = true;
        QCOMPARE(tried(m_gateway->url(), {}), QString());
        QCOMPARE(m_clusters->opened(prod()), cluster); // the same person
        QTRY_COMPARE(cluster->state(), State::Ready);
        QCOMPARE(signIn(), RelayTokens::State::SignedIn);
    }

    void aKeyThatWasTakenBackIsTold()
    {
        QCOMPARE(tried(m_gateway->url(), m_gateway->key()), QString());
        auto *cluster = m_clusters->cluster(prod());
        QTRY_COMPARE(cluster->state(), State::Ready);
        m_gateway->takesKeys = false;
        cluster->retry();
        QTRY_COMPARE(cluster->state(), State::Refused);
        QTRY_COMPARE(signIn(), RelayTokens::State::Rejected);
        m_gateway->takesKeys = true; // it was a mistake
        m_relays->refresh(m_gateway->url());
        QTRY_COMPARE(cluster->state(), State::Ready);
    }

    void whoSignsOutLeavesNothing()
    {
        QCOMPARE(tried(m_gateway->url(), {}), QString());
        auto *cluster = m_clusters->cluster(prod());
        QTRY_COMPARE(cluster->state(), State::Ready);
        QSignalSpy closing(m_clusters.get(), &ClusterSet::clusterClosing);
        m_relays->signOut(m_gateway->url());
        QCOMPARE(closing.size(), 1);
        QCOMPARE(kept(), QString());
        cluster = m_clusters->cluster(prod());
        QTRY_COMPARE(cluster->state(), State::Refused);
        QVERIFY(clusterHealth(*m_clusters, prod()).sentence.contains(u"not signed in"_s));
        m_relays->remove(m_gateway->url());
        QVERIFY(m_clusters->contexts().empty());
        QVERIFY(m_relays->records().empty());
    }

    void anotherPersonDoesNotGetTheFirstOnesClusters()
    {
        QCOMPARE(tried(m_gateway->url(), {}), QString());
        QTRY_COMPARE(m_clusters->cluster(prod())->state(), State::Ready);
        QSignalSpy closing(m_clusters.get(), &ClusterSet::clusterClosing);
        m_gateway->person = u"Max"_s;
        QCOMPARE(tried(m_gateway->url(), m_gateway->key()), QString());
        QCOMPARE(closing.size(), 1);
        QTRY_COMPARE(m_clusters->cluster(prod())->state(), State::Ready);
        QCOMPARE(m_relays->records().front().person, u"Max"_s);
    }

    void aRelayThatIsAwayIsAskedAgain()
    {
        keep(m_gateway->key());
        m_relays = std::make_unique<RelayClusters>(
            *m_clusters, *m_keeper, RelayClusters::Pace{.usual = 10min, .afterFailure = 20ms});
        auto away = record();
        m_gateway->hasGateway = false;
        m_relays->restore({away});
        QTRY_VERIFY(problem().contains(u"serves no clusters"_s));
        QVERIFY(m_clusters->context(prod())); // what it told last counts
        m_gateway->hasGateway = true;
        m_relays->refresh(m_gateway->url());
        QTRY_COMPARE(problem(), QString());

        away.relay = QUrl(u"http://127.0.0.1:1"_s);
        m_keeper->keep(RelayTokens::keptUnder(away.relay), m_gateway->key());
        m_relays->restore({away});
        QSignalSpy changed(m_relays.get(), &RelayClusters::changed);
        QTRY_VERIFY(problem().contains(u"does not answer"_s));
        QTRY_VERIFY(changed.size() > 6); // it is tried, and again
    }

    void whatCannotBeSaysWhatToDo_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<bool>("byKey");
        QTest::addColumn<QString>("says");
        QTest::newRow("no sign-in") << u"no sign-in"_s << false << u"API key"_s;
        QTest::newRow("no gateway") << u"no gateway"_s << true << u"switch on its gateway"_s;
        QTest::newRow("wrong key") << u"wrong key"_s << true << u"did not take your sign-in"_s;
        QTest::newRow("not allowed") << u"not allowed"_s << true << u"right group"_s;
        QTest::newRow("no clusters") << u"no clusters"_s << true << u"has no clusters for you"_s;
        QTest::newRow("away") << u"away"_s << false << u"does not answer"_s;
    }
    void whatCannotBeSaysWhatToDo()
    {
        QFETCH(const QString, what);
        QFETCH(const bool, byKey);
        QFETCH(const QString, says);
        m_gateway->hasSignIn = what != "no sign-in"_L1;
        m_gateway->hasGateway = what != "no gateway"_L1;
        m_gateway->isAllowed = what != "not allowed"_L1;
        m_gateway->takesKeys = what != "wrong key"_L1;
        if (what == "no clusters"_L1)
            m_gateway->clusters.clear();
        const auto relay = what == "away"_L1 ? QUrl(u"http://127.0.0.1:1"_s) : m_gateway->url();
        const auto sentence = tried(relay, byKey ? m_gateway->key() : QString());
        QVERIFY2(sentence.contains(says), qPrintable(sentence));
        QVERIFY(!sentence.contains(m_gateway->key()));
        QVERIFY(m_relays->records().empty() && m_clusters->contexts().empty());
        QCOMPARE(kept(), QString());
    }

    void namesThatAreTakenGetANumber()
    {
        m_clusters->setFiles({{writeKubeconfig(prod())}, true});
        QCOMPARE(tried(m_gateway->url(), m_gateway->key()), QString());
        QVERIFY(m_clusters->context(prod())->relay.isEmpty());
        const auto *numbered = m_clusters->context(prod() + u" 2"_s);
        QVERIFY(numbered);
        QCOMPARE(numbered->relay, m_gateway->url());
        QCOMPARE(m_clusters->config(numbered->name)->contextName, numbered->name);
    }

    void namesFromAfarAreCheckedAndEncoded()
    {
        m_gateway->clusters = {u"arn:aws:eks:eu:1:cluster/prod"_s, u"two\nlines"_s, QString(),
                               u"arn:aws:eks:eu:1:cluster/prod"_s, QString(600, u'x')};
        QCOMPARE(tried(m_gateway->url(), m_gateway->key()), QString());
        const auto contexts = m_relays->contextsOf(m_gateway->url());
        QCOMPARE(contexts.size(), 1);
        m_clusters->cluster(contexts.first());
        QTRY_VERIFY(m_gateway->clusterPaths.contains(
            u"/k8s/arn%3Aaws%3Aeks%3Aeu%3A1%3Acluster%2Fprod/version"_s));
    }

    void theKubeconfigsWayIsTakenWhereThereAreTwo()
    {
        // "zone" stands behind "prod (…)" in the alphabet.
        m_clusters->setFiles({{writeKubeconfig(u"zone"_s)}, true});
        Session session;
        session.setSection(
            u"clusters"_s,
            {{u"zone"_s,
              QJsonObject{{u"server"_s, kube::serverDigest(*m_clusters->config(u"zone"_s))},
                          {u"uid"_s, uid}}}});
        ClusterIdentities identities(*m_clusters, session);
        YardDocument document;
        document.setClusterNames(identities);
        m_gateway->uids = {{u"prod"_s, uid}};
        QCOMPARE(tried(m_gateway->url(), m_gateway->key()), QString());
        QCOMPARE(identities.contextsOf(u"uid:"_s + uid), QStringList({prod(), u"zone"_s}));
        document.transact(u"open"_s, [](YardTransaction &t) {
            t.put({.id = u"k"_s,
                   .cluster = u"uid:"_s + uid,
                   .object = ObjectId{u"v1"_s, u"Pod"_s, u"shop"_s, u"web"_s}});
        });
        QCOMPARE(document.krate(u"k"_s)->cluster, u"zone"_s);
        m_clusters->setFiles({{m_folder->filePath(u"none"_s)}, true});
        QCOMPARE(document.krate(u"k"_s)->cluster, prod()); // now it is the only one
    }

    void workBeginsWhereTheRelaySays()
    {
        QCOMPARE(tried(m_gateway->url(), m_gateway->key()), QString());
        QCOMPARE(m_clusters->config(prod())->nameSpace, u"default"_s);
        m_gateway->firstNamespace = u"shop"_s;
        m_relays->refresh(m_gateway->url());
        QTRY_COMPARE(m_clusters->config(prod())->nameSpace, u"shop"_s);
        QCOMPARE(m_relays->records().front().nameSpace, u"shop"_s);
    }

    void theRelaySaysWhichClusterItIs()
    {
        Session session;
        ClusterIdentities identities(*m_clusters, session);
        m_gateway->uids = {{u"prod"_s, uid}, {u"staging"_s, u"no uuid"_s}};
        QCOMPARE(tried(m_gateway->url(), m_gateway->key()), QString());
        QCOMPARE(identities.idsOf(prod()), QStringList(u"uid:"_s + uid));
        QCOMPARE(identities.contextsOf(u"uid:"_s + uid), QStringList(prod()));
    }
};

QTEST_GUILESS_MAIN(RelayClustersTest)
#include "tst_relayclusters.moc"
