// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The gateway before a real API server: the list of 10,000 pods beside `kubectl proxy`, in turns
// and over connections that are kept; what each viewer of a log adds to the relay's memory; and
// what the relay adds between a keystroke and its echo, beside a session without it.

#include "aims.h"
#include "benchpod.h"
#include "childprocess.h"
#include "httpload.h"
#include "kube/streams/execsession.h"
#include "percentile.h"
#include "support/relayprocess.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTcpSocket>
#include <QThread>
#include <QTimer>
#include <QWebSocket>

#include <cstdio>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using bench::HttpFigures;
using bench::HttpLoad;
using bench::percentile;

namespace {

constexpr int Rounds = 3;
constexpr int Viewers = 1000;
constexpr int Turns = 80; // short ones: both meet the same load
constexpr int KeysPerTurn = 25;
const auto Pods = u"10000"_s;
const QByteArray Key = "kyk_bench";
const QByteArray Bearer = "Authorization: Bearer " + Key + "\r\n";
constexpr char ClearLine = '\x15'; // Ctrl+U

/// `kubectl proxy` on a port of its own.
class Proxy : public support::LineProcess
{
public:
    explicit Proxy(const support::RealCluster &real)
        : LineProcess(real.kubectlPath(),
                      {u"--kubeconfig"_s, real.adminKubeconfig(), u"proxy"_s, u"--port=0"_s})
    {
        m_port = line().trimmed().split(':').last().toInt();
    }
    int port() const { return m_port; }

private:
    int m_port = 0;
};

QString configFile(const QString &folder, const support::RealCluster &real)
{
    const auto file = folder + u"/relay.yaml"_s;
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        return {};
    const auto hash = QCryptographicHash::hash(Key, QCryptographicHash::Sha256).toHex();
    out.write(
        "gateway:\n  kubeconfig: " + real.adminKubeconfig().toUtf8()
        + "\n  auth:\n    apiKeys: [{name: bench, sha256: " + hash
        + ", groups: [dev]}]\n  rules: [{kinds: ['*'], verbs: ['*']}]\n"
          "  limits: {requestsPerSecond: 1000000, requestBurst: 1000000, logsPerUser: 5000}\n");
    return file;
}

void tell(const char *name, const HttpFigures &figures)
{
    std::printf("%-28s %8.1f/s  p50 %8.2f ms  p99 %8.2f ms  %8.2f MiB  status %d\n", name,
                figures.perSecond, figures.p50, figures.p99, figures.mebibytes, figures.status);
    std::fflush(stdout);
}

/// Medians of the rounds; nothing when an answer was none.
struct Compared
{
    double ratio = 0;
    double late = 0; ///< p99, theirs over ours
};
std::optional<Compared> compare(const char *name, const HttpLoad &ours, const HttpLoad &theirs)
{
    std::vector<double> ratios;
    std::vector<double> late;
    for (int round = 0; round < Rounds; ++round) {
        const auto there = bench::runHttpLoad(theirs);
        const auto here = bench::runHttpLoad(ours);
        tell(qPrintable(u"kubectl proxy, %1"_s.arg(QLatin1StringView(name))), there);
        tell(qPrintable(u"gateway, %1"_s.arg(QLatin1StringView(name))), here);
        if (there.status != 200 || here.status != 200)
            return std::nullopt;
        ratios.push_back(here.perSecond / there.perSecond);
        late.push_back(there.p99 / here.p99);
    }
    return Compared{bench::median(ratios), bench::median(late)};
}

/// Readers of one container's log by server-sent events.
class LogViewers
{
public:
    LogViewers(int port, const QString &space)
        : m_port(port)
        , m_request("GET /api/v1/namespaces/" + space.toUtf8()
                    + "/pods/echo/logs?tail=1 HTTP/1.1\r\nHost: 127.0.0.1\r\n" + Bearer + "\r\n")
    {
    }

    /// Whether each of them has heard a line, within a minute.
    bool add(int count)
    {
        for (int i = 0; i < count; ++i) {
            auto viewer = std::make_unique<QTcpSocket>();
            auto *socket = viewer.get();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                if (socket->readAll().contains("tick") && !socket->property("heard").toBool()) {
                    socket->setProperty("heard", true);
                    ++m_heard;
                }
            });
            socket->connectToHost(QHostAddress::LocalHost, quint16(m_port));
            socket->write(m_request);
            m_viewers.push_back(std::move(viewer));
        }
        return QTest::qWaitFor([this] { return m_heard == m_viewers.size(); }, 60'000);
    }

private:
    const int m_port;
    const QByteArray m_request;
    std::vector<std::unique_ptr<QTcpSocket>> m_viewers;
    size_t m_heard = 0;
};

