// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/tree/treeforest.h"

#include "kube/health/rowhealth.h"
#include "workspace/tree/treerules.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace workspace {

static QString textOf(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

void TreeForest::addKind(const kube::ApiResource &resource)
{
    m_kinds.push_back({.resource = resource});
}

int TreeForest::kindOf(const kube::ApiResource &resource) const
{
    const auto found = std::ranges::find_if(
        m_kinds, [&resource](const Kind &kind) { return kind.resource.gvr() == resource.gvr(); });
    return found == m_kinds.end() ? -1 : int(found - m_kinds.begin());
}

void TreeForest::setColumns(int at, const QList<kube::TableColumn> &columns)
{
    auto &kind = m_kinds[size_t(at)];
    kind.columns = columns;
    const auto place = [&columns](std::initializer_list<QLatin1StringView> names) {
        for (const auto name : names) {
            for (int i = 0; i < int(columns.size()); ++i) {
                if (columns[i].name == name)
                    return i;
            }
        }
        return -1;
    };
    kind.status = place({"Status"_L1, "Type"_L1, "Hosts"_L1});
    kind.ready = place({"Ready"_L1, "Completions"_L1});
    kind.desired = place({"Desired"_L1});
    kind.restarts = place({"Restarts"_L1});
    for (auto &node : m_nodes) {
        if (node.kind == at && node.hasItem)
            judge(node);
    }
}

void TreeForest::addFeed(std::shared_ptr<kube::RelationFeed> feed)
{
    m_feeds.push_back(std::move(feed));
}

const kube::RelationGraph *TreeForest::graphOf(const kube::ObjectKey &key) const
{
    for (const auto &feed : m_feeds) {
        if (feed->nameSpace().isEmpty() || feed->nameSpace() == key.nameSpace)
            return &feed->graph();
    }
    return nullptr;
}

int TreeForest::find(const kube::ObjectKey &key) const
{
    return m_index.value(key, -1);
}

int TreeForest::take(const kube::ObjectKey &key)
{
    const auto known = m_index.constFind(key);
    if (known != m_index.cend())
        return *known;
    const int at = size();
    auto &node = m_nodes.emplace_back();
    node.key = key;
    const auto kind = std::ranges::find_if(m_kinds, [&key](const Kind &each) {
        return each.resource.kind == key.kind && each.resource.group == key.group;
    });
    node.kind = kind == m_kinds.end() ? -1 : int(kind - m_kinds.begin());
    judge(node);
    m_index.insert(key, at);
    return at;
}

int TreeForest::put(int kind, const kube::PackedItem &item)
{
    const auto &resource = m_kinds[size_t(kind)].resource;
    const int at =
        take({resource.group, resource.kind, textOf(item.nameSpace()), textOf(item.name())});
    auto &node = m_nodes[size_t(at)];
    node.kind = kind;
    node.item = item;
    node.hasItem = true;
    judge(node);
    return at;
}

int TreeForest::remove(int kind, const kube::PackedItem &item)
{
    const auto &resource = m_kinds[size_t(kind)].resource;
    const int at =
        find({resource.group, resource.kind, textOf(item.nameSpace()), textOf(item.name())});
    if (at < 0)
        return -1;
    auto &node = m_nodes[size_t(at)];
    if (node.item.uidKey() != item.uidKey())
        return -1; // another one of that name is there by now
    node.item = {};
    node.hasItem = false;
    ++m_gone;
    judge(node);
    return at;
}

/// Its health, and its text for the filter.
void TreeForest::judge(Node &node) const
{
    QString text = node.key.nameSpace.toLower() + u'\n' + node.key.name.toLower() + u'\n'
        + node.key.kind.toLower();
    if (node.hasItem) {
        const auto &kind = m_kinds[size_t(node.kind)];
        node.health =
            kube::diagnoseRow(kind.resource.kind, kind.columns, node.item.unpacked()).health;
        text += u'\n' + node.item.cell(kind.status).toLower();
    } else {
        const auto *graph = graphOf(node.key);
        const bool isMissing =
            graph && graph->presence(node.key) == kube::RelationGraph::Presence::Missing;
        node.health = isMissing ? kube::Health::Error : kube::Health::Unknown;
    }
    node.text = text.toUtf8();
}

void TreeForest::grow(int at)
{
    if (m_nodes[size_t(at)].isGrown)
        return;
    const auto key = m_nodes[size_t(at)].key;
    std::vector<int> children;
    if (const auto *graph = graphOf(key)) {
        auto keys = key.kind == m_usersOf ? usersIn(*graph, key) : std::vector<kube::ObjectKey>();
        for (const auto &branch : branchesOf(*graph, key)) {
            if (!std::ranges::contains(keys, branch))
                keys.push_back(branch);
        }
        for (const auto &child : keys)
            children.push_back(take(child));
    }
    auto &node = m_nodes[size_t(at)];
    node.children = std::move(children);
    node.isGrown = true;
}

void TreeForest::root(int at)
{
    if (m_nodes[size_t(at)].isRooted)
        return;
    const auto key = m_nodes[size_t(at)].key;
    const auto *graph = graphOf(key);
    const int top = graph ? take(topOf(*graph, key)) : at;
    m_nodes[size_t(at)].top = top;
    m_nodes[size_t(at)].isRooted = true;
}

std::vector<int> TreeForest::forget(const QSet<kube::ObjectKey> &changed)
{
    std::vector<int> nodes;
    const auto forgetOne = [this, &nodes](const kube::ObjectKey &key) {
        const int at = find(key);
        if (at < 0)
            return;
        auto &node = m_nodes[size_t(at)];
        node.isGrown = false;
        node.isRooted = false;
        if (!node.hasItem)
            judge(node); // it may lack now, or be there
        nodes.push_back(at);
    };
    for (const auto &key : changed) {
        forgetOne(key);
        const bool isBetween = key.kind == "ReplicaSet"_L1 || key.kind == "Job"_L1;
        const auto *graph = isBetween ? graphOf(key) : nullptr;
        if (!graph)
            continue;
        // A deployment's pods hang on its sets: both ends see each other through them.
        for (const auto &owner : graph->uses(key)) {
            if (owner.relation == kube::Relation::ControlledBy)
                forgetOne(owner.object);
        }
        for (const auto &part : graph->usedBy(key)) {
            if (part.relation == kube::Relation::ControlledBy)
                forgetOne(part.object);
        }
    }
    return nodes;
}

/// Objects come and go for weeks.
bool TreeForest::isBloated() const
{
    static constexpr int MostGone = 5000;
    return m_gone > MostGone && m_gone > size() / 4;
}

void TreeForest::compact()
{
    m_gone = 0;
    const auto nodes = std::exchange(m_nodes, {});
    m_index.clear();
    for (const auto &node : nodes) {
        if (node.hasItem)
            put(node.kind, node.item);
    }
}

} // namespace workspace
