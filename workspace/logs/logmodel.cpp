// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/logmodel.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace workspace {

using logstore::Level;
using logstore::LineSearch;
using logstore::LogStore;
using logstore::Pattern;

/// What continues the line before it: the frames of Java, Python, Go, .NET and JavaScript, and what
/// goes with them. The last line of a Python trace says what happened and stays in view.
static const Pattern &continuations()
{
    static const Pattern pattern(
        u"^(?:[ \\t]+\\S|Caused by: |Suppressed: |Traceback \\(most recent|"
        "goroutine \\d+ \\[|created by \\S|--- End of )"_s);
    return pattern;
}

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
        m_open.erase(m_open.begin(), m_open.lower_bound(m_store.begin()));
        m_isWideOld = true;
        Q_EMIT changed();
    });
    connect(&m_rows, &LineSearch::changed, this, [this] {
        m_isWideOld = true;
        Q_EMIT changed();
    });
    connect(&m_found, &LineSearch::changed, this, &LogModel::changed);
}

logstore::Query LogModel::query() const
{
    logstore::Query query{.include = {m_filter},
                          .levels = m_levels,
                          .hiddenSources = m_hidden,
                          .from = m_from,
                          .to = m_to};
    if (!m_exclude.isEmpty())
        query.exclude.push_back(m_exclude);
    return query;
}

void LogModel::searchRows()
{
    auto wanted = query();
    if (folds())
        wanted.exclude.push_back(continuations());
    m_rows.setQuery(wanted);
    if (hasRange()) {
        wanted.from = logstore::NoTime;
        wanted.to = EndOfTime;
        if (!m_anyTime) {
            m_anyTime = std::make_unique<LineSearch>(m_store);
            connect(m_anyTime.get(), &LineSearch::changed, this, &LogModel::changed);
        }
        m_anyTime->setQuery(std::move(wanted));
    } else {
        m_anyTime.reset();
    }
    m_isWideOld = true;
    judgeUnfinished();
    searchFound();
}

/// Among what is shown, which stays as it is; also in what is folded away.
void LogModel::searchFound()
{
    auto wanted = query();
    if (m_find.isEmpty())
        wanted = {.levels = 0};
    else
        wanted.include.push_back(m_find);
    m_found.setQuery(std::move(wanted));
    Q_EMIT changed();
}

void LogModel::setFilter(const QString &text)
{
    if (text == m_filter.text())
        return;
    m_filter = Pattern(text);
    searchRows();
}

