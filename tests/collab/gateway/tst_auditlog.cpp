// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/audit/sqlauditlog.h"
#include "support/servers.h"

#include <QDir>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using gateway::AuditEntry;
using gateway::AuditPage;
using gateway::AuditQuery;
using gateway::GatewayConfig;
using gateway::SqlAuditLog;
using relay::SqlQueue;

namespace {

AuditEntry deed(const QString &subject, const QString &action, const QString &object)
{
    return {.subject = subject,
            .name = u"Name of "_s + subject,
            .address = u"10.0.0.7"_s,
            .action = action,
            .object = object,
            .cluster = u"production"_s,
            .isAllowed = true,
            .status = 200};
}

} // namespace

/// What was done is written down, and found again.
class AuditLogTest : public QObject
{
    Q_OBJECT

private:
    static bool isPostgres() { return QByteArrayView(QTest::currentDataTag()) == "PostgreSQL"; }

    static void kinds()
    {
        QTest::addColumn<int>("nothing");
        QTest::addRow("SQLite") << 0;
        QTest::addRow("PostgreSQL") << 0;
    }

    QString file() const { return m_folder->filePath(u"audit.sqlite"_s); }

    std::unique_ptr<SqlQueue> database(const relay::SqlTables &tables = SqlAuditLog::tables())
    {
        if (isPostgres())
            return std::make_unique<SqlQueue>(
                relay::postgresDialect(*relay::parsePostgresUrl(m_url), tables));
        return std::make_unique<SqlQueue>(relay::sqliteDialect(file(), tables));
    }

    static AuditPage find(SqlAuditLog &log, const AuditQuery &query = {})
    {
        [&] { QTRY_COMPARE(log.waiting(), 0); }();
        std::optional<std::expected<AuditPage, QString>> found;
        log.find(query, [&found](const auto &page) { found = page; });
        [&] { QTRY_VERIFY(found); }();
        [&] { QVERIFY2(found->has_value(), qPrintable(found->error_or(QString()))); }();
        return found->value_or(AuditPage());
    }

    static QStringList objects(const AuditPage &page)
    {
        QStringList objects;
        for (const auto &entry : page.entries)
            objects.append(entry.object);
        return objects;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<support::PostgresServer> m_postgres;
    QString m_url;
    int m_databases = 0;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        if (!isPostgres())
            return;
        if (!QSqlDatabase::isDriverAvailable(u"QPSQL"_s))
            QSKIP("Qt's driver for PostgreSQL is not installed");
        if (!m_postgres)
            m_postgres = std::make_unique<support::PostgresServer>();
        if (!m_postgres->problem().isEmpty())
            QSKIP(qPrintable(m_postgres->problem()));
        m_url = m_postgres->makeDatabase(u"audit%1"_s.arg(++m_databases));
    }
    void cleanupTestCase() { m_postgres.reset(); }

