// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/openapi/document.h"
#include "gatewayworld.h"
#include "kube/demo/story/story.h"
#include "support/npm.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using gateway::GatewayConfig;

namespace {

const auto Key = "an-admin"_ba;

/// The key is the example of RFC 7517, A.1: nobody signs with it.
GatewayConfig configFor(Issuer &issuer)
{
    issuer.keys = {QJsonObject{{u"kty"_s, u"EC"_s},
                               {u"crv"_s, u"P-256"_s},
                               {u"x"_s, u"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4"_s},
                               {u"y"_s, u"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"_s},
                               {u"alg"_s, u"ES256"_s},
                               {u"kid"_s, u"1"_s}}};
    GatewayConfig config{.isEnabled = true};
    config.auth.oidc.issuer = issuer.url();
    config.auth.oidc.audience = u"yard"_s;
    config.auth.clientId = u"yard"_s;
    config.auth.adminGroups = {u"boss"_s};
    config.auth.secretGroups = {u"boss"_s};
    config.auth.apiKeys = {
        {.name = u"admin"_s, .sha256 = relay::hashOf(Key), .groups = {u"boss"_s}}};
    config.logs.heartbeat = std::chrono::seconds(1);
    return config;
}

/// `/api/resources/{kind}` and `/api/resources/{of}` are the same address.
QString formOf(QString path)
{
    static const QRegularExpression part(u"\\{[^}]*\\}"_s);
    return path.replace(part, u"{}"_s);
}

/// "GET /api/resources/{}", of the document.
QStringList described(const std::function<bool(const QString &, const QJsonObject &)> &isWanted)
{
    QStringList operations;
    const auto paths = gateway::openApiDocument()["paths"_L1].toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const auto methods = path->toObject();
        for (auto method = methods.begin(); method != methods.end(); ++method) {
            if (isWanted(path.key(), method->toObject()))
                operations.append(method.key().toUpper() + u' ' + formOf(path.key()));
        }
    }
    operations.sort();
    return operations;
}

bool isSocket(const QJsonObject &operation)
{
    return operation.contains("x-websocket"_L1);
}

} // namespace

/// The OpenAPI document says what the gateway does: no more, no less.
class GatewayOpenApiTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void itHasEveryRouteAndNoOther()
    {
        Issuer issuer;
        const GatewayWorld world(configFor(issuer));
        QStringList routes;
        for (const auto &route : world.gateway->router().routes()) {
            const bool isProbe = route.path.startsWith("/api/probe/"_L1); // of GatewayWorld
            if (!isProbe)
                routes.append(QString::fromLatin1(route.method) + u' ' + formOf(route.path));
        }
        routes.sort();
        const auto isRoute = [](const QString &path, const QJsonObject &operation) {
            Q_UNUSED(path)
            return !isSocket(operation);
        };
        QCOMPARE(described(isRoute), routes);
        QVERIFY(routes.size() >= 31);
    }

    /// A socket's address answers an upgrade without a proof of who asks with 401, any other with
    /// 404.
    void itHasEverySocket()
    {
        Issuer issuer;
        const GatewayWorld world(configFor(issuer));
        const auto sockets = described([](const QString &path, const QJsonObject &operation) {
            return isSocket(operation) && !path.contains(u'{');
        });
        QCOMPARE(sockets, (QStringList{u"GET /ws/logs"_s, u"GET /ws/shell"_s, u"GET /ws/watch"_s}));
        const QByteArrayList upgrade{"Upgrade: websocket", "Connection: Upgrade",
                                     "Sec-WebSocket-Version: 13",
                                     "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="};
        for (const auto &socket : sockets) {
            const auto path = socket.section(u' ', 1).toLatin1();
            QCOMPARE(world.ask("GET", path, upgrade).status, 401);
            QCOMPARE(world.ask("GET", path).status, 404);
        }
        QCOMPARE(world.ask("GET", "/ws/other", upgrade).status, 404);
    }

    void everyOperationSaysWhoMayAskAndWhatCanComeBack()
    {
        const auto document = gateway::openApiDocument();
        QVERIFY(!document["security"_L1].toArray().isEmpty());
        QStringList ids;
        described([&ids](const QString &path, const QJsonObject &operation) {
            ids.append(operation["operationId"_L1].toString());
            const auto answers = operation["responses"_L1].toObject();
            const bool isOpen =
                operation.contains("security"_L1) && operation["security"_L1].toArray().isEmpty();
            if (!path.startsWith("/k8s/"_L1)) {
                [&] { QVERIFY2(answers.contains("431"_L1), qPrintable(path)); }();
                [&] { QVERIFY2(isOpen != answers.contains("401"_L1), qPrintable(path)); }();
            }
            return false;
        });
        QVERIFY(!ids.contains(QString()));
        QCOMPARE(ids.removeDuplicates(), 0);
    }

    /// Changing something by a session's cookie needs the CSRF token, and only that does.
    void onlyReadingIsOpenToABareCookie()
    {
        described([](const QString &path, const QJsonObject &operation) {
            Q_UNUSED(path)
            const auto ways = QString::fromUtf8(
                QJsonDocument(operation["security"_L1].toArray()).toJson(QJsonDocument::Compact));
            const auto id = operation["operationId"_L1].toString();
            const bool isChange = id.startsWith("save"_L1) || id.startsWith("delete"_L1)
                || id.startsWith("signOut"_L1)
                || (id.startsWith("kubernetes"_L1) && id != "kubernetesGet"_L1);
            [&] { QVERIFY2(isChange == ways.contains("csrf"_L1), qPrintable(id)); }();
            return false;
        });
    }

    void itIsValidAndTheAnswersAreThoseItNames()
    {
        const auto npm =
            support::npmPackages(u"openapi"_s, QStringLiteral(OPENAPI_SCRIPTS "/package.json"));
        if (!npm.problem.isEmpty())
            QSKIP(qPrintable(u"the document is not validated: %1"_s.arg(npm.problem)));
        const auto script =
            support::placeScript(QStringLiteral(OPENAPI_SCRIPTS "/check.mjs"), npm.folder);
        QVERIFY(!script.isEmpty());
        Issuer issuer;
        GatewayWorld world(configFor(issuer));
        demo::Story story(world.api);
        story.start();
        const auto *cluster = world.gateway->parts().clusters.find({});
        QTRY_VERIFY(cluster->hasResources());
        QTRY_COMPARE(world.ask("GET", "/auth/config").status, 200);

        QProcess node;
        node.setProcessChannelMode(QProcess::MergedChannels);
        node.start(u"node"_s,
                   {script, u"http://127.0.0.1:%1"_s.arg(world.port), QString::fromLatin1(Key),
                    u"shop"_s, u"checkout"_s});
        QTRY_COMPARE_WITH_TIMEOUT(node.state(), QProcess::NotRunning, 120'000);
        const auto said = node.readAll();
        QVERIFY2(node.exitCode() == 0, said.right(6000).constData());
        qInfo().noquote() << said.trimmed().split('\n').constLast();
    }
};

QTEST_GUILESS_MAIN(GatewayOpenApiTest)
#include "tst_gatewayopenapi.moc"
