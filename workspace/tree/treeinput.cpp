// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/tree/treecontent.h"

#include "workspace/collection/collectionmetrics.h"
#include "workspace/health/healthtext.h"

#include <QKeyEvent>

namespace workspace {

void TreeContent::setOpen(int row, bool open)
{
    m_model.setOpen(row, open);
    relayout();
    Q_EMIT updated();
}

void TreeContent::setAllOpen(bool open)
{
    m_model.setAllOpen(open);
    relayout();
    if (const int row = rowOf(selectedId()); row >= 0)
        select(row);
    Q_EMIT updated();
}

bool TreeContent::goRight(int row)
{
    if (row < 0 || !m_model.hasBranches(row))
        return row >= 0;
    if (!m_model.isOpen(row))
        setOpen(row, true);
    else if (row + 1 < rowCount() && m_model.parentRow(row + 1) == row)
        select(row + 1);
    return true;
}

bool TreeContent::goLeft(int row)
{
    if (row < 0)
        return false;
    if (m_model.isOpen(row) && m_model.hasBranches(row))
        setOpen(row, false);
    else if (const int above = m_model.parentRow(row); above >= 0)
        select(above);
    return true;
}

bool TreeContent::ownKey(const QKeyEvent &event)
{
    const auto held = event.modifiers() & ~Qt::KeypadModifier;
    const int row = rowOf(selectedId());
    const bool isRight = event.key() == Qt::Key_Right;
    if (isRight || event.key() == Qt::Key_Left) {
        if (held == Qt::NoModifier)
            return isRight ? goRight(row) : goLeft(row);
        if (held == Qt::ControlModifier) {
            setAllOpen(isRight);
            return true;
        }
    }
    return TableContent::ownKey(event);
}

QRectF TreeContent::twistyRect(int row) const
{
    const int name = nameColumn();
    if (name < 0)
        return {};
    const auto box = columnRect(name, rowBox(row));
    return {box.left() + m_model.depth(row) * CollectionMetrics::indent - 4, box.top(),
            CollectionMetrics::twisty + 4, box.height()};
}

bool TreeContent::pressRow(int row, QPointF position)
{
    if (!twistyRect(row).contains(position) || !m_model.hasBranches(row))
        return false;
    setOpen(row, !m_model.isOpen(row));
    return true;
}

Qt::CursorShape TreeContent::cursorAt(QPointF position) const
{
    const int row = rowAt(position);
    return row >= 0 && twistyRect(row).contains(position) ? Qt::PointingHandCursor
                                                          : TableContent::cursorAt(position);
}

QString TreeContent::toolTipAt(QPointF position) const
{
    const int row = rowAt(position);
    if (row < 0)
        return ListContent::toolTipAt(position);
    const auto *node = m_model.node(row);
    if (!node)
        return {};
    return node->key.kind + u' ' + node->key.name;
}

std::vector<MenuEntry> TreeContent::moreEntries()
{
    return {{},
            {.text = tr("Open everything (Ctrl+Right)"), .run = [this] { setAllOpen(true); }},
            {.text = tr("Close everything (Ctrl+Left)"), .run = [this] { setAllOpen(false); }}};
}

} // namespace workspace
