// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/api/apiclient.h"
#include "kube/auth/identity.h"
#include "kube/streams/loggroup.h"
#include "kube/watch/resourcecache.h"
#include "support/demothread.h"
#include "support/heap.h"

#include <QDir>
#include <QElapsedTimer>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>
#include <QTimeZone>
#include <QTimer>

#include <algorithm>
#include <array>
#include <memory>

using namespace Qt::StringLiterals;
using kube::LogGroup;
using kube::LogMark;
using logstore::LogStore;

namespace {

constexpr int Streams = 12;
constexpr int ShortSeconds = 15;
constexpr int SteadySeconds = 120; // memory is looked at in runs of so long or longer
constexpr int FileLines = 4000;

/// Twelve pods that write numbered lines, restart now and then and have their files rotated.
class Writers
{
public:
    explicit Writers(demo::ApiServer &server, quint32 seed)
        : m_server(server)
        , m_random(seed)
    {
        for (int pod = 0; pod < Streams; ++pod)
            put(pod);
        m_timer.setInterval(20);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { write(); });
        m_timer.start();
    }

    void stop() { m_timer.stop(); }
    std::array<int, Streams> written() const { return m_written; }
    /// One thing that happens to streams.
    void disturb()
    {
        m_server.script().clearRequests();
        const int pod = m_random.bounded(Streams);
        switch (m_random.bounded(6)) {
        case 0: return m_server.dropConnections();
        case 1: return m_server.logs().endAnswers(key(pod));
        case 2: return m_server.logs().rotate(key(pod));
        case 3:
            m_server.logs().restart(key(pod));
            ++m_restarts[size_t(pod)];
            return put(pod);
        case 4: // lines that nobody will ever read
            m_server.dropConnections();
            write();
            return m_server.logs().rotate(key(pod));
        default:
            m_server.script().cut(u"/api/v1/namespaces/soak/pods/pod-%1/log"_s.arg(pod),
                                  m_random.bounded(5000), 1);
            return m_server.dropConnections();
        }
    }

private:
    static demo::LogKey key(int pod) { return {u"soak"_s, u"pod-%1"_s.arg(pod), u"app"_s}; }

    void write()
    {
        for (int pod = 0; pod < Streams; ++pod) {
            if (m_written[size_t(pod)] / FileLines != m_files[size_t(pod)]) {
                m_files[size_t(pod)] = m_written[size_t(pod)] / FileLines;
                m_server.logs().rotate(key(pod)); // the server's memory stays as it is, too
            }
            for (int i = m_random.bounded(8); i > 0; --i)
                m_server.logs().append(key(pod),
                                       "line " + QByteArray::number(m_written[size_t(pod)]++));
        }
    }
    void put(int pod)
    {
        const QJsonObject state{{u"running"_s, QJsonObject()}};
        const QJsonObject status{{u"name"_s, u"app"_s},
                                 {u"restartCount"_s, m_restarts[size_t(pod)]},
                                 {u"state"_s, state}};
        const QJsonObject meta{{u"name"_s, u"pod-%1"_s.arg(pod)},
                               {u"namespace"_s, u"soak"_s},
                               {u"uid"_s, u"uid-%1"_s.arg(pod)},
                               {u"labels"_s, QJsonObject{{u"app"_s, u"soak"_s}}}};
        const QJsonArray containers{QJsonObject{{u"name"_s, u"app"_s}}};
        m_server.store().put({{u"apiVersion"_s, u"v1"_s},
                              {u"kind"_s, u"Pod"_s},
                              {u"metadata"_s, meta},
                              {u"spec"_s, QJsonObject{{u"containers"_s, containers}}},
                              {u"status"_s,
                               QJsonObject{{u"phase"_s, u"Running"_s},
                                           {u"containerStatuses"_s, QJsonArray{status}}}}});
    }

    demo::ApiServer &m_server;
    QRandomGenerator m_random;
    QTimer m_timer;
    std::array<int, Streams> m_written{};
    std::array<int, Streams> m_restarts{};
    std::array<int, Streams> m_files{};
};

/// Reads a store as it grows: every line of every pod is the successor of the one before, or a mark
/// names what is missing.
class Reader
{
public:
    explicit Reader(const LogStore &store)
        : m_store(store)
    {
    }

