// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/topology/topology.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using Problem = kube::TopologyProblem;

namespace {

QJsonObject jsonOf(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

QJsonObject pod(const QByteArray &name, bool ready, const QByteArray &app = "web")
{
    return jsonOf("{\"kind\": \"Pod\", \"metadata\": {\"name\": \"" + name
                  + "\", \"namespace\": \"shop\", \"labels\": {\"app\": \"" + app
                  + "\"}}, \"spec\": {\"containers\": [{\"name\": \"c\", \"ports\": [{\"name\":"
                    " \"http\", \"containerPort\": 8080}]}]}, \"status\": {\"podIP\":"
                    " \"10.0.0.1\", \"phase\": \"Running\", \"conditions\": [{\"type\": \"Ready\","
                    " \"status\": \""
                  + (ready ? "True" : "False") + "\"}]}}");
}

QJsonObject service(const QByteArray &spec, const QByteArray &name = "web")
{
    return jsonOf("{\"kind\": \"Service\", \"metadata\": {\"name\": \"" + name
                  + "\", \"namespace\": \"shop\"}, \"spec\": " + spec + "}");
}

const QByteArray WebSpec = "{\"selector\": {\"app\": \"web\"}, \"ports\": [{\"name\": \"main\","
                           " \"port\": 80, \"targetPort\": \"http\"}]}";

QJsonObject ingress(const QByteArray &backend)
{
    return jsonOf("{\"kind\": \"Ingress\", \"metadata\": {\"name\": \"front\", \"namespace\":"
                  " \"shop\"}, \"spec\": {\"tls\": [{\"hosts\": [\"a.example\"], \"secretName\":"
                  " \"web-tls\"}], \"rules\": [{\"host\": \"a.example\", \"http\": {\"paths\":"
                  " [{\"path\": \"/\", \"backend\": "
                  + backend + "}]}}]}}");
}

const QByteArray WebBackend = "{\"service\": {\"name\": \"web\", \"port\": {\"number\": 80}}}";

QStringList textsOf(const kube::Topology &topology)
{
    QStringList texts;
    for (const auto &box : topology.boxes)
        texts.append(
            u"%1 %2%3"_s.arg(int(box.column))
                .arg(box.title,
                     box.problem == Problem::None ? QString() : u" !%1"_s.arg(int(box.problem))));
    for (const auto &link : topology.links)
        texts.append(u"%1-%2 %3%4"_s.arg(
            topology.boxes[size_t(link.from)].title, topology.boxes[size_t(link.to)].title,
            link.label,
            link.problem == Problem::None ? QString() : u" !%1"_s.arg(int(link.problem))));
    texts.sort();
    return texts;
}

QString bang(Problem problem)
{
    return u" !%1"_s.arg(int(problem));
}

} // namespace

class TopologyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aWholeWayIsTold()
    {
        const kube::TopologyObjects objects{
            .ingresses = {ingress(WebBackend)},
            .services = {service(WebSpec), service(WebSpec, "other-selector-same")},
            .pods = {pod("web-1", true), pod("web-2", false), pod("db", true, "db")},
            .secrets = {u"web-tls"_s},
            .knowsSecrets = true};
        const auto topology = kube::topologyOf(objects, service(WebSpec));
        QCOMPARE(textsOf(topology),
                 QStringList({u"0 a.example/"_s, u"1 web"_s, u"2 web-1"_s,
                              u"2 web-2"_s + bang(Problem::NotReady), u"a.example/-web 80"_s,
                              u"web-web-1 80 → 8080"_s, u"web-web-2 80 → 8080"_s}));
        QVERIFY(!topology.isBroken());
    }

    void brokenLinksAreNamed_data()
    {
        QTest::addColumn<QByteArray>("spec");
        QTest::addColumn<QByteArray>("backend");
        QTest::addColumn<bool>("ready");
        QTest::addColumn<QString>("expected");
        const auto text = [](const QString &what, Problem problem) { return what + bang(problem); };
        QTest::newRow("no such service")
            << WebSpec
            << QByteArray("{\"service\": {\"name\": \"gone\", \"port\": {\"number\": 1}}}") << true
            << text(u"1 gone"_s, Problem::NoSuchService);
        QTest::newRow("no such port")
            << WebSpec
            << QByteArray("{\"service\": {\"name\": \"web\", \"port\": {\"number\": 81}}}") << true
            << text(u"a.example/-web 81"_s, Problem::NoSuchPort);
        QTest::newRow("a port by name that is not there")
            << WebSpec << QByteArray("{\"serviceName\": \"web\", \"servicePort\": \"admin\"}")
            << true << text(u"a.example/-web admin"_s, Problem::NoSuchPort);
        QTest::newRow("no ready pod")
            << WebSpec << WebBackend << false << text(u"1 web"_s, Problem::NoReadyPod);
        QTest::newRow("no pod") << QByteArray(
            "{\"selector\": {\"app\": \"nobody\"}, \"ports\": [{\"port\": 80}]}")
                                << WebBackend << true << text(u"1 web"_s, Problem::NoPods);
        QTest::newRow("no such target port")
            << QByteArray("{\"selector\": {\"app\": \"web\"}, \"ports\": [{\"port\": 80,"
                          " \"targetPort\": \"grpc\"}]}")
            << WebBackend << true << text(u"web-web-1 "_s, Problem::NoSuchTargetPort);
        QTest::newRow("no secret")
            << WebSpec << WebBackend << true << text(u"0 a.example/"_s, Problem::NoSuchSecret);
        QTest::newRow("no addresses") << QByteArray("{\"ports\": [{\"port\": 80}]}") << WebBackend
                                      << true << text(u"1 web"_s, Problem::NoAddresses);
    }

