// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/health/clusterrollup.h"

#include "kube/cluster.h"
#include "kube/health/rowhealth.h"
#include "kube/watch/resourcecache.h"
#include "workspace/clusters/clusterset.h"
#include "workspace/clusters/statusboard.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::Health)
};

} // namespace

Health ClusterSummary::health() const
{
    if (hasNodes && nodes.total > 0 && nodes.failing == nodes.total)
        return Health::Error;
    const bool trouble = nodes.failing > 0 || open.failing > 0;
    return trouble ? Health::Warning : Health::Ok;
}

QString ClusterSummary::word() const
{
    QStringList parts;
    if (nodes.failing > 0)
        parts += Tr::tr("%n node(s) not ready", nullptr, nodes.failing);
    if (open.failing > 0)
        parts += Tr::tr("%Ln failing", nullptr, open.failing);
    return parts.join(u" · "_s);
}

QString ClusterSummary::text() const
{
    QStringList parts;
    if (!hasNodes)
        parts += Tr::tr("The nodes may not be seen.");
    else if (nodes.failing == 0)
        parts += Tr::tr("%n node(s), all ready.", nullptr, nodes.total);
    else
        parts += Tr::tr("%1 of %n node(s) not ready.", nullptr, nodes.total).arg(nodes.failing);
    if (nodes.warning > 0)
        parts += Tr::tr("%n node(s) cordoned.", nullptr, nodes.warning);
    if (open.total == 0) {
        parts += Tr::tr("Only nodes are counted while nothing of this cluster is open.");
        return parts.join(u' ');
    }
    const auto trouble = troubleText(open);
    parts += trouble.isEmpty()
        ? Tr::tr("None of the %Ln object(s) that are open here is in trouble.", nullptr, open.total)
        : Tr::tr("Of the %Ln object(s) that are open here: %1.", nullptr, open.total).arg(trouble);
    parts += Tr::tr("What is not open is not counted.");
    return parts.join(u' ');
}

struct ClusterRollUp::Nodes
{
    std::unique_ptr<kube::Subscription> source = {};
    QList<kube::TableColumn> columns = {};
    std::map<QString, Health> health = {}; ///< by uid
};

ClusterRollUp::ClusterRollUp(ClusterSet &clusters, const StatusBoard &board, QObject *parent)
    : QObject(parent)
    , m_clusters(clusters)
    , m_board(board)
{
    connect(&clusters, &ClusterSet::clusterClosing, this,
            [this](const QString &context) { m_nodes.erase(context); });
    connect(&clusters, &ClusterSet::clusterReplaced, this, &ClusterRollUp::watch);
    connect(&clusters, &ClusterSet::clusterChanged, this, &ClusterRollUp::watch);
    connect(&board, &StatusBoard::countsChanged, this, &ClusterRollUp::changed);
    for (const auto &context : clusters.openedNames())
        watch(context);
}

ClusterRollUp::~ClusterRollUp() = default;

void ClusterRollUp::watch(const QString &context)
{
    auto *cluster = m_clusters.opened(context);
    if (!cluster || !cluster->hasResources() || m_nodes.contains(context))
        return;
    const auto *resource = cluster->resources().findKind(u"v1", u"Node");
    if (!resource || !resource->can(u"list"))
        return;
    auto &nodes = m_nodes[context];
    nodes = std::make_unique<Nodes>();
    nodes->source = cluster->cache().subscribe({.resource = *resource});
    auto *source = nodes->source.get();
    auto *known = nodes.get();
    const auto tell = [this, context] { Q_EMIT changed(context); };
    const auto take = [known](const kube::PackedItem &item) {
        known->health[item.uid()] =
            kube::diagnoseRow(u"Node"_s, known->columns, item.unpacked()).health;
    };
    connect(source, &kube::Subscription::columnsChanged, this,
            [known](const QList<kube::TableColumn> &columns) { known->columns = columns; });
    connect(source, &kube::Subscription::pageListed, this,
            [take, tell](const std::vector<kube::PackedItem> &items) {
                for (const auto &item : items)
                    take(item);
                tell();
            });
    connect(source, &kube::Subscription::changed, this,
            [known, take, tell](const std::vector<kube::PackedEvent> &events) {
                for (const auto &event : events) {
                    if (event.type == kube::ItemEvent::Type::Deleted)
                        known->health.erase(event.item.uid());
                    else
                        take(event.item);
                }
                tell();
            });
    connect(source, &kube::Subscription::stateChanged, this, tell);
    source->start();
}

ClusterSummary ClusterRollUp::summary(const QString &context) const
{
    ClusterSummary summary{.open = m_board.counts(context)};
    const auto found = m_nodes.find(context);
    if (found == m_nodes.end())
        return summary;
    const auto state = found->second->source->state();
    summary.hasNodes = !found->second->health.empty() && state != kube::Reflector::State::Refused;
    for (const auto &[uid, health] : found->second->health)
        summary.nodes.add(health);
    return summary;
}

} // namespace workspace
