// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/demo/apiserver.h"
#include "kube/keys.h"
#include "support/http2front.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// The program itself, started as a relay.
class RelayModeTest : public QObject
{
    Q_OBJECT

private:
    /// Starts it and gives the address that its first line names.
    QString started(QProcess &relay, const QStringList &arguments)
    {
        relay.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        relay.start(QStringLiteral(KRATEYARD_BINARY),
                    QStringList{u"relay"_s, u"--listen"_s, u"127.0.0.1:0"_s} + arguments);
        [&] { QTRY_VERIFY(relay.canReadLine()); }();
        const auto line = QString::fromUtf8(relay.readLine()).trimmed();
        return line.startsWith("listening on http://127.0.0.1:"_L1) ? line.section(u' ', -1)
                                                                    : QString();
    }

    int status(const QString &url)
    {
        std::unique_ptr<QNetworkReply> reply(m_network.get(QNetworkRequest(QUrl(url))));
        [&] { QTRY_VERIFY(reply->isFinished()); }();
        return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }

    int refusal(const QStringList &arguments, QByteArray &said)
    {
        QProcess relay;
        relay.start(QStringLiteral(KRATEYARD_BINARY), QStringList{u"relay"_s} + arguments);
        [&] { QTRY_COMPARE(relay.state(), QProcess::NotRunning); }();
        said = relay.readAllStandardError();
        return relay.exitCode();
    }

    QNetworkAccessManager m_network;
    QTemporaryDir m_folder;

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void servesUntilItIsToldToEnd()
    {
        QProcess relay;
        const auto url = started(relay, {});
        QVERIFY(!url.isEmpty());
        QCOMPARE(status(url + u"/healthz"_s), 200);
        QCOMPARE(status(url + u"/readyz"_s), 200);
        relay.terminate();
        QTRY_COMPARE(relay.state(), QProcess::NotRunning);
        QCOMPARE(relay.exitStatus(), QProcess::NormalExit);
        QCOMPARE(relay.exitCode(), 0);
    }

