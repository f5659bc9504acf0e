// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/demo/managedfields.h"

#include "kube/apply/fieldowners.h"
#include "kube/apply/listkeys.h"
#include "kube/apply/objecttrim.h"
#include "kube/demo/apierror.h"
#include "kube/demo/patch.h"
#include "kube/demo/store.h"
#include "kube/manifest/fieldplace.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

using Values = QMap<QString, QJsonValue>; // of every leaf, by its path

/// The keys that the schemas of the built-in kinds declare for their lists.
kube::ListKeys keysOf(const QString &member, const QJsonArray &list)
{
    using Kind = kube::ListKeys::Kind;
    if (member == "finalizers"_L1)
        return {.kind = Kind::Set};
    if (list.isEmpty() || !list.first().isObject())
        return {};
    kube::ListKeys keys{.kind = Kind::Map};
    if (member == "ports"_L1)
        keys.fields = {list.first().toObject().contains("containerPort"_L1) ? u"containerPort"_s
                                                                            : u"port"_s,
                       u"protocol"_s};
    else if (member == "volumeMounts"_L1)
        keys.fields = {u"mountPath"_s};
    else if (member == "conditions"_L1)
        keys.fields = {u"type"_s};
    else
        keys.fields = {u"name"_s};
    return kube::areToldApart(list, keys) ? keys : kube::ListKeys();
}

QString keyText(const QJsonValue &value)
{
    const auto bytes = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(bytes.sliced(1).chopped(1));
}

QJsonObject fieldsOf(const QString &member, const QJsonValue &value)
{
    QJsonObject fields;
    if (value.isObject()) {
        const auto object = value.toObject();
        for (auto entry = object.begin(); entry != object.end(); ++entry)
            fields[u"f:"_s + entry.key()] = fieldsOf(entry.key(), entry.value());
        return fields;
    }
    const auto list = value.toArray();
    const auto keys = keysOf(member, list);
    for (const auto &element : list) {
        if (keys.kind == kube::ListKeys::Kind::Set)
            fields[u"v:"_s + keyText(element)] = QJsonObject();
        if (keys.kind != kube::ListKeys::Kind::Map)
            continue;
        QJsonObject name;
        for (const auto &key : keys.fields)
            name[key] = element[key];
        auto below = fieldsOf({}, element);
        below["."_L1] = QJsonObject();
        fields[u"k:"_s + keyText(name)] = below;
    }
    return fields;
}

void addValues(const QString &path, const QString &member, const QJsonValue &value, Values &values)
{
    if (value.isObject() && !value.toObject().isEmpty()) {
        const auto object = value.toObject();
        for (auto entry = object.begin(); entry != object.end(); ++entry)
            addValues(kube::memberPath(path, entry.key()), entry.key(), entry.value(), values);
        return;
    }
    const auto list = value.toArray();
    const auto keys = keysOf(member, list);
    if (keys.kind == kube::ListKeys::Kind::Whole) {
        values[path] = value;
        return;
    }
    for (const auto &element : list)
        addValues(kube::elementPath(path, keys, element), {}, element, values);
}

/// What can be owned: not the names of the object itself.
QJsonObject ownable(const QJsonObject &object)
{
    auto result = kube::withoutServerFields(object);
    result.remove("apiVersion"_L1);
    result.remove("kind"_L1);
    auto meta = result["metadata"_L1].toObject();
    meta.remove("name"_L1);
    meta.remove("namespace"_L1);
    meta.remove("generateName"_L1);
    result["metadata"_L1] = meta;
    if (meta.isEmpty())
        result.remove("metadata"_L1);
    return result;
}

Values valuesOf(const QJsonObject &object)
{
    Values values;
    addValues({}, {}, ownable(object), values);
    return values;
}

/// The tree with only those leaves for which `keep` says so; empty branches go.
template<typename Keep>
QJsonObject filtered(const QString &path, const QJsonObject &fields, const Keep &keep)
{
    QJsonObject result;
    for (auto entry = fields.begin(); entry != fields.end(); ++entry) {
        const auto name = entry.key().sliced(qMin(qsizetype(2), entry.key().size()));
        const auto below = entry.value().toObject();
        QString inner = path;
        if (entry.key().startsWith("f:"_L1))
            inner = kube::memberPath(path, name);
        else if (entry.key().startsWith("v:"_L1))
            inner = path + u"[="_s + name + u']';
        else if (entry.key().startsWith("k:"_L1)) {
            const auto keys = QJsonDocument::fromJson(name.toUtf8()).object();
            inner = kube::elementPath(path, {kube::ListKeys::Kind::Map, keys.keys()}, keys);
        }
        if (entry.key() == "."_L1 || (below.isEmpty() && keep(inner))) {
            result[entry.key()] = below;
        } else if (!below.isEmpty()) {
            if (const auto rest = filtered(inner, below, keep); !rest.isEmpty())
                result[entry.key()] = rest;
        }
    }
    const bool onlySelf = result.size() == 1 && result.contains("."_L1);
    return onlySelf ? QJsonObject() : result;
}

