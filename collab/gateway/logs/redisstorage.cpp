// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/logs/redisstorage.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace gateway {

namespace {

constexpr auto AgainAfter = std::chrono::seconds(1);
constexpr int BlocksAtOnce = 64;

/// https://redis.io/docs/latest/develop/use/patterns/distributed-locks/
constexpr QByteArrayView TakeOrRenew(
    "if redis.call('set', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then return 1 end "
    "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('pexpire', KEYS[1], ARGV[2]) "
    "end return 0");
constexpr QByteArrayView Release(
    "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0");

QByteArray bytesOf(std::chrono::milliseconds time)
{
    return QByteArray::number(qint64(time.count()));
}

QByteArray textOf(const LogPosition &at)
{
    return QByteArray::number(at.time) + '-' + QByteArray::number(at.count);
}

LogPosition positionOf(const QByteArray &text)
{
    const auto dash = text.indexOf('-', 1); // both numbers may have a sign
    if (dash < 0)
        return {};
    return {.time = text.first(dash).toLongLong(), .count = text.sliced(dash + 1).toInt()};
}

/// Where blocks with lines after a position begin.
QByteArray startAfter(const LogPosition &after)
{
    if (after.isBeginning() || after.time < 0)
        return "-";
    if (after.count < 0)
        return QByteArray::number(after.time) + "-0";
    return '(' + textOf(after);
}

LogBlock blockOf(const relay::RedisReply &entry)
{
    LogBlock block;
    if (entry.parts.size() < 2)
        return block;
    block.last = positionOf(entry.parts[0].text);
    const auto &fields = entry.parts[1].parts;
    for (size_t i = 0; i + 1 < fields.size(); i += 2) {
        if (fields[i].text == "before")
            block.before = positionOf(fields[i + 1].text);
        else if (fields[i].text == "first")
            block.first = positionOf(fields[i + 1].text);
        else if (fields[i].text == "lines")
            block.bytes = fields[i + 1].text;
    }
    return block;
}

std::optional<LogName> nameOf(const QString &cluster, const QByteArray &member)
{
    const auto parts = QString::fromUtf8(member).split(u'/');
    if (parts.size() != 4)
        return std::nullopt;
    return LogName{.cluster = cluster,
                   .nameSpace = parts[0],
                   .pod = parts[1],
                   .uid = parts[2],
                   .container = parts[3]};
}

} // namespace

RedisStorage::RedisStorage(const relay::RedisAddress &address, const Limits &limits,
                           QObject *parent)
    : QObject(parent)
    , m_limits(limits)
    , m_prefix((address.prefix.isEmpty() ? u"krateyard"_s : address.prefix).toUtf8() + ":logs:")
    , m_connection(address)
{
    m_again.setSingleShot(true);
    m_again.setInterval(AgainAfter);
    connect(&m_again, &QTimer::timeout, &m_connection, &relay::RedisConnection::open);
    connect(&m_connection, &relay::RedisConnection::ready, this, [this] { m_problem.clear(); });
    connect(&m_connection, &relay::RedisConnection::lost, this, &RedisStorage::lost);
    m_connection.open();
}

QByteArray RedisStorage::key(QByteArrayView kind, const QString &name) const
{
    return m_prefix + kind + ':' + name.toUtf8();
}

void RedisStorage::ask(const QList<QByteArray> &words, const Then &then)
{
    const auto number = ++m_last;
    m_asked.emplace(number, then);
    if (!m_connection.isReady()) {
        QMetaObject::invokeMethod(
            this, [this, number] { finish(number, std::unexpected(u"Redis is not connected"_s)); },
            Qt::QueuedConnection);
        return;
    }
    m_connection.ask(words, [this, number](const relay::RedisReply &reply) {
        finish(number,
               reply.isError ? Reply(std::unexpected(QString::fromUtf8(reply.text)))
                             : Reply(reply));
    });
}

void RedisStorage::finish(quint64 number, const Reply &reply)
{
    const auto asked = m_asked.extract(number);
    if (!asked.empty() && asked.mapped())
        asked.mapped()(reply);
}

void RedisStorage::lost(const QString &problem)
{
    m_problem = problem;
    m_again.start();
    const auto asked = std::exchange(m_asked, {});
    for (const auto &[number, then] : asked) {
        if (then)
            then(std::unexpected(problem));
    }
}

/// Redis refuses an entry that is not after the last one: somebody stored these lines.
void RedisStorage::append(const LogName &log, const LogBlock &block, const Answer<bool> &answer)
{
    ask({"XADD", key("log", log.text()), textOf(block.last), "before", textOf(block.before),
         "first", textOf(block.first), "lines", block.bytes},
        [answer](const Reply &reply) {
            const bool isThere = !reply && reply.error().contains("equal or smaller"_L1);
            answer(reply || isThere ? Result<bool>(true) : std::unexpected(reply.error()));
        });
    touch(log);
    trim(log);
}

