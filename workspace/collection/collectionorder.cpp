// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The order of a CollectionModel's rows: which are shown, where, and how single rows move.

#include "workspace/collection/collectionrow.h"

#include <algorithm>
#include <unordered_set>

using namespace Qt::StringLiterals;

namespace workspace {

SortKey CollectionModel::keyOf(const Row &row) const
{
    if (m_sortColumn < 0 || size_t(m_sortColumn) >= m_columns.size())
        return SortKey::ofNumber(kube::rankOf(row.health));
    const auto &column = m_columns[size_t(m_sortColumn)];
    const auto text = [](std::string_view utf8) {
        return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    };
    switch (column.kind) {
    case ColumnKind::Namespace: return {true, 0, text(row.item.nameSpace())};
    case ColumnKind::Name: return {true, 0, text(row.item.name())};
    case ColumnKind::Pods: { // first those where most fail
        const auto &pods = podsOf(row);
        return SortKey::ofNumber(-double(pods.failing) * 1e6 - pods.total);
    }
    case ColumnKind::Cpu:
    case ColumnKind::Memory: // first what uses most; last what nothing is known of
        if (const auto figure = m_usage(row.item))
            return SortKey::ofNumber(
                -double(column.kind == ColumnKind::Cpu ? figure->usage.cpu : figure->usage.memory));
        return {true, 0, {}};
    case ColumnKind::Age:
        if (const auto created = row.item.created(); created > 0)
            return SortKey::ofNumber(-double(created)); // the youngest first
        [[fallthrough]];
    case ColumnKind::Ago: {
        const auto cell = row.item.cell(column.cell);
        if (const auto age = ageSeconds(cell))
            return SortKey::ofNumber(double(*age - row.delivered));
        return {true, 0, cell};
    }
    case ColumnKind::Label: return keyOfText(row.item.labelUtf8(viewOf(column.label)).value_or(""));
    case ColumnKind::Text:
    case ColumnKind::Number: return keyOfText(row.item.cellUtf8(column.cell));
    }
    Q_UNREACHABLE_RETURN({});
}

/// Few texts are a row's alone ("Running", "0", a label's value): each is read once.
SortKey CollectionModel::keyOfText(std::string_view utf8) const
{
    static constexpr qsizetype MostKeys = 4000;
    const auto bytes = QByteArray::fromRawData(utf8.data(), qsizetype(utf8.size()));
    if (const auto known = m_keys.constFind(bytes); known != m_keys.cend())
        return *known;
    const auto key = SortKey::ofCell(QString::fromUtf8(bytes));
    if (m_keys.size() < MostKeys)
        m_keys.insert(QByteArray(utf8.data(), qsizetype(utf8.size())), key);
    return key;
}

bool CollectionModel::less(const Row &a, const Row &b) const
{
    if (const int order = a.key.compare(b.key); order != 0)
        return m_sortOrder == Qt::AscendingOrder ? order < 0 : order > 0;
    if (const int order = a.item.name().compare(b.item.name()); order != 0)
        return order < 0;
    if (const int order = a.item.nameSpace().compare(b.item.nameSpace()); order != 0)
        return order < 0;
    return a.item.uidKey() < b.item.uidKey();
}

bool CollectionModel::passes(Row &row) const
{
    return m_filter.isEmpty()
        || m_filter.matches({haystackOf(row), row.health, &row.item, m_statusCell});
}

CollectionModel::Rows CollectionModel::filtered(const Rows &rows) const
{
    Rows result;
    result.reserve(rows.size());
    std::ranges::copy_if(rows, std::back_inserter(result), [this](Row *r) { return passes(*r); });
    return result;
}

CollectionModel::Rows::iterator CollectionModel::placeIn(Rows &rows, const Row &row) const
{
    return std::ranges::lower_bound(rows, &row,
                                    [this](const Row *a, const Row *b) { return less(*a, *b); });
}

size_t CollectionModel::RowHash::operator()(const std::unique_ptr<Row> &row) const
{
    return (*this)(row->item.uidKey());
}

size_t CollectionModel::RowHash::operator()(std::string_view uidKey) const
{
    return std::hash<std::string_view>()(uidKey);
}

bool CollectionModel::RowEqual::operator()(const std::unique_ptr<Row> &a,
                                           const std::unique_ptr<Row> &b) const
{
    return a->item.uidKey() == b->item.uidKey();
}

bool CollectionModel::RowEqual::operator()(const std::unique_ptr<Row> &a,
                                           std::string_view uidKey) const
{
    return a->item.uidKey() == uidKey;
}

bool CollectionModel::RowEqual::operator()(std::string_view uidKey,
                                           const std::unique_ptr<Row> &b) const
{
    return b->item.uidKey() == uidKey;
}

CollectionModel::Row *CollectionModel::known(std::string_view uidKey) const
{
    const auto found = m_rows.find(uidKey);
    return found == m_rows.end() ? nullptr : found->get();
}

int CollectionModel::shownAt(const Row &row) const
{
    const auto place = std::ranges::lower_bound(
        m_shown, &row, [this](const Row *a, const Row *b) { return less(*a, *b); });
    return place != m_shown.end() && *place == &row ? int(place - m_shown.begin()) : -1;
}

int CollectionModel::rowOf(const QString &uid) const
{
    const auto key = kube::PackedItem::keyOf(uid);
    const auto *row = known({key.constData(), size_t(key.size())});
    return row ? shownAt(*row) : -1;
}

namespace {

/// What a row is compared by, side by side: rows themselves lie all over the memory.
struct Place
{
    quint64 letters = 0; ///< the key's first four, so that most texts differ here
    const SortKey *key = nullptr;
    std::string_view name = {};
    size_t row = 0;
};

quint64 firstLetters(const QString &text)
{
    quint64 letters = 0;
    for (qsizetype i = 0; i < 4; ++i)
        letters = letters << 16 | (i < text.size() ? text[i].unicode() : 0);
    return letters;
}

/// As SortKey::compare().
int compare(const Place &a, const Place &b)
{
    const auto &one = *a.key;
    const auto &other = *b.key;
    if (one.isText && other.isText) {
        if (a.letters != b.letters)
            return a.letters < b.letters ? -1 : 1;
        if (one.text.isSharedWith(other.text)) // of a value that many have
            return 0;
    }
    return one.compare(other);
}

} // namespace

void CollectionModel::sortRows()
{
    m_keys.clear();
    std::vector<Place> places;
    places.reserve(m_all.size());
    for (auto *row : m_all) {
        row->key = keyOf(*row);
        places.push_back({firstLetters(row->key.text), &row->key, row->item.name(), places.size()});
    }
    const bool isDescending = m_sortOrder == Qt::DescendingOrder;
    std::ranges::sort(places, [this, isDescending](const Place &a, const Place &b) {
        if (const int order = compare(a, b); order != 0)
            return isDescending ? order > 0 : order < 0;
        if (const int order = a.name.compare(b.name); order != 0)
            return order < 0;
        return less(*m_all[a.row], *m_all[b.row]); // of one name: rare
    });
    Rows sorted;
    sorted.reserve(places.size());
    std::ranges::transform(places, std::back_inserter(sorted),
                           [this](const Place &place) { return m_all[place.row]; });
    m_all = std::move(sorted);
}

void CollectionModel::sort(int column, Qt::SortOrder order)
{
    if (column >= int(m_columns.size()))
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const auto before = persistentIndexList();
    QList<Row *> pointed;
    for (const auto &index : before)
        pointed.append(m_shown[size_t(index.row())]);

    m_sortColumn = qMax(HealthOrder, column);
    m_sortedBy = m_sortColumn < 0 ? QString() : m_columns[size_t(m_sortColumn)].id;
    m_sortOrder = order;
    sortRows();
    m_shown = filtered(m_all);

    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(
            index(int(placeIn(m_shown, *pointed[i]) - m_shown.begin()), before[i].column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void CollectionModel::setFilter(const QString &typed)
{
    const RowFilter next(typed);
    const bool narrower = next.narrows(m_filter);
    m_filter = next;
    showOnly(filtered(narrower ? m_shown : m_all));
    announce();
}

/// Goes over to another selection of rows in the same order. Few differences are told run by run;
/// many as "all gone" and "these are there".
void CollectionModel::showOnly(Rows rows)
{
    if (rows == m_shown)
        return;
    const bool removesOnly =
        rows.size() < m_shown.size() && !rows.empty()
        && std::ranges::includes(
            m_shown, rows, [this](const Row *a, const Row *b) { return less(*a, *b); });
    if (removesOnly && m_shown.size() - rows.size() <= 64) {
        for (auto i = m_shown.size(); i-- > 0;) {
            if (std::ranges::binary_search(
                    rows, m_shown[i], [this](const Row *a, const Row *b) { return less(*a, *b); }))
                continue;
            beginRemoveRows({}, int(i), int(i));
            m_shown.erase(m_shown.begin() + qsizetype(i));
            endRemoveRows();
        }
        return;
    }
    if (!m_shown.empty()) {
        beginRemoveRows({}, 0, int(m_shown.size()) - 1);
        m_shown.clear();
        endRemoveRows();
    }
    if (!rows.empty()) {
        beginInsertRows({}, 0, int(rows.size()) - 1);
        m_shown = std::move(rows);
        endInsertRows();
    }
}

void CollectionModel::addPage(const std::vector<kube::PackedItem> &items)
{
    // The first page and each that follows: too many rows to tell one by one.
    const auto inOrder = [this](const Row *a, const Row *b) { return less(*a, *b); };
    Rows added;
    for (const auto &item : items) {
        if (known(item.uidKey()))
            continue;
        const auto place = m_rows.insert(std::make_unique<Row>(makeRow(item))).first;
        count((*place)->health, 1);
        added.push_back(place->get());
    }
    std::ranges::sort(added, inOrder);
    const auto merge = [&inOrder](Rows &rows, const Rows &more) {
        const auto middle = rows.insert(rows.end(), more.begin(), more.end());
        std::ranges::inplace_merge(rows, middle, inOrder);
    };
    beginResetModel();
    merge(m_all, added);
    merge(m_shown, filtered(added));
    endResetModel();
    announce();
}

void CollectionModel::replaceAll(const std::vector<kube::PackedItem> &items)
{
    if (m_rows.empty()) {
        addPage(items);
        return;
    }
    std::unordered_set<std::string_view> present;
    for (const auto &item : items)
        present.insert(item.uidKey());
    std::vector<kube::PackedItem> gone;
    for (const auto &row : m_rows) {
        if (!present.contains(row->item.uidKey()))
            gone.push_back(row->item);
    }
    for (const auto &item : gone)
        removeRow(item.uidKey());
    for (const auto &item : items)
        upsert(item);
    announce();
}

void CollectionModel::apply(const std::vector<kube::PackedEvent> &events)
{
    for (const auto &event : events) {
        if (event.type == kube::ItemEvent::Type::Deleted)
            removeRow(event.item.uidKey());
        else
            upsert(event.item);
    }
    announce();
}

void CollectionModel::upsert(const kube::PackedItem &item)
{
    if (auto *row = known(item.uidKey())) {
        if (row->item != item)
            update(*row, makeRow(item));
        return;
    }
    auto *row = m_rows.insert(std::make_unique<Row>(makeRow(item))).first->get();
    count(row->health, 1);
    m_all.insert(placeIn(m_all, *row), row);
    if (passes(*row))
        insertShown(row);
}

/// Whether `row` stays between its neighbours when it becomes `next`: most changes are such, and
/// then nothing is moved.
bool CollectionModel::keepsPlace(const Rows &rows, const Row &row, const Row &next) const
{
    const auto place = std::ranges::lower_bound(
        rows, &row, [this](const Row *a, const Row *b) { return less(*a, *b); });
    return (place == rows.begin() || less(**std::prev(place), next))
        && (std::next(place) == rows.end() || less(next, **std::next(place)));
}

void CollectionModel::update(Row &row, Row next)
{
    const int from = shownAt(row);
    const bool show = passes(next);
    count(row.health, -1);
    count(next.health, 1);
    if (show == (from >= 0) && keepsPlace(m_all, row, next)) {
        row = std::move(next);
        if (show)
            Q_EMIT dataChanged(index(from, 0), index(from, qMax(0, columnCount() - 1)));
        return;
    }
    if (from >= 0 && !show)
        removeShown(row);
    m_all.erase(placeIn(m_all, row));
    if (from < 0 || !show) {
        row = std::move(next);
        m_all.insert(placeIn(m_all, row), &row);
        if (show)
            insertShown(&row);
        return;
    }

    const int place =
        int(placeIn(m_shown, next) - m_shown.begin()); // the row itself may be before it
    const int to = place > from ? place - 1 : place;
    if (to != from) {
        beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
        m_shown.erase(m_shown.begin() + from);
        m_shown.insert(m_shown.begin() + to, &row);
    }
    row = std::move(next);
    m_all.insert(placeIn(m_all, row), &row);
    if (to != from)
        endMoveRows();
    Q_EMIT dataChanged(index(to, 0), index(to, qMax(0, columnCount() - 1)));
}

void CollectionModel::insertShown(Row *row)
{
    const auto place = placeIn(m_shown, *row);
    const int at = int(place - m_shown.begin());
    beginInsertRows({}, at, at);
    m_shown.insert(place, row);
    endInsertRows();
}

void CollectionModel::removeShown(const Row &row)
{
    const int at = shownAt(row);
    if (at < 0)
        return;
    beginRemoveRows({}, at, at);
    m_shown.erase(m_shown.begin() + at);
    endRemoveRows();
}

void CollectionModel::removeRow(std::string_view uidKey)
{
    const auto found = m_rows.find(uidKey);
    if (found == m_rows.end())
        return;
    removeShown(**found);
    m_all.erase(placeIn(m_all, **found));
    count((*found)->health, -1);
    m_rows.erase(found);
}

} // namespace workspace
