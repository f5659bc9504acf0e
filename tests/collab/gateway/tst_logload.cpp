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
using support::Event;
using support::EventClient;
using support::KubeLensSetup;
using support::webApp;

namespace {

const QByteArray PodLogs = "/api/v1/namespaces/shop/pods/web-1/logs";
const QByteArray AppLogs = "/api/v1/namespaces/shop/apps/web/logs";
const auto Upstream = u"/api/v1/namespaces/shop/pods/web-1/log"_s;

QDateTime at(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + ms, QTimeZone::UTC);
}

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

        std::unique_ptr<EventClient> client;
        QByteArray last = "";
        int next = 0;
        const auto cutAt = cutsAmong(Lines, Cuts);
        size_t cuts = 0;
        int wrong = 0;
        bool isCutNow = false;
        const auto take = [&](const Event &event) {
            if (event.name != "message" || isCutNow)
                return;
            wrong += event.json()["message"_L1].toString() == u"line %1"_s.arg(next) ? 0 : 1;
            ++next;
            last = event.id;
            isCutNow = cuts < cutAt.size() && next >= cutAt[cuts];
        };
        const auto open = [&] {
            client = std::make_unique<EventClient>(
                setup.url.port(), PodLogs + "?since=2023-01-01T00:00:00Z",
                last.isEmpty() ? QByteArray() : "Last-Event-ID: " + last + "\r\n");
            client->setKeeping(false);
            client->told = take;
        };
        open();
        while (next < Lines && wrong == 0) {
            const auto before = next;
            QTRY_VERIFY_WITH_TIMEOUT(next > before || next >= Lines, 30'000);
            if (written - next < 30'000) // the demo server keeps 50,000
                write(2'000);
            if (isCutNow) {
                client->abort();
                ++cuts;
                open();
                isCutNow = false;
            }
        }
        QCOMPARE(wrong, 0);
        QCOMPARE(next, Lines);
        QCOMPARE(cuts, size_t(Cuts));
        QTest::qWait(200);
        QCOMPARE(next, Lines); // and nothing comes twice
        qInfo("%d lines, %zu cuts, %d followers, %d requests for logs", next, cuts,
              followers(setup), setup.api.script().count(Upstream));
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

        std::unique_ptr<EventClient> client;
        QByteArray last;
        QHash<QString, int> next;
        int heard = 0;
        int wrong = 0;
        const auto cutAt = cutsAmong(Lines, Cuts);
        size_t cuts = 0;
        bool isCutNow = false;
        const auto take = [&](const Event &event) {
            if (event.name != "message" || isCutNow)
                return;
            const auto line = event.json();
            const auto pod = line["pod"_L1].toString();
            wrong += line["message"_L1].toString() == QString::number(next[pod]++) ? 0 : 1;
            ++heard;
            last = event.id;
            isCutNow = cuts < cutAt.size() && heard >= cutAt[cuts];
        };
        const auto open = [&] {
            client = std::make_unique<EventClient>(
                setup.url.port(), AppLogs + "?since=2023-01-01T00:00:00Z",
                last.isEmpty() ? QByteArray() : "Last-Event-ID: " + last + "\r\n");
            client->setKeeping(false);
            client->told = take;
        };
        open();
        while (heard < Lines && wrong == 0) {
            const auto before = heard;
            QTRY_VERIFY_WITH_TIMEOUT(heard > before || heard >= Lines, 30'000);
            if (written - heard < 9'000)
                write(1'000);
            if (isCutNow) {
                client->abort();
                ++cuts;
                open();
                isCutNow = false;
            }
        }
        QCOMPARE(wrong, 0);
        QCOMPARE(heard, Lines);
        QCOMPARE(cuts, size_t(Cuts));
        QTest::qWait(200);
        QCOMPARE(heard, Lines); // and nothing comes twice
    }

    void athousandViewersUseOneUpstream()
    {
        static constexpr int Viewers = 1'000;
        KubeLensSetup setup([](GatewayConfig &config) { config.limits.logsPerUser = 2 * Viewers; });
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
