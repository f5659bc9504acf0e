// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/api/apiclient.h"
#include "kube/auth/identity.h"
#include "kube/debug/debugsession.h"
#include "kube/streams/execsession.h"
#include "support/realtest.h"

#include <QTest>

using namespace Qt::StringLiterals;
using kube::DebugSession;
using kube::DebugSpec;
using State = DebugSession::State;

namespace {

const auto Space = support::RealCluster::ownNamespace(u"debug"_s);

// A pod that crashes: what a copy with another command is for.
const QByteArray PodYaml = R"(
apiVersion: v1
kind: Pod
metadata: {name: broken, labels: {app: broken}}
spec:
  terminationGracePeriodSeconds: 0
  containers:
  - name: main
    image: docker.io/local/pause:1
    imagePullPolicy: IfNotPresent
    command: [/no-such-program]
    livenessProbe: {tcpSocket: {port: 1}}
)";

} // namespace

/// Debug pods and node shells in a real cluster.
class RealDebugTest : public QObject, private support::RealTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const auto why = m_real.whyNot(true); !why.isEmpty())
            SKIP_ALL(why.constData());
        const auto made = m_real.fill(Space, PodYaml);
        QVERIFY2(made.code == 0, made.errors);
        m_identity = std::make_unique<kube::Identity>(configOf(u"admin"_s));
        m_client = std::make_unique<kube::ApiClient>(*m_identity);
    }

    void init() { QTest::failOnWarning(); }

    void cleanupTestCase()
    {
        m_client.reset();
        m_identity.reset();
        m_real.removeNamespace(Space);
    }

    void aCopyWithAnotherImageRunsWhereThePodDoesNot()
    {
        DebugSession session(*m_client,
                             {.nameSpace = Space,
                              .name = u"broken"_s,
                              .container = u"main"_s,
                              .image = u"docker.io/local/busybox:1"_s});
        session.start();
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), State::Ready, 60'000);
        QCOMPARE(said(session, u"echo in the copy"_s), "in the copy\n");
        const auto labels = m_real.kubectl({u"-n"_s, Space, u"get"_s, u"pod"_s, session.pod(),
                                            u"-o"_s, u"jsonpath={.metadata.labels}"_s});
        QVERIFY2(labels.text.contains("pod-copy") && !labels.text.contains("broken"), labels.text);
        takenAway(session);
    }

    void aNodeShellWorksOnTheNodesFiles()
    {
        const auto node = QString::fromLatin1(
            m_real.kubectl({u"get"_s, u"nodes"_s, u"-o"_s, u"jsonpath={.items[0].metadata.name}"_s})
                .text);
        DebugSession session(*m_client,
                             {.kind = DebugSpec::Kind::NodeShell,
                              .nameSpace = Space,
                              .name = node,
                              .image = u"docker.io/local/busybox:1"_s});
        session.start();
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), State::Ready, 60'000);
        // An interactive shell goes on in the node: what it writes there shows below /host.
        const auto mark = u"/tmp/krateyard-"_s + session.pod();
        interactive(session, "touch " + mark.toLatin1() + "; exit\n");
        QCOMPARE(said(session, u"ls /host%1 && rm /host%1"_s.arg(mark)),
                 "/host" + mark.toLatin1() + '\n');
        QCOMPARE(said(session, u"cat /proc/1/comm"_s),
                 said(session, u"cat /host/proc/1/comm"_s)); // the node's own first process
        takenAway(session);
    }

    void thisServerSaysWhetherItTakesEphemeralContainers()
    {
        const auto offers = offersEphemeralContainers(*m_client);
        QTRY_VERIFY_WITH_TIMEOUT(offers.isFinished(), 20'000);
        QVERIFY(offers.result().has_value());
        const auto listed = m_real.kubectl({u"get"_s, u"--raw"_s, u"/api/v1"_s});
        QCOMPARE(*offers.result(), listed.text.contains("pods/ephemeralcontainers"));
    }

private:
    QByteArray said(const DebugSession &session, const QString &script)
    {
        const auto answer =
            m_real.kubectl({u"-n"_s, Space, u"exec"_s, session.pod(), u"-c"_s, session.container(),
                            u"--"_s, u"sh"_s, u"-c"_s, script});
        return answer.text;
    }
    void interactive(const DebugSession &session, const QByteArray &input)
    {
        kube::ExecSession shell(
            *m_client, Space, session.pod(),
            {.container = session.container(), .command = {u"sh"_s}, .tty = true});
        bool over = false;
        QByteArray screen;
        connect(&shell, &kube::ExecSession::standardOutput, this,
                [&screen](const QByteArray &bytes) { screen += bytes; });
        connect(&shell, &kube::ExecSession::finished, this, [&over] { over = true; });
        shell.start();
        QTRY_VERIFY_WITH_TIMEOUT(screen.contains("# "), 20'000);
        shell.write(input);
        QTRY_VERIFY2_WITH_TIMEOUT(over, screen, 20'000);
    }
    void takenAway(DebugSession &session)
    {
        session.cleanUp();
        QTRY_VERIFY_WITH_TIMEOUT(!session.remains(), 30'000);
        const auto gone = [&] {
            return m_real.kubectl({u"-n"_s, Space, u"get"_s, u"pod"_s, session.pod()}).code != 0;
        };
        QTRY_VERIFY_WITH_TIMEOUT(gone(), 30'000);
        const auto remains = debugRemains(*m_client);
        QTRY_VERIFY_WITH_TIMEOUT(remains.isFinished(), 20'000);
        const auto listed = remains.result();
        for (const auto &remain : *listed)
            QVERIFY(remain.name != session.pod());
    }

    std::unique_ptr<kube::Identity> m_identity;
    std::unique_ptr<kube::ApiClient> m_client;
};

QTEST_GUILESS_MAIN(RealDebugTest)
#include "tst_realdebug.moc"
