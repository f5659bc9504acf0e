// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/demo/apiserver.h"
#include "kube/demo/story/story.h"
#include "support/skipall.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;

/// The real kubectl against the demo cluster.
class DemoKubectlTest : public QObject
{
    Q_OBJECT

private:
    struct Outcome
    {
        int code = -1;
        QByteArray output = {};
        QByteArray errors = {};
    };

    void launch(QProcess &process, const QStringList &arguments)
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, m_folder.path());
        environment.insert(u"KUBECONFIG"_s, m_folder.filePath(u"config"_s));
        process.setProcessEnvironment(environment);
        process.start(u"kubectl"_s, arguments);
    }

    Outcome run(const QStringList &arguments, const QByteArray &input = {})
    {
        QProcess process;
        launch(process, arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 20'000))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

    QString podOf(const QString &app)
    {
        return QString::fromUtf8(
                   run({u"get"_s, u"pods"_s, u"-l"_s, QString(u"app="_s + app), u"-o"_s, u"name"_s})
                       .output)
            .section(u'\n', 0, 0);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<demo::ApiServer> m_server;
    std::unique_ptr<demo::Story> m_story;

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"kubectl"_s).isEmpty())
            SKIP_ALL("kubectl is not installed (Debian: kubernetes-client)");
        m_server = std::make_unique<demo::ApiServer>();
        m_story = std::make_unique<demo::Story>(*m_server);
        QVERIFY(m_server->listen());
        m_story->start();
        QFile config(m_folder.filePath(u"config"_s));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write(m_server->kubeconfig(u"shop"_s));
    }

    void init() { QTest::failOnWarning(); }

    void cleanupTestCase()
    {
        m_story.reset();
        m_server.reset();
    }

    void getShowsTables()
    {
        const auto pods = run({u"get"_s, u"pods"_s, u"-A"_s, u"-o"_s, u"wide"_s});
        QCOMPARE(pods.code, 0);
        QVERIFY(pods.output.startsWith("NAMESPACE"));
        QVERIFY(pods.output.contains("ImagePullBackOff"));
        QVERIFY(pods.output.contains("orders-db-0"));
        QCOMPARE(run({u"get"_s, u"pods"_s, u"--field-selector"_s, u"metadata.name=orders-db-0"_s,
                      u"-o"_s, u"name"_s})
                     .output,
                 "pod/orders-db-0\n");
        QVERIFY(run({u"get"_s, u"backups"_s}).output.contains("orders-daily"));
        QVERIFY(run({u"get"_s, u"deploy"_s, u"cart"_s, u"-o"_s, u"yaml"_s})
                    .output.contains("kind: Deployment"));
    }

    void describeTellsEvents()
    {
        const auto text = run({u"describe"_s, u"pod"_s, u"orders-db-0"_s});
        QCOMPARE(text.code, 0);
        QVERIFY(text.output.contains("Successfully assigned shop/orders-db-0"));
        QCOMPARE(run({u"describe"_s, u"node"_s, u"worker-1"_s}).code, 0);
        QCOMPARE(run({u"describe"_s, u"deployment"_s, u"cart"_s}).code, 0);
    }

    void logsAreTailed()
    {
        const auto log = run({u"logs"_s, u"orders-db-0"_s, u"--tail=3"_s, u"--timestamps"_s});
        QCOMPARE(log.code, 0);
        QCOMPARE(log.output.count('\n'), 3);
        QVERIFY(run({u"logs"_s, u"orders-db-0"_s, u"--previous"_s}).code != 0);
    }

    void execGivesOutputAndExitCodes()
    {
        QCOMPARE(run({u"exec"_s, u"orders-db-0"_s, u"--"_s, u"hostname"_s}).output,
                 "orders-db-0\n");
        QCOMPARE(run({u"exec"_s, u"orders-db-0"_s, u"--"_s, u"sh"_s, u"-c"_s, u"exit 7"_s}).code,
                 7);
        QCOMPARE(run({u"exec"_s, u"orders-db-0"_s, u"--"_s, u"nonsense"_s}).code, 127);
        QCOMPARE(
            run({u"exec"_s, u"-i"_s, u"orders-db-0"_s, u"--"_s, u"cat"_s}, "to and fro\n").output,
            "to and fro\n");
    }

    void scaleAndWatchSeeEachOther()
    {
        QProcess watch;
        launch(watch, {u"get"_s, u"deploy"_s, u"catalog"_s, u"-w"_s});
        QByteArray seen;
        connect(&watch, &QProcess::readyReadStandardOutput, this,
                [&] { seen += watch.readAllStandardOutput(); });
        QTRY_VERIFY_WITH_TIMEOUT(seen.contains("2/2"), 20'000);

        QCOMPARE(run({u"scale"_s, u"deploy"_s, u"catalog"_s, u"--replicas=3"_s}).code, 0);

        QTRY_VERIFY_WITH_TIMEOUT(seen.contains("3/3"), 20'000);
        watch.kill();
        QTRY_COMPARE(watch.state(), QProcess::NotRunning);
    }

    void deleteAndRestartWork()
    {
        const auto pod = podOf(u"search"_s);
        QCOMPARE(run({u"delete"_s, pod}).code, 0);
        QCOMPARE(run({u"rollout"_s, u"restart"_s, u"deploy/search"_s}).code, 0);
        QCOMPARE(run({u"rollout"_s, u"status"_s, u"deploy/search"_s, u"--timeout=15s"_s}).code, 0);
    }

    void applyCreatesAndChanges()
    {
        const QByteArray config =
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: mine\ndata:\n  a: ";
        QCOMPARE(run({u"apply"_s, u"-f"_s, u"-"_s}, config + "one\n").code, 0);
        QCOMPARE(run({u"apply"_s, u"-f"_s, u"-"_s}, config + "two\n").code, 0);
        QCOMPARE(run({u"get"_s, u"cm"_s, u"mine"_s, u"-o"_s, u"jsonpath={.data.a}"_s}).output,
                 "two");
    }
};

QTEST_GUILESS_MAIN(DemoKubectlTest)
#include "tst_demokubectl.moc"
