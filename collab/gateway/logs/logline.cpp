// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/logs/logline.h"

namespace gateway {

QByteArray truncated(QByteArrayView text, int maxLength)
{
    if (text.size() <= maxLength)
        return text.toByteArray(); // no character is less than a byte
    qsizetype bytes = 0;
    for (int characters = 0; bytes < text.size(); ++bytes) {
        const bool isFirstByte = (uchar(text.at(bytes)) & 0xc0) != 0x80;
        if (isFirstByte && characters++ == maxLength)
            return text.first(bytes).toByteArray() + LineCounter::Truncated;
    }
    return text.toByteArray();
}

LogLine LineCounter::line(QByteArrayView text)
{
    const auto stamp = m_stamps.read(text);
    const bool hasStamp = stamp.length > 0;
    const auto time = hasStamp ? stamp.time : m_last.isBeginning() ? 0 : m_last.time;
    if (!m_last.isBeginning() && time <= m_last.time)
        ++m_last.count;
    else
        m_last = {.time = time, .count = 0};
    auto words = hasStamp ? text.sliced(std::min(stamp.length + 1, text.size())) : text;
    if (words.endsWith('\r'))
        words.chop(1);
    return {.at = m_last, .time = time, .text = truncated(words, m_maxLength)};
}

std::vector<LogLine> LineCounter::read(QByteArrayView lines)
{
    std::vector<LogLine> found;
    while (!lines.isEmpty()) {
        const auto end = lines.indexOf('\n');
        const auto length = end < 0 ? lines.size() : end;
        found.push_back(line(lines.first(length)));
        lines = lines.sliced(end < 0 ? length : length + 1);
    }
    return found;
}

QByteArray bytesOf(const std::vector<LogLine> &lines)
{
    QByteArray bytes;
    for (const auto &line : lines) {
        if (!line.isMark)
            bytes += logstore::stampPrefix(line.time) + line.text + '\n';
    }
    return bytes;
}

} // namespace gateway
