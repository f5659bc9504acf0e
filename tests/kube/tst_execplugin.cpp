// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/auth/execplugin.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class ExecPluginTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aTokenIsRead()
    {
        const auto answer = run("echo '{\"kind\":\"ExecCredential\",\"apiVersion\":\"'$VERSION'\","
                                "\"status\":{\"token\":\"abc\",\"expirationTimestamp\":"
                                "\"2030-01-01T00:00:00Z\"}}'");
        QVERIFY(answer.has_value());
        QCOMPARE(answer->token, u"abc"_s);
        QCOMPARE(answer->expires.date().year(), 2030);
    }

    void thePluginIsToldThatNobodyCanAnswer()
    {
        const auto answer =
            run("case $KUBERNETES_EXEC_INFO in *'\"interactive\":false'*) ;; *) exit 3;; esac;"
                "read line && exit 4;"
                "echo '{\"kind\":\"ExecCredential\",\"apiVersion\":\"'$VERSION'\","
                "\"status\":{\"token\":\"abc\"}}'");
        QVERIFY2(answer.has_value(), qPrintable(answer ? QString() : answer.error().message));
    }

    void aMissingProgramNamesTheHint()
    {
        auto config = configFor(u"krateyard-no-such-plugin"_s);
        config.installHint = u"get it \x1b[31mhere"_s;
        const auto answer = finished(kube::runExecPlugin(config, u"jane"_s, path(), this));
        QVERIFY(!answer.has_value());
        QCOMPARE(answer.error().kind, kube::Error::Kind::Credentials);
        QVERIFY(answer.error().message.contains("krateyard-no-such-plugin"_L1));
        QVERIFY(answer.error().message.contains("get it U+001B[31mhere"_L1));
        QVERIFY(answer.error().message.contains("jane"_L1));
        QCOMPARE(answer.error().reason, QLatin1StringView(kube::PluginProblem::Missing));
    }

    void aLongHintIsCut()
    {
        auto config = configFor(u"krateyard-no-such-plugin"_s);
        config.installHint = QString(100'000, u'x');
        const auto answer = finished(kube::runExecPlugin(config, u"jane"_s, path(), this));
        QVERIFY(answer.error().message.size() < 1000);
    }

    void theSearchPathIsAskedAndHandedOn()
    {
        QVERIFY(run("exit 1").error().message.contains("exit code 1"_L1)); // writes the program
        QFile file(m_folder.filePath(u"plugin"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\necho '{\"kind\":\"ExecCredential\",\"apiVersion\":\"'$VERSION'\","
                   "\"status\":{\"token\":\"'$PATH'\"}}'\n");
        file.close();
        const QString elsewhere = u"/usr/bin:/bin:"_s + m_folder.path();
        const auto answer =
            finished(kube::runExecPlugin(configFor(u"plugin"_s), u"jane"_s, elsewhere, this));
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message));
        QCOMPARE(answer->token, elsewhere);
    }

    void whoWantsAPersonIsToldApart_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<bool>("never");
        QTest::addColumn<QString>("reason");
        const auto terminal = QString::fromLatin1(kube::PluginProblem::NeedsTerminal);
        const auto failed = QString::fromLatin1(kube::PluginProblem::Failed);
        QTest::newRow("asks") << QByteArray("echo 'cannot read stdin: EOF' >&2; exit 1") << false
                              << terminal;
        QTest::newRow("no tty") << QByteArray("echo 'stdout is not a terminal' >&2; exit 1")
                                << false << terminal;
        QTest::newRow("never asks")
            << QByteArray("echo 'read stdin: EOF' >&2; exit 1") << true << failed;
        QTest::newRow("fails") << QByteArray("echo 'no such profile' >&2; exit 1") << false
                               << failed;
        QTest::newRow("waits") << QByteArray("exec sleep 60") << false << terminal;
        QTest::newRow("is stuck") << QByteArray("exec sleep 60") << true << failed;
    }

    void whoWantsAPersonIsToldApart()
    {
        QFETCH(const QByteArray, script);
        QFETCH(const bool, never);
        QFETCH(const QString, reason);
        using enum kube::ExecConfig::InteractiveMode;
        const bool waits = script.contains("sleep");
        const auto answer = run(script, waits ? 200ms : 20'000ms, never ? Never : IfAvailable);
        QVERIFY(!answer);
        QCOMPARE(answer.error().reason, reason);
    }

    void itsOwnSecretsAreNotRepeated()
    {
        QFile file(m_folder.filePath(u"plugin"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\nprintf \"refused: $CLOUD_TOKEN \\033[31m\" >&2; exit 2\n");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        file.close();
        auto config = configFor(file.fileName());
        config.env.append({u"CLOUD_TOKEN"_s, u"s3cret-value"_s});
        const auto message =
            finished(kube::runExecPlugin(config, u"jane"_s, path(), this)).error().message;
        QVERIFY2(message.contains(u"It said: refused: … U+001B[31m"), qPrintable(message));
    }

    void failuresAreToldApart_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QString>("said");
        QTest::newRow("exit code") << QByteArray("echo log in first >&2; exit 7")
                                   << u"exit code 7. It said: log in first"_s;
        QTest::newRow("no JSON") << QByteArray("echo hello") << u"no JSON"_s;
        QTest::newRow("another kind") << QByteArray("echo '{}'") << u"no ExecCredential"_s;
        QTest::newRow("other version")
            << QByteArray("echo '{\"kind\":\"ExecCredential\",\"apiVersion\":\"x\",\"status\":{}}'")
            << u"apiVersion"_s;
        QTest::newRow("no status")
            << QByteArray("echo '{\"kind\":\"ExecCredential\",\"apiVersion\":\"'$VERSION'\"}'")
            << u"no status"_s;
        QTest::newRow("half a certificate")
            << QByteArray("echo '{\"kind\":\"ExecCredential\",\"apiVersion\":\"'$VERSION'\","
                          "\"status\":{\"clientCertificateData\":\"x\"}}'")
            << u"without a key"_s;
        QTest::newRow("flood") << QByteArray("yes | head -c 3000000") << u"crashed"_s;
    }

    void failuresAreToldApart()
    {
        QFETCH(const QByteArray, script);
        QFETCH(const QString, said);
        const auto answer = run(script);
        QVERIFY(!answer.has_value());
        QVERIFY2(answer.error().message.contains(said), qPrintable(answer.error().message));
    }

    void aPluginThatNeedsATerminalIsNotStarted()
    {
        auto config = configFor(u"/bin/true"_s);
        config.interactiveMode = kube::ExecConfig::InteractiveMode::Always;
        const auto answer = finished(kube::runExecPlugin(config, u"jane"_s, path(), this));
        QVERIFY(!answer.has_value());
        QVERIFY(answer.error().message.contains("terminal"_L1));
    }

private:
    static kube::ExecConfig configFor(const QString &command)
    {
        const auto version = u"client.authentication.k8s.io/v1"_s;
        return {.apiVersion = version, .command = command, .env = {{u"VERSION"_s, version}}};
    }

    static QString path() { return qEnvironmentVariable("PATH"); }

    kube::Result<kube::ExecCredential>
    run(const QByteArray &script, std::chrono::milliseconds limit = 20s,
        kube::ExecConfig::InteractiveMode mode = kube::ExecConfig::InteractiveMode::IfAvailable)
    {
        QFile file(m_folder.filePath(u"plugin"_s));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write("#!/bin/sh\n" + script + '\n');
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        file.close();
        auto config = configFor(file.fileName());
        config.interactiveMode = mode;
        return finished(kube::runExecPlugin(config, u"jane"_s, path(), this, limit));
    }

    static kube::Result<kube::ExecCredential>
    finished(const QFuture<kube::Result<kube::ExecCredential>> &answer)
    {
        if (!QTest::qWaitFor([&answer] { return answer.isFinished(); }, 20'000))
            return std::unexpected(kube::Error{.message = u"no answer"_s});
        return answer.result();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(ExecPluginTest)
#include "tst_execplugin.moc"