QJsonArray managersOf(const QJsonObject &object)
{
    return object["metadata"_L1]["managedFields"_L1].toArray();
}

bool isEntryOf(const QJsonValue &entry, const Writer &writer)
{
    return entry["manager"_L1].toString() == writer.manager
        && entry["operation"_L1].toString() == writer.operation;
}

/// `after` with the entries of the others and the writer's own, at its old place. As on a real
/// server, an entry that says nothing new keeps its time.
QJsonObject withEntry(const QJsonObject &before, QJsonObject after, const QJsonArray &others,
                      const Writer &writer, const QJsonObject &fields)
{
    auto managers = others;
    const auto old = managersOf(before);
    const auto known =
        std::ranges::find_if(old, [&](const auto &entry) { return isEntryOf(entry, writer); });
    const auto place = qMin(known - old.begin(), managers.size());
    const bool same = known != old.end() && (*known)["fieldsV1"_L1].toObject() == fields;
    if (!fields.isEmpty())
        managers.insert(place,
                        same ? QJsonValue(*known)
                             : QJsonObject{{u"manager"_s, writer.manager},
                                           {u"operation"_s, writer.operation},
                                           {u"apiVersion"_s, writer.apiVersion},
                                           {u"time"_s, timeText(QDateTime::currentDateTimeUtc())},
                                           {u"fieldsType"_s, u"FieldsV1"_s},
                                           {u"fieldsV1"_s, fields}});
    auto meta = after["metadata"_L1].toObject();
    meta["managedFields"_L1] = managers;
    after["metadata"_L1] = meta;
    return after;
}

QJsonObject united(QJsonObject a, const QJsonObject &b)
{
    for (auto entry = b.begin(); entry != b.end(); ++entry)
        a[entry.key()] = united(a[entry.key()].toObject(), entry.value().toObject());
    return a;
}

kube::Error conflictError(const std::vector<kube::ErrorCause> &causes)
{
    QStringList fields;
    for (const auto &cause : causes)
        fields.append(u"- "_s + cause.field);
    auto error = apiError(
        409, u"Conflict"_s,
        u"Apply failed with %1 conflicts:\n%2"_s.arg(causes.size()).arg(fields.join(u'\n')));
    error.causes = causes;
    return error;
}

} // namespace

kube::Result<QJsonObject> serverSideApply(const QJsonObject &before,
                                          const QJsonObject &configuration, const Writer &writer,
                                          bool force)
{
    const auto old = valuesOf(before);
    const auto wanted = valuesOf(configuration);
    const auto changes = [&](const QString &leaf) {
        return wanted.contains(leaf) && wanted[leaf] != old.value(leaf);
    };
    std::vector<kube::ErrorCause> causes;
    QJsonArray others;
    QStringList owned; // by others, after this
    QStringList mine; // by the writer, before this
    for (const auto &entry : managersOf(before)) {
        const auto fields = entry["fieldsV1"_L1].toObject();
        if (isEntryOf(entry, writer)) {
            mine = kube::leavesOf(fields);
            continue;
        }
        for (const auto &leaf : kube::leavesOf(fields)) {
            if (changes(leaf))
                causes.push_back(
                    {u"FieldManagerConflict"_s,
                     u"conflict with \"%1\" using %2"_s.arg(entry["manager"_L1].toString(),
                                                            entry["apiVersion"_L1].toString()),
                     leaf});
        }
        auto rest = entry.toObject();
        rest["fieldsV1"_L1] =
            filtered({}, fields, [&](const auto &leaf) { return !changes(leaf); });
        owned += kube::leavesOf(rest["fieldsV1"_L1].toObject());
        if (!rest["fieldsV1"_L1].toObject().isEmpty())
            others.append(rest);
    }
    if (!causes.empty() && !force)
        return std::unexpected(conflictError(causes));
    auto after = applyPatch(before, "application/apply-patch+yaml", toJson(configuration));
    if (!after)
        return after;
    for (const auto &leaf : mine) {
        if (!wanted.contains(leaf) && !owned.contains(leaf))
            after = kube::withoutField(*after, leaf);
    }
    return withEntry(before, *after, others, writer, fieldsOf({}, ownable(configuration)));
}

QJsonObject withUpdateBy(const QJsonObject &before, const QJsonObject &after, const Writer &writer)
{
    const auto old = valuesOf(before);
    const auto now = valuesOf(after);
    const auto changed = [&](const QString &leaf) {
        return !now.contains(leaf) || now[leaf] != old.value(leaf);
    };
    auto fields = filtered({}, fieldsOf({}, ownable(after)), changed);
    QJsonArray others;
    for (const auto &entry : managersOf(before)) {
        auto rest = entry.toObject();
        const auto kept = filtered({}, rest["fieldsV1"_L1].toObject(),
                                   [&](const auto &leaf) { return !changed(leaf); });
        if (isEntryOf(entry, writer)) {
            fields = united(fields, kept);
        } else if (!kept.isEmpty()) {
            rest["fieldsV1"_L1] = kept;
            others.append(rest);
        }
    }
    return withEntry(before, after, others, writer, fields);
}

} // namespace demo
