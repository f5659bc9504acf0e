// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/demo/store.h"

#include "kube/demo/apierror.h"

#include <QDateTime>
#include <QJsonArray>
#include <QUuid>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace demo {

static constexpr size_t HistoryLimit = 20'000; ///< changes; older ones are forgotten

static QString keyOf(const QString &nameSpace, const QString &name)
{
    return nameSpace + u'/' + name;
}

static QJsonObject metaOf(const QJsonObject &object)
{
    return object["metadata"_L1].toObject();
}

static QString keyOf(const QJsonObject &object)
{
    const auto meta = metaOf(object);
    return keyOf(meta.value("namespace"_L1).toString(), meta.value("name"_L1).toString());
}

static QJsonObject withMeta(QJsonObject object, const QJsonObject &meta)
{
    object.insert("metadata"_L1, meta);
    return object;
}

QString timeText(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss'Z'"_s);
}

Store::Store(QObject *parent)
    : QObject(parent)
{
}

void Store::addResource(const kube::ApiResource &resource)
{
    const auto known = std::ranges::find(m_resources, resource.gvr(), &kube::ApiResource::gvr);
    if (known == m_resources.end())
        m_resources.push_back(resource);
    else
        *known = resource;
    Q_EMIT resourcesChanged();
}

void Store::removeResource(const kube::GroupVersionResource &gvr)
{
    std::erase_if(m_resources, [&](const kube::ApiResource &known) { return known.gvr() == gvr; });
    m_collections.remove(gvr);
    Q_EMIT resourcesChanged();
}

const kube::ApiResource *Store::resource(const kube::GroupVersionResource &gvr) const
{
    const auto known = std::ranges::find(m_resources, gvr, &kube::ApiResource::gvr);
    return known == m_resources.end() ? nullptr : &*known;
}

const kube::ApiResource *Store::resourceOfKind(QStringView apiVersion, QStringView kind) const
{
    const auto known = std::ranges::find_if(m_resources, [&](const kube::ApiResource &candidate) {
        return candidate.kind == kind && candidate.apiVersion() == apiVersion;
    });
    return known == m_resources.end() ? nullptr : &*known;
}

std::optional<QJsonObject> Store::get(const kube::ObjectRef &ref) const
{
    const auto collection = m_collections.constFind(ref.gvr);
    if (collection == m_collections.constEnd())
        return {};
    const auto found = collection->find(keyOf(ref.nameSpace, ref.name));
    if (found == collection->end())
        return {};
    return found->second;
}

std::vector<QJsonObject> Store::list(const kube::GroupVersionResource &gvr,
                                     const QString &nameSpace) const
{
    std::vector<QJsonObject> objects;
    const auto collection = m_collections.constFind(gvr);
    if (collection == m_collections.constEnd())
        return objects;
    const QString prefix = nameSpace + u'/';
    auto at = nameSpace.isEmpty() ? collection->begin() : collection->lower_bound(prefix);
    for (; at != collection->end(); ++at) {
        if (!nameSpace.isEmpty() && !at->first.startsWith(prefix))
            break;
        objects.push_back(at->second);
    }
    return objects;
}

std::optional<std::vector<QJsonObject>> Store::listAt(const kube::GroupVersionResource &gvr,
                                                      const QString &nameSpace,
                                                      qint64 revision) const
{
    const auto changes = since(gvr, revision);
    if (!changes)
        return {};
    auto objects = list(gvr, nameSpace);
    if (changes->empty())
        return objects;

    Collection then;
    for (const auto &object : objects)
        then.insert_or_assign(keyOf(object), object);
    for (const auto &change : *changes | std::views::reverse) {
        if (!nameSpace.isEmpty()
            && metaOf(change.object).value("namespace"_L1).toString() != nameSpace)
            continue;
        if (change.previous.isEmpty())
            then.erase(keyOf(change.object));
        else
            then.insert_or_assign(keyOf(change.object), change.previous);
    }
    const auto values = then | std::views::values;
    return std::vector<QJsonObject>(values.begin(), values.end());
}

kube::Result<QJsonObject> Store::create(const kube::GroupVersionResource &gvr, QJsonObject object)
{
    auto meta = metaOf(object);
    QString name = meta.value("name"_L1).toString();
    if (name.isEmpty() && !meta.value("generateName"_L1).toString().isEmpty()) {
        name = meta.value("generateName"_L1).toString()
            + QString::number(0x10000 + (m_created * 2654435761U) % 0xeffff, 36);
        meta.insert("name"_L1, name);
    }
    if (name.isEmpty())
        return std::unexpected(apiError(422, u"Invalid"_s, u"name or generateName is required"_s));

    auto &collection = m_collections[gvr];
    const auto key = keyOf(meta.value("namespace"_L1).toString(), name);
    if (collection.contains(key))
        return std::unexpected(alreadyExists(qualified(gvr), name));

    ++m_created;
    ++m_revision;
    if (!meta.contains("uid"_L1)) {
        const auto seed = u"%1/%2/%3"_s.arg(gvr.resource, key).arg(m_created);
        meta.insert("uid"_L1, QUuid::createUuidV5(QUuid(), seed).toString(QUuid::WithoutBraces));
    }
    if (!meta.contains("creationTimestamp"_L1))
        meta.insert("creationTimestamp"_L1, timeText(QDateTime::currentDateTimeUtc()));
    if (object.contains("spec"_L1) && !meta.contains("generation"_L1))
        meta.insert("generation"_L1, 1);
    meta.insert("resourceVersion"_L1, QString::number(m_revision));
    object = withMeta(std::move(object), meta);
    collection.insert_or_assign(key, object);
    record(Change::Type::Added, gvr, object);
    return object;
}