/// A quarter of the entries goes when it is too large: XTRIM counts entries, not bytes.
void RedisStorage::trim(const LogName &log)
{
    static constexpr auto Script =
        "local size = redis.call('memory', 'usage', KEYS[1]) "
        "if size and size > tonumber(ARGV[1]) then local length = redis.call('xlen', KEYS[1]) "
        "return redis.call('xtrim', KEYS[1], 'MAXLEN', math.max(1, math.floor(length * 3 / 4))) "
        "end return 0";
    ask({"EVAL", Script, "1", key("log", log.text()), QByteArray::number(m_limits.bytesOfLog)}, {});
}

void RedisStorage::read(const LogName &log, const LogPosition &after, qint64 mostBytes,
                        const Answer<std::vector<LogBlock>> &answer)
{
    ask({"XRANGE", key("log", log.text()), startAfter(after), "+", "COUNT",
         QByteArray::number(BlocksAtOnce)},
        [after, mostBytes, answer](const Reply &reply) {
            if (!reply)
                return answer(std::unexpected(reply.error()));
            std::vector<LogBlock> blocks;
            qint64 bytes = 0;
            for (const auto &entry : reply->parts) {
                auto block = blockOf(entry);
                if (bytes >= mostBytes)
                    break;
                if (block.bytes.isEmpty() || block.last <= after)
                    continue;
                bytes += block.bytes.size();
                blocks.push_back(std::move(block));
            }
            answer(blocks);
        });
}

void RedisStorage::touch(const LogName &log)
{
    const auto now = QDateTime::currentMSecsSinceEpoch();
    const auto index = key("pods", log.cluster);
    const auto member =
        QStringList{log.nameSpace, log.pod, log.uid, log.container}.join(u'/').toUtf8();
    ask({"PEXPIRE", key("log", log.text()), bytesOf(m_limits.logTtl)}, {});
    ask({"ZADD", index, QByteArray::number(now), member}, {});
    ask({"ZREMRANGEBYSCORE", index, "-inf",
         QByteArray::number(now - qint64(m_limits.logTtl.count()))},
        {});
    ask({"PEXPIRE", index, bytesOf(m_limits.logTtl)}, {});
}

void RedisStorage::find(const QString &cluster, const QString &nameSpace, const QString &pod,
                        const Answer<std::vector<LogName>> &answer)
{
    const auto oldest = QDateTime::currentMSecsSinceEpoch() - qint64(m_limits.logTtl.count());
    ask({"ZRANGEBYSCORE", key("pods", cluster), QByteArray::number(oldest), "+inf"},
        [cluster, nameSpace, pod, answer](const Reply &reply) {
            if (!reply)
                return answer(std::unexpected(reply.error()));
            static constexpr size_t Most = 10'000;
            std::vector<LogName> names;
            for (const auto &member : reply->parts) {
                const auto name = nameOf(cluster, member.text);
                const bool isOne =
                    name && name->nameSpace == nameSpace && (pod.isEmpty() || name->pod == pod);
                if (isOne && names.size() < Most)
                    names.push_back(*name);
            }
            answer(names);
        });
}

void RedisStorage::lease(const LogName &log, const QString &holder, std::chrono::milliseconds time,
                         const Answer<bool> &answer)
{
    ask({"EVAL", TakeOrRenew.toByteArray(), "1", key("lease", log.text()), holder.toUtf8(),
         bytesOf(time)},
        [answer](const Reply &reply) {
            answer(reply ? Result<bool>(reply->text == "1") : std::unexpected(reply.error()));
        });
}

void RedisStorage::release(const LogName &log, const QString &holder)
{
    ask({"EVAL", Release.toByteArray(), "1", key("lease", log.text()), holder.toUtf8()}, {});
}

void RedisStorage::saveSession(const QString &subject, const QByteArray &body,
                               const Answer<bool> &answer)
{
    const auto name = key("session", subject);
    const auto done = [answer](const Reply &reply) {
        answer(reply ? Result<bool>(true) : std::unexpected(reply.error()));
    };
    if (body.isEmpty())
        return ask({"DEL", name}, done);
    ask({"SET", name, body, "PX", bytesOf(m_limits.sessionTtl)}, done);
}

void RedisStorage::session(const QString &subject, const Answer<QByteArray> &answer)
{
    ask({"GET", key("session", subject)}, [answer](const Reply &reply) {
        answer(reply ? Result<QByteArray>(reply->text) : std::unexpected(reply.error()));
    });
}

} // namespace gateway
