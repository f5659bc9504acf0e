// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/helm/releaselist.h"

#include "workspace/collection/sortkey.h"
#include "workspace/look/glyphs.h"
#include "workspace/look/look.h"

#include <QDateTime>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace workspace {

using Column = ReleaseModel::Column;

static constexpr qreal MarkWidth = 34;
static constexpr qreal Gap = 14;

struct StatusLook
{
    Mark mark = Mark::Ring;
    QColor color = {};
};

static StatusLook lookOf(const kube::HelmRevision &revision, const Theme &theme)
{
    if (revision.status == "deployed"_L1)
        return {Mark::Check, theme.ok};
    if (revision.status == "failed"_L1)
        return {Mark::Cross, theme.error};
    if (revision.isPending() || revision.status == "uninstalling"_L1)
        return {Mark::Clock, theme.warn};
    return {Mark::Ring, theme.textFaint};
}

/// Widths by what people read first; the name takes what is left, and narrow windows lose the
/// columns at the right before the others.
ReleaseList::Places ReleaseList::places() const
{
    struct Wish
    {
        Column column = ReleaseModel::NameColumn;
        qreal width = 0;
    };
    static constexpr std::array wishes{
        Wish{ReleaseModel::StatusColumn, 112},   Wish{ReleaseModel::RevisionColumn, 62},
        Wish{ReleaseModel::ChartColumn, 150},    Wish{ReleaseModel::UpdatedColumn, 64},
        Wish{ReleaseModel::NamespaceColumn, 96}, Wish{ReleaseModel::AppVersionColumn, 84}};
    Places places{};
    qreal left = size().width() - MarkWidth - 18 - 120; // what the name needs at least
    for (const auto &wish : wishes) {
        if (wish.column == ReleaseModel::NamespaceColumn && nameSpaces().size() == 1)
            continue;
        if (left < wish.width + Gap)
            break;
        places[size_t(wish.column)].width = wish.width;
        left -= wish.width + Gap;
    }
    places[ReleaseModel::NameColumn].width = 120 + qMax(0.0, left);
    qreal x = MarkWidth;
    for (auto &place : places) {
        place.left = x;
        x += place.width > 0 ? place.width + Gap : 0;
    }
    return places;
}

QString ReleaseList::textOf(int row, Column column) const
{
    const auto &shown = m_model.row(row);
    if (column == ReleaseModel::UpdatedColumn)
        return ageText(QDateTime::currentSecsSinceEpoch() - shown.newest.updated);
    const bool known = shown.isRead || !shown.chart.isEmpty();
    if (column == ReleaseModel::ChartColumn || column == ReleaseModel::AppVersionColumn) {
        if (!known)
            return u"…"_s;
        if (!shown.problem.isEmpty())
            return u"–"_s;
    }
    return m_model.data(m_model.index(row, column)).toString();
}

void ReleaseList::paintHeader(QPainter &painter)
{
    const auto &theme = look().theme();
    const auto box = headerRect();
    painter.setPen(theme.textFaint);
    const auto font = look().sans(11.5, QFont::DemiBold);
    const auto all = places();
    for (int column = 0; column < ReleaseModel::Columns; ++column) {
        const auto &place = all[size_t(column)];
        if (place.width > 0)
            glyphs().draw(painter, {place.left, box.center().y() + 4},
                          m_model.headerData(column, Qt::Horizontal).toString(), font, place.width);
    }
    painter.setPen(theme.border);
    painter.drawLine(QPointF(0, box.bottom() - 0.5), QPointF(box.right(), box.bottom() - 0.5));
}

QString ReleaseList::rowText(int row) const
{
    QStringList parts;
    for (int column = 0; column < ReleaseModel::Columns; ++column)
        parts.append(textOf(row, Column(column)));
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

void ReleaseList::paintRow(QPainter &painter, int row, const QRectF &box)
{
    const auto &theme = look().theme();
    const auto &shown = m_model.row(row);
    if (!shown.isRead && !m_readSoon.isActive())
        m_readSoon.start();
    const auto status = lookOf(shown.newest, theme);
    paintMark(painter, status.mark, QRectF(12, box.center().y() - 6.5, 13, 13), status.color,
              theme.panel);
    const auto all = places();
    for (int column = 0; column < ReleaseModel::Columns; ++column) {
        const auto &place = all[size_t(column)];
        if (place.width <= 0)
            continue;
        const bool name = column == ReleaseModel::NameColumn;
        painter.setPen(name                                       ? theme.text
                           : column == ReleaseModel::StatusColumn ? status.color
                           : column == ReleaseModel::NamespaceColumn
                           ? theme.forNamespace(shown.newest.nameSpace)
                           : theme.textDim);
        glyphs().draw(painter, {place.left, box.center().y() + 4.5}, textOf(row, Column(column)),
                      look().sans(12.5, name ? QFont::DemiBold : QFont::Normal), place.width,
                      name ? Qt::ElideMiddle : Qt::ElideRight);
    }
}

} // namespace workspace
