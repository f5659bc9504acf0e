// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a CollectionContent says of its rows, one by one and together.

#include "workspace/collection/collectioncontent.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace workspace {

using ColumnKind = CollectionModel::ColumnKind;

QString CollectionContent::filterHint() const
{
    return tr("Filter: web  ns:pay  status:failed  label:app=x  re:/…/  -word");
}

QString CollectionContent::completedFilter(const QString &typed) const
{
    return RowFilter::completed(typed);
}

QString CollectionContent::toolTipAt(QPointF position) const
{
    const int row = rowAt(position);
    return row < 0 ? ListContent::toolTipAt(position) : healthSentence(m_model.diagnosis(row));
}

void CollectionContent::paintHeader(QPainter &painter)
{
    if (m_usage)
        m_usage->seen();
    TableContent::paintHeader(painter);
}

bool CollectionContent::isFaint(int row, int column) const
{
    const auto kind = columns()[size_t(column)].kind;
    if (kind != ColumnKind::Cpu && kind != ColumnKind::Memory)
        return false;
    const auto figure = m_model.usage(row);
    return figure && m_usage->isStale(*figure, QDateTime::currentMSecsSinceEpoch());
}

void CollectionContent::applyFilter(const QString &text)
{
    m_model.setFilter(text);
    m_sums.reset();
}

void CollectionContent::addUp(RowSums &sums, const CellPlaces &places, int row) const
{
    const auto &item = m_model.packed(row);
    sums.add(item, places, m_model.usage(row), m_needs ? m_needs->of(item) : std::nullopt);
}

QString CollectionContent::sumsOf(const std::vector<int> &rows) const
{
    RowSums sums;
    const auto places = m_model.cellPlaces();
    for (const int row : rows)
        addUp(sums, places, row);
    return sums.text();
}

/// Of what passes the filter. Of many rows once a second at most, however fast they change.
QString CollectionContent::sumsOfAll() const
{
    const bool isDue = m_model.rowCount() <= FewRows || m_summed.hasExpired(1000);
    if (m_sums && !(m_sumsAreOld && isDue))
        return *m_sums;
    RowSums sums;
    const auto places = m_model.cellPlaces();
    for (int row = 0; row < m_model.rowCount(); ++row)
        addUp(sums, places, row);
    m_sums = sums.text();
    m_sumsAreOld = false;
    m_summed.start();
    return *m_sums;
}

} // namespace workspace
