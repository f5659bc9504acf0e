// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/debug/debugsession.h"

#include "support/democlient.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using kube::DebugSpec;
using State = kube::DebugSession::State;

namespace {

QJsonObject webPod()
{
    const QJsonObject probe{{u"httpGet"_s, QJsonObject{{u"port"_s, 80}}}};
    const QJsonObject web{{u"name"_s, u"web"_s},
                          {u"image"_s, u"nginx:1"_s},
                          {u"command"_s, QJsonArray{u"nginx"_s}},
                          {u"args"_s, QJsonArray{u"-g"_s}},
                          {u"livenessProbe"_s, probe}};
    const QJsonObject side{
        {u"name"_s, u"side"_s}, {u"image"_s, u"side:1"_s}, {u"readinessProbe"_s, probe}};
    return {{u"apiVersion"_s, u"v1"_s},
            {u"kind"_s, u"Pod"_s},
            {u"metadata"_s,
             QJsonObject{
                 {u"name"_s, u"web-1"_s},
                 {u"namespace"_s, u"shop"_s},
                 {u"labels"_s, QJsonObject{{u"app"_s, u"web"_s}}},
                 {u"ownerReferences"_s, QJsonArray{QJsonObject{{u"kind"_s, u"ReplicaSet"_s}}}}}},
            {u"spec"_s,
             QJsonObject{{u"nodeName"_s, u"node-1"_s}, {u"containers"_s, QJsonArray{web, side}}}},
            {u"status"_s, QJsonObject{{u"phase"_s, u"Running"_s}}}};
}

} // namespace

