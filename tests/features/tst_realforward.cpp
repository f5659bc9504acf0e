// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/api/apiclient.h"
#include "kube/auth/identity.h"
#include "kube/portforward/portforward.h"
#include "support/blasts.h"
#include "support/realtest.h"

#include <QCryptographicHash>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using State = kube::PortForward::State;

namespace {

const auto Space = support::RealCluster::ownNamespace(u"forward"_s);
constexpr qint64 FileSize = 50 * 1024 * 1024;

// The servers answer with their own name, so that it shows who answered.
const QByteArray WorkloadYaml = R"(
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  replicas: 1
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      terminationGracePeriodSeconds: 0
      containers:
      - name: web
        image: docker.io/local/busybox:1
        imagePullPolicy: IfNotPresent
        command: [sh, -c, "mkdir -p /site && cd /site && hostname > index.html && head -c 52428800 /dev/urandom > big && exec httpd -f -p 8080 -h /site"]
        ports: [{name: http, containerPort: 8080}]
        readinessProbe: {tcpSocket: {port: 8080}, periodSeconds: 1}
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec:
  selector: {app: web}
  ports: [{name: web, port: 80, targetPort: http}]
)";

/// A GET over a connection of its own.
struct Fetch
{
    Fetch(quint16 port, const QByteArray &path)
    {
        QObject::connect(&socket, &QTcpSocket::connected, &socket,
                         [this, path] { socket.write("GET " + path + " HTTP/1.0\r\n\r\n"); });
        QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [this] { read(); });
        QObject::connect(&socket, &QTcpSocket::disconnected, &socket, [this] { isOver = true; });
        socket.connectToHost(QHostAddress::LocalHost, port);
    }
    void read()
    {
        auto bytes = socket.readAll();
        if (!inBody) {
            head += bytes;
            const auto end = head.indexOf("\r\n\r\n");
            if (end < 0)
                return;
            inBody = true;
            bytes = head.sliced(end + 4);
            head.truncate(end);
        }
        size += bytes.size();
        body += bytes.left(100 - body.size());
        hash.addData(bytes);
    }

    QTcpSocket socket;
    QByteArray head;
    QByteArray body; ///< its beginning
    QCryptographicHash hash{QCryptographicHash::Sha256};
    qint64 size = 0;
    bool inBody = false;
    bool isOver = false;
};

} // namespace

