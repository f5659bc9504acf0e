// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/collection/tablecontent.h"

#include "workspace/collection/collectionmetrics.h"
#include "workspace/collection/sortkey.h"

#include <QDateTime>
#include <QKeyEvent>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr int MeasuredRows = 60; // for the width that a column has by itself
static constexpr int FittedRows = 500;
static constexpr qreal DragSlack = 6;

TableContent::TableContent(Look &look, bool namespaced, const QStringList &nameSpaces,
                           QObject *parent)
    : ListContent(look, namespaced, nameSpaces,
                  {.row = CollectionMetrics::row, .header = CollectionMetrics::header}, parent)
{
}

void TableContent::remember(const ColumnMemory &memory, const QString &kind)
{
    m_memory.emplace(memory);
    m_kind = kind;
    m_choice = memory.of(kind);
    showChoice(m_choice);
    relayout();
}

void TableContent::change(const ColumnChoice &choice)
{
    m_choice = choice;
    if (m_memory)
        m_memory->set(m_kind, choice);
    showChoice(choice);
    relayout();
    Q_EMIT updated();
}

/// Those that a person chose, also when some are not there just now; else those that are.
QStringList TableContent::shownIds() const
{
    if (!m_choice.shown.isEmpty())
        return m_choice.shown;
    QStringList ids;
    for (const auto &column : columns())
        ids.append(column.id);
    return ids;
}

int TableContent::nameColumn() const
{
    const auto found =
        std::ranges::find(columns(), CollectionModel::ColumnKind::Name, &Column::kind);
    return found == columns().end() ? -1 : int(found - columns().begin());
}

qreal TableContent::contentWidth()
{
    layoutColumns();
    return CollectionMetrics::badge + std::accumulate(m_widths.begin(), m_widths.end(), 0.0);
}

qreal TableContent::titleWidth(int column, Title title) const
{
    static constexpr qreal ArrowRoom = 10;
    return glyphs().widthOf(columns()[size_t(column)].title.toUpper(),
                            CollectionMetrics::titleFont(look()))
        + (title == Title::WithArrow ? ArrowRoom : 0);
}

qreal TableContent::rowsWidth(int column, int first, int last) const
{
    const auto kind = columns()[size_t(column)].kind;
    const bool isName = kind == CollectionModel::ColumnKind::Name;
    const auto font = CollectionMetrics::font(look(), kind);
    qreal width = 0;
    for (int row = first; row < last; ++row)
        width = qMax(width,
                     glyphs().widthOf(cellText(row, column), font) + (isName ? indentOf(row) : 0));
    return width;
}

/// What the title and its rows ask for.
qreal TableContent::naturalWidth(int column, qreal rows) const
{
    return qMax(titleWidth(column, Title::WithArrow), rows) + CollectionMetrics::gap;
}

/// What a column can do with where room is short: figures whole, words and names cut.
qreal TableContent::leastWidth(int column, qreal rows) const
{
    static constexpr qreal LeastName = 180;
    static constexpr qreal LeastWords = 125; // "CrashLoopBackOff" is whole
    using ColumnKind = CollectionModel::ColumnKind;
    const auto &shown = columns()[size_t(column)];
    if (const auto chosen = m_choice.widths.value(shown.id); chosen > 0)
        return chosen;
    const qreal title = titleWidth(column, sortColumn() == column ? Title::WithArrow : Title::Bare);
    const qreal whole = qMax(title, rows) + CollectionMetrics::gap;
    if (shown.kind == ColumnKind::Name)
        return qMin(whole, LeastName);
    const bool isWords = shown.kind == ColumnKind::Text || shown.kind == ColumnKind::Label;
    return isWords ? qMin(whole, qMax(title + CollectionMetrics::gap, LeastWords)) : whole;
}

/// Each gives way by the same share, if all of them are seen then; else they scroll sideways.
void TableContent::squeeze(const std::vector<qreal> &least)
{
    const qreal room = size().width() - CollectionMetrics::badge;
    const qreal wanted = std::accumulate(m_widths.begin(), m_widths.end(), 0.0);
    const qreal needed = std::accumulate(least.begin(), least.end(), 0.0);
    if (wanted <= room || needed > room)
        return;
    const qreal share = (room - needed) / (wanted - needed);
    for (size_t c = 0; c < m_widths.size(); ++c)
        m_widths[c] = least[c] + (m_widths[c] - least[c]) * share;
}