/// One key, and its echo; milliseconds, negative when it never came. `type` sends, and whoever
/// hears says so by heard().
class Typist : public QObject
{
public:
    explicit Typist(std::function<void(const QByteArray &)> type)
        : m_type(std::move(type))
    {
        connect(&m_patience, &QTimer::timeout, &m_loop, &QEventLoop::quit);
    }
    void heard(const QByteArray &bytes)
    {
        m_hasHeard = true;
        if (m_key == 0 || !bytes.contains(m_key))
            return;
        m_took = double(m_clock.nsecsElapsed()) / 1e6;
        m_key = 0;
        m_loop.quit();
    }
    bool hasHeard() const { return m_hasHeard; }
    bool typeTurn(std::vector<double> &times)
    {
        for (int i = 0; i < KeysPerTurn; ++i) {
            QThread::msleep(5);
            const auto took = echo(char('a' + i % 20));
            if (took < 0)
                return false;
            times.push_back(took);
        }
        m_type(QByteArray(1, ClearLine));
        QTest::qWait(50);
        return true;
    }

private:
    double echo(char key)
    {
        m_took = -1;
        m_key = key;
        m_patience.start(5000);
        m_clock.start();
        m_type(QByteArray(1, key));
        m_loop.exec();
        m_patience.stop();
        return m_took;
    }

    const std::function<void(const QByteArray &)> m_type;
    QEventLoop m_loop;
    QTimer m_patience;
    QElapsedTimer m_clock;
    double m_took = -1;
    char m_key = 0;
    bool m_hasHeard = false;
};

/// Milliseconds that the relay adds at the 99th percentile; nothing when a key was lost.
std::optional<double> addedToKeys(const bench::BenchPod &pod, int port)
{
    kube::ExecSession session(*pod.client(), pod.space, pod.name(), {.command = {u"sh"_s}});
    Typist direct([&session](const QByteArray &bytes) { session.write(bytes); });
    QObject::connect(&session, &kube::ExecSession::standardOutput, &direct,
                     [&direct](const QByteArray &bytes) { direct.heard(bytes); });
    session.resize({80, 24});
    session.start();
    QWebSocket socket;
    Typist relayed([&socket](const QByteArray &bytes) { socket.sendBinaryMessage(bytes); });
    QObject::connect(&socket, &QWebSocket::binaryMessageReceived, &relayed,
                     [&relayed](const QByteArray &bytes) { relayed.heard(bytes); });
    QNetworkRequest request(
        QUrl(u"ws://127.0.0.1:%1/ws/shell?ns=%2&pod=echo&container=c"_s.arg(port).arg(pod.space)));
    request.setRawHeader("Authorization", "Bearer " + Key);
    socket.open(request);
    if (!QTest::qWaitFor([&] { return direct.hasHeard() && relayed.hasHeard(); }, 30'000))
        return std::nullopt;
    std::vector<double> there;
    std::vector<double> here;
    for (int turn = 0; turn < Turns; ++turn) {
        if (!direct.typeTurn(there) || !relayed.typeTurn(here))
            return std::nullopt;
    }
    std::printf("%-28s %8s %8s %8s\n", "keystroke to echo, ms", "p50", "p90", "p99");
    for (const auto &[name, times] : {std::pair("direct", there), std::pair("gateway", here)})
        std::printf("%-28s %8.2f %8.2f %8.2f\n", name, percentile(times, 0.5),
                    percentile(times, 0.9), percentile(times, 0.99));
    return percentile(here, 0.99) - percentile(there, 0.99);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const bench::BenchPod pod;
    if (pod.client() == nullptr)
        return 1;
    const auto &real = pod.real;
    const QTemporaryDir folder;
    const support::RelayProcess relay(QStringLiteral(KRATEYARD_BINARY),
                                      {u"--config"_s, configFile(folder.path(), real)});
    if (relay.port() == 0) {
        std::puts("The relay does not start.");
        return 1;
    }
    bench::Aims aims;
    const auto added = addedToKeys(pod, relay.port());
    aims.atMost("added to a keystroke at p99", added.value_or(1e9), 2, " ms");

    {
        LogViewers viewers(relay.port(), pod.space);
        const bool hasBegun = viewers.add(50); // what is made once is made
        QTest::qWait(2000);
        const auto before = bench::usageOf(relay.pid()).anonymous;
        const bool isWhole = hasBegun && viewers.add(Viewers);
        QTest::qWait(2000);
        const auto each = (bench::usageOf(relay.pid()).anonymous - before) * 1024 / Viewers;
        aims.atMost("memory of a log's viewer", isWhole ? each : 1e9, 64, " KiB");
    }

    if (!real.load(Pods)) {
        std::puts("The pods cannot be made.");
        return 1;
    }
    const Proxy proxy(real);
    const HttpLoad ours{.port = relay.port(), .path = "/api/resources/pods", .headers = Bearer};
    const HttpLoad theirs{.port = proxy.port(), .path = "/api/v1/pods"};
    (void)bench::runHttpLoad(ours); // the first one begins the watch
    const auto plain = compare("plain", ours, theirs);
    aims.atLeast("10,000 pods a second beside kubectl proxy", plain ? plain->ratio : 0, 10,
                 " times");
    aims.atLeast("the same, p99", plain ? plain->late : 0, 10, " times");
    auto packedOurs = ours;
    packedOurs.headers += "Accept-Encoding: gzip\r\n";
    auto packedTheirs = theirs;
    packedTheirs.headers = "Accept-Encoding: gzip\r\n";
    const auto packed = compare("gzip", packedOurs, packedTheirs);
    aims.atLeast("the same with gzip", packed ? packed->ratio : 0, 10, " times");
    return aims.exitCode();
}
