// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/health/health.h"
#include "kube/objectref.h"
#include "kube/relations/relationfeed.h"
#include "kube/watch/packeditem.h"

#include <QHash>

#include <deque>
#include <memory>
#include <vector>

namespace workspace {

/// The objects that a tree is made of, and which stands below which. An object is held once,
/// however often it stands in the tree. Growing costs what the object has relations, so it is done
/// when somebody looks, or some at a time. A value apart from the feeds that it shares.
class TreeForest
{
public:
    /// A kind whose rows are known.
    struct Kind
    {
        kube::ApiResource resource = {};
        QList<kube::TableColumn> columns = {};
        int status = -1; ///< cells
        int ready = -1;
        int desired = -1;
        int restarts = -1;
        bool isListed = false;
    };
    struct Node
    {
        kube::ObjectKey key = {};
        int kind = -1; ///< among the kinds; -1: only known by its relations
        bool hasItem = false;
        kube::PackedItem item = {};
        kube::Health health = kube::Health::Unknown;
        QByteArray text = {}; ///< as RowFilter reads it
        std::vector<int> children = {};
        int top = -1; ///< what a part of it hangs on: topOf()
        bool isGrown = false; ///< children are known
        bool isRooted = false; ///< top is known
    };

    void addKind(const kube::ApiResource &resource);
    const std::vector<Kind> &kinds() const { return m_kinds; }
    int kindOf(const kube::ApiResource &resource) const; ///< -1 when unknown
    void setColumns(int kind, const QList<kube::TableColumn> &columns);
    void setListed(int kind) { m_kinds[size_t(kind)].isListed = true; }

    /// The relations of a namespace, empty: of all. Shared with whoever looks at them, too.
    void addFeed(std::shared_ptr<kube::RelationFeed> feed);
    const std::vector<std::shared_ptr<kube::RelationFeed>> &feeds() const { return m_feeds; }
    /// The tree begins with what is used: below stand its users.
    void setUsersOf(const QString &kind) { m_usersOf = kind; }

    int put(int kind, const kube::PackedItem &item); ///< returns the node
    int remove(int kind, const kube::PackedItem &item); ///< -1: it was not there
    const Node &node(int at) const { return m_nodes[size_t(at)]; }
    int size() const { return int(m_nodes.size()); }
    int find(const kube::ObjectKey &key) const; ///< -1 when unknown

    /// Finds out what stands below, unless that is known.
    void grow(int at);
    /// Finds out what it is part of.
    void root(int at);
    /// What of the tree is to be looked at anew: the nodes that stand for these objects.
    std::vector<int> forget(const QSet<kube::ObjectKey> &changed);

    bool isBloated() const; ///< by objects that are gone
    /// Lets go of them. All nodes are others then.
    void compact();

private:
    int take(const kube::ObjectKey &key);
    const kube::RelationGraph *graphOf(const kube::ObjectKey &key) const;
    void judge(Node &node) const;

    std::vector<Kind> m_kinds;
    std::vector<std::shared_ptr<kube::RelationFeed>> m_feeds;
    std::deque<Node> m_nodes; ///< never move: there may be tens of thousands
    QHash<kube::ObjectKey, int> m_index;
    QString m_usersOf;
    int m_gone = 0; ///< nodes that were removed
};

} // namespace workspace
