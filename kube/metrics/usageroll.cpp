// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/metrics/usageroll.h"

#include "kube/metrics/metricsfeed.h"
#include "kube/onworker.h"
#include "kube/watch/resourcecache.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace kube {

static constexpr int MostUnseen = 3;
static constexpr int SumMs = 500;
static constexpr qsizetype FewPods = 100; ///< that are added up at once

static QByteArray bytesOf(std::string_view view)
{
    return {view.data(), qsizetype(view.size())};
}

static ApiResource resourceOf(const QString &group, const QString &plural, const QString &kind)
{
    return {.group = group,
            .version = u"v1"_s,
            .resource = plural,
            .kind = kind,
            .verbs = {u"list"_s, u"watch"_s}};
}

static QByteArray controllerOf(const PackedItem &item)
{
    const auto owners = item.meta().owners;
    for (const auto &owner : owners) {
        if (owner.controller)
            return PackedItem::keyOf(owner.uid);
    }
    return {};
}

bool UsageRoll::isFor(const ApiResource &kind)
{
    static constexpr std::array core{"Pod"_L1, "Node"_L1, "Namespace"_L1};
    static constexpr std::array apps{"Deployment"_L1, "StatefulSet"_L1, "DaemonSet"_L1,
                                     "ReplicaSet"_L1};
    const auto isKind = [&kind](QLatin1StringView name) { return kind.kind == name; };
    return (kind.group.isEmpty() && std::ranges::any_of(core, isKind))
        || (kind.group == "apps"_L1 && std::ranges::any_of(apps, isKind))
        || (kind.group == "batch"_L1 && kind.kind == "Job"_L1);
}

UsageRoll::Subject UsageRoll::subjectOf(const ApiResource &kind)
{
    if (kind.kind == "Pod"_L1)
        return Subject::Pods;
    if (kind.kind == "Node"_L1)
        return Subject::Nodes;
    return kind.kind == "Namespace"_L1 ? Subject::NameSpaces : Subject::Workloads;
}

UsageRoll::UsageRoll(ResourceCache &cache, MetricsFeed &feed, const ApiResource &kind,
                     const QStringList &nameSpaces, QObject *parent)
    : QObject(parent)
    , m_cache(cache)
    , m_kind(kind)
    , m_nameSpaces(kind.namespaced ? nameSpaces : QStringList())
    , m_subject(subjectOf(kind))
{
    const bool nodes = m_subject == Subject::Nodes;
    m_source = feed.subscribe({.pods = !nodes, .nodes = nodes, .nameSpaces = m_nameSpaces});
    connect(m_source.get(), &UsageSubscription::changed, this, &UsageRoll::takeRound);
    m_summing.setSingleShot(true);
    m_summing.setInterval(SumMs);
    connect(&m_summing, &QTimer::timeout, this, &UsageRoll::sum);
}

UsageRoll::~UsageRoll() = default;

void UsageRoll::start()
{
    m_source->start();
}

void UsageRoll::seen()
{
    m_unseen = 0;
    m_source->start();
}

void UsageRoll::takeRound()
{
    m_table = m_source->table();
    if (++m_unseen > MostUnseen)
        m_source->pause();
    if (m_subject == Subject::Workloads && m_table && !m_table->pods.isEmpty()) {
        watchOwners();
        sum();
    } else {
        Q_EMIT changed();
    }
}

void UsageRoll::watchOwners()
{
    if (!m_objects.empty())
        return;
    const auto putPod = [this](const PackedItem &item) {
        m_pods.insert(bytesOf(item.uidKey()),
                      {podKey(item.nameSpace(), item.name()), controllerOf(item)});
    };
    const auto putSet = [this](const PackedItem &item) {
        m_sets.insert(bytesOf(item.uidKey()), controllerOf(item));
    };
    const auto scopes = m_nameSpaces.isEmpty() ? QStringList(QString()) : m_nameSpaces;
    for (const auto &nameSpace : scopes) {
        follow(resourceOf({}, u"pods"_s, u"Pod"_s), nameSpace, putPod,
               [this](const QByteArray &uid) { m_pods.remove(uid); });
        if (m_kind.kind == "Deployment"_L1)
            follow(resourceOf(u"apps"_s, u"replicasets"_s, u"ReplicaSet"_s), nameSpace, putSet,
                   [this](const QByteArray &uid) { m_sets.remove(uid); });
    }
}

void UsageRoll::follow(const ApiResource &kind, const QString &nameSpace,
                       const std::function<void(const PackedItem &)> &put,
                       const std::function<void(const QByteArray &)> &drop)
{
    auto &objects =
        m_objects.emplace_back(m_cache.subscribe({.resource = kind, .nameSpace = nameSpace}));
    connect(objects.get(), &Subscription::pageListed, this,
            [this, put](const std::vector<PackedItem> &items) {
                std::ranges::for_each(items, put);
                sumSoon();
            });
    connect(objects.get(), &Subscription::changed, this,
            [this, put, drop](const std::vector<PackedEvent> &events) {
                for (const auto &event : events) {
                    if (event.type == ItemEvent::Type::Deleted)
                        drop(bytesOf(event.item.uidKey()));
                    else
                        put(event.item);
                }
                sumSoon();
            });
    objects->start();
}

void UsageRoll::sumSoon()
{
    if (!m_summing.isActive())
        m_summing.start();
}

void UsageRoll::sum()
{
    if (!m_table)
        return;
    using Sums = QHash<QByteArray, UsageFigure>;
    const auto add = [](Sums &sums, const QByteArray &owner, const UsageFigure &figure) {
        const auto known = sums.find(owner);
        if (known == sums.end())
            sums.insert(owner, figure);
        else
            known->add(figure);
    };
    onWorker(
        this,
        [add, table = m_table, pods = m_pods, sets = m_sets] {
            Sums sums;
            for (const auto &pod : pods) {
                const auto *usage = table->pod(pod.pod);
                if (!usage || pod.owner.isEmpty())
                    continue;
                add(sums, pod.owner, usage->figure);
                if (const auto above = sets.value(pod.owner); !above.isEmpty())
                    add(sums, above, usage->figure);
            }
            return sums;
        },
        [this](const Sums &sums) {
            m_sums = sums;
            Q_EMIT changed();
        },
        m_pods.size() <= FewPods ? Effort::Little : Effort::Much);
}

std::optional<UsageFigure> UsageRoll::of(const PackedItem &item) const
{
    if (!m_table)
        return {};
    const auto in = [](const QHash<QByteArray, UsageFigure> &figures,
                       std::string_view key) -> std::optional<UsageFigure> {
        const auto found =
            figures.constFind(QByteArray::fromRawData(key.data(), qsizetype(key.size())));
        return found == figures.cend() ? std::nullopt : std::optional(*found);
    };
    switch (m_subject) {
    case Subject::Pods: {
        const auto *pod = m_table->pod(podKey(item.nameSpace(), item.name()));
        return pod ? std::optional(pod->figure) : std::nullopt;
    }
    case Subject::Nodes: return in(m_table->nodes, item.name());
    case Subject::NameSpaces: return in(m_table->nameSpaces, item.name());
    case Subject::Workloads: return in(m_sums, item.uidKey());
    }
    Q_UNREACHABLE_RETURN({});
}

bool UsageRoll::isStale(const UsageFigure &figure, qint64 now) const
{
    return m_source->isStale(figure, now);
}

bool UsageRoll::hasFigures() const
{
    if (!m_table)
        return false;
    return m_subject == Subject::Nodes ? !m_table->nodes.isEmpty() : !m_table->pods.isEmpty();
}

} // namespace kube