/// Port-forward to real pods, through whatever the server offers.
class RealForwardTest : public QObject, private support::RealTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const auto why = m_real.whyNot(true); !why.isEmpty())
            SKIP_ALL(why.constData());
        const auto made = m_real.fill(Space, WorkloadYaml);
        QVERIFY2(made.code == 0, made.errors);
        QVERIFY(m_real.waitFor(Space, u"deployment/web"_s, u"condition=Available"_s));
        m_identity = std::make_unique<kube::Identity>(configOf(u"admin"_s));
        m_client = std::make_unique<kube::ApiClient>(*m_identity);
    }

    void init() { QTest::failOnWarning(); }

    void fiftyMegabytesArriveUnharmed_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("port");
        QTest::newRow("service") << u"Service"_s << u"web"_s;
        QTest::newRow("deployment") << u"Deployment"_s << u"8080"_s;
    }

    void fiftyMegabytesArriveUnharmed()
    {
        QFETCH(const QString, kind);
        QFETCH(const QString, port);
        const auto forward = started(kind, u"web"_s, port);
        QTRY_COMPARE_WITH_TIMEOUT(forward->state(), State::Listening, 20'000);
        QCOMPARE(forward->place().pod, podName());
        Fetch fetch(forward->localPort(), "/big");
        QTRY_VERIFY_WITH_TIMEOUT(fetch.isOver, 60'000);
        QCOMPARE(fetch.size, FileSize);
        QCOMPARE(fetch.hash.result().toHex(), hashInPod(u"/site/big"_s));
        QVERIFY(forward->bytesReceived() > FileSize);
    }

    void fiftyMegabytesGoUpUnharmed()
    {
        // Half-closed: nc ends, and the pod sums up, only when it hears that we have said all.
        const auto pod = podName();
        const auto forward = started(u"Pod"_s, pod, u"9000"_s);
        QTRY_COMPARE_WITH_TIMEOUT(forward->state(), State::Listening, 20'000);
        QCOMPARE(
            inPod({u"sh"_s, u"-c"_s, u"(sleep 300 | nc -l -p 9000 > /tmp/up) > /dev/null 2>&1 &"_s})
                .code,
            0);
        QTRY_VERIFY_WITH_TIMEOUT(inPod({u"netstat"_s, u"-ltn"_s}).text.contains(":9000 "), 20'000);
        QTcpSocket socket;
        auto blast = std::make_shared<support::Blast>(FileSize);
        support::pour(socket, blast, true);
        socket.connectToHost(QHostAddress::LocalHost, forward->localPort());
        QTRY_VERIFY_WITH_TIMEOUT(blast->isOver() && socket.state() == QTcpSocket::UnconnectedState,
                                 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(forward->connections(), 0, 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(hashInPod(u"/tmp/up"_s), blast->hash().toHex(), 20'000);
        QCOMPARE(forward->bytesSent(), FileSize);
    }

    void aHundredConnectionsAtOnceAreAllAnswered()
    {
        const auto forward = started(u"Service"_s, u"web"_s, u"80"_s);
        QTRY_COMPARE_WITH_TIMEOUT(forward->state(), State::Listening, 20'000);
        std::vector<std::unique_ptr<Fetch>> fetches;
        for (int i = 0; i < 100; ++i)
            fetches.push_back(std::make_unique<Fetch>(forward->localPort(), "/"));
        const auto expected = podName().toLatin1() + '\n';
        for (const auto &fetch : fetches) {
            QTRY_VERIFY_WITH_TIMEOUT(fetch->isOver, 60'000);
            QCOMPARE(fetch->body, expected);
        }
        QCOMPARE(forward->totalConnections(), 100);
        QTRY_COMPARE(forward->connections(), 0);
        QCOMPARE(forward->sessions(), 1);
    }

    void aClosedPortIsSaidInThePodsWords()
    {
        const auto forward = started(u"Deployment"_s, u"web"_s, u"9"_s);
        QTRY_COMPARE_WITH_TIMEOUT(forward->state(), State::Listening, 20'000);
        Fetch fetch(forward->localPort(), "/");
        QTRY_VERIFY_WITH_TIMEOUT(fetch.isOver, 20'000);
        QTRY_COMPARE(forward->problem().kind, kube::ForwardProblem::Kind::PodRefused);
        QVERIFY2(forward->problem().detail.contains("connection refused"_L1),
                 qPrintable(forward->problem().detail));
    }

    void aPodKilledInTheMiddleIsFollowed_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("service") << u"Service"_s;
        QTest::newRow("pod") << u"Pod"_s;
    }

    void aPodKilledInTheMiddleIsFollowed()
    {
        QFETCH(const QString, kind);
        QString old;
        QTRY_VERIFY_WITH_TIMEOUT(!(old = podName()).isEmpty(), 60'000);
        const bool isPod = kind == "Pod"_L1;
        const auto forward = started(kind, isPod ? old : u"web"_s, isPod ? u"http"_s : u"80"_s);
        QTRY_COMPARE_WITH_TIMEOUT(forward->state(), State::Listening, 20'000);
        Fetch cut(forward->localPort(), "/big");
        cut.socket.setReadBufferSize(10'000);
        QTRY_VERIFY_WITH_TIMEOUT(cut.size > 1'000'000, 20'000);
        QCOMPARE(m_real
                     .kubectl({u"-n"_s, Space, u"delete"_s, u"pod"_s, old, u"--force"_s,
                               u"--grace-period=0"_s, u"--wait=false"_s})
                     .code,
                 0);
        QTRY_VERIFY_WITH_TIMEOUT(forward->place().pod != old, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(cut.isOver, 30'000);
        QVERIFY(cut.size < FileSize);
        QTRY_VERIFY_WITH_TIMEOUT(
            forward->state() == State::Listening && !forward->place().pod.isEmpty(), 60'000);
        QVERIFY(forward->place().pod != old);
        Fetch again(forward->localPort(), "/");
        QTRY_VERIFY_WITH_TIMEOUT(again.isOver, 20'000);
        QCOMPARE(again.body, forward->place().pod.toLatin1() + '\n');
    }

    void cleanupTestCase()
    {
        m_client.reset();
        m_identity.reset();
        m_real.removeNamespace(Space);
    }

private:
    std::unique_ptr<kube::PortForward> started(const QString &kind, const QString &name,
                                               const QString &port)
    {
        auto forward = std::make_unique<kube::PortForward>(
            *m_client, kube::ForwardSpec{.target = {kind, Space, name}, .port = port});
        forward->start();
        return forward;
    }
    /// Of the one that is ready.
    QString podName() const
    {
        const auto answer =
            m_real.kubectl({u"-n"_s, Space, u"get"_s, u"endpoints"_s, u"web"_s, u"-o"_s,
                            u"jsonpath={.subsets[0].addresses[0].targetRef.name}"_s});
        return QString::fromLatin1(answer.text.trimmed());
    }
    support::RealCluster::Output inPod(const QStringList &command) const
    {
        return m_real.kubectl(QStringList{u"-n"_s, Space, u"exec"_s, podName(), u"--"_s} + command);
    }
    QByteArray hashInPod(const QString &file) const
    {
        return inPod({u"sha256sum"_s, file}).text.split(' ').first();
    }

    std::unique_ptr<kube::Identity> m_identity;
    std::unique_ptr<kube::ApiClient> m_client;
};

QTEST_GUILESS_MAIN(RealForwardTest)
#include "tst_realforward.moc"