kube::Result<QJsonObject> Store::update(const kube::ObjectRef &ref, QJsonObject object)
{
    auto &collection = m_collections[ref.gvr];
    const auto found = collection.find(keyOf(ref.nameSpace, ref.name));
    if (found == collection.end())
        return std::unexpected(notFound(qualified(ref.gvr), ref.name));

    auto before = found->second;
    const auto known = metaOf(before);
    auto meta = metaOf(object);
    const auto version = meta.value("resourceVersion"_L1).toString();
    if (!version.isEmpty() && version != known["resourceVersion"_L1].toString())
        return std::unexpected(conflict(qualified(ref.gvr), ref.name));

    for (const auto key : {"name"_L1, "namespace"_L1, "uid"_L1, "creationTimestamp"_L1,
                           "generation"_L1, "resourceVersion"_L1, "deletionTimestamp"_L1})
        if (known.contains(key))
            meta.insert(key, known[key]);
    object = withMeta(std::move(object), meta);
    if (object == before)
        return before; // as etcd: a write without a change is no write

    ++m_revision;
    if (object.value("spec"_L1) != before.value("spec"_L1) && known.contains("generation"_L1))
        meta.insert("generation"_L1, known["generation"_L1].toInt() + 1);
    meta.insert("resourceVersion"_L1, QString::number(m_revision));
    object = withMeta(std::move(object), meta);
    if (meta.contains("deletionTimestamp"_L1) && known.contains("finalizers"_L1)
        && meta.value("finalizers"_L1).toArray().isEmpty()) {
        collection.erase(found);
        record(Change::Type::Deleted, ref.gvr, object, before);
        return object;
    }
    found->second = object;
    record(Change::Type::Modified, ref.gvr, object, before);
    return object;
}

kube::Result<QJsonObject> Store::remove(const kube::ObjectRef &ref, int graceSeconds)
{
    auto &collection = m_collections[ref.gvr];
    const auto found = collection.find(keyOf(ref.nameSpace, ref.name));
    if (found == collection.end())
        return std::unexpected(notFound(qualified(ref.gvr), ref.name));

    const auto before = found->second;
    auto object = before;
    auto meta = metaOf(object);
    const bool held = !meta.value("finalizers"_L1).toArray().isEmpty();
    const bool graceful = ref.gvr.resource == "pods"_L1 && m_gracefulPods && graceSeconds != 0;
    if (held || graceful) {
        if (meta.contains("deletionTimestamp"_L1))
            return object; // on its way already
        const auto grace = graceful ? (graceSeconds < 0 ? 30 : graceSeconds) : 0;
        meta.insert("deletionTimestamp"_L1,
                    timeText(QDateTime::currentDateTimeUtc().addSecs(grace)));
        meta.insert("deletionGracePeriodSeconds"_L1, grace);
    }
    ++m_revision;
    meta.insert("resourceVersion"_L1, QString::number(m_revision));
    object = withMeta(std::move(object), meta);
    if (held || graceful) {
        found->second = object;
        record(Change::Type::Modified, ref.gvr, object, before);
    } else {
        collection.erase(found);
        record(Change::Type::Deleted, ref.gvr, object, before);
    }
    return object;
}

QJsonObject Store::put(QJsonObject object)
{
    const auto ref = refOf(object);
    if (ref.gvr.resource.isEmpty())
        return {};
    if (!get(ref))
        return create(ref.gvr, std::move(object)).value_or(QJsonObject());
    auto meta = metaOf(object);
    meta.remove("resourceVersion"_L1);
    return update(ref, withMeta(std::move(object), meta)).value_or(QJsonObject());
}

kube::ObjectRef Store::refOf(const QJsonObject &object) const
{
    const auto *known =
        resourceOfKind(object["apiVersion"_L1].toString(), object["kind"_L1].toString());
    if (!known)
        return {};
    const auto meta = metaOf(object);
    return {.gvr = known->gvr(),
            .nameSpace = known->namespaced ? meta.value("namespace"_L1).toString() : QString(),
            .name = meta.value("name"_L1).toString()};
}

std::optional<std::vector<Change>> Store::since(const kube::GroupVersionResource &gvr,
                                                qint64 revision) const
{
    if (!remembers(revision))
        return {};
    std::vector<Change> changes;
    const auto first = std::ranges::upper_bound(m_history, revision, {}, &Change::revision);
    std::copy_if(first, m_history.end(), std::back_inserter(changes),
                 [&](const Change &change) { return change.gvr == gvr; });
    return changes;
}

void Store::compact()
{
    m_history.clear();
    ++m_revision; // so that the newest revision anybody has seen is forgotten, too
    m_compacted = m_revision;
}

void Store::compact(qint64 revision)
{
    while (!m_history.empty() && m_history.front().revision <= revision)
        m_history.pop_front();
    m_compacted = std::max(m_compacted, std::min(revision, m_revision));
}

void Store::record(Change::Type type, const kube::GroupVersionResource &gvr,
                   const QJsonObject &object, const QJsonObject &previous)
{
    const Change change{type, m_revision, gvr, object, previous};
    m_history.push_back(change);
    while (m_history.size() > HistoryLimit) {
        m_compacted = m_history.front().revision;
        m_history.pop_front();
    }
    Q_EMIT changed(change);
}

QString Store::qualified(const kube::GroupVersionResource &gvr) const
{
    return gvr.group.isEmpty() ? gvr.resource : QString(gvr.resource + u'.' + gvr.group);
}

} // namespace demo
