// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace workspace {

class Look;

/// Paints a row of ActionRows: a mark for its state (a shape, not a colour alone), the name, and
/// beside it what is to be said.
class ActionRowDelegate final : public QStyledItemDelegate
{
public:
    /// `look` is borrowed.
    ActionRowDelegate(const Look &look, QObject *parent);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    const Look &m_look;
};

} // namespace workspace
