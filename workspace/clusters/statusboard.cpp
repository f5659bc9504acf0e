// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/clusters/statusboard.h"

#include "kube/access/accessreview.h"
#include "kube/cluster.h"
#include "kube/health/rowhealth.h"
#include "kube/watch/resourcecache.h"
#include "workspace/clusters/clusterset.h"
#include "workspace/health/exacthealth.h"
#include "workspace/safety/refusal.h"

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
    std::unique_ptr<ExactHealth> exact; ///< while the row is not enough
    kube::HealthCounts counts;
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
            entry->exact.reset();
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
    const auto found = m_entries.find(krateId);
    if (found == m_entries.end())
        return;
    const auto cluster = found->second->krate.cluster;
    m_entries.erase(found);
    Q_EMIT countsChanged(cluster);
}

StatusBoard::Status StatusBoard::status(const QString &krateId) const
{
    const auto found = m_entries.find(krateId);
    return found == m_entries.end() ? Status() : found->second->status;
}

kube::HealthCounts StatusBoard::counts(const QString &cluster) const
{
    kube::HealthCounts sum;
    for (const auto &[id, entry] : m_entries) {
        if (entry->krate.cluster == cluster)
            sum.add(entry->counts);
    }
    return sum;
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
    connect(entry.objects.get(), &kube::Subscription::stateChanged, model,
            [this, &entry] { takeRefusal(entry); });
    entry.objects->start();
}

/// Who may not list the object may still be allowed to read it: asked each time that the list is
/// refused, which is once a minute, and when it is no longer.
void StatusBoard::takeRefusal(Entry &entry)
{
    using State = kube::Reflector::State;
    const auto state = entry.objects->state();
    if (state == State::Live && entry.status.isLocked)
        return judge(entry);
    const auto error = entry.objects->lastError();
    auto *cluster = m_clusters.opened(entry.krate.cluster);
    if (state != State::Refused || !error || error->kind != kube::Error::Kind::Forbidden
        || !cluster)
        return;
    const auto &resource = entry.objects->options().resource;
    const auto &object = *entry.krate.object;
    const auto nameSpace = resource.namespaced ? object.nameSpace : QString();
    const auto question =
        kube::AccessQuestion::about({resource.gvr(), nameSpace, object.name}, u"get"_s);
    cluster->access().ask(question).then(
        this,
        [this, question, id = entry.krate.id,
         context = entry.krate.cluster](const kube::Result<kube::AccessAnswer> &answer) {
            if (answer)
                takeRight(id, answer->allowed ? QString() : lockedText(question, context));
        });
}

/// An empty sentence: it may be read.
void StatusBoard::takeRight(const QString &krateId, const QString &sentence)
{
    const auto found = m_entries.find(krateId);
    if (found == m_entries.end() || !found->second->objects)
        return;
    auto &entry = *found->second;
    if (!sentence.isEmpty() && entry.objects->state() != kube::Reflector::State::Live)
        take(entry, {.word = Tr::tr("Locked"), .sentence = sentence, .isLocked = true});
    else if (entry.status.isLocked)
        take(entry, {});
}

void StatusBoard::askAgain(const QString &krateId)
{
    const auto found = m_entries.find(krateId);
    auto *cluster =
        found == m_entries.end() ? nullptr : m_clusters.opened(found->second->krate.cluster);
    if (!cluster)
        return;
    cluster->access().forget();
    begin(*found->second);
}

void StatusBoard::set(const KrateRecord &krate, const CollectionModel::Counts &counts)
{
    watch(krate);
    if (krate.collection && krate.collection->kind == "Event"_L1) {
        // What has happened is told, not counted as the health of anything.
        const auto word =
            counts.warning > 0 ? Tr::tr("%n warning(s)", nullptr, counts.warning) : QString();
        const auto health = counts.warning > 0 ? Health::Warning : Health::Ok;
        return take(*m_entries.at(krate.id), {.health = health, .word = word});
    }
    Status next{.health = Health::Ok};
    if (counts.failing > 0)
        next = {.health = Health::Error, .word = Tr::tr("%n failing", nullptr, counts.failing)};
    else if (counts.warning > 0)
        next = {.health = Health::Warning, .word = Tr::tr("%n degraded", nullptr, counts.warning)};
    else if (counts.pending > 0)
        next = {.health = Health::Pending, .word = Tr::tr("%n pending", nullptr, counts.pending)};
    auto &entry = *m_entries.at(krate.id);
    // Whether the rest is fine, finished or unknown is not counted by collections.
    entry.counts = {.total = counts.total,
                    .failing = counts.failing,
                    .warning = counts.warning,
                    .pending = counts.pending,
                    .ok = counts.total - counts.failing - counts.warning - counts.pending};
    next.sentence = troubleText(entry.counts);
    take(entry, next);
    Q_EMIT countsChanged(krate.cluster);
}

void StatusBoard::judge(Entry &entry)
{
    const auto &model = *entry.model;
    Status next;
    if (model.rowCount() == 0) {
        entry.exact.reset();
        return take(entry,
                    {.word = entry.wasThere ? Tr::tr("Deleted") : QString(),
                     .isGone = entry.wasThere && entry.objects->isListed()});
    }
    entry.wasThere = true;
    const auto quick = model.diagnosis(0);
    lookCloser(entry, quick);
    const auto known = entry.exact && entry.exact->isKnown() ? entry.exact->diagnosis() : quick;
    next.health = known.health;
    next.sentence = healthSentence(known);
    for (const auto &name : statusColumns()) {
        for (int column = 0; column < model.columnCount() && next.word.isEmpty(); ++column) {
            if (model.columns()[size_t(column)].id.compare(u"cell/"_s + name, Qt::CaseInsensitive)
                == 0)
                next.word = model.text(0, column);
        }
    }
    if (next.word.isEmpty() && known.health != Health::Ok)
        next.word = healthWord(known.health);
    take(entry, next);
}

/// Begins or ends to watch the object itself.
void StatusBoard::lookCloser(Entry &entry, const kube::Diagnosis &quick)
{
    const auto &object = *entry.krate.object;
    const bool fine = quick.health == Health::Ok || quick.health == Health::Done;
    if (fine && kube::isRowConclusive(object.kind)) {
        entry.exact.reset();
        return;
    }
    if (entry.exact)
        return;
    auto *cluster = m_clusters.opened(entry.krate.cluster);
    const auto &resource = entry.objects->options().resource;
    if (!cluster)
        return;
    entry.exact =
        std::make_unique<ExactHealth>(cluster->cache(), resource, object.nameSpace, object.name);
    // Queued: judging may find that the exact health is not needed any more, and drop it.
    connect(
        entry.exact.get(), &ExactHealth::changed, this,
        [this, id = entry.krate.id] {
            const auto found = m_entries.find(id);
            if (found != m_entries.end() && found->second->model)
                judge(*found->second);
        },
        Qt::QueuedConnection);
}

void StatusBoard::take(Entry &entry, const Status &next)
{
    if (std::exchange(entry.status, next) == next)
        return;
    Q_EMIT changed(entry.krate.id);
    if (!entry.krate.object)
        return;
    entry.counts = {};
    entry.counts.add(next.health);
    Q_EMIT countsChanged(entry.krate.cluster);
}

} // namespace workspace
