// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/logmodel.h"

#include <algorithm>

// The half of LogModel that says which lines are shown.

namespace workspace {

void LogModel::setFilter(const QString &text)
{
    if (text == m_filter.text())
        return;
    m_filter = LogMatcher(text);
    reindex();
}

void LogModel::setLevelShown(LogLevel level, bool shown)
{
    m_shown[size_t(level)] = shown;
    m_shown[size_t(LogLevel::None)] = m_shown[size_t(LogLevel::Info)];
    reindex();
}

void LogModel::setFind(const QString &text)
{
    if (text == m_find.text())
        return;
    m_find = LogMatcher(text);
    reindex();
}

bool LogModel::isFiltered() const
{
    return !m_filter.isEmpty() || std::ranges::contains(m_shown, false);
}

bool LogModel::passes(const LogLine &line) const
{
    return m_shown[size_t(line.level)] && m_filter.matches(line.bytes);
}

void LogModel::index(qint64 number)
{
    const bool filtered = isFiltered();
    if (!filtered && m_find.isEmpty())
        return;
    const auto line = m_buffer.at(number);
    if (filtered) {
        if (!passes(line))
            return;
        m_rows.push_back(number);
    }
    if (!m_find.isEmpty() && m_find.matches(line.bytes))
        m_found.push_back(number);
}

void LogModel::dropOldRows()
{
    while (!m_rows.empty() && m_rows.front() < m_buffer.begin())
        m_rows.pop_front();
    while (!m_found.empty() && m_found.front() < m_buffer.begin())
        m_found.pop_front();
}

void LogModel::reindex()
{
    m_rows.clear();
    m_found.clear();
    for (auto number = m_buffer.begin(); number < m_buffer.end(); ++number)
        index(number);
    Q_EMIT changed();
}

bool LogModel::showsPartial() const
{
    return !m_partial.isEmpty() && m_seam.isEmpty() && passes(partialLine());
}

qint64 LogModel::rowCount() const
{
    const auto whole = isFiltered() ? qint64(m_rows.size()) : m_buffer.end() - m_buffer.begin();
    return whole + (showsPartial() ? 1 : 0);
}

qint64 LogModel::numberAt(qint64 row) const
{
    if (!isFiltered())
        return m_buffer.begin() + row;
    return row < qint64(m_rows.size()) ? m_rows[size_t(row)] : m_buffer.end();
}

qint64 LogModel::rowOf(qint64 number) const
{
    if (!isFiltered())
        return qMax<qint64>(0, number - m_buffer.begin());
    return std::ranges::lower_bound(m_rows, number) - m_rows.begin();
}

std::optional<qint64> LogModel::findFrom(qint64 number, bool forward) const
{
    if (m_found.empty())
        return {};
    if (forward) {
        const auto next = std::ranges::upper_bound(m_found, number);
        return next == m_found.end() ? m_found.front() : *next;
    }
    const auto next = std::ranges::lower_bound(m_found, number);
    return next == m_found.begin() ? m_found.back() : *std::prev(next);
}

qint64 LogModel::foundIndex(qint64 number) const
{
    const auto place = std::ranges::lower_bound(m_found, number);
    return place != m_found.end() && *place == number ? place - m_found.begin() + 1 : 0;
}

} // namespace workspace
