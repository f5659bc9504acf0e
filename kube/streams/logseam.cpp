// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/streams/logseam.h"

#include "kube/logstore/stamp.h"

#include <QHash>

#include <algorithm>
#include <numeric>

namespace kube {

using logstore::NoTime;

static constexpr qint64 Second = 1'000'000'000;

static qint64 secondOf(qint64 time)
{
    return time - ((time % Second) + Second) % Second;
}

static qint64 timeOf(QByteArrayView line)
{
    const auto stamp = logstore::stampOf(line);
    return stamp.length > 0 ? stamp.time : NoTime;
}

/// The latest of the last few lines that have a stamp.
static qint64 latestIn(QByteArrayView lines)
{
    qint64 latest = NoTime;
    for (int i = 0; i < 8 && !lines.isEmpty(); ++i) {
        const auto begin = lines.size() < 2 ? 0 : lines.lastIndexOf('\n', lines.size() - 2) + 1;
        latest = std::max(latest, timeOf(lines.sliced(begin)));
        lines = lines.first(begin);
    }
    return latest;
}

void LogSeam::remember(const QByteArray &lines)
{
    if (lines.isEmpty())
        return;
    m_kept.push_back({.lines = lines, .latest = latestIn(lines)});
    m_keptBytes += lines.size();
    m_newest = std::max(m_newest, m_kept.back().latest);
    const auto from = since();
    while (m_kept.size() > 1
           && (m_keptBytes - m_kept.front().lines.size() >= MostKept
               || m_kept.front().latest < from)) {
        m_keptBytes -= m_kept.front().lines.size();
        m_kept.pop_front();
        m_keptAll = false;
    }
}

void LogSeam::clear()
{
    *this = {};
}

qint64 LogSeam::since() const
{
    return m_newest == NoTime ? NoTime : secondOf(m_newest) - Second;
}

void LogSeam::begin(bool isSameLog)
{
    m_known.clear();
    m_order.clear();
    m_next = 0;
    m_oldest = NoTime;
    m_last = NoTime;
    learnKept();
    m_isActive = !m_known.empty();
    m_mayGap = m_isActive && isSameLog;
}

/// Makes the known lines out of the kept ones.
void LogSeam::learnKept()
{
    const auto from = since();
    qint64 oldest = NoTime;
    for (const auto &kept : m_kept) {
        const QByteArrayView lines(kept.lines);
        for (qsizetype begin = 0; begin < lines.size();) {
            const auto end = lines.indexOf('\n', begin);
            const auto line = lines.sliced(begin, (end < 0 ? lines.size() : end) - begin);
            begin += line.size() + 1;
            const auto time = timeOf(line);
            if (time == NoTime)
                continue;
            if (oldest == NoTime)
                oldest = time;
            if (time < from)
                continue;
            m_known.push_back({.time = time, .text = qHash(line)});
            m_last = std::max(m_last, time);
        }
    }
    if (!m_keptAll)
        m_oldest = oldest;
}

bool LogSeam::misses(QByteArrayView lines) const
{
    while (isUnanswered() && !lines.isEmpty()) {
        if (const auto time = timeOf(lines); time != NoTime)
            return time > m_last; // so it is none of the known ones
        const auto newline = lines.indexOf('\n');
        lines = lines.sliced(newline < 0 ? lines.size() : newline + 1);
    }
    return false;
}

QByteArray LogSeam::take(const QByteArray &lines)
{
    if (!m_isActive) {
        remember(lines);
        return lines;
    }
    QByteArray fresh;
    const QByteArrayView all(lines);
    qsizetype at = 0;
    while (m_isActive && at < all.size()) {
        const auto newline = all.indexOf('\n', at);
        const auto end = newline < 0 ? all.size() : newline;
        if (!isKnown(all.sliced(at, end - at)))
            fresh.append(all.sliced(at, std::min(end + 1, all.size()) - at));
        else
            ++m_repeated;
        at = end + 1;
    }
    if (at < all.size())
        fresh.append(all.sliced(at));
    remember(fresh);
    return fresh;
}

bool LogSeam::isKnown(QByteArrayView line)
{
    const auto time = timeOf(line);
    if (time == NoTime)
        return false;
    const bool isKnown = time < m_oldest || findKnown({.time = time, .text = qHash(line)});
    if (std::exchange(m_mayGap, false) && !isKnown && time > m_last)
        m_gap = Gap{.from = m_last, .to = time};
    if (secondOf(time) > secondOf(m_last)) {
        m_isActive = false; // the seam is passed
        m_known = {};
        m_order = {};
    }
    return isKnown;
}

bool LogSeam::findKnown(const Known &line)
{
    const auto key = [](const Known &known) { return std::pair(known.time, known.text); };
    const auto see = [this](size_t at) {
        m_known[at].isSeen = true;
        m_next = at + 1;
        return true;
    };
    if (m_next < m_known.size() && !m_known[m_next].isSeen && key(m_known[m_next]) == key(line))
        return see(m_next); // in the order they came the first time
    if (m_order.empty()) {
        m_order.resize(m_known.size());
        std::iota(m_order.begin(), m_order.end(), 0U);
        std::ranges::stable_sort(m_order, {}, [&](quint32 index) { return key(m_known[index]); });
    }
    const auto equal = std::ranges::equal_range(m_order, key(line), {},
                                                [&](quint32 index) { return key(m_known[index]); });
    for (const auto index : equal) {
        if (!m_known[index].isSeen)
            return see(index);
    }
    return false;
}

} // namespace kube
