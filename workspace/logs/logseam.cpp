// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/logseam.h"

#include "kube/logstore/stamp.h"

#include <algorithm>

namespace workspace {

using logstore::NoTime;

static constexpr qint64 Second = 1'000'000'000;
static constexpr int OlderLines = 64; ///< so many old ones in a row: the lines before are older too

static qint64 secondOf(qint64 time)
{
    return time - ((time % Second) + Second) % Second;
}

static qint64 newest(const logstore::LogStore &store)
{
    qint64 latest = NoTime;
    for (const auto &block : store.blocks())
        latest = std::max(latest, block.lines->latest());
    return latest;
}

qint64 LogSeam::since(const logstore::LogStore &store)
{
    const auto latest = newest(store);
    return latest == NoTime ? NoTime : secondOf(latest) - Second;
}

void LogSeam::clear()
{
    *this = {};
}

void LogSeam::begin(const logstore::LogStore &store)
{
    clear();
    const auto from = since(store);
    if (from == NoTime)
        return;
    m_isActive = true;
    m_end = from + Second;
    int older = 0;
    auto number = store.end();
    while (number > store.begin() && older < OlderLines) {
        const auto line = store.line(--number);
        if (line.time == NoTime || line.time < from)
            ++older;
        else if (line.level != logstore::Level::Mark)
            ++m_known[{line.time, qHash(line.bytes)}];
    }
    // The store may have lost older lines than those that come again.
    if (older < OlderLines && store.begin() > 0 && store.count() > 0)
        m_oldest = store.line(store.begin()).time;
}

QByteArray LogSeam::take(QByteArrayView bytes)
{
    m_unfinished.append(bytes);
    QByteArray fresh;
    qsizetype at = 0;
    while (m_isActive) {
        const auto newline = m_unfinished.indexOf('\n', at);
        if (newline < 0)
            break;
        if (!isKnown(QByteArrayView(m_unfinished).sliced(at, newline - at)))
            fresh.append(QByteArrayView(m_unfinished).sliced(at, newline + 1 - at));
        at = newline + 1;
    }
    m_unfinished.remove(0, at);
    if (!m_isActive)
        fresh.append(std::exchange(m_unfinished, {}));
    return fresh;
}

bool LogSeam::isKnown(QByteArrayView line)
{
    const auto stamp = logstore::stampOf(line);
    if (stamp.length == 0)
        return false;
    if (secondOf(stamp.time) > m_end) {
        m_isActive = false; // the seam is passed
        m_known.clear();
        return false;
    }
    auto text = line.sliced(stamp.length + 1);
    if (text.endsWith('\r'))
        text.chop(1);
    const auto shown = logstore::LogStore::shownText(text);
    const auto known = m_known.find({stamp.time, qHash(QByteArrayView(shown))});
    if (known == m_known.end())
        return stamp.time < m_oldest;
    if (known.value() == 0)
        return false;
    --known.value();
    return true;
}

} // namespace workspace
