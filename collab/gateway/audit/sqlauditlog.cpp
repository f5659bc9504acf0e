// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/audit/sqlauditlog.h"

#include "collab/relay/relaylog.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTimeZone>
#include <QVariant>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gateway {

namespace {

using Result = relay::SqlExecutor::Result;

constexpr size_t AtOnce = 500;
constexpr auto AgainAfter = std::chrono::seconds(1);

/// Texts come from strangers: PostgreSQL takes no NUL, and terminals should get no commands.
QString cut(const QString &text, qsizetype length)
{
    auto kept = text.first(std::min(length, text.size()));
    kept.removeIf([](QChar c) { return c < u' ' || c == u'\x7f'; });
    return kept.isNull() ? u""_s : kept;
}

AuditEntry cut(AuditEntry entry)
{
    entry.subject = cut(entry.subject, 256);
    entry.name = cut(entry.name, 256);
    entry.address = cut(entry.address, 64);
    entry.action = cut(entry.action, 32);
    entry.object = cut(entry.object, 1024);
    entry.cluster = cut(entry.cluster, 256);
    if (!entry.at.isValid())
        entry.at = QDateTime::currentDateTimeUtc();
    return entry;
}

bool isGrantedReading(const AuditEntry &entry)
{
    return entry.isAllowed
        && (entry.action == "get"_L1 || entry.action == "list"_L1 || entry.action == "watch"_L1);
}

Result insert(const QSqlDatabase &db, const std::vector<AuditEntry> &entries)
{
    QSqlQuery query(db);
    if (!query.prepare(u"INSERT INTO entries (at, subject, name, address, action, object, cluster, "
                       "allowed, status) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s))
        return relay::failureOf(query.lastError());
    for (const auto &entry : entries) {
        const QVariantList values{entry.at.toMSecsSinceEpoch(),
                                  entry.subject,
                                  entry.name,
                                  entry.address,
                                  entry.action,
                                  entry.object,
                                  entry.cluster,
                                  entry.isAllowed ? 1 : 0,
                                  entry.status};
        for (const auto &value : values)
            query.addBindValue(value);
        if (!query.exec())
            return relay::failureOf(query.lastError());
    }
    return {};
}

struct Conditions
{
    QStringList texts = {};
    QVariantList values = {};

    void add(const QString &text, const QVariantList &more)
    {
        texts.append(text);
        values.append(more);
    }
};

Conditions conditionsOf(const AuditQuery &query)
{
    Conditions conditions;
    if (query.before > 0)
        conditions.add(u"id < ?"_s, {query.before});
    if (query.since.isValid())
        conditions.add(u"at >= ?"_s, {query.since.toMSecsSinceEpoch()});
    if (query.until.isValid())
        conditions.add(u"at < ?"_s, {query.until.toMSecsSinceEpoch()});
    if (!query.subject.isEmpty())
        conditions.add(u"subject = ?"_s, {query.subject});
    if (!query.action.isEmpty())
        conditions.add(u"action = ?"_s, {query.action});
    if (!query.object.isEmpty()) {
        const QString below = query.object.endsWith(u'/') ? query.object : query.object + u'/';
        conditions.add(u"(object = ? OR substr(object, 1, %1) = ?)"_s.arg(below.size()),
                       {query.object, below});
    }
    return conditions;
}

std::expected<AuditPage, QString> read(const QSqlDatabase &db, const AuditQuery &asked)
{
    const auto limit = std::clamp(asked.limit, 1, AuditQuery::MostAtOnce);
    const auto conditions = conditionsOf(asked);
    const QString where =
        conditions.texts.isEmpty() ? QString() : u" WHERE "_s + conditions.texts.join(u" AND "_s);
    QSqlQuery query(db);
    query.setForwardOnly(true);
    if (!query.prepare(u"SELECT id, at, subject, name, address, action, object, cluster, allowed, "
                       "status FROM entries%1 ORDER BY id DESC LIMIT %2"_s.arg(where)
                           .arg(limit + 1)))
        return relay::failureOf(query.lastError());
    for (const auto &value : conditions.values)
        query.addBindValue(value);
    if (!query.exec())
        return relay::failureOf(query.lastError());
    AuditPage page;
    qint64 last = 0;
    while (query.next()) {
        if (page.entries.size() == size_t(limit)) {
            page.next = last; // there is at least this one more
            break;
        }
        last = query.value(0).toLongLong();
        page.entries.push_back(
            {.at = QDateTime::fromMSecsSinceEpoch(query.value(1).toLongLong(), QTimeZone::UTC),
             .subject = query.value(2).toString(),
             .name = query.value(3).toString(),
             .address = query.value(4).toString(),
             .action = query.value(5).toString(),
             .object = query.value(6).toString(),
             .cluster = query.value(7).toString(),
             .isAllowed = query.value(8).toInt() != 0,
             .status = query.value(9).toInt()});
    }
    return page;
}

} // namespace

relay::SqlTables SqlAuditLog::tables()
{
    return {.name = u"audit"_s,
            .steps = {{u"CREATE TABLE entries (id {id}, at bigint NOT NULL, subject text NOT NULL, "
                       "name text NOT NULL, address text NOT NULL, action text NOT NULL, "
                       "object text NOT NULL, cluster text NOT NULL, allowed integer NOT NULL, "
                       "status integer NOT NULL)"_s,
                       u"CREATE INDEX entries_by_time ON entries (at)"_s,
                       u"CREATE INDEX entries_of_subject ON entries (subject, id)"_s}}};
}

SqlAuditLog::SqlAuditLog(std::unique_ptr<relay::SqlQueue> database,
                         const GatewayConfig::Audit &config, QObject *parent)
    : QObject(parent)
    , m_config(config)
    , m_database(std::move(database))
{
    m_again.setSingleShot(true);
    m_again.setInterval(AgainAfter);
    connect(&m_again, &QTimer::timeout, this, &SqlAuditLog::write);
    m_hourly.setInterval(std::chrono::hours(1));
    connect(&m_hourly, &QTimer::timeout, this, &SqlAuditLog::removeOld);
    m_hourly.start();
    removeOld();
}

SqlAuditLog::~SqlAuditLog()
{
    if (m_waiting.empty())
        return;
    const std::vector<AuditEntry> rest(m_waiting.begin(), m_waiting.end());
    m_database->ask(
        {.work = [rest](const QSqlDatabase &db) { return insert(db, rest); }, .writes = true});
}

void SqlAuditLog::setConfig(const GatewayConfig::Audit &config)
{
    m_config = config;
    removeOld();
}

void SqlAuditLog::record(const AuditEntry &entry)
{
    if (isGrantedReading(entry) && !m_config.isOfReads)
        return;
    if (!entry.isAllowed && !m_refusals.take((entry.subject + u'\n' + entry.address).toUtf8())) {
        ++m_thinned;
        return;
    }
    if (waiting() >= m_config.queue) {
        ++m_lost;
        if (!std::exchange(m_isLosing, true))
            qCWarning(relay::relayLog).noquote()
                << "audit entries are lost, because the database takes none:" << problem();
        return;
    }
    m_waiting.push_back(cut(entry));
    if (m_written.empty() && !m_again.isActive())
        write();
}

/// The next of those that wait, when the ones before are there. What came meanwhile is one commit.
void SqlAuditLog::write()
{
    if (!m_written.empty() || m_waiting.empty())
        return;
    const auto end = m_waiting.begin() + std::ptrdiff_t(std::min(AtOnce, m_waiting.size()));
    m_written.assign(m_waiting.begin(), end);
    m_waiting.erase(m_waiting.begin(), end);
    const auto done = [this](const Result &result) {
        if (!result) {
            m_waiting.insert(m_waiting.begin(), m_written.begin(), m_written.end());
            m_written.clear();
            m_again.start();
            return;
        }
        m_written.clear();
        m_isLosing = false;
        if (m_waiting.empty())
            Q_EMIT settled();
        write();
    };
    m_database->ask(
        {.work = [entries = m_written](const QSqlDatabase &db) { return insert(db, entries); },
         .answer = done,
         .writes = true});
}

void SqlAuditLog::find(const AuditQuery &query, const Answer &answer)
{
    m_database->askFor<AuditPage>([query](const QSqlDatabase &db) { return read(db, query); },
                                  answer);
}

void SqlAuditLog::removeOld()
{
    const auto oldest =
        QDateTime::currentDateTimeUtc().addDays(-qint64(m_config.retention.count()));
    m_database->ask({.work =
                         [at = oldest.toMSecsSinceEpoch()](const QSqlDatabase &db) {
                             return relay::execute(db, u"DELETE FROM entries WHERE at < ?"_s, {at});
                         },
                     .answer = [](const Result &) {}, // problem() tells
                     .writes = true});
}

} // namespace gateway
