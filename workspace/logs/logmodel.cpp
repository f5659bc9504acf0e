// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/logmodel.h"

namespace workspace {

using logstore::Level;
using logstore::LineSearch;
using logstore::LogStore;
using logstore::Pattern;

LogModel::LogModel(const LogStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_rows(m_store)
    , m_found(m_store)
{
    m_found.setQuery({.levels = 0});
    // After the searches have seen what came.
    connect(&m_store, &LogStore::changed, this, [this] {
        judgeUnfinished();
        Q_EMIT changed();
    });
    connect(&m_rows, &LineSearch::changed, this, &LogModel::changed);
    connect(&m_found, &LineSearch::changed, this, &LogModel::changed);
}

void LogModel::searchRows()
{
    m_rows.setQuery({.include = {m_filter}, .levels = m_levels});
    judgeUnfinished();
    searchFound();
}

/// Among what is shown, which stays as it is.
void LogModel::searchFound()
{
    m_found.setQuery(m_find.isEmpty()
                         ? logstore::Query{.levels = 0}
                         : logstore::Query{.include = {m_filter, m_find}, .levels = m_levels});
    Q_EMIT changed();
}

void LogModel::setFilter(const QString &text)
{
    if (text == m_filter.text())
        return;
    m_filter = Pattern(text);
    searchRows();
}

void LogModel::setFind(const QString &text)
{
    if (text == m_find.text())
        return;
    m_find = Pattern(text);
    searchFound();
}

void LogModel::setLevelShown(Level level, bool shown)
{
    const auto set = [this, shown](Level one) {
        const auto bit = quint8(1 << int(one));
        m_levels = quint8(shown ? m_levels | bit : m_levels & ~bit);
    };
    set(level);
    if (level == Level::Info)
        set(Level::None);
    searchRows();
}

std::optional<double> LogModel::progress() const
{
    if (!m_rows.isRunning() && !m_found.isRunning())
        return {};
    return std::min(m_rows.progress(), m_found.progress());
}

void LogModel::judgeUnfinished()
{
    m_unfinished.clear();
    for (size_t i = 0; i < size_t(m_store.sources().size()); ++i) {
        const auto source = logstore::SourceId(i);
        if (m_store.hasUnfinished(source) && m_rows.query().wants(m_store.unfinished(source)))
            m_unfinished.push_back(source);
    }
}

qint64 LogModel::rowCount() const
{
    return m_rows.count() + qint64(m_unfinished.size());
}

qint64 LogModel::numberAt(qint64 row) const
{
    return row < m_rows.count() ? m_rows.numberAt(row) : m_store.end() + row - m_rows.count();
}

qint64 LogModel::rowOf(qint64 number) const
{
    if (number < m_store.end())
        return m_rows.rowOf(number);
    return m_rows.count() + std::min(number - m_store.end(), qint64(m_unfinished.size()));
}

LogModel::Line LogModel::line(qint64 number) const
{
    if (number < m_store.end())
        return m_store.line(number);
    const auto at = size_t(number - m_store.end());
    return at < m_unfinished.size() ? m_store.unfinished(m_unfinished[at]) : Line();
}

std::optional<qint64> LogModel::findFrom(qint64 number, bool forward) const
{
    const auto count = m_found.count();
    if (count == 0)
        return {};
    if (forward) {
        const auto next = m_found.rowOf(number + 1);
        return m_found.numberAt(next == count ? 0 : next);
    }
    const auto next = m_found.rowOf(number);
    return m_found.numberAt(next == 0 ? count - 1 : next - 1);
}

qint64 LogModel::foundCount() const
{
    return m_found.count();
}

qint64 LogModel::foundIndex(qint64 number) const
{
    return m_found.contains(number) ? m_found.rowOf(number) + 1 : 0;
}

} // namespace workspace
