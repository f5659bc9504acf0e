// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "eventclient.h"
#include "kubelenssetup.h"
#include "support/heap.h"

#include <QFile>
#include <QRandomGenerator>
#include <QThread>

#include <set>

using namespace Qt::StringLiterals;
using gateway::GatewayConfig;
using support::AppLogs;
using support::at;
using support::Event;
using support::EventClient;
using support::KubeLensSetup;
using support::PodLogs;
using support::Upstream;
using support::webApp;

namespace {

/// So many places among so many lines, each its own, in their order. What chose them is printed.
std::vector<int> cutsAmong(int lines, int count)
{
    const auto seed = QRandomGenerator::global()->generate();
    qInfo("cut at random with the seed %u", seed);
    QRandomGenerator random(seed);
    std::set<int> cuts;
    while (cuts.size() < size_t(count))
        cuts.insert(random.bounded(1, lines));
    return {cuts.begin(), cuts.end()};
}

/// Following requests only: those that catch up read old lines a page at a time.
int followers(KubeLensSetup &setup)
{
    return setup.api.script().count(Upstream, u"follow=true"_s);
}

/// Reads a log from its beginning, cuts the connection off at random places, and goes on behind the
/// last event that it heard.
class CutReader
{
public:
    CutReader(int port, const QByteArray &path, int lines, int cuts)
        : m_port(port)
        , m_path(path + "?since=2023-01-01T00:00:00Z")
        , m_lines(lines)
        , m_cutAt(cutsAmong(lines, cuts))
    {
        open();
    }

    /// Whether it is the line that comes next; `number` counts those that were heard.
    std::function<bool(const QJsonObject &line, int number)> isRight;

