// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/access/accesslist.h"

#include "workspace/look/glyphs.h"
#include "workspace/look/look.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace workspace {

using kube::Allowance;

static constexpr qreal NarrowestName = 150;
static constexpr qreal WidestCell = 66;
static constexpr qreal Indent = 18; ///< of a subresource

qreal AccessList::cellWidth() const
{
    const auto count = qreal(AccessModel::verbs().size());
    return qBound(24.0, (size().width() - 14 - NarrowestName) / count, WidestCell);
}

qreal AccessList::cellsLeft() const
{
    return size().width() - 14 - cellWidth() * qreal(AccessModel::verbs().size());
}

void AccessList::paintHeader(QPainter &painter)
{
    const auto &theme = look().theme();
    const auto box = headerRect();
    const auto &verbs = AccessModel::verbs();
    for (qsizetype i = 0; i < verbs.size(); ++i) {
        const QRectF cell(cellsLeft() + qreal(i) * cellWidth(), box.top(), cellWidth(),
                          box.height());
        const bool chosen = i == m_verb;
        const auto font = look().sans(11, chosen ? QFont::DemiBold : QFont::Normal);
        const auto text = verbs[i] == "deletecollection"_L1 ? u"delete all"_s : verbs[i];
        const qreal width = qMin(glyphs().widthOf(text, font), cell.width() - 2);
        painter.setPen(chosen ? theme.text : theme.textFaint);
        glyphs().draw(painter, {cell.center().x() - width / 2, cell.center().y() + 4}, text, font,
                      cell.width() - 2);
    }
    painter.setPen(theme.border);
    painter.drawLine(QPointF(0, box.bottom() - 0.5), QPointF(box.right(), box.bottom() - 0.5));
}

void AccessList::paintRow(QPainter &painter, int row, const QRectF &box)
{
    const auto &theme = look().theme();
    const auto &subject = m_model.subject(row);
    const bool sub = !subject.subresource.isEmpty();
    const qreal left = 14 + (sub ? Indent : 0);
    const auto font = look().sans(12.5, sub ? QFont::Normal : QFont::Medium);
    const auto name = sub ? u'/' + subject.subresource : subject.resource.resource;
    const qreal room = cellsLeft() - left - 8;
    const qreal base = box.center().y() + 4.5;
    painter.setPen(sub ? theme.textDim : theme.text);
    glyphs().draw(painter, {left, base}, name, font, room);
    const qreal used = glyphs().widthOf(name, font) + 8;
    if (!sub && !subject.resource.group.isEmpty() && room - used > 30) {
        painter.setPen(theme.textFaint);
        glyphs().draw(painter, {left + used, base}, subject.resource.group, look().sans(11),
                      room - used);
    }
    const auto &verbs = AccessModel::verbs();
    for (qsizetype i = 0; i < verbs.size(); ++i) {
        const QRectF cell(cellsLeft() + qreal(i) * cellWidth(), box.top(), cellWidth(),
                          box.height());
        if (m_model.hasVerb(row, verbs[i]))
            paintCell(painter, row, int(i), cell);
    }
}

void AccessList::paintCell(QPainter &painter, int row, int verb, const QRectF &cell)
{
    const auto &theme = look().theme();
    if (verb == m_verb && idOf(row) == selectedId()) {
        painter.setPen(QPen(theme.accent, 1.2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(cell.adjusted(3, 2.5, -3, -2.5), Look::RadiusSmall,
                                Look::RadiusSmall);
    }
    const QRectF mark(cell.center().x() - 6, cell.center().y() - 6, 12, 12);
    auto refused = theme.error;
    refused.setAlphaF(0.55F);
    switch (m_model.allowance(row, AccessModel::verbs()[verb])) {
    case Allowance::Yes: paintMark(painter, Mark::Check, mark, theme.ok, theme.panel); break;
    case Allowance::No:
        paintMark(painter, Mark::Cross, mark.adjusted(1, 1, -1, -1), blended(theme.panel, refused),
                  theme.panel);
        break;
    case Allowance::Named: paintMark(painter, Mark::Triangle, mark, theme.warn, theme.panel); break;
    case Allowance::Unknown:
        paintMark(painter, Mark::Clock, mark.adjusted(1, 1, -1, -1), theme.textFaint, theme.panel);
        if (!m_askSoon.isActive() && m_rulesLeft == 0 && m_underWay < 1)
            m_askSoon.start();
        break;
    }
}

} // namespace workspace
