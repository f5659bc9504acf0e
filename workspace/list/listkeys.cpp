// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The keys of a ListContent.

#include "workspace/list/listcontent.h"

#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace workspace {

bool ListContent::key(QKeyEvent &event)
{
    m_markedText.reset();
    m_menuAt.reset();
    if (ownKey(event) || formKey(event) || viewKey(event) || markKey(event) || listKey(event))
        return true;
    if (event.key() == Qt::Key_Escape) {
        if (!m_marks.isEmpty()) {
            m_marks.clear();
            Q_EMIT updated();
            return true;
        }
        if (m_filter.text().isEmpty())
            return false;
        setFilter({});
        return true;
    }
    const auto before = m_filter.text();
    if (event.key() == Qt::Key_Tab && !before.isEmpty()) {
        const auto completed = completedFilter(before);
        if (!completed.isEmpty()) {
            setFilter(completed);
            return true;
        }
    }
    if (before.isEmpty() && event.text() == "/"_L1)
        return true; // the habit of other tools: the filter has the keys already
    if (!m_filter.handleInput(event))
        return false;
    if (m_filter.text() != before)
        setFilter(m_filter.text());
    Q_EMIT updated();
    return true;
}

/// `t` while nothing is typed, Alt+T always: the tree, or back to the list.
bool ListContent::formKey(const QKeyEvent &event)
{
    const bool bare = event.modifiers() == Qt::NoModifier && m_filter.text().isEmpty();
    if (form() == Form::OnlyList || event.key() != Qt::Key_T
        || !(bare || event.modifiers() == Qt::AltModifier))
        return false;
    Q_EMIT treeToggled();
    return true;
}

bool ListContent::viewKey(const QKeyEvent &event)
{
    if (event.modifiers() != Qt::AltModifier)
        return false;
    if (event.key() == Qt::Key_N && m_namespaced) {
        Q_EMIT namespacesRequested();
        return true;
    }
    const int row = rowOf(m_selected);
    if (row < 0)
        return false;
    const auto view = viewOfKey(event.key());
    if (view)
        open(row, *view);
    return view.has_value();
}

std::optional<View> ListContent::viewOfKey(int key) const
{
    switch (key) {
    case Qt::Key_L: return View::Logs;
    case Qt::Key_S: return View::Shell;
    case Qt::Key_D: return View::Describe;
    case Qt::Key_Y: return View::Yaml;
    case Qt::Key_C: return View::Changes;
    case Qt::Key_I: return View::Inspect;
    case Qt::Key_O: return View::Topology;
    default: return {};
    }
}

bool ListContent::markKey(const QKeyEvent &event)
{
    const auto held = event.modifiers() & ~Qt::KeypadModifier;
    const int row = rowOf(m_selected);
    if (event.key() == Qt::Key_A && held == Qt::ControlModifier) {
        m_marks.markAll(rowCount(), [this](int i) { return idOf(i); });
    } else if (event.key() == Qt::Key_Insert && held == Qt::NoModifier && row >= 0) {
        m_marks.toggle(m_selected);
        select(row + 1);
    } else if (event.key() == Qt::Key_Delete && row >= 0
               && (held == Qt::ControlModifier
                   || (held == Qt::NoModifier && m_filter.text().isEmpty()))) {
        Q_EMIT deletionRequested();
    } else {
        return false;
    }
    Q_EMIT updated();
    return true;
}

/// Goes to a row, and with Shift marks all on the way.
void ListContent::moveTo(int row, const QKeyEvent &event)
{
    const int target = qBound(0, row, rowCount() - 1);
    if (!(event.modifiers() & Qt::ShiftModifier))
        m_marks.endRange();
    else if (rowCount() > 0)
        m_marks.extend(qMax(0, rowOf(m_selected)), target, [this](int i) { return idOf(i); });
    select(target);
}

bool ListContent::listKey(const QKeyEvent &event)
{
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    const int row = rowOf(m_selected);
    const int page = qMax(1, int(rowsRect().height() / m_metrics.row) - 1);
    switch (event.key()) {
    case Qt::Key_Up: moveTo(row < 0 ? rowCount() - 1 : row - 1, event); return true;
    case Qt::Key_Down: moveTo(row + 1, event); return true;
    case Qt::Key_PageUp: moveTo(row - page, event); return true;
    case Qt::Key_PageDown: moveTo(row + page, event); return true;
    case Qt::Key_Home: moveTo(0, event); return true;
    case Qt::Key_End: moveTo(rowCount() - 1, event); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: open(row, usualView()); return row >= 0;
    default: return false;
    }
}

} // namespace workspace
