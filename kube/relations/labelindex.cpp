// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/relations/labelindex.h"

#include <algorithm>

namespace kube {

/// The one value that the requirement asks for, if it asks for one.
static std::optional<QString> exactValue(const LabelRequirement &requirement)
{
    using Operator = LabelRequirement::Operator;
    const bool positive = requirement.op == Operator::Equals
        || requirement.op == Operator::DoubleEquals || requirement.op == Operator::In;
    if (!positive || requirement.values.size() != 1)
        return {};
    return requirement.values.front();
}

std::optional<std::pair<QString, QString>> LabelIndex::anchorOf(const LabelSelector &selector)
{
    for (const auto &requirement : selector.requirements()) {
        if (const auto value = exactValue(requirement))
            return std::pair(requirement.key, *value);
    }
    return {};
}

quint32 LabelIndex::take(const Name &name)
{
    if (const auto found = m_ids.constFind(name); found != m_ids.cend())
        return *found;
    quint32 id = 0;
    if (m_free.empty()) {
        id = quint32(m_labels.size());
        m_labels.emplace_back();
    } else {
        id = m_free.back();
        m_free.pop_back();
    }
    m_labels[id].name = name;
    m_ids.insert(name, id);
    return id;
}

void LabelIndex::release(quint32 id)
{
    auto &label = m_labels[id];
    if (!label.carriers.isEmpty() || !label.selectors.isEmpty())
        return;
    m_ids.remove(label.name);
    label = {};
    m_free.push_back(id);
}

const LabelIndex::Label *LabelIndex::find(const Name &name) const
{
    const auto found = m_ids.constFind(name);
    return found == m_ids.cend() ? nullptr : &m_labels[*found];
}

void LabelIndex::dropPlace(const QString &nameSpace)
{
    const auto place = m_places.constFind(nameSpace);
    if (place != m_places.cend() && place->carriers.isEmpty() && place->broad.isEmpty())
        m_places.erase(place);
}

void LabelIndex::setLabels(Id carrier, const QString &nameSpace,
                           const QMap<QString, QString> &labels)
{
    removeLabels(carrier);
    Carrier entry{nameSpace, {}};
    for (auto label = labels.begin(); label != labels.end(); ++label) {
        ++m_steps;
        const auto id = take({nameSpace, label.key(), *label});
        m_labels[id].carriers.insert(carrier);
        entry.labels.push_back(id);
    }
    m_places[nameSpace].carriers.insert(carrier);
    m_carriers.insert(carrier, entry);
}

void LabelIndex::removeLabels(Id carrier)
{
    const auto entry = m_carriers.constFind(carrier);
    if (entry == m_carriers.cend())
        return;
    for (const auto id : entry->labels) {
        ++m_steps;
        m_labels[id].carriers.remove(carrier);
        release(id);
    }
    const auto nameSpace = entry->nameSpace;
    m_places[nameSpace].carriers.remove(carrier);
    dropPlace(nameSpace);
    m_carriers.erase(entry);
}

void LabelIndex::drop(Id owner)
{
    const auto entry = m_selectors.constFind(owner);
    if (entry == m_selectors.cend())
        return;
    for (const auto id : entry->anchors) {
        m_labels[id].selectors.remove(owner);
        release(id);
    }
    const auto nameSpace = entry->nameSpace;
    m_places[nameSpace].broad.remove(owner);
    dropPlace(nameSpace);
    m_selectors.erase(entry);
}

void LabelIndex::setSelections(Id owner, const QString &nameSpace,
                               const std::vector<Selection> &selections)
{
    drop(owner);
    if (selections.empty())
        return;
    Selector entry{nameSpace, selections, {}};
    for (const auto &selection : selections) {
        ++m_steps;
        if (const auto anchor = anchorOf(selection.selector)) {
            const auto id = take({nameSpace, anchor->first, anchor->second});
            if (!std::ranges::contains(entry.anchors, id))
                entry.anchors.push_back(id);
            m_labels[id].selectors.insert(owner);
        } else {
            m_places[nameSpace].broad.insert(owner);
        }
    }
    m_selectors.insert(owner, entry);
}

QMap<QString, QString> LabelIndex::labels(Id carrier) const
{
    QMap<QString, QString> result;
    if (const auto entry = m_carriers.constFind(carrier); entry != m_carriers.cend()) {
        for (const auto id : entry->labels)
            result.insert(m_labels[id].name.key, m_labels[id].name.value);
    }
    return result;
}

std::vector<Selection> LabelIndex::selections(Id owner) const
{
    const auto entry = m_selectors.constFind(owner);
    return entry == m_selectors.cend() ? std::vector<Selection>() : entry->selections;
}

void LabelIndex::collect(const Selector &owner, const Selection &selection,
                         std::vector<Match> &into) const
{
    const auto place = m_places.constFind(owner.nameSpace);
    if (place == m_places.cend())
        return;
    // Labels that are asked for exactly narrow the search; the rest is held against each carrier.
    const QSet<Id> *fewest = &place->carriers;
    std::vector<const QSet<Id> *> exact;
    bool inexact = false;
    for (const auto &requirement : selection.selector.requirements()) {
        const auto value = exactValue(requirement);
        if (!value) {
            inexact = true;
            continue;
        }
        const auto *label = find({owner.nameSpace, requirement.key, *value});
        if (!label)
            return;
        exact.push_back(&label->carriers);
        if (label->carriers.size() < fewest->size())
            fewest = &label->carriers;
    }
    for (const auto id : *fewest) {
        ++m_steps;
        if (!std::ranges::all_of(exact, [id](const auto *set) { return set->contains(id); }))
            continue;
        if (!inexact || selection.selector.matches(labels(id)))
            into.push_back({id, selection.relation});
    }
}

std::vector<LabelIndex::Match> LabelIndex::carriersOf(Id owner) const
{
    std::vector<Match> result;
    if (const auto entry = m_selectors.constFind(owner); entry != m_selectors.cend()) {
        for (const auto &selection : entry->selections)
            collect(*entry, selection, result);
    }
    return result;
}

std::vector<LabelIndex::Match> LabelIndex::selectorsOf(Id carrier) const
{
    const auto entry = m_carriers.constFind(carrier);
    if (entry == m_carriers.cend())
        return {};
    auto candidates = m_places.value(entry->nameSpace).broad;
    for (const auto id : entry->labels) {
        ++m_steps;
        candidates.unite(m_labels[id].selectors);
    }
    std::vector<Match> result;
    const auto own = labels(carrier);
    for (const auto id : std::as_const(candidates)) {
        ++m_steps;
        const auto owner = m_selectors.constFind(id);
        for (const auto &selection : owner->selections) {
            if (selection.selector.matches(own))
                result.push_back({id, selection.relation});
        }
    }
    return result;
}

} // namespace kube
