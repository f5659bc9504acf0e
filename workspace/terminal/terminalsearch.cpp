// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/terminal/terminalsearch.h"

#include "workspace/terminal/termwidget.h"

#include <QScrollBar>

#include <algorithm>

namespace workspace {

static QScrollBar *scrollBarIn(const QTermWidget &terminal)
{
    return terminal.findChild<QScrollBar *>();
}

// The terminal offers no text but what is selected, and selects blocks of cells.
static QString cells(QTermWidget &terminal, int row, int last)
{
    terminal.setSelectionStart(row, 0);
    terminal.setSelectionEnd(row, last);
    return terminal.selectedText();
}

std::vector<QString> rowsOf(QTermWidget &terminal, int from, int to)
{
    std::vector<QString> rows;
    rows.reserve(size_t(qMax(0, to - from)));
    const int last = terminal.screenColumnsCount() - 1;
    for (int row = from; row < to; ++row) {
        auto text = cells(terminal, row, last);
        if (text.endsWith(u'\n')) {
            text.chop(1);
            while (text.endsWith(u' '))
                text.chop(1);
        }
        rows.push_back(text);
    }
    clearSelection(terminal);
    return rows;
}

// A place before the first one means none: Konsole::Screen::clearSelection() does no more.
void clearSelection(QTermWidget &terminal)
{
    terminal.setSelectionStart(-1, terminal.screenColumnsCount() - 1);
}

// The widget's own way of showing what it has found; it would put the row at the top.
void selectCells(QTermWidget &terminal, TerminalCells cells)
{
    QMetaObject::invokeMethod(&terminal, "matchFound", Q_ARG(int, cells.fromColumn),
                              Q_ARG(int, cells.fromRow), Q_ARG(int, cells.toColumn),
                              Q_ARG(int, cells.toRow));
    if (auto *bar = scrollBarIn(terminal))
        bar->setValue(cells.fromRow - terminal.screenLinesCount() / 2);
}

TerminalSearch::TerminalSearch(QTermWidget &terminal)
    : m_terminal(terminal)
{
}

bool TerminalSearch::isAtEnd() const
{
    const auto *bar = scrollBarIn(m_terminal);
    return !bar || bar->value() == bar->maximum();
}

void TerminalSearch::setText(const QString &text)
{
    m_text = text;
    find();
    m_current = count() - 1;
    if (m_current >= 0)
        return select(m_hits.back());
    m_rows.clear();
    clearSelection(m_terminal);
    m_terminal.scrollToEnd();
}

void TerminalSearch::refresh()
{
    if (m_text.isEmpty())
        return;
    const auto before = m_current >= 0 ? m_hits[size_t(m_current)] : Hit();
    find();
    const auto place = std::ranges::lower_bound(m_hits, before);
    m_current = qMin(int(place - m_hits.begin()), count() - 1);
    if (m_current >= 0) {
        const auto &hit = m_hits[size_t(m_current)];
        m_terminal.setSelectionStart(hit.row, cellOf(hit.row, hit.from));
        m_terminal.setSelectionEnd(hit.row, cellOf(hit.row, hit.to - 1));
    }
}

void TerminalSearch::next()
{
    if (m_hits.empty())
        return;
    m_current = (m_current + 1) % count();
    select(m_hits[size_t(m_current)]);
}

void TerminalSearch::previous()
{
    if (m_hits.empty())
        return;
    m_current = (m_current + count() - 1) % count();
    select(m_hits[size_t(m_current)]);
}

/// Rows that went on in the next are looked through as one line.
void TerminalSearch::find()
{
    m_hits.clear();
    if (m_text.isEmpty())
        return;
    m_rows = rowsOf(m_terminal, 0, m_terminal.historyLinesCount() + m_terminal.screenLinesCount());
    const bool isPlain = m_text == m_text.toLower();
    const auto sense = isPlain ? Qt::CaseInsensitive : Qt::CaseSensitive;
    const int columns = m_terminal.screenColumnsCount();
    for (size_t first = 0; first < m_rows.size();) {
        QString line = m_rows[first];
        size_t end = first + 1;
        while (end < m_rows.size() && m_rows[end - 1].size() >= columns)
            line += m_rows[end++];
        for (qsizetype at = line.indexOf(m_text, 0, sense); at >= 0;
             at = line.indexOf(m_text, at + m_text.size(), sense)) {
            auto row = first;
            auto from = at;
            while (from >= m_rows[row].size())
                from -= m_rows[row++].size();
            const auto to = qMin(from + m_text.size(), m_rows[row].size());
            m_hits.push_back({int(row), int(from), int(to)});
        }
        first = end;
    }
}

/// Wide characters take two cells, combining ones none: the terminal knows, and is asked.
int TerminalSearch::cellOf(int row, int character) const
{
    int low = 0;
    int high = m_terminal.screenColumnsCount() - 1;
    while (low < high) {
        const int middle = (low + high) / 2;
        auto text = cells(m_terminal, row, middle);
        if (text.endsWith(u'\n'))
            text.chop(1);
        if (text.size() > character)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

void TerminalSearch::select(const Hit &hit)
{
    const int from = cellOf(hit.row, hit.from);
    const int to = cellOf(hit.row, hit.to - 1);
    selectCells(m_terminal, {hit.row, from, hit.row, to});
}

} // namespace workspace
