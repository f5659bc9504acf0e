// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/describe/objectdescription.h"

#include "kube/api/apiclient.h"
#include "workspace/describe/describe.h"
#include "workspace/describe/relatedsection.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

ObjectDescription::ObjectDescription(kube::ResourceCache &cache, DescribedObject described,
                                     QObject *parent)
    : QObject(parent)
    , m_cache(cache)
    , m_described(std::move(described))
    , m_watch(cache, m_described.resource, m_described.id.nameSpace, m_described.id.name)
{
    connect(&m_watch, &ObjectWatch::changed, this, &ObjectDescription::takeObject);
    if (!m_described.relations)
        return;
    auto *feed = m_described.relations.get();
    connect(feed, &kube::RelationFeed::partsChanged, this, &ObjectDescription::changed);
    connect(&feed->graph(), &kube::RelationGraph::changed, this,
            [this](const QSet<kube::ObjectKey> &objects) {
                if (objects.intersects(m_shown))
                    Q_EMIT changed();
            });
}

ObjectDescription::~ObjectDescription() = default;

void ObjectDescription::start()
{
    m_watch.start();
}

void ObjectDescription::takeObject()
{
    const auto uid = m_watch.object()["metadata"_L1]["uid"_L1].toString();
    if (!uid.isEmpty() && uid != m_uid)
        watchEvents(uid);
    if (!m_watch.object().isEmpty()) {
        watchCompanions();
        takeRelations();
    }
    Q_EMIT objectChanged();
    Q_EMIT changed();
}

void ObjectDescription::takeRelations()
{
    if (!m_described.relations)
        return;
    m_described.relations->take(m_watch.object());
    const auto key = kube::keyOf(m_watch.object());
    m_described.relations->need(kube::kindsRelatedTo(key.group, key.kind));
}

void ObjectDescription::watchEvents(const QString &uid)
{
    m_uid = uid;
    const auto &id = m_described.id;
    kube::EventScope scope; // events of what is cluster-scoped are in any namespace
    if (!id.nameSpace.isEmpty())
        scope.nameSpaces = {id.nameSpace};
    if (id.kind == "Node"_L1)
        scope.node = id.name;
    else
        scope.uid = uid;
    m_events = std::make_unique<kube::EventWatch>(m_cache, scope);
    connect(m_events.get(), &kube::EventWatch::changed, this, &ObjectDescription::changed);
    m_events->start();
}

std::vector<kube::EventGroup> ObjectDescription::events() const
{
    return m_events ? m_events->groups() : std::vector<kube::EventGroup>();
}

void ObjectDescription::watchCompanions()
{
    const auto version = m_watch.object()["metadata"_L1]["resourceVersion"_L1].toString();
    const auto queries = companionsOf(m_watch.object());
    const bool same = queries == m_queries;
    const bool newer = std::exchange(m_metadataFor, version) != version;
    if (!same) {
        m_queries = queries;
        m_companions.clear();
    }
    for (const auto &query : queries) {
        const auto found =
            std::ranges::find_if(m_described.known.resources, [&query](const auto &resource) {
                return resource.group == query.group && resource.kind == query.kind;
            });
        if (found == m_described.known.resources.end())
            continue;
        if (!same) {
            m_companions.push_back(std::make_unique<Companion>(Companion{.query = query}));
            if (!query.metadataOnly)
                watchCompanion(*m_companions.back(), *found);
        }
        for (const auto &companion : m_companions) {
            if (newer && companion->query == query && query.metadataOnly)
                readMetadata(*companion, *found);
        }
    }
}

void ObjectDescription::refuse(Companion &companion, const kube::Error &error)
{
    companion.refused = error;
    companion.objects.clear();
    companion.listed = false;
    if (error.kind == kube::Error::Kind::Forbidden && companion.reflector)
        QMetaObject::invokeMethod(companion.reflector.get(), &kube::Reflector::stop,
                                  Qt::QueuedConnection);
    Q_EMIT changed();
}