    void readinessFollowsTheContextThatWasNamed()
    {
        demo::ApiServer api;
        QVERIFY(api.listen());
        QFile file(m_folder.filePath(u"config"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(api.kubeconfig());
        file.close();
        QProcess relay;
        const auto url =
            started(relay, {u"--kubeconfig"_s, file.fileName(), u"--context"_s, u"demo"_s});
        QTRY_COMPARE(status(url + u"/readyz"_s), 200);
        api.stop();
        QTRY_COMPARE_WITH_TIMEOUT(status(url + u"/readyz"_s), 503, 20'000);
        relay.terminate();
        QTRY_COMPARE(relay.state(), QProcess::NotRunning);
    }

    void aConnectionThatEndsIsNotLoggedByQt()
    {
        if (!support::Http2Front::isUsable() || !Keys::isUsable())
            QSKIP("node or the openssl program is not installed");
        const Keys keys(m_folder.path());
        QVERIFY(keys.makeAuthority(u"ca"_s) && keys.makeServer(u"server"_s, u"ca"_s));
        demo::ApiServer api;
        QVERIFY(api.listen());
        support::Http2Front front(keys.path(u"server.key"_s), keys.path(u"server.crt"_s),
                                  api.port());
        QFile file(m_folder.filePath(u"http2"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto text =
            u"contexts: [{name: c, context: {cluster: c}}]\n"
            u"clusters: [{name: c, cluster: {server: '%1', "
            u"certificate-authority: '%2'}}]\n"_s.arg(front.url(), keys.path(u"ca.crt"_s));
        file.write(text.toUtf8());
        file.close();
        api.script().hang(u"/version"_s, 1);
        QProcess relay;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.remove(u"QT_LOGGING_RULES"_s);
        relay.setProcessEnvironment(environment);
        relay.start(QStringLiteral(KRATEYARD_BINARY),
                    {u"relay"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--kubeconfig"_s,
                     file.fileName(), u"--context"_s, u"c"_s});
        QTRY_COMPARE(front.count("openStreams"), 1);
        front.tell("cut");
        QTRY_VERIFY_WITH_TIMEOUT(front.count("http2") > 1, 20'000);
        relay.terminate();
        QTRY_COMPARE(relay.state(), QProcess::NotRunning);
        QCOMPARE(relay.readAllStandardError(), QByteArray());
    }

    void whoMayEnterIsSaidBeforeItStarts()
    {
        QByteArray said;
        QCOMPARE(refusal({u"--listen"_s, u"0.0.0.0:0"_s}, said), 2);
        QVERIFY2(said.contains("--auth token") && said.contains("--allow-anyone"),
                 said.constData());
        QCOMPARE(refusal({u"--auth"_s, u"token"_s}, said), 2);
        QVERIFY2(said.contains("--new-token"), said.constData());
        QCOMPARE(refusal({u"--auth"_s, u"magic"_s}, said), 2);
        QVERIFY2(said.contains("none, token or oidc"), said.constData());
        QCOMPARE(refusal({u"--config"_s, m_folder.filePath(u"no.yaml"_s)}, said), 2);
        QVERIFY2(said.contains("no.yaml"), said.constData());
        QFile file(m_folder.filePath(u"relay.yaml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("listen: 127.0.0.1:0\nport: 1\n");
        file.close();
        QCOMPARE(refusal({u"--config"_s, file.fileName()}, said), 2);
        QVERIFY2(said.contains("relay.yaml: line 2"), said.constData());
    }

    void aTokenIsShownOnce()
    {
        QProcess relay;
        relay.start(QStringLiteral(KRATEYARD_BINARY), {u"relay"_s, u"--new-token"_s, u"Ada"_s});
        QTRY_COMPARE(relay.state(), QProcess::NotRunning);
        QCOMPARE(relay.exitCode(), 0);
        const auto text = QString::fromUtf8(relay.readAllStandardOutput());
        const QRegularExpression shape(u"(ky_[A-Za-z0-9_-]{43})\\n.*sha256: \"([0-9a-f]{64})\""_s,
                                       QRegularExpression::DotMatchesEverythingOption);
        const auto match = shape.match(text);
        QVERIFY2(match.hasMatch(), qPrintable(text));
        const auto hash =
            QCryptographicHash::hash(match.captured(1).toLatin1(), QCryptographicHash::Sha256);
        QCOMPARE(match.captured(2).toLatin1(), hash.toHex());
    }

    void theDataFolderIsForItsOwnerAlone()
    {
        const auto folder = m_folder.filePath(u"deep/data"_s);
        QProcess relay;
        const auto url = started(relay, {u"--data-dir"_s, folder});
        QVERIFY(!url.isEmpty());
        QCOMPARE(QFileInfo(folder).permissions() & 0x77, QFile::Permissions());
        QCOMPARE(status(url + u"/readyz"_s), 200);
        QCOMPARE(status(url + u"/metrics"_s), 200);
        QCOMPARE(QFileInfo(folder + u"/relay.sqlite"_s).permissions() & 0x77, QFile::Permissions());
        QByteArray second;
        QCOMPARE(refusal({u"--listen"_s, u"127.0.0.1:0"_s, u"--data-dir"_s, folder}, second), 1);
        QVERIFY2(second.contains("another relay uses"), second.constData());
        relay.terminate();
        QTRY_COMPARE(relay.state(), QProcess::NotRunning);
        QByteArray said;
        QCOMPARE(refusal({u"--data-dir"_s, u"/proc/krateyard"_s}, said), 1);
        QVERIFY2(said.contains("cannot write in --data-dir"), said.constData());
    }

    void aBadAddressOrContextIsSaid()
    {
        QByteArray said;
        QCOMPARE(refusal({u"--listen"_s, u"nonsense"_s}, said), 2);
        QVERIFY(said.contains("127.0.0.1:8080"));
        const auto missing = m_folder.filePath(u"missing"_s);
        QCOMPARE(refusal({u"--kubeconfig"_s, missing, u"--context"_s, u"x"_s}, said), 1);
        QVERIFY(said.startsWith("krateyard relay: "));
        QVERIFY2(said.contains("\"x\"") || said.contains("missing"), said.constData());
    }
};

QTEST_GUILESS_MAIN(RelayModeTest)
#include "tst_relaymode.moc"