void LogModel::setExclude(const QString &text)
{
    if (text == m_exclude.text())
        return;
    m_exclude = Pattern(text);
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

void LogModel::takeChoices(const LogModel &other)
{
    m_filter = other.m_filter;
    m_exclude = other.m_exclude;
    m_find = other.m_find;
    m_levels = other.m_levels;
    m_hidden = other.m_hidden;
    m_from = other.m_from;
    m_to = other.m_to;
    m_context = other.m_context;
    m_isFolded = other.m_isFolded;
    searchRows();
}

void LogModel::setRange(qint64 from, qint64 to)
{
    if (std::pair(from, to) == range())
        return;
    m_from = from;
    m_to = to;
    searchRows();
}

void LogModel::setSourceShown(logstore::SourceId source, bool shown)
{
    auto hidden = m_hidden;
    if (hidden.size() <= source)
        hidden.resize(size_t(source) + 1);
    hidden[source] = !shown;
    setHiddenSources(std::move(hidden));
}

void LogModel::setHiddenSources(std::vector<bool> hidden)
{
    while (!hidden.empty() && !hidden.back())
        hidden.pop_back();
    if (hidden == m_hidden)
        return;
    m_hidden = std::move(hidden);
    searchRows();
}

bool LogModel::isSourceShown(logstore::SourceId source) const
{
    return source >= m_hidden.size() || !m_hidden[source];
}

void LogModel::setContext(int lines)
{
    m_context = std::clamp(lines, 0, MostContext);
    m_isWideOld = true;
    Q_EMIT changed();
}

bool LogModel::isContext(qint64 number) const
{
    return m_context > 0 && isWide() && number < m_store.end() && !m_rows.contains(number);
}

void LogModel::setFolded(bool folded)
{
    if (folded == m_isFolded)
        return;
    m_isFolded = folded;
    m_open.clear();
    searchRows();
}

int LogModel::foldable(qint64 number) const
{
    if (number >= m_store.end() || number + 1 >= m_store.end())
        return 0;
    const auto head = m_store.line(number);
    const auto source = head.source;
    if (head.level == Level::Mark || continuations().matches(head.bytes))
        return 0;
    int count = 0;
    // Lines of other streams may come between; not without end.
    const auto end = std::min(m_store.end(), number + 4 * MostFolded);
    for (auto next = number + 1; next < end && count < MostFolded; ++next) {
        const auto line = m_store.line(next);
        if (line.source != source || line.level == Level::Mark)
            continue;
        if (!continuations().matches(line.bytes))
            break;
        ++count;
    }
    return count;
}

void LogModel::setOpen(qint64 head, bool open)
{
    if (open)
        m_open.insert(head);
    else
        m_open.erase(head);
    m_isWideOld = true;
    Q_EMIT changed();
}

void LogModel::reveal(qint64 number)
{
    if (isShown(number) || !folds() || number >= m_store.end())
        return;
    const auto source = m_store.line(number).source;
    const auto stop = std::max(m_store.begin(), number - 4 * MostFolded);
    for (auto head = number - 1; head >= stop; --head) {
        const auto line = m_store.line(head);
        if (line.source == source && line.level != Level::Mark
            && !continuations().matches(line.bytes))
            return setOpen(head, true);
    }
}

bool LogModel::isWide() const
{
    return (m_context > 0 && !m_filter.isEmpty()) || (folds() && !m_open.empty());
}

/// Neighbours from streams that are not shown.
void LogModel::dropHidden() const
{
    if (m_hidden.empty())
        return;
    std::vector<qint64> hidden;
    for (qint64 row = 0; row < m_wide.count(); ++row) {
        const auto number = m_wide.numberAt(row);
        if (!isSourceShown(m_store.line(number).source))
            hidden.push_back(number);
    }
    for (const auto number : hidden)
        m_wide.remove(number);
}

const logstore::LineSet &LogModel::wide() const
{
    if (!m_isWideOld)
        return m_wide;
    m_isWideOld = false;
    m_wide = m_rows.found();
    if (!m_filter.isEmpty()) {
        m_wide.spread(m_context);
        dropHidden();
    }
    if (!folds())
        return m_wide;
    for (const auto head : m_open) {
        const auto source = m_store.line(head).source;
        auto left = foldable(head);
        for (auto next = head + 1; left > 0 && next < m_store.end(); ++next) {
            const auto line = m_store.line(next);
            if (line.source != source || line.level == Level::Mark)
                continue;
            m_wide.insert(next);
            --left;
        }
    }
    return m_wide;
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
    return (isWide() ? wide().count() : m_rows.count()) + qint64(m_unfinished.size());
}

qint64 LogModel::numberAt(qint64 row) const
{
    const auto whole = rowCount() - qint64(m_unfinished.size());
    if (row >= whole)
        return m_store.end() + row - whole;
    return isWide() ? wide().numberAt(row) : m_rows.numberAt(row);
}

qint64 LogModel::rowOf(qint64 number) const
{
    if (number < m_store.end())
        return isWide() ? wide().rowOf(number) : m_rows.rowOf(number);
    const auto whole = rowCount() - qint64(m_unfinished.size());
    return whole + std::min(number - m_store.end(), qint64(m_unfinished.size()));
}

bool LogModel::isShown(qint64 number) const
{
    if (number >= m_store.end())
        return number - m_store.end() < qint64(m_unfinished.size());
    return isWide() ? wide().contains(number) : m_rows.contains(number);
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
