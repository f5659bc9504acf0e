// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/clusters/statusboard.h"

#include "kube/cluster.h"
#include "kube/watch/resourcecache.h"
#include "workspace/clusters/clusterset.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(workspace)
};

/// The columns in which kinds say how they are, best first.
const QStringList &statusColumns()
{
    static const QStringList names{u"Status"_s,      u"Phase"_s, u"Ready"_s,
                                   u"Completions"_s, u"Type"_s,  u"Reason"_s};
    return names;
}

} // namespace

struct StatusBoard::Entry
{
    KrateRecord krate;
    std::unique_ptr<kube::Subscription> objects;
    std::unique_ptr<CollectionModel> model;
    Status status;
    bool wasThere = false;
};

StatusBoard::StatusBoard(ClusterSet &clusters, QObject *parent)
    : QObject(parent)
    , m_clusters(clusters)
{
    connect(&clusters, &ClusterSet::clusterClosing, this, [this](const QString &context) {
        for (const auto &[id, entry] : m_entries) {
            if (entry->krate.cluster != context)
                continue;
            entry->objects.reset();
            entry->model.reset();
        }
    });
    const auto resume = [this](const QString &context) {
        for (const auto &[id, entry] : m_entries) {
            if (entry->krate.cluster == context && !entry->objects)
                begin(*entry);
        }
    };
    connect(&clusters, &ClusterSet::clusterReplaced, this, resume);
    connect(&clusters, &ClusterSet::clusterChanged, this, resume);
}

StatusBoard::~StatusBoard() = default;

void StatusBoard::watch(const KrateRecord &krate)
{
    auto &entry = m_entries[krate.id];
    if (entry && entry->krate.object == krate.object && entry->krate.collection == krate.collection
        && entry->krate.cluster == krate.cluster)
        return;
    entry = std::make_unique<Entry>();
    entry->krate = krate;
    begin(*entry);
}

void StatusBoard::forget(const QString &krateId)
{
    m_entries.erase(krateId);
}

StatusBoard::Status StatusBoard::status(const QString &krateId) const
{
    const auto found = m_entries.find(krateId);
    return found == m_entries.end() ? Status() : found->second->status;
}

void StatusBoard::begin(Entry &entry)
{
    auto *cluster = m_clusters.cluster(entry.krate.cluster);
    if (!cluster || !cluster->hasResources())
        return;
    const auto &object = entry.krate.object;
    if (!object)
        return;
    const auto *resource = cluster->resources().findKind(object->apiVersion, object->kind);
    if (!resource || !resource->can(u"list"))
        return;
    const kube::Reflector::Options options{.resource = *resource,
                                           .nameSpace = object->nameSpace,
                                           .fieldSelector = u"metadata.name="_s + object->name};
    entry.objects = cluster->cache().subscribe(options);
    entry.model = std::make_unique<CollectionModel>(*resource, false);
    entry.model->follow(*entry.objects);
    auto *model = entry.model.get();
    const auto look = [this, &entry] { judge(entry); };
    connect(model, &QAbstractItemModel::dataChanged, this, look);
    connect(model, &QAbstractItemModel::rowsInserted, this, look);
    connect(model, &QAbstractItemModel::rowsRemoved, this, look);
    connect(model, &QAbstractItemModel::modelReset, this, look);
    connect(model, &CollectionModel::countsChanged, this, look);
    entry.objects->start();
}

void StatusBoard::set(const KrateRecord &krate, const CollectionModel::Counts &counts)
{
    watch(krate);
    Status next{Health::Ok, {}};
    if (counts.failing > 0)
        next = {Health::Error, Tr::tr("%n failing", nullptr, counts.failing)};
    else if (counts.warning > 0)
        next = {Health::Warning, Tr::tr("%n degraded", nullptr, counts.warning)};
    else if (counts.pending > 0)
        next = {Health::Pending, Tr::tr("%n pending", nullptr, counts.pending)};
    take(*m_entries.at(krate.id), next);
}

void StatusBoard::judge(Entry &entry)
{
    const auto &model = *entry.model;
    Status next;
    if (model.rowCount() == 0)
        return take(entry, {Health::Unknown, entry.wasThere ? Tr::tr("Deleted") : QString()});
    entry.wasThere = true;
    next.health = model.health(0);
    for (const auto &name : statusColumns()) {
        for (int column = 0; column < model.columnCount() && next.word.isEmpty(); ++column) {
            if (model.columns()[size_t(column)].title.compare(name, Qt::CaseInsensitive) == 0)
                next.word = model.text(0, column);
        }
    }
    take(entry, next);
}

void StatusBoard::take(Entry &entry, const Status &next)
{
    if (std::exchange(entry.status, next) != next)
        Q_EMIT changed(entry.krate.id);
}

} // namespace workspace
