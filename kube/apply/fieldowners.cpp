// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/apply/fieldowners.h"

#include "kube/apply/listkeys.h"
#include "kube/apply/objecttrim.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

/// The part of `value` that a FieldsV1 tree names.
QJsonValue extracted(const QJsonValue &value, const QJsonObject &fields)
{
    if (fields.isEmpty())
        return value;
    if (value.isObject()) {
        QJsonObject result;
        const auto object = value.toObject();
        for (auto entry = object.begin(); entry != object.end(); ++entry) {
            const QString name = u"f:"_s + entry.key();
            if (fields.contains(name))
                result[entry.key()] = extracted(entry.value(), fields[name].toObject());
        }
        return result;
    }
    const auto list = value.toArray();
    const auto keys = listKeysOf(fields, list);
    QJsonArray result;
    for (const auto &element : list) {
        if (keys.kind == ListKeys::Kind::Set) {
            const auto text = QString::fromUtf8(QJsonDocument(QJsonArray{element})
                                                    .toJson(QJsonDocument::Compact)
                                                    .sliced(1)
                                                    .chopped(1));
            if (fields.contains(u"v:"_s + text))
                result.append(element);
            continue;
        }
        const auto owned = fieldsOfElement(fields, keys, element.toObject());
        if (owned.isEmpty())
            continue;
        auto part = extracted(element, owned).toObject();
        for (const auto &key : keys.fields)
            part[key] = element[key];
        result.append(part);
    }
    return result;
}

QJsonValue overlaid(const QJsonValue &applied, const QJsonValue &live, const QJsonValue &wanted,
                    const QJsonObject &fields);

QJsonObject overlaidObject(const QJsonObject &applied, const QJsonObject &live,
                           const QJsonObject &wanted, const QJsonObject &fields)
{
    auto result = applied;
    for (auto entry = wanted.begin(); entry != wanted.end(); ++entry) {
        const auto key = entry.key();
        const auto value =
            overlaid(applied[key], live[key], entry.value(), fieldsOfMember(fields, key));
        if (!value.isUndefined())
            result[key] = value;
    }
    return result;
}

QJsonArray overlaidList(const QJsonArray &applied, const QJsonArray &live, const QJsonArray &wanted,
                        const QJsonObject &fields, const ListKeys &keys)
{
    auto result = applied;
    for (const auto &element : wanted) {
        const auto known = elementLike(live, keys, element);
        const auto mine = elementLike(applied, keys, element);
        if (known >= 0 && live.at(known) == element)
            continue;
        if (known < 0 || keys.kind == ListKeys::Kind::Set) {
            result.append(element);
            continue;
        }
        auto part = overlaidObject(mine < 0 ? QJsonObject() : applied.at(mine).toObject(),
                                   live.at(known).toObject(), element.toObject(),
                                   fieldsOfElement(fields, keys, element.toObject()));
        for (const auto &key : keys.fields)
            part[key] = element[key];
        if (mine < 0)
            result.append(part);
        else
            result[mine] = part;
    }
    return result;
}

QJsonValue overlaid(const QJsonValue &applied, const QJsonValue &live, const QJsonValue &wanted,
                    const QJsonObject &fields)
{
    if (live == wanted)
        return applied;
    if (live.isObject() && wanted.isObject())
        return overlaidObject(applied.toObject(), live.toObject(), wanted.toObject(), fields);
    if (live.isArray() && wanted.isArray()) {
        const auto keys = listKeysOf(fields, live.toArray());
        if (areToldApart(live.toArray(), keys) && areToldApart(wanted.toArray(), keys))
            return overlaidList(applied.toArray(), live.toArray(), wanted.toArray(), fields, keys);
    }
    return wanted;
}

/// Every leaf of a FieldsV1 tree as a path.
void addLeaves(const QString &path, const QJsonObject &fields, QStringList &leaves)
{
    if (fields.isEmpty()) {
        leaves.append(path);
        return;
    }
    for (auto entry = fields.begin(); entry != fields.end(); ++entry) {
        const auto name = entry.key().sliced(qMin(qsizetype(2), entry.key().size()));
        const auto below = entry.value().toObject();
        if (entry.key().startsWith("f:"_L1)) {
            addLeaves(memberPath(path, name), below, leaves);
        } else if (entry.key().startsWith("k:"_L1)) {
            const auto keys = QJsonDocument::fromJson(name.toUtf8()).object();
            addLeaves(elementPath(path, {ListKeys::Kind::Map, keys.keys()}, keys), below, leaves);
        } else if (entry.key().startsWith("v:"_L1)) {
            addLeaves(path + u"[="_s + name + u']', below, leaves);
        }
    }
}

bool isWithin(const QString &inner, const QString &outer)
{
    return inner.startsWith(outer)
        && (inner.size() == outer.size() || inner[outer.size()] == u'.'
            || inner[outer.size()] == u'[');
}

bool touches(const FieldEdit &edit, const QStringList &leaves)
{
    return std::ranges::any_of(leaves, [&](const QString &leaf) {
        return isWithin(leaf, edit.path) || isWithin(edit.path, leaf);
    });
}

} // namespace

QStringList leavesOf(const QJsonObject &fields)
{
    QStringList leaves;
    if (!fields.isEmpty())
        addLeaves({}, fields, leaves);
    return leaves;
}

QJsonObject appliedBy(const QString &manager, const QJsonObject &live)
{
    const auto managers = live["metadata"_L1]["managedFields"_L1].toArray();
    for (const auto &entry : managers) {
        if (entry["manager"_L1].toString() == manager
            && entry["operation"_L1].toString() == "Apply"_L1
            && entry["subresource"_L1].toString().isEmpty())
            return extracted(withoutServerMetadata(live), entry["fieldsV1"_L1].toObject())
                .toObject();
    }
    return {};
}

QJsonObject configurationFor(const QString &manager, const QJsonObject &live,
                             const QJsonObject &wanted)
{
    const auto bare = withoutServerFields(live);
    auto result = overlaidObject(appliedBy(manager, live), bare, wanted, ownedByAnyone(live));
    result["apiVersion"_L1] = wanted["apiVersion"_L1];
    result["kind"_L1] = wanted["kind"_L1];
    auto meta = result["metadata"_L1].toObject();
    meta["name"_L1] = wanted["metadata"_L1]["name"_L1];
    if (const auto nameSpace = wanted["metadata"_L1]["namespace"_L1]; nameSpace.isString())
        meta["namespace"_L1] = nameSpace;
    result["metadata"_L1] = meta;
    return result;
}

std::vector<FieldConflict> conflictsOf(const std::vector<FieldEdit> &edits, const QJsonObject &live,
                                       const QString &manager)
{
    std::vector<FieldConflict> conflicts;
    const auto managers = live["metadata"_L1]["managedFields"_L1].toArray();
    for (const auto &entry : managers) {
        const auto other = entry["manager"_L1].toString();
        if (other == manager)
            continue;
        const auto leaves = leavesOf(entry["fieldsV1"_L1].toObject());
        for (const auto &edit : edits) {
            if (!edit.before.isUndefined() && touches(edit, leaves))
                conflicts.push_back({other, entry["apiVersion"_L1].toString(), edit.path});
        }
    }
    return conflicts;
}

} // namespace kube
