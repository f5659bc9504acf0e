// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/config/accesstokens.h"
#include "collab/signin/relaysignin.h"
#include "signinclients.h"
#include "support/manifests.h"
#include "support/npm.h"
#include "support/realcluster.h"
#include "support/relayprocess.h"
#include "support/servers.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace support {

/// A program that tells what it hears, one object of JSON a line: tests/gateway/client.mjs.
class NodeClient
{
public:
    NodeClient(const QString &folder, const QStringList &arguments)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral("node"),
                        QStringList{folder + QStringLiteral("/client.mjs")} + arguments);
    }
    ~NodeClient()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(NodeClient)

    void say(const QJsonObject &what)
    {
        m_process.write(QJsonDocument(what).toJson(QJsonDocument::Compact) + '\n');
    }
    /// What was heard until now, in its order.
    const std::vector<QJsonObject> &heard()
    {
        while (m_process.canReadLine())
            m_heard.push_back(QJsonDocument::fromJson(m_process.readLine()).object());
        return m_heard;
    }
    /// All that came under a key, as one text.
    QString text(const QString &key)
    {
        QString text;
        for (const auto &one : heard())
            text += one[key].toString();
        return text;
    }
    /// The data of events of a name.
    std::vector<QJsonObject> named(const QString &name)
    {
        std::vector<QJsonObject> found;
        for (const auto &one : heard()) {
            if (one[QStringLiteral("name")].toString() == name)
                found.push_back(
                    QJsonDocument::fromJson(one[QStringLiteral("data")].toString().toUtf8())
                        .object());
        }
        return found;
    }
    /// The lines of a log, and the id of the last of them.
    QStringList lines(const QString &pod = {})
    {
        QStringList lines;
        for (const auto &line : named(QStringLiteral("message"))) {
            if (pod.isEmpty() || line[QStringLiteral("pod")].toString() == pod)
                lines.append(line[QStringLiteral("message")].toString());
        }
        return lines;
    }
    QString lastId()
    {
        QString id;
        for (const auto &one : heard()) {
            if (one[QStringLiteral("name")].toString() == QStringLiteral("message"))
                id = one[QStringLiteral("id")].toString();
        }
        return id;
    }

private:
    QProcess m_process;
    std::vector<QJsonObject> m_heard;
};

/// The program as a gateway before the real cluster, with PostgreSQL, Redis and "oidc-provider" of
/// npm, at which jane of the group "dev" has signed in.
class RealGateway
{
public:
    /// Why it cannot be here; empty: it is prepared, and start() may come.
    QString prepare(const RealCluster &real, const QString &space)
    {
        const auto oidc =
            npmPackages(QStringLiteral("oidc"), QStringLiteral(OIDC_SCRIPTS "/package.json"));
        const auto clients =
            npmPackages(QStringLiteral("gateway"), QStringLiteral(GATEWAY_SCRIPTS "/package.json"));
        for (const auto &problem :
             {oidc.problem, clients.problem, m_postgres.problem(), m_redis.problem()}) {
            if (!problem.isEmpty())
                return problem;
        }
        m_clients = clients.folder;
        const auto browser = placeScript(QStringLiteral(OIDC_SCRIPTS "/browser.mjs"), oidc.folder);
        placeScript(QStringLiteral(GATEWAY_SCRIPTS "/client.mjs"), clients.folder);
        m_provider = std::make_unique<LineProcess>(QStringLiteral("node"),
                                                   QStringList{browser, QStringLiteral("yard")});
        const auto issuer = QJsonDocument::fromJson(m_provider->line())
                                .object()[QStringLiteral("issuer")]
                                .toString();
        m_database = m_postgres.makeDatabase(QStringLiteral("gateway"));
        writeConfig(real, space, issuer);
        return {};
    }

