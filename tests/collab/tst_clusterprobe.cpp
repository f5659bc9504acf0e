// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/clusterprobe.h"

#include "collab/relay/server.h"
#include "kube/cluster.h"
#include "kube/demo/apiserver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

using namespace Qt::StringLiterals;

class ClusterProbeTest : public QObject
{
    Q_OBJECT

private:
    QString said()
    {
        std::unique_ptr<QNetworkReply> reply(
            m_network.get(QNetworkRequest(QUrl(u"http://127.0.0.1:%1/readyz"_s.arg(m_port)))));
        [&] { QTRY_VERIFY(reply->isFinished()); }();
        const auto body = QJsonDocument::fromJson(reply->readAll()).object();
        return body.value("checks"_L1).toObject().value("cluster:demo"_L1).toString();
    }

    QNetworkAccessManager m_network;
    quint16 m_port = 0;

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void readinessFollowsTheCluster()
    {
        demo::ApiServer api;
        QVERIFY(api.listen());
        const kube::ClusterPace fast{.ping = 30, .pingWhileAway = 30, .pingTimeout = 150};
        kube::Cluster cluster({.server = api.url().toString()}, nullptr, fast);
        relay::Server server;
        gateway::reportReadiness(server, u"demo"_s, cluster);
        m_port = server.listen(QHostAddress::LocalHost, 0).value();
        QCOMPARE(said(), u"has not answered yet"_s);

        cluster.connectToServer();
        QTRY_COMPARE(said(), u"ok"_s);
        api.stop();
        QTRY_VERIFY(said().startsWith("does not answer"_L1));
        QVERIFY(api.listen(api.port()));
        QTRY_COMPARE(said(), u"ok"_s);
    }

    void refusedCredentialsAreToldWithoutThem()
    {
        demo::ApiServer api({.tokens = {{"right", u"jane"_s}}});
        QVERIFY(api.listen());
        kube::Cluster cluster({.server = api.url().toString(), .token = u"hunter2"_s});
        relay::Server server;
        gateway::reportReadiness(server, u"demo"_s, cluster);
        m_port = server.listen(QHostAddress::LocalHost, 0).value();
        cluster.connectToServer();
        QTRY_VERIFY(said().startsWith("refuses the relay's credentials"_L1));
        QVERIFY(!said().contains("hunter2"_L1));
    }
};

QTEST_GUILESS_MAIN(ClusterProbeTest)
#include "tst_clusterprobe.moc"
