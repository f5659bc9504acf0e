// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/file/linedecoder.h"

#include "kube/logstore/stamp.h"

#include <QDateTime>
#include <QTimeZone>

#include <simdjson.h>

#include <algorithm>
#include <utility>

namespace workspace {
namespace {

constexpr qsizetype LongestLine = 1024 * 1024;
constexpr qsizetype EnoughLines = 256 * 1024; ///< bytes that are handed on at once

bool isDigits(QByteArrayView text, qsizetype at, qsizetype count)
{
    if (at + count > text.size())
        return false;
    return std::ranges::all_of(text.sliced(at, count), [](char c) { return c >= '0' && c <= '9'; });
}

int number(QByteArrayView text, qsizetype at, qsizetype count)
{
    return text.sliced(at, count).toInt();
}

/// "I0102 15:04:05.000000": no year, the machine's own time.
QByteArray klogStamp(QByteArrayView line, QDate day)
{
    if (line.size() < 21 || !QByteArrayView("IWEF").contains(line[0]) || !isDigits(line, 1, 4)
        || line[5] != ' ' || line[8] != ':' || line[11] != ':' || line[14] != '.'
        || !isDigits(line, 6, 2) || !isDigits(line, 9, 2) || !isDigits(line, 12, 2)
        || !isDigits(line, 15, 6))
        return {};
    QDate date(day.year(), number(line, 1, 2), number(line, 3, 2));
    if (date > day.addDays(1))
        date = date.addYears(-1); // of last December, read in January
    const QDateTime time(date, QTime(number(line, 6, 2), number(line, 9, 2), number(line, 12, 2)));
    if (!time.isValid())
        return {};
    return logstore::stampText(time.toSecsSinceEpoch() * 1'000'000'000
                               + number(line, 15, 6) * qint64(1000));
}

/// "2026-01-02 15:04:05", a fraction after a comma or point, maybe a zone.
QByteArray spacedStamp(QByteArrayView line)
{
    if (line.size() < 19 || line[4] != '-' || line[7] != '-' || line[10] != ' ' || line[13] != ':'
        || line[16] != ':' || !isDigits(line, 0, 4) || !isDigits(line, 5, 2)
        || !isDigits(line, 8, 2) || !isDigits(line, 11, 2) || !isDigits(line, 14, 2)
        || !isDigits(line, 17, 2))
        return {};
    qsizetype at = 19;
    qint64 nanoseconds = 0;
    if (at < line.size() && (line[at] == ',' || line[at] == '.')) {
        qint64 unit = 100'000'000;
        for (++at; at < line.size() && isDigits(line, at, 1); ++at, unit /= 10)
            nanoseconds += number(line, at, 1) * unit;
    }
    const auto zone = at < line.size() && line[at] == 'Z' ? QTimeZone(QTimeZone::UTC)
                                                          : QTimeZone(QTimeZone::LocalTime);
    const QDateTime time(QDate(number(line, 0, 4), number(line, 5, 2), number(line, 8, 2)),
                         QTime(number(line, 11, 2), number(line, 14, 2), number(line, 17, 2)),
                         zone);
    if (!time.isValid() || time.date().year() < 1678 || time.date().year() > 2261)
        return {};
    return logstore::stampText(time.toSecsSinceEpoch() * 1'000'000'000 + nanoseconds);
}

/// "[pod/web/app] ": what stands before it is a stream's name.
QByteArrayView prefixOf(QByteArrayView line)
{
    if (!line.startsWith("[pod/"))
        return {};
    const auto end = line.first(std::min<qsizetype>(line.size(), 600)).indexOf("] ");
    return end < 0 ? QByteArrayView() : line.first(end + 2);
}

} // namespace

LineDecoder::LineDecoder(QDate day)
    : m_day(day)
{
}

void LineDecoder::receive(QByteArrayView bytes, const Sink &sink)
{
    qsizetype at = 0;
    while (at < bytes.size()) {
        const auto newline = bytes.indexOf('\n', at);
        const auto end = newline < 0 ? bytes.size() : newline;
        const auto piece = bytes.sliced(at, end - at);
        at = end + 1;
        if (newline >= 0 && m_unfinished.isEmpty()) {
            takeLine(piece, sink);
            continue;
        }
        const auto room = std::max<qsizetype>(0, LongestLine - m_unfinished.size());
        m_unfinished.append(piece.first(std::min(piece.size(), room)));
        if (newline >= 0)
            takeLine(std::exchange(m_unfinished, {}), sink);
    }
    flush(sink);
}

void LineDecoder::finish(const Sink &sink)
{
    if (!m_unfinished.isEmpty())
        takeLine(std::exchange(m_unfinished, {}), sink);
    if (!m_part.isEmpty())
        m_lines.append(std::exchange(m_part, {})).append('\n');
    flush(sink);
}

void LineDecoder::flush(const Sink &sink)
{
    if (!m_lines.isEmpty())
        sink(m_source, std::exchange(m_lines, {}));
}

void LineDecoder::takeLine(QByteArrayView line, const Sink &sink)
{
    const auto prefix = prefixOf(line);
    const auto source =
        prefix.isEmpty() ? QString() : QString::fromUtf8(prefix.sliced(5, prefix.size() - 7));
    if (source != m_source || m_lines.size() > EnoughLines)
        flush(sink);
    m_source = source;
    decode(line.sliced(prefix.size()));
}

void LineDecoder::decode(QByteArrayView line)
{
    const auto stamp = logstore::stampOf(line);
    if (stamp.length > 0) {
        const auto rest = line.sliced(stamp.length + 1);
        const bool isCri = (rest.startsWith("stdout ") || rest.startsWith("stderr "))
            && rest.size() >= 9 && (rest[7] == 'F' || rest[7] == 'P') && rest[8] == ' ';
        if (!isCri) {
            m_lines.append(line).append('\n');
            return;
        }
        if (m_part.isEmpty())
            m_part.append(line.first(stamp.length + 1));
        if (m_part.size() < LongestLine)
            m_part.append(rest.sliced(9));
        if (rest[7] == 'F')
            m_lines.append(std::exchange(m_part, {})).append('\n');
        return;
    }
    if (line.startsWith('{') && decodeDocker(line))
        return;
    auto own = klogStamp(line, m_day);
    if (own.isEmpty())
        own = spacedStamp(line);
    if (!own.isEmpty())
        m_lines.append(own).append(' ');
    m_lines.append(line).append('\n');
}

bool LineDecoder::decodeDocker(QByteArrayView line)
{
    if (!line.contains("\"log\":") || !line.contains("\"time\":"))
        return false;
    simdjson::dom::parser parser;
    const simdjson::padded_string padded(line.data(), size_t(line.size()));
    simdjson::dom::object object;
    std::string_view log;
    std::string_view time;
    if (parser.parse(padded).get(object) != simdjson::SUCCESS
        || object["log"].get(log) != simdjson::SUCCESS
        || object["time"].get(time) != simdjson::SUCCESS)
        return false;
    const QByteArray stamp = QByteArray(time.data(), qsizetype(time.size())) + ' ';
    if (logstore::stampOf(stamp).length == 0)
        return false;
    // Docker cuts at 16 KiB: a piece without a newline goes on in the next line.
    if (m_part.isEmpty())
        m_part = stamp;
    const bool isWhole = log.ends_with('\n');
    log.remove_suffix(isWhole ? 1 : 0);
    if (m_part.size() < LongestLine)
        m_part.append(QByteArray(log.data(), qsizetype(log.size())).replace('\n', ' '));
    if (isWhole)
        m_lines.append(std::exchange(m_part, {})).append('\n');
    return true;
}

} // namespace workspace
