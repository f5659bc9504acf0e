// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/logmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr qsizetype SecondLength = 19; // "2006-01-02T15:04:05"

void LogModel::receive(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return;
    qsizetype at = 0;
    while (at < bytes.size()) {
        const auto newline = bytes.indexOf('\n', at);
        takeText(bytes.sliced(at, (newline < 0 ? bytes.size() : newline) - at));
        if (newline < 0)
            break;
        endLine();
        at = newline + 1;
    }
    dropOldRows();
    Q_EMIT changed();
}

// Keeps what the limit allows of a line: characters are counted, bytes are copied.
void LogModel::takeText(QByteArrayView text)
{
    if (m_partialCut)
        return;
    if (m_partial.size() + text.size() <= CharacterLimit) {
        m_partial.append(text); // fewer bytes than the limit are fewer characters
        m_partialCharacters = -1;
        return;
    }
    const auto isStart = [](char c) { return (quint8(c) & 0xc0) != 0x80; };
    if (m_partialCharacters < 0)
        m_partialCharacters = int(std::ranges::count_if(std::as_const(m_partial), isStart));
    qsizetype fits = 0;
    while (fits < text.size()) {
        if (isStart(text[fits]) && ++m_partialCharacters > CharacterLimit) {
            m_partialCut = true;
            break;
        }
        ++fits;
    }
    m_partial.append(text.first(fits));
    if (m_partialCut)
        m_partial.append("...[truncated]");
}

void LogModel::endLine()
{
    if (m_partial.endsWith('\r'))
        m_partial.chop(1);
    const auto stamp = stampLength(m_partial);
    if (m_seam.isEmpty() || !isRepeated(m_partial, stamp)) {
        if (stamp > 0 && QByteArrayView(m_partial).first(stamp) > m_newest)
            m_newest.assign(m_partial.constData(), m_partial.constData() + stamp);
        const auto text = QByteArrayView(m_partial).sliced(stamp > 0 ? stamp + 1 : 0);
        m_buffer.append(m_partial, stamp, levelOf(text));
        index(m_buffer.end() - 1);
    }
    m_partial.resize(0);
    m_partialCharacters = 0;
    m_partialCut = false;
}

void LogModel::finish()
{
    if (m_partial.isEmpty())
        return;
    endLine();
    Q_EMIT changed();
}

QDateTime LogModel::sinceTime() const
{
    // One second more than needed: stdout and stderr may be written a little out of order.
    const auto second = secondOf(m_newest);
    return second.isValid() ? second.addSecs(-1) : second;
}

void LogModel::beginSeam()
{
    m_partial.resize(0); // comes again, whole
    m_partialCharacters = 0;
    m_partialCut = false;
    m_seam.clear();
    m_seamBegin.clear();
    const auto since = sinceTime();
    if (!since.isValid())
        return;
    m_seamEnd = m_newest.first(SecondLength);
    const auto first = since.toString(Qt::ISODate).first(SecondLength).toLatin1();
    int older = 0;
    auto number = m_buffer.end();
    while (number > m_buffer.begin() && older < 64) {
        const auto line = m_buffer.at(--number);
        if (line.stamp.isEmpty() || line.stamp.first(SecondLength) < first) {
            ++older;
            continue;
        }
        const QByteArray whole(line.stamp.data(), line.stamp.size() + 1 + line.bytes.size());
        ++m_seam[whole];
    }
    if (older < 64 && m_buffer.begin() > 0 && m_buffer.begin() < m_buffer.end())
        m_seamBegin = m_buffer.at(m_buffer.begin()).stamp.toByteArray();
}

bool LogModel::isRepeated(QByteArrayView raw, qsizetype stamp)
{
    if (stamp == 0)
        return false;
    if (raw.first(SecondLength) > m_seamEnd) {
        m_seam.clear(); // the seam is passed
        return false;
    }
    const auto known = m_seam.find(raw.toByteArray());
    if (known == m_seam.end())
        return raw.first(stamp) < m_seamBegin;
    // Entries stay when their count is used up: an empty table means that the seam is passed.
    if (known.value() == 0)
        return false;
    --known.value();
    return true;
}

void LogModel::clear()
{
    m_buffer.clear();
    m_partial.resize(0);
    m_partialCharacters = 0;
    m_partialCut = false;
    m_seam.clear();
    m_newest.clear();
    m_rows.clear();
    m_found.clear();
    Q_EMIT changed();
}

LogLine LogModel::partialLine() const
{
    const auto stamp = stampLength(m_partial);
    const QByteArrayView raw(m_partial);
    const auto text = raw.sliced(stamp > 0 ? stamp + 1 : 0);
    return {.stamp = raw.first(stamp), .bytes = text, .level = levelOf(text)};
}

LogLine LogModel::line(qint64 number) const
{
    return number == m_buffer.end() ? partialLine() : m_buffer.at(number);
}

} // namespace workspace