    void read()
    {
        for (m_at = std::max(m_at, m_store.begin()); m_at < m_store.end(); ++m_at) {
            const auto line = m_store.line(m_at);
            if (line.level == logstore::Level::Mark)
                takeMark(line);
            else
                takeLine(line);
        }
    }
    int nextOf(int pod) const { return m_next.value(pod); }
    int repeated = 0;
    int lost = 0; ///< lines that are missing and no mark says so
    int gaps = 0;

private:
    int podOf(const LogStore::Line &line) const
    {
        const auto name = m_store.sources().at(line.source);
        return name.mid(4, name.indexOf(u'/') - 4).toInt();
    }
    void takeMark(const LogStore::Line &line)
    {
        const auto mark = kube::logMarkOf(line.bytes);
        if (!mark || mark->kind != LogMark::Kind::Gap)
            return;
        ++gaps;
        m_mayJump.insert(podOf(line));
    }
    void takeLine(const LogStore::Line &line)
    {
        const int pod = podOf(line);
        const int number = line.bytes.sliced(5).toInt();
        const int next = m_next.value(pod);
        repeated += number < next ? 1 : 0;
        if (number > next && !m_mayJump.contains(pod))
            lost += number - next;
        m_mayJump.remove(pod);
        m_next[pod] = number + 1;
    }

    const LogStore &m_store;
    qint64 m_at = 0;
    QHash<int, int> m_next;
    QSet<int> m_mayJump;
};

} // namespace

/// Twelve followed logs for a long time, with whatever happens to streams: nothing is lost without
/// a mark, nothing comes twice, memory stays as it is. KRATEYARD_SOAK_SECONDS says for how long,
/// KRATEYARD_SOAK_SEED which sequence it is.
class StreamSoakTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void nothingIsLostAndMemoryStays()
    {
        bool isGiven = false;
        const int seconds = qEnvironmentVariableIntValue("KRATEYARD_SOAK_SECONDS", &isGiven);
        const auto seed = quint32(qEnvironmentVariableIntValue("KRATEYARD_SOAK_SEED"));
        run(isGiven ? seconds : ShortSeconds, seed);
    }

private:
    void run(int seconds, quint32 seed)
    {
        support::DemoThread server;
        std::unique_ptr<Writers> writers;
        server.run([&](demo::ApiServer &api) { writers = std::make_unique<Writers>(api, seed); });
        kube::Identity identity(kube::ClientConfig{.server = server.url()});
        kube::ApiClient client(identity);
        kube::ResourceCache cache(client);
        // A small store: what it holds is full soon, so that growth is a leak.
        LogStore store(QDir::tempPath(), {.lines = 20'000, .memory = 4 * 1024 * 1024});
        const kube::LogGroupPace pace{.log = {.firstDelay = std::chrono::milliseconds(50)}};
        LogGroup group(cache, {.nameSpace = u"soak"_s, .selector = u"app=soak"_s}, store, pace);
        Reader reader(store);
        connect(&store, &LogStore::changed, this, [&] { reader.read(); });
        group.read({});

        QRandomGenerator random(seed + 1);
        QElapsedTimer clock;
        clock.start();
        qint64 warm = 0;
        int disturbed = 0;
        while (clock.elapsed() < seconds * 1000) {
            const int before = reader.gaps;
            const auto heard = group.stats().bytes;
            QTRY_VERIFY_WITH_TIMEOUT(group.stats().bytes > heard || reader.gaps > before, 20'000);
            QTest::qWait(random.bounded(50, 900)); // what happens, happens at any moment
            server.run([&](demo::ApiServer &) { writers->disturb(); });
            ++disturbed;
            if (warm == 0 && clock.elapsed() > seconds * 300)
                warm = support::heapInUse();
        }
        const auto heap = support::heapInUse();
        std::array<int, Streams> written{};
        server.run([&](demo::ApiServer &) {
            writers->stop();
            written = writers->written();
        });
        for (int pod = 0; pod < Streams; ++pod)
            QTRY_COMPARE_WITH_TIMEOUT(reader.nextOf(pod), written[size_t(pod)], 60'000);
        qInfo("%d disturbances, %d gaps named, %lld lines left out at seams, heap %lld -> %lld KiB",
              disturbed, reader.gaps, group.stats().repeated, warm / 1024, heap / 1024);
        QCOMPARE(reader.repeated, 0);
        QCOMPARE(reader.lost, 0);
        QVERIFY(seconds < SteadySeconds || heap < warm + 8 * 1024 * 1024);
        server.run([&](demo::ApiServer &) { writers.reset(); });
    }
};

QTEST_GUILESS_MAIN(StreamSoakTest)
#include "tst_streamsoak.moc"
