// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/clusters/clusteridentities.h"

#include "kube/cluster.h"
#include "kube/demo/apiserver.h"
#include "workspace/clusters/clusterset.h"
#include "workspace/session/session.h"
#include "workspace/yard/yarddocument.h"
#include "workspace/yarddoc/yardstore.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace workspace;
using namespace Qt::StringLiterals;

static const auto uid = u"6fa844bc-a066-543b-943a-0b057b6fc240"_s;

class ClusterIdentitiesTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<demo::ApiServer> m_server;
    std::unique_ptr<ClusterSet> m_clusters;
    Session m_session;

    /// The contexts "one" and "two" of the demo server, and "far" of one that is not there.
    QString kubeconfig() const
    {
        QFile file(m_folder->filePath(u"config"_s));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        const auto text = u"clusters: [{name: k, cluster: {server: '%1'}},\n"
                          "  {name: f, cluster: {server: 'https://k8s.example.invalid:6443'}}]\n"
                          "contexts: [{name: one, context: {cluster: k, user: u}},\n"
                          "  {name: two, context: {cluster: k, user: u}},\n"
                          "  {name: far, context: {cluster: f, user: u}}]\n"
                          "current-context: one\nusers: [{name: u, user: {token: t}}]\n"_s.arg(
                              m_server->url().toString());
        file.write(text.toUtf8());
        return file.fileName();
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<demo::ApiServer>();
        QVERIFY(m_server->listen());
        m_server->store().put(
            {{u"apiVersion"_s, u"v1"_s},
             {u"kind"_s, u"Namespace"_s},
             {u"metadata"_s, QJsonObject{{u"name"_s, u"kube-system"_s}, {u"uid"_s, uid}}}});
        m_session.restore({});
        m_clusters = std::make_unique<ClusterSet>(kube::KubeconfigFiles{{kubeconfig()}, true});
    }

    void cleanup()
    {
        m_clusters.reset();
        m_server.reset();
    }

    void aClusterThatAnswersHasItsUid()
    {
        ClusterIdentities identities(*m_clusters, m_session);
        QSignalSpy changed(&identities, &ClusterNames::changed);
        QCOMPARE(identities.idsOf(u"one"_s), QStringList()); // an address of this machine
        QCOMPARE(identities.idsOf(u"nobody"_s), QStringList());
        m_clusters->cluster(u"one"_s);
        QTRY_COMPARE(identities.idsOf(u"one"_s), QStringList(u"uid:"_s + uid));
        QCOMPARE(identities.contextsOf(u"uid:"_s + uid), QStringList(u"one"_s));
        QCOMPARE(changed.size(), 1);
        m_clusters->cluster(u"two"_s);
        QTRY_COMPARE(identities.contextsOf(u"uid:"_s + uid), QStringList({u"one"_s, u"two"_s}));
    }

    void aContextThatWasRenamedFindsItsKratesAgain()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"yard.krateyard"_s);
        const auto openKrate = [](YardDocument &document) {
            document.transact(u"open"_s, [](YardTransaction &t) {
                t.put({.id = u"k"_s,
                       .cluster = u"one"_s,
                       .object = ObjectId{u"v1"_s, u"Pod"_s, u"shop"_s, u"web"_s}});
            });
        };
        {
            ClusterIdentities identities(*m_clusters, m_session);
            YardDocument document;
            document.setClusterNames(identities);
            YardStore store(document, path);
            store.load();
            openKrate(document); // before its cluster has answered
            QCOMPARE(document.krate(u"k"_s)->cluster, u"one"_s);
            m_clusters->cluster(u"one"_s);
            QTRY_VERIFY(!identities.idsOf(u"one"_s).isEmpty());
        }
        m_clusters.reset();
        QFile file(m_folder->filePath(u"config"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        auto text = file.readAll();
        file.close();
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            text.replace("name: one", "name: work").replace("-context: one", "-context: work"));
        file.close();
        m_clusters = std::make_unique<ClusterSet>(kube::KubeconfigFiles{{file.fileName()}, true});
        ClusterIdentities identities(*m_clusters, m_session);
        YardDocument document;
        document.setClusterNames(identities);
        YardStore store(document, path);
        QCOMPARE(store.load(), QStringList());
        m_clusters->cluster(u"work"_s);
        QTRY_COMPARE(document.krate(u"k"_s)->cluster, u"work"_s);
    }

    void withoutTheRightTheAddressHasToDo()
    {
        m_server->script().fail(u"/api/v1/namespaces/kube-system"_s, 403, u"Forbidden"_s);
        ClusterIdentities identities(*m_clusters, m_session);
        m_clusters->cluster(u"one"_s);
        QTRY_COMPARE(m_clusters->opened(u"one"_s)->state(), kube::Cluster::State::Ready);
        QTRY_VERIFY(m_clusters->opened(u"one"_s)->hasResources());
        QCOMPARE(identities.idsOf(u"one"_s), QStringList());
        const auto far = identities.idsOf(u"far"_s);
        QCOMPARE(far.size(), 1);
        QVERIFY(far[0].startsWith("api:"_L1) && isClusterId(far[0]));
        QCOMPARE(identities.contextsOf(far[0]), QStringList(u"far"_s));
    }

    void theUidIsRememberedAsLongAsTheServerIsTheSame()
    {
        ClusterIdentities first(*m_clusters, m_session);
        const auto far = first.idsOf(u"far"_s).value(0);
        m_session.restore(
            {{u"clusters"_s,
              QJsonObject{{u"far"_s, QJsonObject{{u"server"_s, far.sliced(4)}, {u"uid"_s, uid}}},
                          {u"one"_s, QJsonObject{{u"server"_s, u"x"_s}, {u"uid"_s, uid}}}}}});
        QCOMPARE(first.idsOf(u"far"_s), QStringList({u"uid:"_s + uid, far}));
        QCOMPARE(first.idsOf(u"one"_s), QStringList());
        const ClusterIdentities again(*m_clusters, m_session);
        QCOMPARE(again.idsOf(u"far"_s), QStringList({u"uid:"_s + uid, far}));
        m_session.restore({{u"clusters"_s,
                            QJsonObject{{u"far"_s,
                                         QJsonObject{{u"server"_s, far.sliced(4)},
                                                     {u"uid"_s, u"<b>no uid</b>"_s}}}}}});
        const ClusterIdentities third(*m_clusters, m_session);
        QCOMPARE(third.idsOf(u"far"_s), QStringList(far));
    }
};

QTEST_GUILESS_MAIN(ClusterIdentitiesTest)
#include "tst_clusteridentities.moc"
