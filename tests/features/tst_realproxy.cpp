// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/service/gateway.h"
#include "collab/relay/store/memoryroomstore.h"
#include "kube/keys.h"
#include "support/manifests.h"
#include "support/realtest.h"

#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

const auto Space = support::RealCluster::ownNamespace(u"proxy"_s);

const QByteArray Objects =
    support::busyboxPod("plain",
                        "echo page > /tmp/index.html; httpd -p 8080 -h /tmp; "
                        "while sleep 0.2; do echo tick; done")
    + R"(
---
apiVersion: v1
kind: Secret
metadata: {name: login}
stringData: {password: "hunter2-of-the-cluster"}
)";

const QByteArray Settings = R"(
apiVersion: v1
kind: ConfigMap
metadata: {name: settings}
data: {colour: green}
)";

struct Result
{
    int code = -1;
    QByteArray text = {};
    QByteArray errors = {};
};

} // namespace

/// kubectl, which knows nothing of gateways, through one, to the real cluster.
class RealProxyTest : public QObject, private support::RealTest
{
    Q_OBJECT

private:
    void writeKubeconfig(const QString &key)
    {
        QFile file(m_folder.filePath(key));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            QString(u"apiVersion: v1\nkind: Config\ncurrent-context: relay\nclusters:\n"
                    "- {name: relay, cluster: {server: \"%1/k8s/admin\", "
                    "certificate-authority: %2}}\n"
                    "users:\n- {name: me, user: {token: %3}}\ncontexts:\n"
                    "- {name: relay, context: {cluster: relay, user: me, namespace: %4}}\n"_s)
                .arg(m_url.toString(), m_keys.path(u"relay.crt"_s), key, Space)
                .toUtf8());
    }

    QStringList argumentsOf(const QString &key, const QStringList &arguments) const
    {
        return QStringList{u"--kubeconfig"_s, m_folder.filePath(key), u"--cache-dir"_s,
                           m_folder.filePath(u"cache"_s)}
        + arguments;
    }

    std::unique_ptr<QProcess> started(const QString &key, const QStringList &arguments) const
    {
        auto process = std::make_unique<QProcess>();
        process->start(m_real.kubectlPath(), argumentsOf(key, arguments));
        return process;
    }

    /// While the gateway, which is in this process, answers.
    Result kubectl(const QString &key, const QStringList &arguments, const QByteArray &input = {})
    {
        const auto process = started(key, arguments);
        process->write(input);
        process->closeWriteChannel();
        const bool isOver =
            QTest::qWaitFor([&] { return process->state() == QProcess::NotRunning; }, 60'000);
        if (!isOver)
            process->kill();
        process->waitForFinished();
        return {isOver ? process->exitCode() : -1, process->readAllStandardOutput(),
                process->readAllStandardError()};
    }

    QTemporaryDir m_folder;
    Keys m_keys{m_folder.path()};
    std::unique_ptr<relay::Service> m_service;
    std::unique_ptr<gateway::Gateway> m_gateway;
    QUrl m_url;

private Q_SLOTS:
    void initTestCase()
    {
        if (const auto why = m_real.whyNot(true); !why.isEmpty())
            SKIP_ALL(why.constData());
        const auto made = m_real.fill(Space, Objects);
        QVERIFY2(made.code == 0, made.errors.constData());
        QVERIFY(m_real.waitFor(Space, u"pod/plain"_s, u"condition=Ready"_s));
        QVERIFY(m_keys.makeOwnServer(u"relay"_s));

        gateway::GatewayConfig config{.isEnabled = true, .namespaces = {Space}};
        for (const auto &group : {u"reader"_s, u"writer"_s})
            config.auth.apiKeys.push_back(
                {.name = group, .sha256 = relay::hashOf(group.toUtf8()), .groups = {group}});
        config.auth.secretGroups = {u"writer"_s};
        config.rules = {{.kinds = {u"*"_s}, .verbs = {u"get"_s, u"list"_s, u"watch"_s, u"logs"_s}},
                        {.group = u"writer"_s, .kinds = {u"*"_s}, .verbs = {u"*"_s}}};
        relay::RelayConfig relay{.listen = u"127.0.0.1:0"_s,
                                 .tls = {.certificate = m_keys.path(u"relay.crt"_s),
                                         .key = m_keys.path(u"relay.key"_s)}};
        m_service =
            std::make_unique<relay::Service>(relay, std::make_unique<relay::MemoryRoomStore>());
        m_url = m_service->listen().value();
        std::vector<std::unique_ptr<kube::Cluster>> clusters;
        clusters.push_back(std::make_unique<kube::Cluster>(configOf(u"admin"_s)));
        m_gateway = std::make_unique<gateway::Gateway>(config, *m_service, std::move(clusters));
        const auto *cluster = m_gateway->parts().clusters.find({});
        QTRY_VERIFY_WITH_TIMEOUT(cluster->hasResources(), 20'000);
        writeKubeconfig(u"reader"_s);
        writeKubeconfig(u"writer"_s);
    }
    void cleanupTestCase()
    {
        m_gateway.reset();
        m_service.reset();
        if (m_real.isThere())
            m_real.removeNamespace(Space);
    }

    void whatIsThereIsRead_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("has");
        QTest::newRow("version") << QStringList{u"version"_s} << "Server Version"_ba;
        QTest::newRow("kinds") << QStringList{u"api-resources"_s} << "deployments"_ba;
        QTest::newRow("explain") << QStringList{u"explain"_s, u"pod.spec"_s} << "containers"_ba;
        QTest::newRow("pods") << QStringList{u"get"_s, u"pods"_s, u"-o"_s, u"wide"_s} << "plain"_ba;
        QTest::newRow("all") << QStringList{u"get"_s, u"pods"_s, u"-A"_s} << "plain"_ba;
        QTest::newRow("describe") << QStringList{u"describe"_s, u"pod"_s, u"plain"_s}
                                  << "busybox"_ba;
        QTest::newRow("yaml") << QStringList{u"get"_s, u"pod"_s, u"plain"_s, u"-o"_s, u"yaml"_s}
                              << "nodeName"_ba;
        QTest::newRow("log") << QStringList{u"logs"_s, u"plain"_s, u"--tail=3"_s} << "tick"_ba;
        QTest::newRow("events") << QStringList{u"get"_s, u"events"_s} << "plain"_ba;
        QTest::newRow("namespaces") << QStringList{u"get"_s, u"namespaces"_s} << Space.toUtf8();
        QTest::newRow("may") << QStringList{u"auth"_s, u"can-i"_s, u"list"_s, u"pods"_s}
                             << "yes"_ba;
    }
    void whatIsThereIsRead()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, has);
        const auto said = kubectl(u"reader"_s, arguments);
        QVERIFY2(said.code == 0, said.errors);
        QVERIFY2(said.text.contains(has), said.text);
        QVERIFY2(!said.text.contains("kube-system"), said.text); // that namespace is not served
    }

    void whoReadsChangesNothing_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const auto row = [](const char *line) {
            QTest::newRow(line) << QString::fromLatin1(line).split(u' ');
        };
        row("delete pod plain");
        row("label pod plain a=b");
        row("exec plain -- true");
        row("port-forward plain :8080");
        row("get pods -n kube-system");
        row("get --raw /k8s/admin/metrics");
        row("get --raw /k8s/admin/api/v1/namespaces/kube-system/pods");
        row("create --raw /k8s/admin/api/v1/namespaces/x/serviceaccounts/default/token -f "
            "/dev/null");
        row("attach plain");
        row("cp plain:/etc/hosts /dev/null");
        row("debug plain --image=x");
    }
    void whoReadsChangesNothing()
    {
        QFETCH(QStringList, arguments);
        const auto said = kubectl(u"reader"_s, arguments);
        QVERIFY(said.code != 0);
        QVERIFY2(said.errors.contains("The relay") || said.errors.contains("Forbidden"),
                 said.errors);
        const auto may = kubectl(u"reader"_s, {u"auth"_s, u"can-i"_s, u"delete"_s, u"pods"_s});
        QVERIFY2(may.text.startsWith("no"), may.text);
    }

    void secretsAreMasked()
    {
        const QStringList get{u"get"_s, u"secret"_s, u"login"_s, u"-o"_s, u"yaml"_s};
        const auto value = QByteArray("hunter2-of-the-cluster").toBase64();
        const auto said = kubectl(u"writer"_s, get);
        QVERIFY2(said.code == 0, said.errors);
        QVERIFY(said.text.contains("password") && !said.text.contains(value));
        QVERIFY(!kubectl(u"writer"_s, {u"get"_s, u"secrets"_s, u"-o"_s, u"json"_s})
                     .text.contains(value));
        const auto path = u"/k8s/admin/api/v1/namespaces/%1/secrets/login?reveal=true"_s.arg(Space);
        QVERIFY(kubectl(u"writer"_s, {u"get"_s, u"--raw"_s, path}).text.contains(value));
        const auto refused = kubectl(u"reader"_s, {u"get"_s, u"--raw"_s, path});
        QVERIFY(refused.code != 0 && !refused.text.contains(value));
        // Written back as it was shown it would lose its values.
        const auto back = kubectl(u"writer"_s, {u"replace"_s, u"-f"_s, u"-"_s}, said.text);
        QVERIFY(back.code != 0);
        QVERIFY(kubectl(u"writer"_s, {u"get"_s, u"--raw"_s, path}).text.contains(value));
    }

    void objectsAreChanged()
    {
        const QStringList apply{u"apply"_s, u"-f"_s, u"-"_s};
        auto said = kubectl(u"writer"_s, apply, Settings);
        QVERIFY2(said.code == 0, said.errors);
        auto changed = Settings;
        changed.replace("green", "blue");
        said = kubectl(u"writer"_s, apply + QStringList{u"--server-side"_s, u"--force-conflicts"_s},
                       changed);
        QVERIFY2(said.code == 0, said.errors);
        said = kubectl(
            u"writer"_s,
            {u"get"_s, u"configmap"_s, u"settings"_s, u"-o"_s, u"jsonpath={.data.colour}"_s});
        QCOMPARE(said.text, "blue");
        said = kubectl(u"writer"_s, apply + QStringList{u"--dry-run=server"_s},
                       "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: Wrong_Name}\n");
        QVERIFY(said.code != 0);
        QVERIFY2(said.errors.contains("metadata.name"), said.errors); // the server's own causes
        said = kubectl(u"writer"_s, {u"delete"_s, u"configmap"_s, u"settings"_s});
        QVERIFY2(said.code == 0, said.errors);
    }

    void aCommandRuns()
    {
        const auto code = kubectl(u"writer"_s,
                                  {u"exec"_s, u"plain"_s, u"--"_s, u"sh"_s, u"-c"_s,
                                   u"echo out; echo err >&2; exit 3"_s});
        QCOMPARE(code.code, 3);
        QCOMPARE(code.text, "out\n");
        QVERIFY(code.errors.startsWith("err\n"));
        QByteArray much(4 * 1024 * 1024, Qt::Uninitialized);
        for (qsizetype i = 0; i < much.size(); ++i)
            much[i] = char(i * 31 + i / 255);
        const auto piped =
            kubectl(u"writer"_s,
                    {u"exec"_s, u"-i"_s, u"plain"_s, u"--"_s, u"sh"_s, u"-c"_s, u"cat"_s}, much);
        QVERIFY2(piped.code == 0, piped.errors);
        QCOMPARE(piped.text.size(), much.size());
        QVERIFY(piped.text == much);
    }

    void aLogIsFollowed()
    {
        const auto follow = started(u"reader"_s, {u"logs"_s, u"-f"_s, u"--tail=1"_s, u"plain"_s});
        QByteArray heard;
        QTRY_VERIFY_WITH_TIMEOUT((heard += follow->readAllStandardOutput()).count("tick\n") >= 10,
                                 20'000);
        follow->kill();
        follow->waitForFinished();
    }

    void aWatchTellsOfChanges()
    {
        const auto watch = started(u"reader"_s, {u"get"_s, u"configmaps"_s, u"-w"_s});
        QByteArray heard;
        QTRY_VERIFY_WITH_TIMEOUT((heard += watch->readAllStandardOutput()).contains("kube-root-ca"),
                                 20'000);
        QCOMPARE(kubectl(u"writer"_s, {u"create"_s, u"configmap"_s, u"fresh"_s}).code, 0);
        QTRY_VERIFY_WITH_TIMEOUT((heard += watch->readAllStandardOutput()).contains("fresh"),
                                 20'000);
        watch->kill();
        watch->waitForFinished();
    }

    void aPortIsForwarded()
    {
        const auto forward = started(u"writer"_s, {u"port-forward"_s, u"pod/plain"_s, u":8080"_s});
        QByteArray heard;
        QTRY_VERIFY_WITH_TIMEOUT((heard += forward->readAllStandardOutput()).contains("-> 8080"),
                                 20'000);
        const auto text = heard.sliced(heard.indexOf("127.0.0.1:") + 10);
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, text.first(text.indexOf(' ')).toUShort());
        socket.write("GET /index.html HTTP/1.0\r\n\r\n");
        QByteArray page;
        QTRY_VERIFY_WITH_TIMEOUT((page += socket.readAll()).contains("page"), 20'000);
        forward->kill();
        forward->waitForFinished();
    }

    void filesAreCopied()
    {
        QFile file(m_folder.filePath(u"sent"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(300'000, 'k') + "end");
        file.close();
        auto said = kubectl(u"writer"_s, {u"cp"_s, file.fileName(), u"plain:/tmp/sent"_s});
        QVERIFY2(said.code == 0, said.errors);
        said = kubectl(u"writer"_s, {u"cp"_s, u"plain:/tmp/sent"_s, m_folder.filePath(u"back"_s)});
        QVERIFY2(said.code == 0, said.errors);
        QFile back(m_folder.filePath(u"back"_s));
        QVERIFY(back.open(QIODevice::ReadOnly));
        QCOMPARE(back.size(), 300'003);
    }
};

QTEST_GUILESS_MAIN(RealProxyTest)
#include "tst_realproxy.moc"