/// As wide as the texts of the first rows ask for; the name takes what is left or gives way.
void TableContent::layoutColumns()
{
    const auto &shown = columns();
    const int sample = qMin(rowCount(), MeasuredRows);
    m_widths.assign(shown.size(), 0);
    std::vector<qreal> rows;
    qreal total = CollectionMetrics::badge + 10;
    int flexible = -1;
    for (size_t c = 0; c < shown.size(); ++c) {
        const bool isName = shown[c].kind == CollectionModel::ColumnKind::Name;
        const auto chosen = m_choice.widths.value(shown[c].id);
        if (isName && chosen <= 0)
            flexible = int(c);
        rows.push_back(chosen > 0 ? 0 : rowsWidth(int(c), 0, sample));
        m_widths[c] =
            chosen > 0 ? chosen : qMin(naturalWidth(int(c), rows[c]), isName ? 420.0 : 190.0);
        total += m_widths[c];
    }
    if (flexible >= 0) {
        auto &width = m_widths[size_t(flexible)];
        width = qMax(qMin(width, 230.0), width + size().width() - total);
    }
    std::vector<qreal> least;
    for (size_t c = 0; c < shown.size(); ++c)
        least.push_back(qMin(m_widths[c], leastWidth(int(c), rows[c])));
    squeeze(least);
}

QRectF TableContent::columnRect(int column, const QRectF &box) const
{
    qreal x = CollectionMetrics::badge - acrossOffset();
    for (int c = 0; c < column; ++c)
        x += m_widths[size_t(c)];
    if (column == nameColumn())
        x = qMax(x, CollectionMetrics::badge);
    return {x, box.top(), m_widths[size_t(column)], box.height()};
}

/// What is seen of a column beside the signs and the name, which stay.
QRectF TableContent::clipOf(int column, const QRectF &box) const
{
    const int name = nameColumn();
    qreal left = CollectionMetrics::badge;
    qreal right = box.right();
    if (name >= 0 && column != name) {
        const auto kept = columnRect(name, box);
        (column < name ? right : left) = column < name ? kept.left() : kept.right();
    }
    return {left, box.top(), qMax(0.0, right - left), box.height()};
}

QRectF TableContent::columnArea(int column) const
{
    const auto rows = rowsRect();
    if (m_widths.size() != columns().size())
        return rows;
    return columnRect(column, rows).intersected(clipOf(column, rows));
}

TableContent::HeaderHit TableContent::headerAt(QPointF position) const
{
    const auto box = headerRect();
    if (!box.contains(position) || total() == 0 || m_widths.size() != columns().size())
        return {};
    if (position.x() < CollectionMetrics::badge)
        return {-1, false};
    for (int c = 0; c < int(m_widths.size()); ++c) {
        const auto rect = columnRect(c, box);
        const auto clip = clipOf(c, box);
        const qreal edge = rect.right() - CollectionMetrics::gap / 2;
        if (std::abs(position.x() - edge) < 5 && clip.contains({edge, position.y()}))
            return {c, true};
    }
    for (int c = 0; c < int(m_widths.size()); ++c) {
        if (columnRect(c, box).intersected(clipOf(c, box)).contains(position))
            return {c, false};
    }
    return {};
}

bool TableContent::pressHeader(QPointF position)
{
    if (!headerRect().contains(position))
        return false;
    const auto hit = headerAt(position);
    if (hit.isEdge)
        m_resizing = hit.column;
    else
        m_pressed = hit.column;
    m_pressedAt = position;
    return true;
}

bool TableContent::dragHeader(QPointF position)
{
    m_headerPointer = position;
    if (m_resizing >= 0) {
        const qreal left = columnRect(m_resizing, headerRect()).left();
        auto choice = m_choice;
        choice.widths[columns()[size_t(m_resizing)].id] =
            qBound(ColumnChoice::LeastWidth, position.x() + CollectionMetrics::gap / 2 - left,
                   ColumnChoice::MostWidth);
        m_choice = choice; // kept when the button goes up
        relayout();
        return true;
    }
    if (m_pressed < 0)
        return m_pressed == -1;
    m_reordering = m_reordering || std::abs(position.x() - m_pressedAt.x()) > DragSlack;
    return true;
}