    bool isDone() const { return m_heard >= m_lines || m_wrong > 0; }
    /// Hears more lines, and is cut off when one of the places is reached. False: none came in
    /// time.
    bool readOn()
    {
        const auto before = m_heard;
        if (!QTest::qWaitFor([&] { return m_heard > before; }, 30'000))
            return false;
        if (m_isCutNow) {
            m_client->abort();
            ++m_cuts;
            open();
        }
        return true;
    }
    int heard() const { return m_heard; }
    int wrong() const { return m_wrong; }
    int cuts() const { return int(m_cuts); }

private:
    void open()
    {
        m_isCutNow = false;
        m_client = std::make_unique<EventClient>(
            m_port, m_path, m_last.isEmpty() ? QByteArray() : "Last-Event-ID: " + m_last + "\r\n");
        m_client->setKeeping(false);
        m_client->told = [this](const Event &event) { take(event); };
    }
    void take(const Event &event)
    {
        if (event.name != "message" || m_isCutNow)
            return;
        m_wrong += isRight(event.json(), m_heard) ? 0 : 1;
        ++m_heard;
        m_last = event.id;
        m_isCutNow = m_cuts < m_cutAt.size() && m_heard >= m_cutAt[m_cuts];
    }

    const int m_port;
    const QByteArray m_path;
    const int m_lines;
    const std::vector<int> m_cutAt;
    std::unique_ptr<EventClient> m_client;
    QByteArray m_last;
    size_t m_cuts = 0;
    int m_heard = 0;
    int m_wrong = 0;
    bool m_isCutNow = false;
};

} // namespace

/// What the issue asks logs to show.
class LogLoadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    /// Half of the lines are there, the others are written while the client reads; several have
    /// the same time. The ring holds a fraction of them.
    void everyLineComesOnceThoughTheConnectionIsCut()
    {
        static constexpr int Lines = 100'000;
        static constexpr int Cuts = 50;
        KubeLensSetup setup([](GatewayConfig &config) { config.logs.bufferBytes = 1024 * 1024; });
        setup.addPod(u"web-1"_s);
        int written = 0;
        const auto write = [&](int count) {
            for (; count > 0 && written < Lines; --count, ++written)
                setup.log(u"web-1"_s, "line " + QByteArray::number(written), at(written / 7));
        };
        write(40'000);

        CutReader reader(setup.url.port(), PodLogs, Lines, Cuts);
        reader.isRight = [](const QJsonObject &line, int number) {
            return line["message"_L1].toString() == u"line %1"_s.arg(number);
        };
        while (!reader.isDone()) {
            QVERIFY(reader.readOn());
            if (written - reader.heard() < 30'000) // the demo server keeps 50,000
                write(2'000);
        }
        QCOMPARE(reader.wrong(), 0);
        QCOMPARE(reader.heard(), Lines);
        QCOMPARE(reader.cuts(), Cuts);
        QTest::qWait(200);
        QCOMPARE(reader.heard(), Lines); // and nothing comes twice
        qInfo("%d lines, %d cuts, %d followers, %d requests for logs", reader.heard(),
              reader.cuts(), followers(setup), setup.api.script().count(Upstream));
    }

    /// The same of an app, whose pods write in turns; each has its own order.
    void anAppsLinesComeOnceThoughTheConnectionIsCut()
    {
        static constexpr int Lines = 30'000;
        static constexpr int Cuts = 50;
        static constexpr int Pods = 3;
        KubeLensSetup setup([](GatewayConfig &config) { config.logs.bufferBytes = 512 * 1024; });
        const QJsonObject labels{{u"app"_s, u"web"_s}};
        setup.api.store().put(webApp());
        const auto podAt = [](int i) { return u"web-%1"_s.arg(i % Pods); };
        for (int i = 0; i < Pods; ++i)
            setup.addPod(podAt(i), {u"main"_s}, labels);
        int written = 0;
        const auto write = [&](int count) {
            for (; count > 0 && written < Lines; --count, ++written)
                setup.log(podAt(written), QByteArray::number(written / Pods), at(written / 7));
        };
        write(10'000);

        CutReader reader(setup.url.port(), AppLogs, Lines, Cuts);
        QHash<QString, int> next;
        reader.isRight = [&next](const QJsonObject &line, int) {
            return line["message"_L1].toString()
                == QString::number(next[line["pod"_L1].toString()]++);
        };
        while (!reader.isDone()) {
            QVERIFY(reader.readOn());
            if (written - reader.heard() < 9'000)
                write(1'000);
        }
        QCOMPARE(reader.wrong(), 0);
        QCOMPARE(reader.heard(), Lines);
        QCOMPARE(reader.cuts(), Cuts);
        QTest::qWait(200);
        QCOMPARE(reader.heard(), Lines); // and nothing comes twice
    }

    void athousandViewersUseOneUpstream()
    {
        static constexpr int Viewers = 1'000;
        KubeLensSetup setup([](GatewayConfig &config) {
            config.limits.logsPerUser = 2 * Viewers;
            config.limits.qps = GatewayConfig().limits.qps; // they come faster than that
            config.limits.burst = GatewayConfig().limits.burst;
        });
        setup.addPod(u"web-1"_s);
        for (int i = 0; i < 100; ++i)
            setup.log(u"web-1"_s, "line " + QByteArray::number(i), at(i));
        std::vector<std::unique_ptr<EventClient>> clients;
        for (int i = 0; i < Viewers; ++i) {
            auto client = std::make_unique<EventClient>(setup.url.port(), PodLogs + "?tail=10");
            client->setKeeping(false);
            clients.push_back(std::move(client));
        }
        QTRY_VERIFY_WITH_TIMEOUT(
            std::ranges::all_of(clients, [](const auto &one) { return one->messages >= 10; }),
            60'000);
        QCOMPARE(followers(setup), 1);
        for (int i = 0; i < 20; ++i)
            setup.log(u"web-1"_s, "more " + QByteArray::number(i), at(1'000 + i));
        QTRY_VERIFY_WITH_TIMEOUT(
            std::ranges::all_of(clients, [](const auto &one) { return one->messages == 30; }),
            60'000);
        QCOMPARE(followers(setup), 1);
    }

    void whoDoesNotReadHoldsUpNobody()
    {
        KubeLensSetup setup([](GatewayConfig &config) { config.logs.bufferBytes = 512 * 1024; });
        setup.addPod(u"web-1"_s);
        const QByteArray filler(200, 'x');
        int written = 0;
        const auto write = [&](int count) {
            for (; count > 0; --count, ++written)
                setup.log(u"web-1"_s, QByteArray::number(written) + ' ' + filler, at(written));
        };
        write(10);
        EventClient reader(setup.url.port(), PodLogs);
        reader.setKeeping(false);
        QTRY_COMPARE(reader.messages, 10);
        const auto pass = [&](int rounds, const std::function<void()> &look) {
            for (; rounds > 0; --rounds) {
                write(2'000);
                QTRY_COMPARE_WITH_TIMEOUT(reader.messages, written, 30'000);
                look();
            }
        };
        pass(30, [] { }); // the demo server keeps 50,000, and the storage 8 MiB: both are full
        EventClient stalled(setup.url.port(), PodLogs + "?tail=10");
        stalled.setKeeping(false);
        int next = written - 10;
        int wrong = 0;
        stalled.told = [&](const Event &event) {
            if (event.name == "message")
                wrong += event.json()["message"_L1].toString().section(u' ', 0, 0)
                        == QString::number(next++)
                    ? 0
                    : 1;
        };
        QTRY_COMPARE(next, written);
        stalled.stall();
        const auto from = written;
        qint64 most = 0;
        const auto before = support::heapInUse();
        // Ten times what the kernel's buffers and the ring take.
        pass(20, [&] { most = std::max(most, support::heapInUse() - before); });
        qInfo("%lld bytes more at most, while %d lines went by who does not read", most,
              written - from);
        QVERIFY2(most < 3'000'000, qPrintable(QString::number(most))); // their events are 12 MB
        QVERIFY2(next < from + (written - from) / 2, "it was read");
        stalled.goOn();
        QTRY_COMPARE_WITH_TIMEOUT(next, written, 60'000);
        QCOMPARE(wrong, 0); // they were read anew
        QVERIFY(stalled.named("marker").empty());
    }

    void whatIsGoneIsCounted()
    {
        KubeLensSetup setup([](GatewayConfig &config) { config.logs.bufferBytes = 512 * 1024; });
        setup.addPod(u"web-1"_s);
        const QByteArray filler(400, 'x');
        int written = 0;
        const auto write = [&](int count) {
            for (; count > 0; --count, ++written)
                setup.log(u"web-1"_s, QByteArray::number(written) + ' ' + filler, at(written));
        };
        write(10);
        EventClient stalled(setup.url.port(), PodLogs);
        QTRY_COMPARE(stalled.messages, 10);
        stalled.stall();
        EventClient reader(setup.url.port(), PodLogs + "?tail=0");
        reader.setKeeping(false);
        QTRY_COMPARE(reader.status(), 200);
        for (int round = 0; round < 20; ++round) {
            write(2'000);
            QTRY_VERIFY_WITH_TIMEOUT(reader.messages >= written - 10, 30'000);
        }
        setup.api.logs().rotate({u"shop"_s, u"web-1"_s, u"main"_s});
        write(1);
        stalled.goOn();
        QTRY_VERIFY_WITH_TIMEOUT(
            stalled.lines().last().startsWith(QString::number(written - 1) + u' '), 60'000);
        // A gap is told where it is, and nowhere else.
        int next = 0;
        int gaps = 0;
        bool isTold = false;
        for (const auto &event : stalled.events) {
            if (event.name == "marker") {
                QCOMPARE(event.json()["kind"_L1].toString(), u"skipped"_s);
                isTold = true;
            }
            if (event.name != "message")
                continue;
            const auto text = event.json()["message"_L1].toString();
            const auto number = text.section(u' ', 0, 0).toInt();
            QVERIFY2(number == next || (number > next && isTold), qPrintable(text.left(20)));
            gaps += number == next ? 0 : 1;
            next = number + 1;
            isTold = false;
        }
        QVERIFY(gaps > 0);
        QCOMPARE(next, written);
    }
};

QTEST_GUILESS_MAIN(LogLoadTest)
#include "tst_logload.moc"
