// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/demo/story/world.h"

#include "kube/apimachinery/controllerref.h"

#include <QHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace demo {

QString World::suffix(int length)
{
    static const auto letters = u"bcdfghjklmnpqrstvwxz2456789"_s; // as utilrand.SafeEncodeString
    QString text;
    for (int at = 0; at < length; ++at)
        text += letters[roll(int(letters.size()))];
    return text;
}

kube::GroupVersionResource gvrOf(const QString &groupVersion, const QString &resource)
{
    const auto slash = groupVersion.indexOf(u'/');
    return {slash < 0 ? QString() : groupVersion.first(slash), groupVersion.sliced(slash + 1),
            resource};
}

std::optional<QJsonObject> World::get(const QString &gv, const QString &resource,
                                      const QString &nameSpace, const QString &name) const
{
    return store.get({gvrOf(gv, resource), nameSpace, name});
}

std::vector<QJsonObject> World::list(const QString &gv, const QString &resource,
                                     const QString &nameSpace) const
{
    return store.list(gvrOf(gv, resource), nameSpace);
}

void World::setStatus(const QJsonObject &object, const QJsonObject &status)
{
    auto current = store.get(store.refOf(object));
    if (!current || current->value("status"_L1) == status)
        return;
    current->insert("status"_L1, status);
    store.put(*current);
}

void World::setSpec(const QJsonObject &object, const QString &key, const QJsonValue &value)
{
    auto current = store.get(store.refOf(object));
    if (!current)
        return;
    auto spec = current->value("spec"_L1).toObject();
    spec.insert(key, value);
    current->insert("spec"_L1, spec);
    store.put(*current);
}

void World::annotate(const QJsonObject &object, const QString &key, const QString &value)
{
    auto current = store.get(store.refOf(object));
    if (!current)
        return;
    auto meta = current->value("metadata"_L1).toObject();
    auto annotations = meta.value("annotations"_L1).toObject();
    annotations.insert(key, value);
    meta.insert("annotations"_L1, annotations);
    current->insert("metadata"_L1, meta);
    store.put(*current);
}

void World::remove(const QJsonObject &object, int graceSeconds)
{
    [[maybe_unused]] const auto gone = store.remove(store.refOf(object), graceSeconds);
}

void World::tell(const QJsonObject &object, const QString &type, const QString &reason,
                 const QString &message, const QString &component, const QString &fieldPath)
{
    const QString id = uidOf(object) + reason + message;
    const auto nameSpace = nameSpaceOf(object).isEmpty() ? u"default"_s : nameSpaceOf(object);
    const QString name =
        nameOf(object) + u'.' + QString::number(qHash(id, size_t(17)), 16).rightJustified(16, u'0');
    const auto time = timeText(now);
    if (auto known = get(u"v1"_s, u"events"_s, nameSpace, name)) {
        known->insert("count"_L1, known->value("count"_L1).toInt() + 1);
        known->insert("lastTimestamp"_L1, time);
        store.put(*known);
        return;
    }
    QJsonObject about{{u"kind"_s, object["kind"_L1]},
                      {u"apiVersion"_s, object["apiVersion"_L1]},
                      {u"name"_s, nameOf(object)},
                      {u"uid"_s, uidOf(object)},
                      {u"resourceVersion"_s, object["metadata"_L1]["resourceVersion"_L1]}};
    if (!nameSpaceOf(object).isEmpty())
        about.insert("namespace"_L1, nameSpaceOf(object));
    if (!fieldPath.isEmpty())
        about.insert("fieldPath"_L1, fieldPath);
    QJsonObject source{{u"component"_s, component}};
    if (component == "kubelet"_L1)
        source.insert("host"_L1, object["spec"_L1]["nodeName"_L1]);
    store.put(
        {{u"apiVersion"_s, u"v1"_s},
         {u"kind"_s, u"Event"_s},
         {u"metadata"_s,
          QJsonObject{
              {u"name"_s, name}, {u"namespace"_s, nameSpace}, {u"creationTimestamp"_s, time}}},
         {u"involvedObject"_s, about},
         {u"reason"_s, reason},
         {u"message"_s, message},
         {u"source"_s, source},
         {u"firstTimestamp"_s, time},
         {u"lastTimestamp"_s, time},
         {u"count"_s, 1},
         {u"type"_s, type},
         {u"reportingComponent"_s, component},
         {u"reportingInstance"_s, QString()}});
}

QString nameOf(const QJsonObject &object)
{
    return object["metadata"_L1]["name"_L1].toString();
}

QString nameSpaceOf(const QJsonObject &object)
{
    return object["metadata"_L1]["namespace"_L1].toString();
}

QString uidOf(const QJsonObject &object)
{
    return object["metadata"_L1]["uid"_L1].toString();
}

QString controllerOf(const QJsonObject &object)
{
    return kube::controllerRef(object)["uid"_L1].toString();
}

bool isReady(const QJsonObject &pod)
{
    for (const auto &entry : pod["status"_L1]["conditions"_L1].toArray())
        if (entry["type"_L1].toString() == "Ready"_L1)
            return entry["status"_L1].toString() == "True"_L1 && !isDeleting(pod);
    return false;
}

bool isDeleting(const QJsonObject &object)
{
    return object["metadata"_L1]["deletionTimestamp"_L1].isString();
}

QJsonObject ownerReference(const QJsonObject &owner)
{
    return {{u"apiVersion"_s, owner["apiVersion"_L1]},
            {u"kind"_s, owner["kind"_L1]},
            {u"name"_s, nameOf(owner)},
            {u"uid"_s, uidOf(owner)},
            {u"controller"_s, true},
            {u"blockOwnerDeletion"_s, true}};
}

QJsonObject condition(const QString &type, bool holds, const QString &reason,
                      const QDateTime &since, const QString &message)
{
    QJsonObject entry{{u"type"_s, type},
                      {u"status"_s, holds ? u"True"_s : u"False"_s},
                      {u"lastProbeTime"_s, QJsonValue::Null},
                      {u"lastTransitionTime"_s, timeText(since)}};
    if (!reason.isEmpty())
        entry.insert("reason"_L1, reason);
    if (!message.isEmpty())
        entry.insert("message"_L1, message);
    return entry;
}

} // namespace demo