void TableContent::releaseHeader()
{
    const int pressed = std::exchange(m_pressed, -2);
    if (std::exchange(m_resizing, -1) >= 0)
        change(m_choice);
    else if (std::exchange(m_reordering, false))
        moveColumn(pressed, dropPlace(m_headerPointer));
    else if (pressed >= -1)
        sortBy(pressed);
}

/// Before which column a dragged one is put down.
int TableContent::dropPlace(QPointF position) const
{
    int place = 0;
    for (int c = 0; c < int(m_widths.size()); ++c) {
        if (position.x() > columnRect(c, headerRect()).center().x())
            place = c + 1;
    }
    return place;
}

void TableContent::moveColumn(int from, int to)
{
    const int count = int(columns().size());
    if (from < 0 || from >= count || to == from || to == from + 1)
        return Q_EMIT updated();
    auto ids = shownIds();
    const auto id = columns()[size_t(from)].id;
    ids.removeOne(id);
    const auto place = to < count ? ids.indexOf(columns()[size_t(to)].id) : -1;
    ids.insert(place < 0 ? ids.size() : place, id);
    auto choice = m_choice;
    choice.shown = ids;
    change(choice);
}

void TableContent::toggleColumn(const QString &id)
{
    auto choice = m_choice;
    choice.shown = shownIds();
    if (choice.shown.size() == 1 && choice.shown.contains(id))
        return; // something must be left
    if (!choice.shown.removeOne(id) && choice.shown.size() < ColumnChoice::MostColumns)
        choice.shown.append(id);
    change(choice);
}

/// The third click: as it was.
void TableContent::sortBy(int column)
{
    auto choice = m_choice;
    const bool again = column == sortColumn();
    const bool isDone = column < 0 || (again && sortOrder() == Qt::DescendingOrder);
    choice.sortedBy = isDone ? QString() : columns()[size_t(column)].id;
    choice.isDescending = !isDone && again;
    change(choice);
    if (const int row = rowOf(selectedId()); row >= 0)
        select(row);
}

bool TableContent::doubleClickHeader(QPointF position)
{
    const auto hit = headerAt(position);
    if (!hit.isEdge)
        return false;
    fit(hit.column);
    return true;
}

/// As wide as the widest text of the rows in view and of the first ones.
void TableContent::fit(int column)
{
    const auto [first, last] = rowsInView();
    auto choice = m_choice;
    choice.widths[columns()[size_t(column)].id] =
        qBound(ColumnChoice::LeastWidth,
               std::ceil(naturalWidth(column,
                                      qMax(rowsWidth(column, 0, qMin(rowCount(), FittedRows)),
                                           rowsWidth(column, first, last)))),
               ColumnChoice::MostWidth);
    change(choice);
}

bool TableContent::ownKey(const QKeyEvent &event)
{
    if (event.key() != Qt::Key_K || event.modifiers() != Qt::AltModifier)
        return false;
    Q_EMIT menuRequested(columnMenu());
    return true;
}

Qt::CursorShape TableContent::cursorAt(QPointF position) const
{
    if (m_resizing >= 0 || headerAt(position).isEdge)
        return Qt::SplitHCursor;
    return m_reordering ? Qt::ClosedHandCursor : ListContent::cursorAt(position);
}

QString TableContent::staleText() const
{
    const auto heard = lastHeard();
    return heard.isValid()
        ? tr("Last heard %1 ago").arg(ageText(heard.secsTo(QDateTime::currentDateTime())))
        : ListContent::staleText();
}

QStringList TableContent::troubleTexts(const CollectionModel::Counts &counts)
{
    QStringList texts;
    if (counts.failing > 0)
        texts += tr("%Ln failing", nullptr, counts.failing);
    if (counts.warning > 0)
        texts += tr("%Ln to look at", nullptr, counts.warning);
    if (counts.pending > 0)
        texts += tr("%Ln pending", nullptr, counts.pending);
    return texts;
}

} // namespace workspace
