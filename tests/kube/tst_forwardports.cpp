// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/portforward/forwardports.h"
#include "kube/portforward/forwardtarget.h"
#include "oracle/vectors.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using Failure = kube::ForwardAddress::Failure;
using Kind = kube::ForwardProblem::Kind;

namespace {

QJsonObject serviceWith(const QJsonObject &port, const QString &clusterIp = u"10.0.0.7"_s)
{
    return {{u"kind"_s, u"Service"_s},
            {u"spec"_s, QJsonObject{{u"clusterIP"_s, clusterIp}, {u"ports"_s, QJsonArray{port}}}}};
}

kube::ForwardPod podNamed(const QString &name, const QString &created, bool ready)
{
    return {.name = name,
            .uid = u"uid-"_s + name,
            .created = created,
            .ready = ready,
            .running = true,
            .ports = {{8080, u"http"_s, u"web"_s, true}, {53, u"dns"_s, u"web"_s, false}}};
}

} // namespace

/// Ports, addresses, and which port of which pod is meant.
class ForwardPortsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void agreesWithTheReference()
    {
        const auto cases = oracle::cases(u"portforward.json"_s);
        QVERIFY(cases.size() >= 20);
        for (const auto &one : cases) {
            const auto text = QJsonDocument(one.toObject()).toJson(QJsonDocument::Compact);
            const auto ports = kube::parseForwardPorts(one["ports"_L1].toVariant().toStringList());
            const bool badPorts = one["port_error"_L1].toBool() || one["error"_L1].toBool();
            QVERIFY2(ports.has_value() != badPorts, text);
            const auto addresses =
                kube::parseForwardAddresses(one["addresses"_L1].toVariant().toStringList());
            QVERIFY2(addresses.has_value() != one["address_error"_L1].toBool(), text);
            if (one["expect_ports"_L1].isArray()) {
                QJsonArray got;
                for (const auto &pair : *ports)
                    got.append(QJsonArray{pair.local, pair.remote});
                QVERIFY2(got == one["expect_ports"_L1].toArray(), text);
            }
            if (!one["expect_listeners"_L1].isArray())
                continue;
            QJsonArray got;
            for (const auto &[address, failure] : *addresses) {
                const bool isV4 = address.protocol() == QAbstractSocket::IPv4Protocol;
                got.append(QJsonObject{
                    {u"protocol"_s, isV4 ? u"tcp4"_s : u"tcp6"_s},
                    {u"address"_s, address.toString()},
                    {u"failureMode"_s, failure == Failure::OfAll ? u"all"_s : u"any"_s}});
            }
            QVERIFY2(got == one["expect_listeners"_L1].toArray(), text);
        }
    }

    void aServicesPortLeadsWhereItSays()
    {
        const auto pod = podNamed(u"a"_s, {}, true);
        const QJsonObject plain{{u"port"_s, 80}};
        QCOMPARE(portIn(pod, serviceWith(plain), u"80"_s).value(), 80);
        const QJsonObject numbered{{u"port"_s, 80}, {u"targetPort"_s, 8081}, {u"name"_s, u"web"_s}};
        QCOMPARE(portIn(pod, serviceWith(numbered), u"80"_s).value(), 8081);
        QCOMPARE(portIn(pod, serviceWith(numbered), u"web"_s).value(), 8081);
        QCOMPARE(portIn(pod, serviceWith(numbered, u"None"_s), u"80"_s).value(), 80);
        const QJsonObject named{{u"port"_s, 80}, {u"targetPort"_s, u"http"_s}};
        QCOMPARE(portIn(pod, serviceWith(named), u"80"_s).value(), 8080);
        const QJsonObject missing{{u"port"_s, 80}, {u"targetPort"_s, u"grpc"_s}};
        QCOMPARE(portIn(pod, serviceWith(missing), u"80"_s).error().kind, Kind::NoPort);
        const auto unknown = portIn(pod, serviceWith(numbered), u"81"_s);
        QCOMPARE(unknown.error().kind, Kind::NoPort);
        QCOMPARE(unknown.error().choices, QStringList{u"80 (web)"_s});
        const QJsonObject udp{{u"port"_s, 53}, {u"protocol"_s, u"UDP"_s}};
        QCOMPARE(portIn(pod, serviceWith(udp), u"53"_s).error().kind, Kind::NotTcp);
    }

    void aPodsPortMayBeAnyNumber()
    {
        const auto pod = podNamed(u"a"_s, {}, true);
        QCOMPARE(portIn(pod, {}, u"9999"_s).value(), 9999);
        QCOMPARE(portIn(pod, {}, u"http"_s).value(), 8080);
        QCOMPARE(portIn(pod, {}, u"dns"_s).error().kind, Kind::NotTcp);
        QCOMPARE(portIn(pod, {}, u"0"_s).error().kind, Kind::NoPort);
        QCOMPARE(portIn(pod, {}, QString()).error().kind, Kind::NoPort);
    }

    void theReadyAndYoungestPodIsChosenAndKept()
    {
        const auto first = podNamed(u"first"_s, u"2026-01-01T00:00:00Z"_s, true);
        const auto second = podNamed(u"second"_s, u"2026-01-02T00:00:00Z"_s, true);
        const auto raw = podNamed(u"raw"_s, u"2026-01-03T00:00:00Z"_s, false);
        auto leaving = podNamed(u"leaving"_s, u"2026-01-04T00:00:00Z"_s, true);
        leaving.leaving = true;
        const std::vector pods{first, raw, second, leaving};
        QCOMPARE(kube::choosePod(pods, {}, true)->name, u"second"_s);
        QCOMPARE(kube::choosePod(pods, first.uid, false)->name, u"first"_s);
        QCOMPARE(kube::choosePod(pods, leaving.uid, true)->name, u"second"_s);
        QCOMPARE(kube::choosePod({raw, leaving}, {}, true)->name, u"raw"_s);
        QVERIFY(!kube::choosePod({leaving}, {}, true));
        QVERIFY(!kube::choosePod({raw}, {}, false));
    }
};

QTEST_GUILESS_MAIN(ForwardPortsTest)
#include "tst_forwardports.moc"
