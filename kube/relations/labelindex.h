// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/relations/objectrelations.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace kube {

/// Which label selectors match which carriers of labels, asked from either side. Pairs are not
/// held: a change costs as much as the carrier has labels, however many objects there are, and an
/// answer costs as much as it is long. Within one namespace each.
class LabelIndex
{
public:
    using Id = quint32;
    struct Match
    {
        Id id = 0;
        Relation relation = Relation::Selects;
    };

    /// Replaces what the carrier had; no labels still makes it one that an empty selector matches.
    void setLabels(Id carrier, const QString &nameSpace, const QMap<QString, QString> &labels);
    void removeLabels(Id carrier);
    /// Replaces what the object selected; none takes it out.
    void setSelections(Id owner, const QString &nameSpace,
                       const std::vector<Selection> &selections);

    QMap<QString, QString> labels(Id carrier) const;
    std::vector<Selection> selections(Id owner) const;
    std::vector<Match> carriersOf(Id owner) const; ///< whom its selections match
    std::vector<Match> selectorsOf(Id carrier) const; ///< whose selections match it

    /// How many labels and selectors were looked at so far; tells what a change cost.
    quint64 steps() const { return m_steps; }

private:
    struct Name
    {
        QString nameSpace = {};
        QString key = {};
        QString value = {};

        bool operator==(const Name &) const = default;
        friend size_t qHash(const Name &name, size_t seed = 0)
        {
            return qHashMulti(seed, name.nameSpace, name.key, name.value);
        }
    };
    struct Label
    {
        Name name = {};
        QSet<Id> carriers = {};
        QSet<Id> selectors = {}; ///< that require just this label
    };
    struct Place
    {
        QSet<Id> carriers = {};
        QSet<Id> broad = {}; ///< selectors that require no particular label
    };
    struct Carrier
    {
        QString nameSpace = {};
        std::vector<quint32> labels = {};
    };
    struct Selector
    {
        QString nameSpace = {};
        std::vector<Selection> selections = {};
        std::vector<quint32> anchors = {}; ///< labels that lead to it
    };

    static std::optional<std::pair<QString, QString>> anchorOf(const LabelSelector &selector);
    quint32 take(const Name &name);
    void release(quint32 label);
    const Label *find(const Name &name) const;
    void drop(Id owner);
    void dropPlace(const QString &nameSpace);
    void collect(const Selector &owner, const Selection &selection, std::vector<Match> &into) const;

    QHash<Name, quint32> m_ids;
    std::vector<Label> m_labels;
    std::vector<quint32> m_free;
    QHash<QString, Place> m_places;
    QHash<Id, Carrier> m_carriers;
    QHash<Id, Selector> m_selectors;
    mutable quint64 m_steps = 0;
};

} // namespace kube