    void brokenLinksAreNamed()
    {
        QFETCH(const QByteArray, spec);
        QFETCH(const QByteArray, backend);
        QFETCH(const bool, ready);
        QFETCH(const QString, expected);
        const auto front = ingress(backend);
        kube::TopologyObjects objects{.ingresses = {front},
                                      .services = {service(spec)},
                                      .pods = {pod("web-1", ready)},
                                      .knowsSecrets = true};
        objects.knowsAddresses = expected.endsWith(bang(Problem::NoAddresses));
        const auto topology = kube::topologyOf(objects, front);
        QVERIFY2(textsOf(topology).contains(expected), qPrintable(textsOf(topology).join(u'\n')));
        QVERIFY(topology.isBroken());
    }

    void endpointsDecideWhoIsReady()
    {
        kube::TopologyObjects objects{.services = {service(WebSpec)},
                                      .pods = {pod("web-1", true), pod("web-2", true)},
                                      .counted = {u"web"_s}};
        objects.addresses = kube::addressesIn(
            jsonOf("{\"kind\": \"Endpoints\", \"metadata\": {\"name\": \"web\"}, \"subsets\":"
                   " [{\"addresses\": [{\"ip\": \"10.0.0.1\", \"targetRef\": {\"kind\": \"Pod\","
                   " \"name\": \"web-1\"}}], \"notReadyAddresses\": [{\"ip\": \"10.0.0.2\","
                   " \"targetRef\": {\"kind\": \"Pod\", \"name\": \"web-2\"}}]}]}"));
        const auto texts = textsOf(kube::topologyOf(objects, service(WebSpec)));
        QVERIFY(texts.contains(u"2 web-1"_s));
        QVERIFY(texts.contains(u"2 web-2"_s + bang(Problem::NotReady)));
    }

    void slicesSayTheSameAsEndpoints()
    {
        const auto some = kube::addressesIn(
            jsonOf("{\"kind\": \"EndpointSlice\", \"metadata\": {\"name\": \"web-x\", \"labels\":"
                   " {\"kubernetes.io/service-name\": \"web\"}}, \"endpoints\": [{\"addresses\":"
                   " [\"10.0.0.1\"], \"conditions\": {\"ready\": false}, \"targetRef\": {\"kind\":"
                   " \"Pod\", \"name\": \"web-1\"}}, {\"addresses\": [\"10.0.0.9\"],"
                   " \"conditions\": {}}]}"));
        QCOMPARE(some.size(), 2U);
        QCOMPARE(some[0].service, "web"_L1);
        QCOMPARE(some[0].pod, "web-1"_L1);
        QVERIFY(!some[0].isReady);
        QVERIFY(some[1].isReady);
    }

    void aPodShowsItsOwnWayOnly()
    {
        const kube::TopologyObjects objects{
            .ingresses = {ingress(WebBackend)},
            .services = {service(WebSpec), service("{\"selector\": {\"app\": \"db\"}}", "db")},
            .pods = {pod("web-1", true), pod("web-2", true)}};
        const auto texts = textsOf(kube::topologyOf(objects, pod("web-1", true)));
        QVERIFY(texts.contains(u"2 web-1"_s));
        QVERIFY(!texts.contains(u"2 web-2"_s));
        QVERIFY(!texts.contains(u"1 db"_s));
        QVERIFY(texts.contains(u"0 a.example/"_s));
    }

    void aWorkloadWithoutServiceShowsItsPods()
    {
        const auto deployment = jsonOf(
            "{\"kind\": \"Deployment\", \"metadata\": {\"name\": \"web\", \"namespace\": \"shop\"},"
            " \"spec\": {\"selector\": {\"matchLabels\": {\"app\": \"web\"}}}}");
        kube::TopologyObjects objects;
        for (int i = 0; i < 15; ++i)
            objects.pods.push_back(pod(QByteArray("web-") + QByteArray::number(i), true));
        const auto topology = kube::topologyOf(objects, deployment);
        QCOMPARE(topology.boxes.size(), 13U);
        QCOMPARE(topology.boxes.back().more, 3);
        objects.services = {service(WebSpec)};
        const auto served = kube::topologyOf(objects, deployment);
        QCOMPARE(served.boxes.size(), 14U);
        QCOMPARE(served.links.back().label, QString());
    }

    void anExternalNameLeadsOutside()
    {
        const auto outside =
            service("{\"type\": \"ExternalName\", \"externalName\": \"db.example\"}");
        const auto topology = kube::topologyOf({.services = {outside}}, outside);
        QCOMPARE(textsOf(topology),
                 QStringList({u"1 web"_s, u"2 db.example"_s, u"web-db.example "_s}));
    }
};

QTEST_GUILESS_MAIN(TopologyTest)

#include "tst_topology.moc"
