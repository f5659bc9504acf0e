// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/helm/helmwatch.h"

#include "kube/watch/resourcecache.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {

using State = Subscription::State;

static Reflector::Options optionsFor(const QString &nameSpace, const QString &release,
                                     HelmDriver driver)
{
    const bool secret = driver == HelmDriver::Secret;
    Reflector::Options options;
    options.resource = {.version = u"v1"_s,
                        .resource = secret ? u"secrets"_s : u"configmaps"_s,
                        .kind = secret ? u"Secret"_s : u"ConfigMap"_s,
                        .verbs = {u"list"_s, u"watch"_s}};
    options.nameSpace = nameSpace;
    options.labelSelector = u"owner=helm"_s;
    if (!release.isEmpty())
        options.labelSelector += u",name="_s + release;
    options.format = Reflector::Format::Table; // rows hold the metadata and not the data
    return options;
}

HelmWatch::HelmWatch(ResourceCache &cache, const HelmScope &scope, QObject *parent)
    : QObject(parent)
{
    const auto spaces = scope.nameSpaces.isEmpty() ? QStringList{QString()} : scope.nameSpaces;
    for (const auto &nameSpace : spaces) {
        watch(cache, nameSpace, scope.release, HelmDriver::Secret);
        watch(cache, nameSpace, scope.release, HelmDriver::ConfigMap);
    }
}

void HelmWatch::start()
{
    for (const auto &source : m_sources)
        source.objects->start();
}

void HelmWatch::watch(ResourceCache &cache, const QString &nameSpace, const QString &release,
                      HelmDriver driver)
{
    m_sources.push_back({driver, cache.subscribe(optionsFor(nameSpace, release, driver))});
    auto *source = m_sources.back().objects.get();
    connect(source, &Subscription::stateChanged, this, &HelmWatch::stateChanged);
    connect(source, &Subscription::listed, this, &HelmWatch::changed);
    connect(source, &Subscription::pageListed, this,
            [this, driver](const std::vector<PackedItem> &items) {
                for (const auto &item : items)
                    take(driver, item, false);
                Q_EMIT changed();
            });
    connect(source, &Subscription::changed, this,
            [this, driver](const std::vector<PackedEvent> &events) {
                for (const auto &event : events)
                    take(driver, event.item, event.type == ItemEvent::Type::Deleted);
                Q_EMIT changed();
            });
}

void HelmWatch::take(HelmDriver driver, const PackedItem &item, bool isGone)
{
    const auto key = item.uidKey();
    const QByteArray id(key.data(), qsizetype(key.size()));
    if (isGone) {
        m_revisions.erase(id);
        return;
    }
    const auto meta = item.meta();
    auto revision = helmRevisionOf(meta.nameSpace, meta.name, meta.labels, driver);
    if (!revision)
        return;
    if (revision->updated == 0)
        revision->updated = meta.created;
    revision->resourceVersion = meta.resourceVersion;
    m_revisions.insert_or_assign(id, *revision);
}

std::vector<HelmRevision> HelmWatch::releases() const
{
    std::map<std::pair<QString, QString>, HelmRevision> newest;
    for (const auto &[id, revision] : m_revisions) {
        auto &known = newest[{revision.nameSpace, revision.name}];
        if (revision.revision > known.revision)
            known = revision;
    }
    std::vector<HelmRevision> result;
    result.reserve(newest.size());
    for (auto &[key, revision] : newest)
        result.push_back(std::move(revision));
    return result;
}

std::vector<HelmRevision> HelmWatch::history(const QString &nameSpace, const QString &release) const
{
    std::vector<HelmRevision> result;
    for (const auto &[id, revision] : m_revisions) {
        if (revision.nameSpace == nameSpace && revision.name == release)
            result.push_back(revision);
    }
    std::ranges::sort(result, std::ranges::greater(), &HelmRevision::revision);
    return result;
}

/// Of a namespace the driver that is better off tells; of all namespaces the one that is worst off.
const Subscription *HelmWatch::worst() const
{
    const auto rank = [](const Subscription *source) {
        switch (source->state()) {
        case State::Refused: return 0;
        case State::Stale: return 1;
        case State::Idle:
        case State::Listing: return 2;
        case State::Live: return 3;
        }
        return 3;
    };
    const Subscription *result = nullptr;
    for (size_t i = 0; i + 1 < m_sources.size(); i += 2) {
        const auto *secrets = m_sources[i].objects.get();
        const auto *maps = m_sources[i + 1].objects.get();
        const bool only = secrets->state() == State::Refused && maps->state() != State::Refused;
        const auto *here = only ? maps : secrets;
        if (!only && maps->state() != State::Refused && rank(maps) < rank(secrets))
            here = maps;
        if (!result || rank(here) < rank(result))
            result = here;
    }
    return result;
}

State HelmWatch::state() const
{
    return worst()->state();
}

std::optional<Error> HelmWatch::lastError() const
{
    return worst()->lastError();
}

bool HelmWatch::isListed() const
{
    return std::ranges::all_of(m_sources, [](const Source &source) {
        return source.objects->isListed() || source.objects->state() == State::Refused;
    });
}

} // namespace kube
