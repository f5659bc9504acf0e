// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/logs/memorystorage.h"
#include "collab/gateway/logs/redisstorage.h"
#include "collab/gateway/logs/sqlstorage.h"
#include "eventclient.h"
#include "kubelenssetup.h"
#include "support/servers.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using gateway::LogBlock;
using gateway::LogLine;
using gateway::LogName;
using gateway::LogPosition;
using gateway::Storage;
using support::EventClient;
using support::KubeLensSetup;
using support::PodLogs;

namespace {

const LogName Web{.cluster = u"demo"_s,
                  .nameSpace = u"shop"_s,
                  .pod = u"web-1"_s,
                  .uid = u"u1"_s,
                  .container = u"main"_s};

/// What several relays share; it may fail for a while, and does not hear of a relay that dies.
struct Shared : Storage
{
    Storage &to;
    int failures = 0; ///< of the next blocks
    explicit Shared(Storage &storage)
        : to(storage)
    {
    }
    void append(const LogName &l, const LogBlock &b, const Answer<bool> &a) override
    {
        if (failures-- > 0)
            QMetaObject::invokeMethod(
                qApp, [a] { a(std::unexpected(u"it is away"_s)); }, Qt::QueuedConnection);
        else
            to.append(l, b, a);
    }
    void read(const LogName &l, const LogPosition &p, qint64 m,
              const Answer<std::vector<LogBlock>> &a) override
    {
        to.read(l, p, m, a);
    }
    void find(const QString &c, const QString &n, const QString &p,
              const Answer<std::vector<LogName>> &a) override
    {
        to.find(c, n, p, a);
    }
    void touch(const LogName &l) override { to.touch(l); }
    void lease(const LogName &l, const QString &h, std::chrono::milliseconds t,
               const Answer<bool> &a) override
    {
        to.lease(l, h, t, a);
    }
    void release(const LogName &, const QString &) override { } // it dies
    bool isShared() const override { return true; }
    void saveSession(const QString &, const QByteArray &, const Answer<bool> &) override { }
    void session(const QString &, const Answer<QByteArray> &) override { }
};

LogLine line(qint64 time, int count, const QByteArray &text)
{
    return {.at = {.time = time, .count = count}, .time = time, .text = text};
}

} // namespace

/// All kinds of storages do the same.
class LogStorageTest : public QObject
{
    Q_OBJECT

private:
    static void kinds()
    {
        QTest::addColumn<QByteArray>("kind");
        for (const auto *kind : {"memory", "SQLite", "PostgreSQL", "Redis"})
            QTest::newRow(kind) << QByteArray(kind);
    }

    std::unique_ptr<Storage> storage(const QByteArray &kind, const Storage::Limits &limits = {})
    {
        if (kind == "memory")
            return std::make_unique<gateway::MemoryStorage>(limits);
        if (kind == "Redis") {
            if (!m_redis)
                m_redis = std::make_unique<support::RedisServer>();
            if (!m_redis->problem().isEmpty())
                return nullptr;
            auto redis = std::make_unique<gateway::RedisStorage>(
                *relay::parseRedisUrl(m_redis->url() + u"/t%1"_s.arg(m_number)), limits);
            auto *opened = redis.get();
            bool isReady = false;
            [&] {
                QTRY_VERIFY([&] {
                    opened->session(
                        u"x"_s, [&](const auto &found) { isReady = isReady || found.has_value(); });
                    return isReady;
                }());
            }();
            return redis;
        }
        const auto tables = gateway::SqlStorage::tables();
        if (kind == "SQLite")
            return std::make_unique<gateway::SqlStorage>(
                std::make_unique<relay::SqlQueue>(relay::sqliteDialect(
                    m_folder.filePath(u"logs%1.sqlite"_s.arg(m_number)), tables)),
                limits, false);
        if (!m_postgres)
            m_postgres = std::make_unique<support::PostgresServer>();
        if (!m_postgres->problem().isEmpty())
            return nullptr;
        if (m_databaseOf != m_number)
            m_url = m_postgres->makeDatabase(u"logs%1"_s.arg(m_number));
        m_databaseOf = m_number;
        return std::make_unique<gateway::SqlStorage>(
            std::make_unique<relay::SqlQueue>(
                relay::postgresDialect(*relay::parsePostgresUrl(m_url), tables)),
            limits, true);
    }

