// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/printers/jobprinter.h"
#include "kube/printers/nodeprinter.h"
#include "kube/printers/podprinter.h"
#include "kube/printers/rowtext.h"
#include "kube/printers/serviceprinter.h"
#include "oracle/calls.h"
#include "oracle/vectors.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QDateTime now(QDate(2026, 1, 1), QTime(0, 0), QTimeZone::UTC);

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

// Compares the members that `expected` has.
void compare(const QJsonObject &actual, const QJsonObject &expected)
{
    for (const auto &key : expected.keys()) {
        if (expected[key].isObject())
            compare(actual[key].toObject(), expected[key].toObject());
        else
            QCOMPARE(actual[key], expected[key]);
    }
}

} // namespace

class PrintersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void printsPodsLikeKubectl_data()
    {
        QTest::addColumn<QJsonObject>("recorded");
        QTest::addColumn<QJsonValue>("time");
        for (const auto &file : {u"pod_status.json"_s, u"pod_status_derived.json"_s})
            for (const auto &recorded : oracle::cases(file))
                QTest::addRow("%s", qPrintable(recorded["desc"_L1].toString()))
                    << recorded.toObject() << QJsonValue(oracle::vectors(file).value("now"_L1));
    }

    void printsPodsLikeKubectl()
    {
        QFETCH(const QJsonObject, recorded);
        QFETCH(const QJsonValue, time);
        compare(oracle::podStatusCall({{u"pod"_s, recorded["pod"_L1]}, {u"now"_s, time}}),
                recorded["expect"_L1].toObject());
    }

    void printsNodesLikeKubectl()
    {
        const auto cases = oracle::cases(u"node_status.json"_s);
        QVERIFY(!cases.isEmpty());
        for (const auto &recorded : cases)
            compare(oracle::nodeStatusCall({{u"node"_s, recorded["node"_L1]}}),
                    recorded["expect"_L1].toObject());
    }

    void printsServicesLikeKubectl()
    {
        const auto cases = oracle::cases(u"service_rows.json"_s);
        QVERIFY(!cases.isEmpty());
        for (const auto &recorded : cases)
            QCOMPARE(oracle::serviceRowCall(recorded.toObject()), recorded["expect"_L1].toArray());
    }

    void podStatus_data()
    {
        QTest::addColumn<QByteArray>("pod");
        QTest::addColumn<QString>("status");
        QTest::newRow("node lost and deleted")
            << QByteArray(R"({"metadata":{"deletionTimestamp":"2025-12-31T23:59:00Z"},
                "status":{"phase":"Running","reason":"NodeLost"}})")
            << u"Unknown"_s;
        QTest::newRow("gated") << QByteArray(R"({"status":{"phase":"Pending","conditions":[
                {"type":"PodScheduled","status":"False","reason":"SchedulingGated"}]}})")
                               << u"SchedulingGated"_s;
        QTest::newRow("signal") << QByteArray(R"({"status":{"phase":"Running","containerStatuses":[
                {"state":{"terminated":{"signal":9,"exitCode":137}}}]}})")
                                << u"Signal:9"_s;
        QTest::newRow("init signal") << QByteArray(R"({"spec":{"initContainers":[{"name":"i"}]},
                "status":{"phase":"Pending","initContainerStatuses":[
                {"name":"i","state":{"terminated":{"signal":9,"exitCode":137}}}]}})")
                                     << u"Init:Signal:9"_s;
        QTest::newRow("completed beside a running, not ready")
            << QByteArray(R"({"status":{"phase":"Running","containerStatuses":[
                {"ready":false,"state":{"terminated":{"reason":"Completed","exitCode":0}}},
                {"ready":true,"state":{"running":{}}}]}})")
            << u"NotReady"_s;
    }

    void podStatus()
    {
        QFETCH(const QByteArray, pod);
        QTEST(kube::podRow(object(pod), now).status, "status");
    }

    void aReadySidecarCounts()
    {
        const auto row = kube::podRow(object(R"({"spec":{"containers":[{"name":"a"}],
            "initContainers":[{"name":"s","restartPolicy":"Always"},{"name":"i"}]},
            "status":{"phase":"Running","podIPs":[{"ip":"10.0.0.7"}],
            "initContainerStatuses":[
                {"name":"s","started":true,"ready":true,"restartCount":2,"state":{"running":{}}},
                {"name":"i","restartCount":4,"state":{"terminated":{"exitCode":0}}}],
            "containerStatuses":[{"name":"a","ready":true,"restartCount":1,
                                  "state":{"running":{}}}]}})"),
                                      now);
        QCOMPARE(row.ready, u"2/2"_s);
        QCOMPARE(row.restarts, u"3"_s); // plain init containers no longer count
        QCOMPARE(row.ip, u"10.0.0.7"_s);
        QCOMPARE(row.node, u"<none>"_s);
    }

    void nodeAddresses()
    {
        const auto row = kube::nodeRow(object(R"({"status":{"addresses":[
            {"type":"ExternalIP","address":"2.2.2.2"},{"type":"InternalIP","address":"3.3.3.3"},
            {"type":"ExternalIP","address":"4.4.4.4"}],"nodeInfo":{"kubeletVersion":"v1.32.0"}}})"),
                                       now);
        QCOMPARE(row.externalIP, u"2.2.2.2"_s);
        QCOMPARE(row.internalIP, u"3.3.3.3"_s);
        QCOMPARE(row.version, u"v1.32.0"_s);
    }

    void serviceAddresses_data()
    {
        QTest::addColumn<QByteArray>("service");
        QTest::addColumn<QString>("external");
        QTest::newRow("cluster") << QByteArray(R"({"spec":{"type":"ClusterIP"}})") << u"<none>"_s;
        QTest::newRow("node") << QByteArray(
            R"({"spec":{"type":"NodePort","externalIPs":["1.1.1.1","2.2.2.2"]}})")
                              << u"1.1.1.1,2.2.2.2"_s;
        QTest::newRow("name") << QByteArray(
            R"({"spec":{"type":"ExternalName","externalName":"db.example"}})")
                              << u"db.example"_s;
        QTest::newRow("pending") << QByteArray(R"({"spec":{"type":"LoadBalancer"}})")
                                 << u"<pending>"_s;
        QTest::newRow("balanced and own")
            << QByteArray(R"({"spec":{"type":"LoadBalancer","externalIPs":["1.1.1.1"]},
                "status":{"loadBalancer":{"ingress":[{"hostname":"lb"}]}}})")
            << u"lb,1.1.1.1"_s;
        QTest::newRow("clipped") << QByteArray(
            R"({"spec":{"type":"LoadBalancer"},"status":{"loadBalancer":{"ingress":[
                {"ip":"10.20.30.40"},{"ip":"10.20.30.41"}]}}})")
                                 << u"10.20.30.40,1..."_s;
        QTest::newRow("unknown") << QByteArray(R"({"spec":{}})") << u"<unknown>"_s;
    }

    void serviceAddresses()
    {
        QFETCH(const QByteArray, service);
        const auto row = kube::serviceRow(object(service), now, kube::ServiceRow::Width::Narrow);
        QTEST(row.externalIP, "external");
    }

    void servicePorts()
    {
        const auto row = kube::serviceRow(object(R"({"spec":{"type":"NodePort","clusterIP":"None",
            "ports":[{"port":80,"nodePort":30080,"protocol":"TCP"},{"port":53,"protocol":"UDP"}],
            "selector":{"b":"2","a":"1"}}})"),
                                          now);
        QCOMPARE(row.ports, u"80:30080/TCP,53/UDP"_s);
        QCOMPARE(row.clusterIP, u"None"_s);
        QCOMPARE(row.selector, u"a=1,b=2"_s);
    }

    void aJobThatIsBeingDeletedTerminates()
    {
        auto job = object(R"({"metadata":{"deletionTimestamp":"2026-01-01T00:00:00Z"},
            "spec":{"completions":3},"status":{"succeeded":1,
            "conditions":[{"type":"Suspended","status":"True"},{"type":"Failed","status":"False"}]}})");
        QCOMPARE(kube::jobRow(job, now).status, u"Terminating"_s);
        QCOMPARE(kube::jobRow(job, now).completions, u"1/3"_s);
        job.remove("metadata"_L1);
        QCOMPARE(kube::jobRow(job, now).status, u"Suspended"_s);
    }

    void aJobRunsUntilItIsComplete()
    {
        const auto job = [](const char *end) {
            return object(QByteArray(R"({"status":{"startTime":"2025-12-31T23:00:00Z")") + end
                          + "}}");
        };
        QCOMPARE(kube::jobRow(job(""), now).duration,
                 kube::ageText(kube::timeFrom(u"2025-12-31T23:00:00Z"_s), now));
        QCOMPARE(kube::jobRow(job(R"(,"completionTime":"2025-12-31T23:01:30Z")"), now).duration,
                 u"90s"_s);
        QCOMPARE(kube::jobRow({}, now).duration, QString());
    }

    void standsObjectsOfTheWrongShape()
    {
        const auto odd = object(R"({"metadata":[],"spec":"x","status":{"containerStatuses":{},
            "conditions":[1,null],"initContainerStatuses":[7,"x",null],"addresses":"none"}})");
        QCOMPARE(kube::podRow(odd, now).ready, u"0/0"_s);
        QCOMPARE(kube::nodeRow(odd, now).status, u"Unknown"_s);
        QCOMPARE(kube::serviceRow(odd, now).ports, u"<none>"_s);
        QCOMPARE(kube::jobRow(odd, now).status, u"Running"_s);
    }
};

QTEST_GUILESS_MAIN(PrintersTest)
#include "tst_printers.moc"
