// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/config/accesstokens.h"
#include "kube/demo/apiserver.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

/// The program itself, started as a relay with a gateway.
class GatewayModeTest : public QObject
{
    Q_OBJECT

private:
    struct Answer
    {
        int status = 0;
        QByteArray body = {};

        QJsonArray entries() const
        {
            return QJsonDocument::fromJson(body).object().value("entries"_L1).toArray();
        }
    };

    Answer ask(const QString &path, const QByteArray &key = {})
    {
        QNetworkRequest request(QUrl(m_url + path));
        if (!key.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + key);
        std::unique_ptr<QNetworkReply> reply(m_network.get(request));
        [&] { QTRY_VERIFY(reply->isFinished()); }();
        return {.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                .body = reply->readAll()};
    }

    QString write(const QString &name, const QByteArray &text)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            return {};
        return file.fileName();
    }

    QByteArray configuration(const QByteArray &admins = "[ops]")
    {
        return "dataDir: " + m_folder.filePath(u"data"_s).toUtf8() + R"(
gateway:
  kubeconfig: )"
            + m_folder.filePath(u"kubeconfig"_s).toUtf8() + R"(
  auth:
    adminGroups: )"
            + admins + R"(
    apiKeys:
      - {name: op, groups: [ops], sha256: )"
            + relay::hashOf("ky_op").toHex() + R"(}
      - {name: ci, groups: [ci], sha256: )"
            + relay::hashOf("ky_ci").toHex() + "}\n";
    }

    void start(QProcess &relay, const QString &config)
    {
        relay.start(QStringLiteral(KRATEYARD_BINARY),
                    {u"relay"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--config"_s, config});
        QTRY_VERIFY2(relay.canReadLine(), relay.readAllStandardError().constData());
        m_url = QString::fromUtf8(relay.readLine()).trimmed().section(u' ', -1);
    }

    void finish(QProcess &relay)
    {
        relay.terminate();
        QTRY_COMPARE(relay.state(), QProcess::NotRunning);
        m_said += relay.readAllStandardError();
    }

    int check(const QString &config, QByteArray &out, QByteArray &errors,
              const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment())
    {
        QProcess relay;
        relay.setProcessEnvironment(environment);
        relay.start(QStringLiteral(KRATEYARD_BINARY),
                    {u"relay"_s, u"--config"_s, config, u"--check-config"_s});
        [&] { QTRY_COMPARE(relay.state(), QProcess::NotRunning); }();
        out = relay.readAllStandardOutput();
        errors = relay.readAllStandardError();
        return relay.exitCode();
    }

    QNetworkAccessManager m_network;
    QTemporaryDir m_folder;
    demo::ApiServer m_api;
    QString m_url;
    QByteArray m_said;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_api.listen());
        QVERIFY(!write(u"kubeconfig"_s, m_api.kubeconfig()).isEmpty());
    }
    void init()
    {
        QTest::failOnWarning();
        m_said.clear();
    }

    void withoutThePartThereIsNoGateway()
    {
        QProcess relay;
        start(relay, write(u"plain.yaml"_s, "log: text\n"));
        QCOMPARE(ask(u"/api/v1/admin/audit"_s, "ky_op").status, 404);
        finish(relay);
    }

    void whatIsRefusedIsThereForAdmins()
    {
        QProcess relay;
        start(relay, write(u"relay.yaml"_s, configuration()));
        QTRY_COMPARE(ask(u"/readyz"_s).status, 200);
        QCOMPARE(ask(u"/api/v1/admin/audit"_s).status, 401);
        QCOMPARE(ask(u"/api/v1/admin/audit"_s, "ky_hunter2").status, 401);
        QCOMPARE(ask(u"/api/v1/admin/audit?token=ky_hunter2"_s, "ky_ci").status, 403);
        QTRY_COMPARE(ask(u"/api/v1/admin/audit"_s, "ky_op").entries().size(), 3);
        const auto all = ask(u"/api/v1/admin/audit"_s, "ky_op");
        const auto last = all.entries().first().toObject();
        QCOMPARE(last.value("subject"_L1), u"apikey/ci"_s);
        QCOMPARE(last.value("object"_L1), u"audit"_s);
        QCOMPARE(last.value("allowed"_L1), false);
        QCOMPARE(last.value("status"_L1), 403);
        QCOMPARE(last.value("address"_L1), u"127.0.0.1"_s);
        QCOMPARE(ask(u"/api/v1/admin/audit?subject=apikey/ci&limit=5"_s, "ky_op").entries().size(),
                 1);
        QCOMPARE(ask(u"/api/v1/admin/audit?limit=5000"_s, "ky_op").status, 400);
        QCOMPARE(ask(u"/api/v1/admin/audit?since=yesterday"_s, "ky_op").status, 400);
        QVERIFY(ask(u"/metrics"_s).body.contains("krateyard_gateway_audit_lost_total 0"));
        finish(relay);
        // Nothing that was shown as a proof is anywhere.
        QVERIFY(!all.body.contains("ky_"));
        QVERIFY2(!m_said.contains("ky_"), m_said.constData());
        for (const auto *name : {"data/audit.sqlite", "data/audit.sqlite-wal"}) {
            QFile file(m_folder.filePath(QString::fromLatin1(name)));
            if (file.open(QIODevice::ReadOnly))
                QVERIFY(!file.readAll().contains("ky_"));
        }
        QVERIFY(QFile::exists(m_folder.filePath(u"data/audit.sqlite"_s)));
        QCOMPARE(QFile::permissions(m_folder.filePath(u"data/audit.sqlite"_s))
                     & (QFile::ReadOther | QFile::ReadGroup),
                 QFile::Permissions());
    }

    void aChangedFileHoldsAtOnceOrIsNamed()
    {
        QProcess relay;
        const auto config = write(u"relay.yaml"_s, configuration());
        start(relay, config);
        QCOMPARE(ask(u"/api/v1/admin/audit"_s, "ky_ci").status, 403);
        write(u"relay.yaml"_s, configuration("[ci]"));
        ::kill(pid_t(relay.processId()), SIGHUP);
        QTRY_COMPARE(ask(u"/api/v1/admin/audit"_s, "ky_ci").status, 200);
        QCOMPARE(ask(u"/api/v1/admin/audit"_s, "ky_op").status, 403);
        write(u"relay.yaml"_s, configuration("[ci]") + "  contexts: [demo]\n");
        ::kill(pid_t(relay.processId()), SIGHUP);
        QByteArray said;
        QTRY_VERIFY((said += relay.readAllStandardError()).contains("gateway.contexts"));
        write(u"relay.yaml"_s, configuration("ops"));
        ::kill(pid_t(relay.processId()), SIGHUP);
        QTRY_VERIFY((said += relay.readAllStandardError()).contains("stays as it was"));
        QVERIFY2(said.contains("line 5: “adminGroups” wants a list"), said.constData());
        QCOMPARE(ask(u"/api/v1/admin/audit"_s, "ky_ci").status, 200);
        finish(relay);
    }

    void aFileIsCheckedWithoutBeingUsed()
    {
        QByteArray out;
        QByteArray errors;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"KRATEYARD_GATEWAY_AUTH_ALLOWED_GROUPS"_s, u"a,b"_s);
        QCOMPARE(check(write(u"good.yaml"_s, configuration()), out, errors, environment), 0);
        QVERIFY2(out.contains("\ngateway.auth.allowedGroups: [a, b]\n"), out.constData());
        QVERIFY(out.contains("\ngateway.auth.apiKeys: [op, ci]\n"));
        QVERIFY(out.contains("\nrooms.peers: 2000\n"));
        QVERIFY(!out.contains(relay::hashOf("ky_op").toHex()));
        QCOMPARE(errors, QByteArray());

        const auto bad = write(u"bad.yaml"_s, "log: xml\ngateway:\n  colour: red\n");
        environment.insert(u"KRATEYARD_ROOMS_PEERS"_s, u"many"_s);
        QCOMPARE(check(bad, out, errors, environment), 2);
        QCOMPARE(out, QByteArray());
        QVERIFY2(errors.contains("bad.yaml: line 1: “log” is “xml”: write text or json\n"),
                 errors.constData());
        QVERIFY(
            errors.contains("bad.yaml: line 3: there is no “colour” in “gateway”; there are: "));
        QVERIFY(errors.contains(" KRATEYARD_ROOMS_PEERS: “peers” wants a whole number above 0\n"));

        const auto lost =
            write(u"lost.yaml"_s, configuration() + "tls: {certificate: /no/a, key: /no/b}\n");
        QCOMPARE(check(lost, out, errors), 2);
        QVERIFY2(errors.contains("tls.key: cannot read /no/b\n"), errors.constData());

        const auto nowhere =
            write(u"nowhere.yaml"_s, configuration() + "  contexts: [elsewhere]\n");
        QCOMPARE(check(nowhere, out, errors), 2);
        QVERIFY2(errors.contains("elsewhere"), errors.constData());
    }
};

QTEST_GUILESS_MAIN(GatewayModeTest)
#include "tst_gatewaymode.moc"
