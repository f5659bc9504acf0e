// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/actions/rowdelegate.h"

#include "workspace/actions/actionrows.h"
#include "workspace/look/look.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace workspace {

using State = ActionRow::State;

static constexpr int RowHeight = 24;

static QString markOf(State state)
{
    switch (state) {
    case State::Waiting: return u"○"_s;
    case State::Running: return u"◌"_s;
    case State::Done: return u"✓"_s;
    case State::Failed: return u"✗"_s;
    case State::Skipped: return u"–"_s;
    case State::Held: return u"‖"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

static QColor colorOf(State state, const Theme &theme)
{
    switch (state) {
    case State::Waiting: return theme.textFaint;
    case State::Running: return theme.accent;
    case State::Done: return theme.ok;
    case State::Failed: return theme.error;
    case State::Skipped: return theme.textDim;
    case State::Held: return theme.warn;
    }
    Q_UNREACHABLE_RETURN({});
}

ActionRowDelegate::ActionRowDelegate(const Look &look, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_look(look)
{
}

QSize ActionRowDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {100, RowHeight};
}

void ActionRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const auto &theme = m_look.theme();
    const auto state = State(index.data(ActionRows::StateRole).toInt());
    const auto color = colorOf(state, theme);
    const QRectF row = option.rect;
    painter->save();
    painter->setLayoutDirection(Qt::LeftToRight);
    painter->setFont(m_look.sans(13));
    painter->setPen(color);
    painter->drawText(QRectF(row.left() + 4, row.top(), 18, row.height()), Qt::AlignCenter,
                      markOf(state));
    const auto detail = index.data(ActionRows::DetailRole).toString();
    const qreal split = detail.isEmpty() ? row.width() - 36 : row.width() * 0.45;
    const QRectF name(row.left() + 28, row.top(), split, row.height());
    painter->setFont(m_look.mono(12.5));
    painter->setPen(theme.text);
    const auto nameText = painter->fontMetrics().elidedText(index.data().toString(),
                                                            Qt::ElideMiddle, int(name.width()));
    painter->drawText(name, Qt::AlignVCenter | Qt::AlignLeft, nameText);
    const qreal used = qMin<qreal>(split, painter->fontMetrics().horizontalAdvance(nameText)) + 40;
    painter->setFont(m_look.sans(12.5));
    painter->setPen(state == State::Failed || state == State::Held ? color : theme.textDim);
    const QRectF rest = row.adjusted(used, 0, -6, 0);
    painter->drawText(rest, Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(detail, Qt::ElideRight, int(rest.width())));
    painter->restore();
}

} // namespace workspace