void ObjectDescription::watchCompanion(Companion &companion, const kube::ApiResource &resource)
{
    const auto &query = companion.query;
    kube::Reflector::Options options;
    options.resource = resource;
    options.nameSpace = query.nameSpace;
    options.labelSelector = query.labelSelector;
    options.fieldSelector = query.fieldSelector;
    options.format = kube::Reflector::Format::Object;
    companion.reflector = std::make_unique<kube::Reflector>(m_cache.client(), options);
    auto *reflector = companion.reflector.get();
    const auto put = [&companion](const kube::PackedItem &item) {
        companion.objects[item.uid()] = QJsonDocument::fromJson(item.unpacked().json).object();
    };
    connect(reflector, &kube::Reflector::replaced, this,
            [this, &companion, put](const std::vector<kube::PackedItem> &items) {
                companion.objects.clear();
                companion.listed = true;
                companion.refused.reset();
                std::ranges::for_each(items, put);
                Q_EMIT changed();
            });
    connect(reflector, &kube::Reflector::changed, this,
            [this, &companion, put](const std::vector<kube::PackedEvent> &events) {
                for (const auto &event : events) {
                    if (event.type == kube::ItemEvent::Type::Deleted)
                        companion.objects.erase(event.item.uid());
                    else
                        put(event.item);
                }
                Q_EMIT changed();
            });
    connect(reflector, &kube::Reflector::stateChanged, this, [this, &companion, reflector] {
        if (reflector->state() == kube::Reflector::State::Refused)
            refuse(companion, reflector->lastError().value_or(kube::Error()));
    });
    reflector->start();
}

void ObjectDescription::readMetadata(Companion &companion, const kube::ApiResource &resource)
{
    // https://kubernetes.io/docs/reference/using-api/api-concepts/#metadata-only-fetches
    const kube::ApiRequest request{
        .path = kube::pathOf({resource.gvr(), companion.query.nameSpace, {}}),
        .accept = "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io",
        .bodyLimit = 64 * 1024 * 1024};
    const auto *wanted = &companion;
    m_cache.client().send(request).then(
        this, [this, wanted](const kube::Result<kube::ApiAnswer> &answer) {
            const auto found =
                std::ranges::find(m_companions, wanted, &std::unique_ptr<Companion>::get);
            if (found == m_companions.end())
                return; // another object by now
            auto &asked = **found;
            if (!answer)
                return refuse(asked, answer.error());
            const auto list = QJsonDocument::fromJson(answer->body).object();
            asked.objects.clear();
            // A server that answers with whole objects is not listened to.
            if (list["kind"_L1].toString() != "PartialObjectMetadataList"_L1)
                return;
            asked.listed = true;
            asked.refused.reset();
            const auto items = list["items"_L1].toArray();
            for (const auto &item : items)
                asked.objects[item["metadata"_L1]["uid"_L1].toString()] = item.toObject();
            Q_EMIT changed();
        });
}

Companions ObjectDescription::companions() const
{
    Companions result;
    for (const auto &companion : m_companions) {
        const auto &kind = companion->query.kind;
        if (companion->refused)
            result.missing.insert_or_assign(kind, *companion->refused);
        if (!companion->listed)
            continue;
        auto &list = result.lists[kind];
        for (const auto &[uid, object] : companion->objects)
            list.push_back(object);
    }
    return result;
}

bool ObjectDescription::isComplete() const
{
    const auto read = [](const auto &companion) { return companion->listed || companion->refused; };
    const bool events = m_events
        && (m_events->isListed() || m_events->state() == kube::Subscription::State::Refused);
    return !m_watch.object().isEmpty() && events && std::ranges::all_of(m_companions, read)
        && (!m_described.relations || m_described.relations->isComplete());
}

Description ObjectDescription::tell(const QDateTime &now)
{
    if (m_watch.object().isEmpty())
        return {};
    auto description = describeGrouped(m_watch.object(), events(), now, companions());
    if (m_described.relations)
        m_shown = addRelated(description, *m_described.relations, kube::keyOf(m_watch.object()));
    return description;
}

} // namespace workspace