/// What is made for debugging, and that it is taken away.
class DebugPodsTest : public QObject, private support::DemoClient
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        QVERIFY(serve());
        m_server->store().put(webPod());
    }

    void cleanup() { stop(); }

    void aCopyIsNobodysAndChangesOneContainer()
    {
        const auto copy = kube::podCopy(webPod(),
                                        {.nameSpace = u"shop"_s,
                                         .name = u"web-1"_s,
                                         .container = u"web"_s,
                                         .image = u"busybox:2"_s},
                                        u"web-1-debug-abcde"_s);
        const auto meta = copy["metadata"_L1].toObject();
        QVERIFY(!meta.contains("ownerReferences"_L1));
        QCOMPARE(meta["labels"_L1]["krateyard/debug"_L1].toString(), u"pod-copy"_s);
        QVERIFY(!meta["labels"_L1].toObject().contains("app"_L1)); // no service leads to it
        QVERIFY(!copy.contains("status"_L1));
        QVERIFY(!copy["spec"_L1].toObject().contains("nodeName"_L1));
        const auto web = copy["spec"_L1]["containers"_L1][0].toObject();
        QCOMPARE(web["image"_L1].toString(), u"busybox:2"_s);
        QCOMPARE(web["command"_L1][0].toString(), u"sh"_s);
        QVERIFY(!web.contains("args"_L1));
        QVERIFY(!web.contains("livenessProbe"_L1));
        const auto side = copy["spec"_L1]["containers"_L1][1].toObject();
        QCOMPARE(side["image"_L1].toString(), u"side:1"_s);
        QVERIFY(!side.contains("readinessProbe"_L1));
    }

    void aNodeShellSeesTheNode()
    {
        const auto pod = kube::nodeShellPod(
            {.nameSpace = u"default"_s, .name = u"node-1"_s, .image = u"busybox:1"_s}, u"n"_s);
        const auto spec = pod["spec"_L1];
        QCOMPARE(spec["nodeName"_L1].toString(), u"node-1"_s);
        QVERIFY(spec["hostPID"_L1].toBool() && spec["hostNetwork"_L1].toBool());
        QVERIFY(spec["containers"_L1][0]["securityContext"_L1]["privileged"_L1].toBool());
        QCOMPARE(spec["volumes"_L1][0]["hostPath"_L1]["path"_L1].toString(), u"/"_s);
        QCOMPARE(spec["tolerations"_L1][0]["operator"_L1].toString(), u"Exists"_s);
        QVERIFY(spec["activeDeadlineSeconds"_L1].toInt() > 0);
    }

    void namesFitAndDiffer()
    {
        QSet<QString> names;
        for (int i = 0; i < 50; ++i) {
            const auto name = kube::debugName(QString(100, u'a') + u'-');
            QVERIFY(name.size() <= 63);
            names.insert(name);
        }
        QVERIFY(names.size() > 45);
        QVERIFY(kube::debugName(u"web-"_s).startsWith("web-debug-"_L1));
    }

    void aCopyIsMadeWatchedListedAndTakenAway()
    {
        kube::DebugSession session(
            *m_client, {.nameSpace = u"shop"_s, .name = u"web-1"_s, .image = u"busybox:1"_s});
        session.start();
        QTRY_COMPARE(session.state(), State::Starting);
        QVERIFY(session.remains());
        QCOMPARE(session.container(), u"web"_s);
        run(session.pod(), QJsonObject{{u"running"_s, QJsonObject()}});
        QTRY_COMPARE(session.state(), State::Ready);

        const auto remains = debugRemains(*m_client);
        QTRY_VERIFY(remains.isFinished());
        QCOMPARE(remains.result()->size(), 1U);
        QCOMPARE(remains.result()->front().name, session.pod());
        QCOMPARE(remains.result()->front().of, u"web-1"_s);

        session.cleanUp();
        QTRY_COMPARE(session.state(), State::Gone);
        QVERIFY(!session.remains());
        QVERIFY(!m_server->store().get(refOf(session.pod())));
        QVERIFY(m_server->store().get(refOf(u"web-1"_s)));
    }

    void anImageThatCannotBeHadIsSaid()
    {
        kube::DebugSession session(
            *m_client, {.nameSpace = u"shop"_s, .name = u"web-1"_s, .image = u"no:such"_s});
        session.start();
        QTRY_COMPARE(session.state(), State::Starting);
        run(session.pod(),
            QJsonObject{
                {u"waiting"_s,
                 QJsonObject{{u"reason"_s, u"ErrImagePull"_s}, {u"message"_s, u"not found"_s}}}});
        QTRY_COMPARE(session.state(), State::Failed);
        QCOMPARE(session.error()->reason, u"Stuck"_s);
        QVERIFY(session.error()->message.contains("not found"_L1));
        QVERIFY(session.remains());
        session.cleanUp();
        QTRY_VERIFY(!session.remains());
    }

    void withoutEphemeralContainersItSaysSo()
    {
        kube::DebugSession session(*m_client,
                                   {.kind = DebugSpec::Kind::Ephemeral,
                                    .nameSpace = u"shop"_s,
                                    .name = u"web-1"_s,
                                    .image = u"busybox:1"_s});
        session.start();
        QTRY_COMPARE(session.state(), State::Failed);
        QCOMPARE(session.error()->reason, u"NotOffered"_s);
        QVERIFY(!session.remains());
    }

    void anEphemeralContainerJoinsThePodsProcesses()
    {
        const auto patch = kube::ephemeralPatch(
            {.kind = DebugSpec::Kind::Ephemeral, .container = u"web"_s, .image = u"busybox:1"_s},
            u"krateyard-debug-abcde"_s);
        const auto container = patch["spec"_L1]["ephemeralContainers"_L1][0];
        QCOMPARE(container["name"_L1].toString(), u"krateyard-debug-abcde"_s);
        QCOMPARE(container["targetContainerName"_L1].toString(), u"web"_s);
    }

private:
    static kube::ObjectRef refOf(const QString &name)
    {
        return {{{}, u"v1"_s, u"pods"_s}, u"shop"_s, name};
    }
    /// What a kubelet would say of the first container.
    void run(const QString &name, const QJsonObject &state)
    {
        auto pod = *m_server->store().get(refOf(name));
        const QJsonObject status{{u"name"_s, u"web"_s}, {u"state"_s, state}};
        pod.insert(
            u"status"_s,
            QJsonObject{{u"phase"_s, u"Running"_s}, {u"containerStatuses"_s, QJsonArray{status}}});
        m_server->store().put(pod);
    }
};

QTEST_GUILESS_MAIN(DebugPodsTest)
#include "tst_debugpods.moc"
