// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/topology/topologywatch.h"

#include "kube/apimachinery/labelselector.h"
#include "kube/watch/resourcecache.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

using State = kube::Subscription::State;
using Format = kube::Reflector::Format;

static constexpr int SoonMs = 60;

TopologyWatch::TopologyWatch(kube::ResourceCache &cache, const kube::ApiResources &kinds,
                             const kube::ApiResource &resource, const ObjectId &id, QObject *parent)
    : QObject(parent)
    , m_id(id)
    , m_object(cache, resource, id.nameSpace, id.name)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(SoonMs);
    connect(&m_soon, &QTimer::timeout, this, &TopologyWatch::rebuild);
    const auto wake = [this] {
        if (!m_soon.isActive())
            m_soon.start();
    };
    connect(&m_object, &ObjectWatch::changed, this, wake);
    watch(cache, kinds.findKind(u"v1", u"Service"), Format::Object);
    watch(cache, kinds.findKind(u"v1", u"Pod"), Format::Object);
    watch(cache, kinds.findKind(u"networking.k8s.io/v1", u"Ingress"), Format::Object);
    watch(cache, kinds.findKind(u"networking.k8s.io/v1", u"NetworkPolicy"), Format::Object);
    watch(cache, kinds.findKind(u"v1", u"Secret"), Format::Table); // names, no contents
    const auto *slices = kinds.findKind(u"discovery.k8s.io/v1", u"EndpointSlice");
    watch(cache, slices ? slices : kinds.findKind(u"v1", u"Endpoints"), Format::Object);
    for (const auto &part : m_parts)
        connect(part->objects.get(), &kube::Subscription::stateChanged, this, wake);
}

void TopologyWatch::start()
{
    m_object.start();
    for (const auto &part : m_parts)
        part->objects->start();
}

void TopologyWatch::watch(kube::ResourceCache &cache, const kube::ApiResource *resource,
                          Format format)
{
    if (!resource || !resource->can(u"list"))
        return;
    m_parts.push_back(std::make_unique<Part>());
    auto *part = m_parts.back().get();
    part->name = resource->resource;
    part->objects =
        cache.subscribe({.resource = *resource, .nameSpace = m_id.nameSpace, .format = format});
    auto *source = part->objects.get();
    connect(source, &kube::Subscription::pageListed, this,
            [this, part](const std::vector<kube::PackedItem> &items) {
                for (const auto &item : items)
                    take(*part, item, false);
            });
    connect(source, &kube::Subscription::changed, this,
            [this, part](const std::vector<kube::PackedEvent> &events) {
                for (const auto &event : events)
                    take(*part, event.item, event.type == kube::ItemEvent::Type::Deleted);
            });
}

void TopologyWatch::take(Part &part, const kube::PackedItem &item, bool isGone)
{
    const auto key = item.uidKey();
    const QByteArray uid(key.data(), qsizetype(key.size()));
    if (isGone) {
        part.known.erase(uid);
    } else if (const auto whole = item.unpacked(); whole.json.isEmpty()) {
        part.known[uid] = {{u"metadata"_s, QJsonObject{{u"name"_s, whole.meta.name}}}};
    } else {
        part.known[uid] = QJsonDocument::fromJson(whole.json).object();
    }
    if (!m_soon.isActive())
        m_soon.start();
}

std::vector<QJsonObject> TopologyWatch::objectsOf(const QString &name) const
{
    std::vector<QJsonObject> objects;
    for (const auto &part : m_parts) {
        if (part->name != name)
            continue;
        for (const auto &[uid, object] : part->known)
            objects.push_back(object);
    }
    std::ranges::sort(objects, {}, [](const QJsonObject &object) {
        return object["metadata"_L1]["name"_L1].toString();
    });
    return objects;
}

std::vector<QJsonObject> TopologyWatch::pods() const
{
    return objectsOf(u"pods"_s);
}

bool TopologyWatch::isKnown(const QString &name) const
{
    return std::ranges::any_of(m_parts, [&name](const auto &part) {
        return part->name == name && part->objects->isListed()
            && part->objects->state() != State::Refused;
    });
}

bool TopologyWatch::isComplete() const
{
    return m_object.state() != ObjectWatch::State::Loading
        && std::ranges::all_of(m_parts, [](const auto &part) {
               return part->objects->isListed() || part->objects->state() == State::Refused;
           });
}

QStringList TopologyWatch::missing() const
{
    QStringList names;
    for (const auto &part : m_parts) {
        if (part->objects->state() == State::Refused)
            names.append(part->name);
    }
    return names;
}

bool TopologyWatch::hasPods() const
{
    return m_id.kind == "Pod"_L1 || m_object.object()["spec"_L1]["template"_L1].isObject();
}

QMap<QString, QString> TopologyWatch::podLabels() const
{
    const auto &object = m_object.object();
    const auto meta = m_id.kind == "Pod"_L1 ? object["metadata"_L1]
                                            : object["spec"_L1]["template"_L1]["metadata"_L1];
    return kube::labelsIn(meta);
}

void TopologyWatch::rebuild()
{
    kube::TopologyObjects objects{.ingresses = objectsOf(u"ingresses"_s),
                                  .services = objectsOf(u"services"_s),
                                  .pods = pods(),
                                  .knowsSecrets = isKnown(u"secrets"_s)};
    for (const auto &name : {u"endpointslices"_s, u"endpoints"_s}) {
        objects.knowsAddresses = objects.knowsAddresses || isKnown(name);
        for (const auto &object : objectsOf(name)) {
            const auto some = kube::addressesIn(object);
            objects.counted.insert(kube::serviceOf(object));
            objects.addresses.insert(objects.addresses.end(), some.begin(), some.end());
        }
    }
    for (const auto &secret : objectsOf(u"secrets"_s))
        objects.secrets.insert(secret["metadata"_L1]["name"_L1].toString());
    m_topology = m_object.object().isEmpty() ? kube::Topology()
                                             : kube::topologyOf(objects, m_object.object());
    m_policies.clear();
    for (const auto &policy : objectsOf(u"networkpolicies"_s))
        m_policies.push_back(kube::networkPolicyFrom(policy));
    Q_EMIT changed();
}

} // namespace workspace
