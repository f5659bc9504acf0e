// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/relations/labelindex.h"
#include "kube/relations/objectrelations.h"

#include <QObject>
#include <QSet>

#include <vector>

namespace kube {

/// One end of a relation, as seen from the other.
struct RelationEnd
{
    Relation relation = Relation::OwnedBy;
    ObjectKey object = {};

    bool operator==(const RelationEnd &) const = default;
};

/// What is now known of one object.
struct RelationChange
{
    ObjectRelations relations = {};
    bool removed = false; ///< then only the object's key counts
};

/// Who refers to whom, kept current object by object.
///
/// Holds keys, relations and the labels that selectors look at, never contents. A change costs as
/// much as that object has references, labels and selectors, however many objects there are.
/// References lead also to objects that were never told of. Lives on one thread; answers at once,
/// in no particular order.
class RelationGraph : public QObject
{
    Q_OBJECT

public:
    enum class Presence {
        Unknown, ///< objects of its kind were not listed, so nobody can tell
        There,
        Missing, ///< all objects of its kind are known, and it is not among them
    };

    using QObject::QObject;

    /// Takes in changes in order and tells of them once. Changes may repeat.
    void apply(const std::vector<RelationChange> &changes);
    void set(const ObjectRelations &relations) { apply({{relations}}); }
    void remove(const ObjectKey &object)
    {
        apply({{.relations = {.object = object}, .removed = true}});
    }
    /// Says that every object of the kind in this namespace (empty: in all) has been told of.
    void setComplete(const QString &group, const QString &kind, const QString &nameSpace,
                     bool complete);

    Presence presence(const ObjectKey &object) const;
    std::vector<RelationEnd> uses(const ObjectKey &object) const; ///< what it refers to
    std::vector<RelationEnd> usedBy(const ObjectKey &object) const; ///< what refers to it
    /// The objects of a kind that were told of; an empty namespace means all.
    std::vector<ObjectKey> objects(const QString &group, const QString &kind,
                                   const QString &nameSpace = {}) const;
    qsizetype objectCount() const { return m_known; }
    /// How many references, labels and selectors were touched so far; tells what a change cost.
    quint64 steps() const { return m_steps + m_labels.steps(); }

Q_SIGNALS:
    /// The objects whose answer to uses(), usedBy() or presence() is another now.
    void changed(const QSet<kube::ObjectKey> &objects);

private:
    using Id = LabelIndex::Id;
    struct Edge
    {
        Relation relation = Relation::OwnedBy;
        Id to = 0;

        bool operator==(const Edge &) const = default;
    };
    struct Node
    {
        ObjectKey key = {};
        bool known = false;
        bool labelled = false;
        std::vector<Edge> out = {};
        QSet<quint64> in = {}; ///< relation << 32 | from
    };

    Id take(const ObjectKey &key);
    void release(Id id); ///< forgets a node that nothing leads to
    QString shared(const QString &text);
    std::optional<Id> find(const ObjectKey &key) const;
    void put(const ObjectRelations &relations);
    bool putEdges(Id id, const std::vector<Reference> &references);
    void putLabels(Id id, const ObjectRelations &relations);
    void putSelections(Id id, const std::vector<Selection> &selections);
    void clear(const ObjectKey &key);
    void tell(Id id) { m_told.insert(m_nodes[id].key); }
    void tell(const std::vector<LabelIndex::Match> &matches);

    std::vector<Node> m_nodes;
    std::vector<Id> m_free;
    QHash<ObjectKey, Id> m_ids;
    QHash<std::pair<QString, QString>, QSet<Id>> m_kinds; ///< known ones by group and kind
    QSet<QString> m_texts; ///< groups, kinds, namespaces: held once
    QSet<std::pair<std::pair<QString, QString>, QString>> m_complete;
    LabelIndex m_labels;
    QSet<ObjectKey> m_told;
    qsizetype m_known = 0;
    quint64 m_steps = 0;
};

} // namespace kube
