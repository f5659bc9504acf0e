// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/inspector/objectinspection.h"

#include "kube/access/maskedsecret.h"
#include "kube/api/apiclient.h"
#include "kube/relations/objectrelations.h"
#include "kube/watch/resourcecache.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr size_t MostMaps = 40;

static kube::ApiResource coreResource(const QString &plural, const QString &kind)
{
    return {.version = u"v1"_s,
            .resource = plural,
            .kind = kind,
            .verbs = {u"get"_s, u"list"_s, u"watch"_s}};
}

ObjectInspection::ObjectInspection(kube::ResourceCache &cache, kube::MetricsFeed *metrics,
                                   const kube::ApiResource &resource, const ObjectId &id,
                                   QObject *parent)
    : QObject(parent)
    , m_cache(cache)
    , m_id(id)
    , m_watch(cache, resource, id.nameSpace, id.name)
    , m_health(cache, kube::HealthWatch::Detail::Sentence)
{
    connect(&m_watch, &ObjectWatch::changed, this, &ObjectInspection::takeObject);
    connect(&m_health, &kube::HealthWatch::changed, this, &ObjectInspection::changed);
    beginUsage(metrics, resource);
}

ObjectInspection::~ObjectInspection()
{
    hideAll();
}

void ObjectInspection::start()
{
    m_watch.start();
}

void ObjectInspection::takeObject()
{
    m_facts.object = m_watch.object();
    const auto uid = m_facts.object["metadata"_L1]["uid"_L1].toString();
    if (!uid.isEmpty()) {
        if (uid != m_uid)
            watchEvents(uid);
        m_health.setObject(m_facts.object);
        watchMaps();
        watchPods();
        watchEndpoints();
        watchUsage();
    }
    Q_EMIT objectChanged();
    Q_EMIT changed();
}

void ObjectInspection::watchEvents(const QString &uid)
{
    m_uid = uid;
    kube::EventScope scope;
    if (!m_id.nameSpace.isEmpty())
        scope.nameSpaces = {m_id.nameSpace};
    if (m_id.kind == "Node"_L1)
        scope.node = m_id.name;
    else
        scope.uid = uid;
    m_events = std::make_unique<kube::EventWatch>(m_cache, scope);
    connect(m_events.get(), &kube::EventWatch::changed, this, [this] {
        m_health.setEvents(m_events->groups());
        Q_EMIT changed();
    });
    m_events->start();
}

/// Those that give variables to containers: what stands in them is shown.
void ObjectInspection::watchMaps()
{
    QStringList names;
    const auto relations = kube::relationsOf(m_facts.object);
    for (const auto &[relation, to] : relations.references) {
        if (relation == kube::Relation::ReadsEnvironment && to.kind == "ConfigMap"_L1)
            names.append(to.name);
    }
    std::erase_if(m_maps, [&names](const auto &entry) { return !names.contains(entry.first); });
    for (const auto &name : std::as_const(names)) {
        if (m_maps.contains(name) || m_maps.size() >= MostMaps)
            continue;
        auto map = std::make_unique<ObjectWatch>(
            m_cache, coreResource(u"configmaps"_s, u"ConfigMap"_s), m_id.nameSpace, name);
        connect(map.get(), &ObjectWatch::changed, this, [this, name, watch = map.get()] {
            m_facts.configMaps.erase(name);
            m_facts.configMapErrors.erase(name);
            if (watch->state() == ObjectWatch::State::Failed
                || watch->state() == ObjectWatch::State::Deleted)
                m_facts.configMapErrors.insert_or_assign(
                    name,
                    watch->error().value_or(
                        kube::Error{.kind = kube::Error::Kind::NotFound, .code = 404}));
            else if (!watch->object().isEmpty())
                m_facts.configMaps.insert_or_assign(name, watch->object());
            Q_EMIT changed();
        });
        auto *watch = map.get();
        m_maps.emplace(name, std::move(map));
        watch->start();
    }
}

void ObjectInspection::watchEndpoints()
{
    if (m_id.kind != "Service"_L1 || m_endpoints)
        return;
    m_endpoints = std::make_unique<ObjectWatch>(
        m_cache, coreResource(u"endpoints"_s, u"Endpoints"_s), m_id.nameSpace, m_id.name);
    connect(m_endpoints.get(), &ObjectWatch::changed, this, [this] {
        const auto state = m_endpoints->state();
        if (state != ObjectWatch::State::Loading)
            m_facts.endpoints = m_endpoints->object();
        Q_EMIT changed();
    });
    m_endpoints->start();
}

void ObjectInspection::listKeys(const QString &secret)
{
    readSecret(secret, {});
}

void ObjectInspection::reveal(const QString &secret, const QString &key)
{
    const auto shown = m_facts.revealed.find({secret, key});
    if (shown == m_facts.revealed.end())
        return readSecret(secret, key);
    shown->second.fill(QChar());
    m_facts.revealed.erase(shown);
    Q_EMIT changed();
}

void ObjectInspection::hideAll()
{
    for (auto &[name, value] : m_facts.revealed)
        value.fill(QChar());
    m_facts.revealed.clear();
}

/// Keeps of the answer the one value, or only what the keys are called.
void ObjectInspection::readSecret(const QString &secret, const QString &key)
{
    const kube::ObjectRef ref{{{}, u"v1"_s, u"secrets"_s}, m_id.nameSpace, secret};
    auto &client = m_cache.client();
    auto read = client.get(ref);
    if (!key.isEmpty())
        read = read.then(&client,
                         [&client, ref](const kube::Result<QJsonObject> &answer) {
                             return answer && kube::isMasked(*answer)
                                 ? kube::readRevealed(client, ref)
                                 : QtFuture::makeReadyValueFuture(answer);
                         })
                   .unwrap();
    read.then(this, [this, secret, key](const kube::Result<QJsonObject> &answer) {
        m_facts.secretErrors.erase(secret);
        if (!answer) {
            m_facts.secretErrors.insert_or_assign(secret, answer.error());
        } else if (const auto data = (*answer)["data"_L1].toObject(); key.isEmpty()) {
            m_facts.secretKeys.insert_or_assign(secret, data.keys());
        } else {
            const auto value = QByteArray::fromBase64(data[key].toString().toLatin1());
            m_facts.revealed.insert_or_assign({secret, key}, QString::fromUtf8(value));
        }
        Q_EMIT changed();
    });
}

Inspection ObjectInspection::tell(const QDateTime &now)
{
    m_facts.now = now;
    m_facts.health = m_health.diagnosis();
    m_facts.podsError.reset();
    m_facts.pods.reset();
    if (m_pods && m_pods->state() == kube::Subscription::State::Refused)
        m_facts.podsError = m_pods->lastError().value_or(kube::Error());
    else if (m_pods && m_pods->isListed())
        m_facts.pods = podRows(now);
    m_facts.usage = usage(now);
    return inspect(m_facts);
}

} // namespace workspace
