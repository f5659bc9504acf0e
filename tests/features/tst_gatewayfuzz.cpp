// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/openapi/document.h"
#include "collab/relay/store/sqltables.h"
#include "gatewayworld.h"
#include "kube/demo/story/story.h"
#include "requestfuzz.h"
#include "support/heap.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTimer>

#include <map>

using namespace Qt::StringLiterals;

namespace {

constexpr int Rounds = 150; ///< requests of each operation; KRATEYARD_FUZZ_ROUNDS for more
constexpr quint32 Seed = 20'261'123; ///< KRATEYARD_FUZZ_SEED for another
constexpr qint64 MostGrowth = 48 * 1024 * 1024;
constexpr auto Patience = std::chrono::seconds(20);
constexpr auto Glance = std::chrono::milliseconds(200);
const auto Key = "the-only-key-that-holds"_ba;

int numberOf(const char *name, int without)
{
    bool isSet = false;
    const auto number = qEnvironmentVariableIntValue(name, &isSet);
    return isSet ? number : without;
}

gateway::GatewayConfig config()
{
    gateway::GatewayConfig config{.isEnabled = true};
    config.auth.adminGroups = {u"boss"_s};
    config.auth.secretGroups = {u"boss"_s};
    config.auth.apiKeys = {
        {.name = u"admin"_s, .sha256 = relay::hashOf(Key), .groups = {u"boss"_s}}};
    // Pods stay: shells and logs are asked for to the end.
    const QStringList reading{u"get"_s, u"list"_s, u"watch"_s, u"logs"_s, u"exec"_s};
    config.rules = {{.group = u"boss"_s, .kinds = {u"*"_s}, .verbs = reading},
                    {.group = u"boss"_s, .kinds = {u"configmaps"_s}, .verbs = {u"*"_s}}};
    config.limits.requestsPerSecond = 100'000;
    config.limits.requestBurst = 100'000;
    config.limits.qps = 10'000;
    config.limits.burst = 10'000;
    return config;
}

/// A connection of its own, from an address of its own where the relay would count what it does.
support::RawAnswer sent(quint16 port, const FuzzedRequest &request, quint32 number)
{
    QTcpSocket socket;
    if (request.hasWrongProof)
        socket.bind(QHostAddress(0x7f000002 + number % 0xfffff0));
    QEventLoop loop; // QTest::qWaitFor() sleeps between its looks
    QByteArray received;
    std::optional<support::RawAnswer> answer;
    QObject::connect(&socket, &QTcpSocket::readyRead, &loop, [&] {
        received += socket.readAll();
        if (received.startsWith("HTTP/1.1 100 ")) // more follows
            received.remove(0, received.indexOf("\r\n\r\n") + 4);
        answer = support::answerIn(received);
        // The head of a HEAD says a length that does not come.
        if (!answer && request.bytes.startsWith("HEAD ") && received.contains("\r\n\r\n"))
            answer =
                support::RawAnswer{.status = received.split(' ').value(1).toInt(), .all = received};
        if (answer)
            loop.quit();
    });
    QObject::connect(&socket, &QTcpSocket::disconnected, &loop, &QEventLoop::quit);
    bool isTooLate = false;
    // What is not whole may wait for the rest of it.
    QTimer::singleShot(request.isWhole ? Patience : Glance, &loop, [&] {
        isTooLate = request.isWhole;
        loop.quit();
    });
    socket.connectToHost(QHostAddress::LocalHost, port);
    socket.write(request.bytes);
    loop.exec();
    if (isTooLate)
        return {.status = -1};
    return answer.value_or(support::RawAnswer{});
}

/// Empty when the answer is one that may be.
QString problemOf(const FuzzedOperation &operation, const FuzzedRequest &request,
                  const support::RawAnswer &answer)
{
    if (answer.status < 0)
        return u"is not answered"_s;
    if (answer.status == 0)
        return request.isWhole ? u"is closed without an answer"_s : QString();
    if (answer.all.contains(Key))
        return u"repeats the key"_s;
    const bool isElsewhere = request.isStray || !request.isWhole;
    const bool isNamed = operation.takesAnyStatus || operation.statuses.contains(answer.status)
        || (isElsewhere && (answer.status == 404 || answer.status == 405 || answer.status == 400));
    if (!isNamed || answer.status == 500)
        return u"is answered with %1"_s.arg(answer.status);
    if (answer.status < 400 || answer.body.isEmpty())
        return {};
    const auto body = QJsonDocument::fromJson(answer.body).object();
    const bool isStatus = body["kind"_L1].toString() == "Status"_L1; // of the Kubernetes API
    if (answer.headers.value("Content-Type") != "application/json"
        || (body["error"_L1].toString().isEmpty() && !isStatus))
        return u"has an error that is none"_s;
    return {};
}

} // namespace