    template<typename T>
    static T wait(const std::function<void(const Storage::Answer<T> &)> &ask)
    {
        std::optional<Storage::Result<T>> got;
        ask([&got](const Storage::Result<T> &result) { got = result; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(got.has_value(), 10'000); }();
        if (got && !*got)
            qCritical() << got->error();
        return got && *got ? **got : T();
    }
    static bool append(Storage &storage, const std::vector<LogLine> &lines,
                       const LogPosition &before = {}, const LogName &name = Web)
    {
        return wait<bool>(
            [&](const auto &answer) { storage.append(name, LogBlock::of(lines, before), answer); });
    }
    static QByteArrayList read(Storage &storage, const LogPosition &after = {},
                               const LogName &name = Web)
    {
        QByteArrayList texts;
        const auto blocks = wait<std::vector<LogBlock>>(
            [&](const auto &answer) { storage.read(name, after, 1024 * 1024, answer); });
        for (const auto &block : blocks) {
            for (const auto &one : block.lines(1'000'000)) {
                if (one.at > after)
                    texts.append(one.text);
            }
        }
        return texts;
    }
    static std::vector<LogName> find(Storage &storage, const QString &pod = u"web-1"_s)
    {
        return wait<std::vector<LogName>>(
            [&](const auto &answer) { storage.find(u"demo"_s, u"shop"_s, pod, answer); });
    }
    static QByteArray session(Storage &storage, const QString &subject)
    {
        return wait<QByteArray>([&](const auto &answer) { storage.session(subject, answer); });
    }
    static bool save(Storage &storage, const QString &subject, const QByteArray &body)
    {
        return wait<bool>([&](const auto &answer) { storage.saveSession(subject, body, answer); });
    }

    /// The pod of Web, and the name of its log.
    static LogName runningPodIn(demo::ApiServer &api)
    {
        const QJsonArray containers{support::containerOf(u"main"_s)};
        const auto pod = api.store().put(
            support::podOf(Web.pod, containers, support::runningStatus(containers)));
        auto name = Web;
        name.uid = pod["metadata"_L1]["uid"_L1].toString();
        return name;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<support::PostgresServer> m_postgres;
    std::unique_ptr<support::RedisServer> m_redis;
    QString m_url;
    int m_number = 0;
    int m_databaseOf = -1;

#define OPEN(opened, ...)                                                                          \
    QFETCH(QByteArray, kind);                                                                      \
    const auto opened = storage(kind __VA_OPT__(, ) __VA_ARGS__);                                  \
    if (!opened)                                                                                   \
    QSKIP("its server cannot be started here")

private Q_SLOTS:
    void init() { ++m_number; }

    void linesComeBack_data() { kinds(); }
    void linesComeBack()
    {
        OPEN(kept);
        const qint64 t = 1'700'000'000'000'000'000;
        QVERIFY(append(*kept, {line(t, 0, "a"), line(t, 1, "b \xc3\xa4"), line(t + 5, 0, "c")}));
        QVERIFY(append(*kept, {line(t + 5, 1, "d"), line(t + 9, 0, "")}, {t + 5, 0}));
        QVERIFY(append(*kept, {line(t + 5, 1, "d")}, {t + 5, 0})); // once more
        QCOMPARE(read(*kept), (QByteArrayList{"a", "b \xc3\xa4", "c", "d", ""}));
        QCOMPARE(read(*kept, {t, 0}), (QByteArrayList{"b \xc3\xa4", "c", "d", ""}));
        QCOMPARE(read(*kept, {t + 5, -1}), (QByteArrayList{"c", "d", ""}));
        QCOMPARE(read(*kept, {t + 5, 0}), (QByteArrayList{"d", ""}));
        QCOMPARE(read(*kept, {t + 9, 0}), QByteArrayList());
        const auto found = find(*kept);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.front().text(), Web.text());
        QCOMPARE(find(*kept, {}).size(), 1);
        QCOMPARE(find(*kept, u"web"_s).size(), 0);
    }

    /// Else nobody notices that lines are missing between two blocks, or before the first.
    void whatWasBeforeABlockComesBack_data() { kinds(); }
    void whatWasBeforeABlockComesBack()
    {
        OPEN(kept);
        QVERIFY(append(*kept, {line(1'000, 0, "a")}));
        QVERIFY(append(*kept, {line(2'000, 3, "b")}, {1'000, 0}));
        const auto blocks = wait<std::vector<LogBlock>>(
            [&](const auto &answer) { kept->read(Web, {}, 1024 * 1024, answer); });
        QCOMPARE(blocks.size(), 2);
        QVERIFY(blocks[0].before.isBeginning());
        QCOMPARE(blocks[0].before.count, -1);
        QCOMPARE(blocks[1].before.time, 1'000);
        QCOMPARE(blocks[1].before.count, 0);
        QCOMPARE(blocks[1].first.count, 3);
    }

    void aLogEndsWithItsTimeAndItsBytes_data() { kinds(); }
    void aLogEndsWithItsTimeAndItsBytes()
    {
        OPEN(kept, {.logTtl = std::chrono::milliseconds(1'500), .bytesOfLog = 10'000});
        const QByteArray text(1'000, 'x');
        LogPosition before;
        for (int i = 0; i < 40; ++i) {
            QVERIFY(append(*kept, {line(1'000 + i, 0, text)}, before));
            before = {1'000 + i, 0};
        }
        const auto lines = read(*kept).size();
        QVERIFY2(lines >= 3 && lines <= 12, qPrintable(QString::number(lines)));
        QTRY_COMPARE_WITH_TIMEOUT(find(*kept).size(), 0, 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(read(*kept).size(), 0, 10'000);
    }

    void sessionsAreKept_data() { kinds(); }
    void sessionsAreKept()
    {
        OPEN(kept, {.sessionTtl = std::chrono::milliseconds(1'500)});
        QCOMPARE(session(*kept, u"ann"_s), QByteArray());
        QVERIFY(save(*kept, u"ann"_s, "{\"a\":1}"));
        QVERIFY(save(*kept, u"ann"_s, "{\"a\":2}"));
        QVERIFY(save(*kept, u"bob"_s, "{}"));
        QCOMPARE(session(*kept, u"ann"_s), "{\"a\":2}");
        QVERIFY(save(*kept, u"bob"_s, {}));
        QCOMPARE(session(*kept, u"bob"_s), QByteArray());
        QTRY_COMPARE_WITH_TIMEOUT(session(*kept, u"ann"_s), QByteArray(), 10'000);
    }

    void oneHasTheLease_data() { kinds(); }
    void oneHasTheLease()
    {
        OPEN(kept);
        const auto lease = [&](const QString &holder, int ms) {
            return wait<bool>([&](const auto &answer) {
                kept->lease(Web, holder, std::chrono::milliseconds(ms), answer);
            });
        };
        QVERIFY(lease(u"one"_s, 60'000));
        QVERIFY(lease(u"one"_s, 60'000));
        if (kind == "memory")
            return;
        QVERIFY(!lease(u"two"_s, 60'000));
        kept->release(Web, u"two"_s);
        QVERIFY(!lease(u"two"_s, 60'000));
        kept->release(Web, u"one"_s);
        QVERIFY(lease(u"two"_s, 100));
        QTRY_VERIFY(lease(u"one"_s, 60'000)); // it ended by itself
    }

    /// Two relays: one reads, the other follows; then the first goes.
    void relaysShareOneReader_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::newRow("PostgreSQL") << QByteArray("PostgreSQL");
        QTest::newRow("Redis") << QByteArray("Redis");
    }
    void relaysShareOneReader()
    {
        OPEN(first);
        auto second = storage(kind);
        demo::ApiServer api;
        QVERIFY(api.listen());
        const auto name = runningPodIn(api);
        int written = 0;
        const auto write = [&](int count) {
            for (; count > 0; --count, ++written)
                api.logs().append({u"shop"_s, u"web-1"_s, u"main"_s}, QByteArray::number(written));
        };
        const gateway::GatewayConfig config;
        kube::Cluster cluster({.contextName = u"demo"_s, .server = api.url().toString()});
        const auto hub = [&](Storage &storage) {
            return std::make_unique<gateway::LogHub>(
                gateway::LogHub::Setting{.storage = std::make_unique<Shared>(storage),
                                         .config = config,
                                         .lease = std::chrono::milliseconds(1'200)});
        };
        auto one = hub(*first);
        auto two = hub(*second);
        write(100);
        auto read = one->open(name, &cluster.client());
        QTRY_COMPARE_WITH_TIMEOUT(read->ring().end(), 100u, 10'000);
        auto followed = two->open(name, &cluster.client());
        QTRY_COMPARE_WITH_TIMEOUT(followed->ring().end(), 100u, 10'000);
        write(50);
        QTRY_COMPARE_WITH_TIMEOUT(followed->ring().end(), 150u, 10'000);
        QVERIFY(read->isReader());
        QVERIFY(!followed->isReader());
        const auto path = u"/api/v1/namespaces/shop/pods/web-1/log"_s;
        QCOMPARE(api.script().count(path, u"follow=true"_s), 1);
        read.reset();
        one.reset();
        write(50);
        QTRY_VERIFY_WITH_TIMEOUT(followed->isReader(), 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(followed->ring().end(), 200u, 10'000);
        for (int i = 0; i < 200; ++i)
            QCOMPARE(followed->ring().at(quint64(i)).text, QByteArray::number(i));
    }

    void whatCouldNotBeStoredIsStoredLater()
    {
        demo::ApiServer api;
        QVERIFY(api.listen());
        const auto name = runningPodIn(api);
        const gateway::GatewayConfig config;
        kube::Cluster cluster({.contextName = u"demo"_s, .server = api.url().toString()});
        gateway::MemoryStorage kept({});
        auto storage = std::make_unique<Shared>(kept);
        storage->failures = 2;
        gateway::LogHub hub({.storage = std::move(storage), .config = config});
        QByteArrayList lines;
        for (int i = 0; i < 50; ++i) {
            lines.append(QByteArray::number(i));
            api.logs().append({u"shop"_s, u"web-1"_s, u"main"_s}, lines.last());
        }
        const auto log = hub.open(name, &cluster.client());
        QTRY_COMPARE_WITH_TIMEOUT(read(kept, {}, name), lines, 10'000);
    }

    void aNewRelayHasTheLogsOfPodsThatAreGone()
    {
        m_number = 999;
        for (int start = 0; start < 2; ++start) {
            KubeLensSetup setup({}, storage("SQLite"));
            if (start == 0) {
                setup.addPod(u"web-1"_s);
                setup.log(u"web-1"_s, "last words");
            }
            EventClient client(setup.url.port(), PodLogs);
            QTRY_COMPARE(client.lines(), QStringList{u"last words"_s});
        }
    }
};

QTEST_GUILESS_MAIN(LogStorageTest)
#include "tst_logstorage.moc"
