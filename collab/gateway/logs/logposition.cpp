// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/logs/logposition.h"

#include "kube/logstore/stamp.h"

#include <QCryptographicHash>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace gateway {

namespace {

/// "2026-01-30T12:00:00.1Z", or with an offset; none without a zone.
std::optional<qint64> timeOf(QByteArrayView text)
{
    if (text.endsWith('Z')) {
        const QByteArray line = text.toByteArray() + ' ';
        const auto stamp = logstore::stampOf(line);
        return stamp.length == text.size() ? std::optional(stamp.time) : std::nullopt;
    }
    const auto time = QDateTime::fromString(QString::fromLatin1(text), Qt::ISODateWithMs);
    if (!time.isValid() || time.timeSpec() == Qt::LocalTime)
        return std::nullopt;
    const auto first = logstore::stampOf("1678-01-01T00:00:00Z ").time / 1'000'000;
    const auto last = logstore::stampOf("2261-12-31T00:00:00Z ").time / 1'000'000;
    const auto ms = time.toMSecsSinceEpoch();
    return ms >= first && ms <= last ? std::optional(ms * 1'000'000) : std::nullopt;
}

std::optional<int> countOf(QByteArrayView text)
{
    bool isNumber = false;
    const auto count = text.toInt(&isNumber);
    return isNumber && count >= -1 ? std::optional(count) : std::nullopt;
}

std::optional<LogPosition> placeOf(QByteArrayView text, qint64 time)
{
    if (text == "*")
        return LogPosition{};
    const auto line = text.lastIndexOf('_');
    if (line < 0)
        return std::nullopt;
    bool isNumber = false;
    const auto behind = text.first(line).toLongLong(&isNumber, 36);
    const auto count = countOf(text.sliced(line + 1));
    qint64 then = 0;
    if (!isNumber || !count || qSubOverflow(time, behind, &then))
        return std::nullopt;
    return LogPosition{.time = then, .count = *count};
}

} // namespace

QByteArray LogCursor::toId() const
{
    QByteArray id = logstore::stampText(at.time) + '_' + QByteArray::number(at.count);
    for (const auto &[key, place] : logs) {
        id += '~' + key + ':';
        if (place.isBeginning())
            id += '*';
        else
            id += QByteArray::number(at.time - place.time, 36) + '_'
                + QByteArray::number(place.count);
    }
    return id;
}

std::optional<LogCursor> LogCursor::parse(QByteArrayView text)
{
    if (text.size() > MostBytes)
        return std::nullopt;
    const auto parts = text.toByteArray().split('~');
    const auto &head = parts.first();
    const auto line = head.lastIndexOf('_');
    const auto time = timeOf(QByteArrayView(head).first(line < 0 ? head.size() : line));
    const auto count =
        line < 0 ? std::optional(-1) : countOf(QByteArrayView(head).sliced(line + 1));
    if (!time || !count)
        return std::nullopt;
    LogCursor cursor{.at = {.time = *time, .count = *count}};
    for (const auto &part : parts.sliced(1)) {
        const auto colon = part.indexOf(':');
        const auto place =
            colon < 1 ? std::nullopt : placeOf(QByteArrayView(part).sliced(colon + 1), *time);
        if (!place)
            return std::nullopt;
        cursor.logs[part.first(colon)] = *place;
    }
    return cursor;
}

LogPosition LogCursor::of(const QByteArray &key) const
{
    if (logs.empty())
        return at;
    const auto found = logs.find(key);
    return found == logs.end() ? LogPosition{} : found->second;
}

QByteArray logKeyOf(const QString &podUid, const QString &container)
{
    const auto text = (podUid + u'/' + container).toUtf8();
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().first(8);
}

} // namespace gateway