/// Requests made of the OpenAPI document, most of them wrong somewhere: each is answered as the
/// document says, and nothing is left of them.
class GatewayFuzzTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whateverIsAskedIsAnsweredAsTheDocumentSays()
    {
        const auto seed = quint32(numberOf("KRATEYARD_FUZZ_SEED", int(Seed)));
        const auto rounds = numberOf("KRATEYARD_FUZZ_ROUNDS", Rounds);
        qInfo() << "seed" << seed << "rounds" << rounds;
        // What is kept on purpose, here and in the cluster of the demo, is not in memory.
        const QTemporaryDir folder;
        GatewayWorld world(
            config(), {},
            std::make_unique<relay::SqlQueue>(relay::sqliteDialect(
                folder.filePath(u"audit.sqlite"_s), gateway::SqlAuditLog::tables())));
        world.api.script().setRecording(false);
        const demo::Story story(world.api);
        const auto *cluster = world.gateway->parts().clusters.find({});
        QTRY_VERIFY(cluster->hasResources());
        const QByteArrayList proof{"Authorization: Bearer " + Key};
        const auto list = world.ask("GET", "/api/v1/namespaces/shop/pods", proof);
        const auto first = QJsonDocument::fromJson(list.body)["pods"_L1][0];
        const auto pod = first["name"_L1].toString();
        const auto container = first["containers"_L1][0].toString();
        QVERIFY(!pod.isEmpty() && !container.isEmpty());
        RequestFuzz fuzz(
            seed, Key,
            {{u"ns"_s, {u"shop"_s, u"shop"_s, u"payments"_s, u"none"_s}},
             {u"name"_s, {pod, pod, u"checkout"_s, u"checkout"_s, u"none"_s}},
             {u"pod"_s, {pod}},
             {u"kind"_s, {u"pods"_s, u"secrets"_s, u"deployments.apps"_s, u"nodes"_s, u"none"_s}},
             {u"kinds"_s, {u"pods"_s, u"pods,services"_s}},
             {u"cluster"_s, {u"demo"_s}},
             {u"path"_s,
              {u"api/v1/namespaces/shop/pods"_s, u"version"_s, u"apis"_s, u"api/v1/pods?watch=1"_s,
               u"api/v1/namespaces/shop/configmaps"_s, u"api/v1/namespaces/shop/configmaps/a"_s}},
             {u"labelSelector"_s, {u"app=checkout"_s, u"app"_s}},
             {u"container"_s, {container, container, u"none"_s}},
             {u"since"_s, {u"2026-01-01T00:00:00Z"_s}},
             {u"until"_s, {u"2030-01-01T00:00:00Z"_s}},
             {u"cursor"_s, {u"5"_s}}});
        const auto operations = FuzzedOperation::in(gateway::openApiDocument());
        QVERIFY(operations.size() > 30);

        std::map<int, int> statuses;
        QSet<QString> succeeded;
        QStringList problems;
        quint32 number = 0;
        qint64 before = 0;
        for (int round = 0; round < rounds && problems.size() < 20; ++round) {
            if (round == rounds / 3)
                before = support::heapInUse(); // what is made once has been made by now
            for (const auto &operation : operations) {
                const auto request = fuzz.next(operation);
                const auto answer = sent(world.port, request, ++number);
                ++statuses[answer.status];
                if (answer.status >= 100 && answer.status < 400)
                    succeeded.insert(operation.id);
                if (const auto problem = problemOf(operation, request, answer); !problem.isEmpty())
                    problems.append(u"%1 #%2 %3: %4 -> %5"_s.arg(
                        operation.id, QString::number(number), problem,
                        QString::fromLatin1(request.bytes.left(500).toPercentEncoding(" /?&=:,{}")),
                        QString::fromLatin1(answer.all.left(300))));
            }
        }
        for (const auto &[status, count] : statuses)
            qInfo() << status << "x" << count;
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));

        // Enough of it was right to come to where the work is done. No provider signs in here.
        for (const auto &operation : operations) {
            const bool isHere = !operation.path.startsWith("/auth/"_L1)
                && (operation.method == "GET" || !operation.path.startsWith("/k8s/"_L1))
                && operation.id != "syncSocket"_L1;
            QVERIFY2(!isHere || succeeded.contains(operation.id), qPrintable(operation.id));
        }
        // Those whose request never became whole have their time, too.
        QTRY_COMPARE_LE_WITH_TIMEOUT(world.service->server().openConnections(), 2, 60'000);
        if (before > 0) // the allocator says
            QCOMPARE_LE(support::heapInUse() - before, MostGrowth);
        QCOMPARE(world.ask("GET", "/healthz").status, 200);
        QCOMPARE(world.ask("GET", "/api/resources/pods", proof).status, 200);
    }
};

QTEST_GUILESS_MAIN(GatewayFuzzTest)
#include "tst_gatewayfuzz.moc"