    void whatWasDoneIsThereAgain_data() { kinds(); }
    void whatWasDoneIsThereAgain()
    {
        auto first = deed(u"ann"_s, u"exec"_s, u"pods/shop/web-1"_s);
        first.at = QDateTime::fromString(u"2026-11-23T08:00:00.123Z"_s, Qt::ISODateWithMs);
        auto second = deed({}, u"get"_s, u"/api/resources/secrets"_s);
        second.isAllowed = false;
        second.status = 401;
        GatewayConfig::Audit forEver{.retention = std::chrono::days(36'500)};
        {
            SqlAuditLog log(database(), forEver);
            log.record(first);
            log.record(second);
        } // its end waits
        SqlAuditLog log(database(), forEver);
        const auto page = find(log);
        QCOMPARE(page.entries.size(), 2u);
        QVERIFY(page.entries[1] == first);
        QVERIFY(page.entries[0].at.isValid());
        second.at = page.entries[0].at;
        second.subject = u""_s;
        QVERIFY(page.entries[0] == second);
        QCOMPARE(page.next, 0);
    }

    void entriesAreFoundByWhatTheyAre_data() { kinds(); }
    void entriesAreFoundByWhatTheyAre()
    {
        SqlAuditLog log(database(), {});
        const auto now = QDateTime::currentDateTimeUtc();
        const std::vector<std::pair<QString, QString>> deeds{{u"ann"_s, u"pods/shop/a"_s},
                                                             {u"bob"_s, u"pods/shop/b"_s},
                                                             {u"ann"_s, u"pods/shop2/a"_s},
                                                             {u"bob"_s, u"pods"_s},
                                                             {u"ann"_s, u"pods/sh%p/a"_s}};
        int minutes = -10;
        for (const auto &[subject, object] : deeds) {
            auto entry = deed(subject, object == "pods"_L1 ? u"delete"_s : u"logs"_s, object);
            entry.at = now.addSecs(60 * minutes++);
            log.record(entry);
        }
        QCOMPARE(objects(find(log)).size(), 5);
        QCOMPARE(objects(find(log, {.subject = u"bob"_s})),
                 QStringList({u"pods"_s, u"pods/shop/b"_s}));
        QCOMPARE(objects(find(log, {.action = u"delete"_s})), QStringList{u"pods"_s});
        QCOMPARE(objects(find(log, {.object = u"pods/shop"_s})),
                 QStringList({u"pods/shop/b"_s, u"pods/shop/a"_s}));
        QCOMPARE(objects(find(log, {.object = u"pods/shop/a"_s})), QStringList{u"pods/shop/a"_s});
        QCOMPARE(objects(find(log, {.object = u"pods/sh%p/"_s})), QStringList{u"pods/sh%p/a"_s});
        QCOMPARE(objects(find(log, {.object = u"' OR 1=1 --"_s})), QStringList());
        QCOMPARE(objects(find(log, {.since = now.addSecs(-60 * 9), .until = now.addSecs(-60 * 7)})),
                 QStringList({u"pods/shop2/a"_s, u"pods/shop/b"_s}));
    }

    void pagesFollowOneAnother_data() { kinds(); }
    void pagesFollowOneAnother()
    {
        SqlAuditLog log(database(), {});
        for (int i = 0; i < 25; ++i)
            log.record(deed(u"ann"_s, u"patch"_s, u"pods/shop/%1"_s.arg(i)));
        QStringList all;
        AuditQuery query{.limit = 10};
        int pages = 0;
        do {
            const auto page = find(log, query);
            all += objects(page);
            query.before = page.next;
            ++pages;
            log.record(deed(u"bob"_s, u"patch"_s, u"new"_s)); // comes before the first page
        } while (query.before > 0);
        QCOMPARE(pages, 3);
        QCOMPARE(all.size(), 25);
        QCOMPARE(all.first(), u"pods/shop/24"_s);
        QCOMPARE(all.last(), u"pods/shop/0"_s);
        QCOMPARE(all.count(u"pods/shop/15"_s), 1);
    }

    void whatIsOldGoes_data() { kinds(); }
    void whatIsOldGoes()
    {
        SqlAuditLog log(database(), {.retention = std::chrono::days(36'500)});
        auto old = deed(u"ann"_s, u"patch"_s, u"old"_s);
        old.at = QDateTime::currentDateTimeUtc().addDays(-8);
        auto young = deed(u"ann"_s, u"patch"_s, u"young"_s);
        young.at = QDateTime::currentDateTimeUtc().addDays(-6);
        log.record(old);
        log.record(young);
        QCOMPARE(objects(find(log)).size(), 2);
        log.setConfig({.retention = std::chrono::days(7)});
        QCOMPARE(objects(find(log)), QStringList{u"young"_s});
    }

    void grantedReadingIsWrittenOnlyWhenAsked()
    {
        SqlAuditLog log(database(), {});
        log.record(deed(u"ann"_s, u"list"_s, u"pods/shop"_s));
        auto refused = deed(u"ann"_s, u"list"_s, u"secrets/shop"_s);
        refused.isAllowed = false;
        log.record(refused);
        log.record(deed(u"ann"_s, u"logs"_s, u"pods/shop/a"_s));
        log.record(deed(u"ann"_s, u"reveal"_s, u"secrets/shop/a"_s));
        QCOMPARE(objects(find(log)).size(), 3);
        log.setConfig({.isOfReads = true});
        log.record(deed(u"ann"_s, u"watch"_s, u"pods/shop"_s));
        QCOMPARE(objects(find(log)).size(), 4);
    }

    void whoIsRefusedAgainAndAgainFillsNoDisk()
    {
        SqlAuditLog log(database(), {});
        for (int i = 0; i < 1000; ++i)
            log.record({.address = u"10.0.0.9"_s, .action = u"get"_s, .object = u"/x"_s});
        log.record({.address = u"10.0.0.8"_s, .action = u"get"_s, .object = u"/y"_s});
        QVERIFY(log.thinned() > 900);
        QCOMPARE(find(log).entries.front().object, u"/y"_s);
    }

    void strangersTextsAreCut_data() { kinds(); }
    void strangersTextsAreCut()
    {
        SqlAuditLog log(database(), {});
        log.record(
            deed(QString(5000, u'a'), u"patch"_s, u"a\0b\x1b[31m\nc"_s + QString(5000, u'b')));
        const auto entry = find(log).entries.at(0);
        QCOMPARE(entry.subject.size(), 256);
        QVERIFY(entry.object.startsWith("ab[31mcbb"_L1));
        QVERIFY(entry.object.size() <= 1024);
    }

    void aDatabaseThatIsAwayIsWaitedForWithinBounds()
    {
        const QString folder = m_folder->filePath(u"later"_s);
        SqlAuditLog log(std::make_unique<SqlQueue>(relay::sqliteDialect(folder + u"/audit.sqlite"_s,
                                                                        SqlAuditLog::tables())),
                        {.queue = 3});
        QTRY_VERIFY(!log.problem().isEmpty());
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"audit entries are lost"_s));
        for (int i = 0; i < 5; ++i)
            log.record(deed(u"ann"_s, u"patch"_s, QString::number(i)));
        QCOMPARE(log.waiting(), 3);
        QCOMPARE(log.lost(), 2u);
        QVERIFY(QDir().mkpath(folder));
        QTRY_COMPARE_WITH_TIMEOUT(log.waiting(), 0, 10'000);
        QCOMPARE(objects(find(log)), QStringList({u"2"_s, u"1"_s, u"0"_s}));
    }

    /// Tables come to be step by step, each once, whoever is first.
    void tablesGrow_data() { kinds(); }
    void tablesGrow()
    {
        {
            SqlAuditLog log(database(), {});
            log.record(deed(u"ann"_s, u"patch"_s, u"a"_s));
        }
        auto tables = SqlAuditLog::tables();
        tables.steps.push_back({u"ALTER TABLE entries ADD COLUMN more text"_s});
        {
            const auto one = database(tables);
            const auto other = database(tables);
            SqlAuditLog log(database(tables), {});
            QCOMPARE(objects(find(log)), QStringList{u"a"_s});
            QTRY_VERIFY(one->problem().isEmpty() && other->problem().isEmpty());
        }
        SqlAuditLog old(database(), {});
        QTRY_VERIFY2(old.problem().contains("a newer Krateyard wrote"_L1),
                     qPrintable(old.problem()));
    }
};

QTEST_GUILESS_MAIN(AuditLogTest)
#include "tst_auditlog.moc"
