// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/view/logrows.h"

#include "workspace/logs/view/logpanes.h"

namespace workspace {

LogRows::LogRows(LogPanes &panes)
    : m_panes(panes)
{
}

int LogRows::rows() const
{
    return int(m_panes.model().rowCount());
}

QString LogRows::rowText(int row) const
{
    const auto &model = m_panes.model();
    return plainText(model.line(model.numberAt(row)));
}

QRectF LogRows::rowRect(int row) const
{
    const auto &pane = m_panes.pane();
    const auto &area = pane.area();
    const qint64 top = m_panes.model().rowOf(pane.topLine());
    return QRectF(area.left(), area.top() + double(row - top) * pane.rowHeight(), area.width(),
                  pane.rowHeight())
        .intersected(area);
}

int LogRows::firstRowInView() const
{
    return int(m_panes.model().rowOf(m_panes.pane().topLine()));
}

int LogRows::currentRow() const
{
    const auto &model = m_panes.model();
    const auto current = m_panes.pane().currentLine();
    return current >= 0 && model.isShown(current) ? int(model.rowOf(current)) : -1;
}

void LogRows::goToRow(int row)
{
    m_panes.pane().reveal(m_panes.model().numberAt(row));
}

void LogRows::openRow(int row)
{
    m_panes.pane().toggleOpen(m_panes.model().numberAt(row));
}

} // namespace workspace