    /// One more relay of the same yards; `hasRedis`: they share one.
    LoggedRelay &start(bool hasRedis)
    {
        QStringList more{QStringLiteral("--postgres"), m_database};
        if (hasRedis)
            more << QStringLiteral("--redis") << m_redis.url();
        m_relays.push_back(std::make_unique<LoggedRelay>(config(), QStringLiteral("text"), more));
        auto &relay = *m_relays.back();
        [&] {
            QTRY_COMPARE_WITH_TIMEOUT(
                Browser().ask("GET", relay.url(QStringLiteral("/auth/config"))).status, 200,
                20'000);
            QTRY_COMPARE_WITH_TIMEOUT(
                Browser().ask("GET", relay.url(QStringLiteral("/readyz"))).status, 200, 20'000);
        }();
        return relay;
    }
    void kill(const LoggedRelay &relay)
    {
        std::erase_if(m_relays, [&relay](const auto &one) { return one.get() == &relay; });
    }

    /// Signs jane in, with a browser and PKCE, as the desktop does.
    void signIn(const LoggedRelay &relay)
    {
        collab::RelaySignIn signIn(relay.url());
        QSignalSpy wanted(&signIn, &collab::RelaySignIn::browserWanted);
        QSignalSpy finished(&signIn, &collab::RelaySignIn::finished);
        signIn.start();
        [&] { QTRY_COMPARE_WITH_TIMEOUT(wanted.size(), 1, 15'000); }();
        Browser browser;
        browser.ask("GET",
                    browser.followed(wanted.first().first().toUrl(), QStringLiteral("/callback")));
        [&] { QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 15'000); }();
        tokens = finished.first().first().value<collab::SignInTokens>();
    }

    struct Said
    {
        int status = 0;
        QByteArray head = {};
        QByteArray body = {};

        QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    };
    /// What curl is answered. `more` are its arguments.
    Said curl(const LoggedRelay &relay, const QString &path, const QStringList &more = {}) const
    {
        QProcess process;
        process.start(
            QStringLiteral("curl"),
            QStringList{QStringLiteral("--silent"), QStringLiteral("--include"),
                        QStringLiteral("--path-as-is"), QStringLiteral("--max-time"),
                        QStringLiteral("20"), QStringLiteral("--header"),
                        QString(QStringLiteral("Authorization: Bearer ") + tokens.idToken),
                        relay.url().toString() + path}
                + more);
        (void)QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 30'000);
        const auto text = process.readAllStandardOutput();
        const auto end = text.indexOf("\r\n\r\n");
        return {.status = text.mid(9, 3).toInt(),
                .head = text.first(std::max<qsizetype>(end, 0)).toLower(),
                .body = end < 0 ? QByteArray() : text.sliced(end + 4)};
    }
    std::unique_ptr<NodeClient> events(const LoggedRelay &relay, const QString &path,
                                       const QString &last = {}) const
    {
        return std::make_unique<NodeClient>(m_clients,
                                            QStringList{QStringLiteral("events"),
                                                        relay.url().toString() + path,
                                                        tokens.idToken, last});
    }
    std::unique_ptr<NodeClient> socket(const LoggedRelay &relay, const QString &path) const
    {
        QString url = relay.url().toString() + path;
        url.replace(0, 4, QStringLiteral("ws"));
        return std::make_unique<NodeClient>(
            m_clients, QStringList{QStringLiteral("socket"), url, tokens.idToken});
    }

    PostgresServer &postgres() { return m_postgres; }
    RedisServer &redis() { return m_redis; }
    const QString &database() const { return m_database; }

    collab::SignInTokens tokens;
    static constexpr QLatin1StringView Key{"kyk_key-of-a-program-0123456789abcdefghij"};

private:
    QString config() const { return m_folder.filePath(QStringLiteral("relay.yaml")); }

    void writeConfig(const RealCluster &real, const QString &space, const QString &issuer) const
    {
        QFile file(config());
        if (!file.open(QIODevice::WriteOnly))
            return;
        file.write(
            QStringLiteral("gateway:\n"
                           "  kubeconfig: %1\n"
                           "  namespaces: [%2]\n"
                           "  auth:\n"
                           "    issuer: %3\n"
                           "    clientId: yard\n"
                           "    allowedGroups: [dev]\n"
                           "    adminGroups: [dev]\n"
                           "    secretGroups: [dev]\n"
                           "    apiKeys: [{name: ci, groups: [dev], sha256: \"%4\"}]\n"
                           "  rules:\n"
                           "  - {kinds: ['*'], verbs: [get, list, watch, logs, exec]}\n")
                .arg(real.adminKubeconfig(), space, issuer,
                     QString::fromLatin1(relay::hashOf(QByteArray(Key.data(), Key.size())).toHex()))
                .toUtf8());
    }

    QTemporaryDir m_folder;
    PostgresServer m_postgres;
    RedisServer m_redis;
    QString m_clients;
    QString m_database;
    std::unique_ptr<LineProcess> m_provider;
    std::vector<std::unique_ptr<LoggedRelay>> m_relays;
};

/// Two pods of a Deployment that count aloud, a pod of its own, and a secret.
inline QByteArray countingPods()
{
    const QByteArray counting = "i=0; while sleep 0.05; do echo $i; i=$((i+1)); done";
    return busyboxDeployment("web", 2, counting) + busyboxPod("alone", counting) + R"(
---
apiVersion: v1
kind: Secret
metadata: {name: login}
stringData: {password: "hunter2-of-the-cluster"}
)";
}

/// Whether these are numbers that follow each other without one missing or twice.
inline bool isCounting(const QStringList &lines)
{
    for (qsizetype i = 1; i < lines.size(); ++i) {
        if (lines.at(i).toInt() != lines.at(i - 1).toInt() + 1)
            return false;
    }
    return !lines.isEmpty();
}

} // namespace support
