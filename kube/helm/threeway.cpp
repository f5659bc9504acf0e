// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/helm/threeway.h"

#include "kube/apimachinery/quantity.h"

#include <QHash>
#include <QJsonArray>
#include <QSet>
#include <QStringList>

#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

/// `patchStrategy: merge` of the built-in kinds: the field's name and its `patchMergeKey`.
/// https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.32/
QStringList mergeKeysOf(const QString &field, const QJsonObject &member)
{
    static const QHash<QString, QStringList> keys{
        {u"containers"_s, {u"name"_s}},
        {u"initContainers"_s, {u"name"_s}},
        {u"ephemeralContainers"_s, {u"name"_s}},
        {u"env"_s, {u"name"_s}},
        {u"volumes"_s, {u"name"_s}},
        {u"imagePullSecrets"_s, {u"name"_s}},
        {u"secrets"_s, {u"name"_s}},
        {u"webhooks"_s, {u"name"_s}},
        {u"volumeMounts"_s, {u"mountPath"_s}},
        {u"volumeDevices"_s, {u"devicePath"_s}},
        {u"hostAliases"_s, {u"ip"_s}},
        {u"ownerReferences"_s, {u"uid"_s}},
        {u"conditions"_s, {u"type"_s}},
        {u"topologySpreadConstraints"_s, {u"topologyKey"_s, u"whenUnsatisfiable"_s}},
    };
    if (field == "ports"_L1)
        return {member.contains("containerPort"_L1) ? u"containerPort"_s : u"port"_s,
                u"protocol"_s};
    return keys.value(field);
}

/// A member's key as text; no value when the list is not merged by key.
std::optional<QString> keyOf(const QString &field, const QJsonValue &member)
{
    const auto object = member.toObject();
    const auto keys = mergeKeysOf(field, object);
    if (keys.isEmpty() || !object.contains(keys.first()))
        return {};
    QStringList parts;
    for (const auto &key : keys) {
        const auto value = object.value(key);
        const bool standard = key == "protocol"_L1 && !value.isString();
        parts.append(standard ? u"TCP"_s : value.toVariant().toString());
    }
    return parts.join(u'/');
}

bool areAmounts(const QString &parent)
{
    return parent == "limits"_L1 || parent == "requests"_L1 || parent == "hard"_L1
        || parent == "capacity"_L1;
}

bool isSame(const QString &parent, const QJsonValue &a, const QJsonValue &b)
{
    if (a == b)
        return true;
    if (!areAmounts(parent) || a.isObject() || b.isObject())
        return false;
    const auto left = Quantity::parse(a.toVariant().toString());
    const auto right = Quantity::parse(b.toVariant().toString());
    return left && right && *left == *right;
}

/// Whether `live` says everything that `said` does, whatever defaults were added to it.
bool covers(const QString &parent, const QJsonValue &live, const QJsonValue &said)
{
    if (said.isNull())
        return true;
    if (said.isObject()) {
        const auto members = said.toObject();
        for (auto entry = members.begin(); entry != members.end(); ++entry) {
            if (!covers(entry.key(), live[entry.key()], entry.value()))
                return false;
        }
        return live.isObject();
    }
    if (!said.isArray())
        return isSame(parent, live, said);
    const auto mine = said.toArray();
    const auto theirs = live.toArray();
    for (qsizetype i = 0; i < mine.size(); ++i) {
        if (mine.size() != theirs.size() || !covers(parent, theirs[i], mine[i]))
            return false;
    }
    return mine.size() == theirs.size();
}

class Merger
{
public:
    explicit Merger(ListMerge lists)
        : m_lists(lists)
    {
    }

    QJsonObject merge(const QString &name, const QJsonObject &old, const QJsonObject &live,
                      const QJsonObject &target) const
    {
        auto result = live;
        for (auto entry = old.begin(); entry != old.end(); ++entry) {
            if (!entry->isNull() && isUnsaid(target, entry.key()))
                result.remove(entry.key());
        }
        for (auto entry = target.begin(); entry != target.end(); ++entry) {
            if (entry->isNull())
                continue;
            const auto key = entry.key();
            result.insert(key, value(name, key, old[key], live[key], entry.value()));
        }
        return result;
    }

private:
    static bool isUnsaid(const QJsonObject &object, const QString &key)
    {
        const auto found = object.find(key);
        return found == object.end() || found->isNull();
    }

    QJsonValue value(const QString &parent, const QString &key, const QJsonValue &old,
                     const QJsonValue &live, const QJsonValue &target) const
    {
        if (target.isObject())
            return merge(key, old.toObject(), live.toObject(), target.toObject());
        if (target.isArray() && m_lists == ListMerge::ByKey)
            return list(key, old.toArray(), live.toArray(), target.toArray());
        if (target.isArray())
            return whole(key, old, live, target);
        return isSame(parent, live, target) ? live : target;
    }

    /// A list that is replaced. What the server added to its members by default is no difference.
    static QJsonValue whole(const QString &field, const QJsonValue &old, const QJsonValue &live,
                            const QJsonValue &target)
    {
        return old == target && covers(field, live, target) ? live : target;
    }

    QJsonValue list(const QString &field, const QJsonArray &old, const QJsonArray &live,
                    const QJsonArray &target) const
    {
        if (field == "finalizers"_L1)
            return plainList(old, live, target);
        const auto before = byKey(field, old);
        const auto now = byKey(field, live);
        const auto then = byKey(field, target);
        if (!before || !now || !then)
            return whole(field, old, live, target);
        QJsonArray result;
        QSet<QString> done;
        for (const auto &member : target) { // the manifest's order, and then what it does not know
            const auto key = *keyOf(field, member);
            if (done.contains(key))
                continue;
            done.insert(key);
            result.append(merge(field, before->value(key), now->value(key), then->value(key)));
        }
        for (const auto &member : live) {
            const auto key = *keyOf(field, member);
            if (!done.contains(key) && !before->contains(key))
                result.append(member);
        }
        return sameMembers(field, live, result) ? live : result;
    }

    /// Another order alone is no change: a server may keep its own.
    static bool sameMembers(const QString &field, const QJsonArray &live, const QJsonArray &merged)
    {
        if (live.size() != merged.size())
            return false;
        const auto before = byKey(field, live);
        for (const auto &member : merged) {
            const auto key = keyOf(field, member);
            if (before->value(*key) != member.toObject())
                return false;
        }
        return true;
    }

    static QJsonArray plainList(const QJsonArray &old, const QJsonArray &live,
                                const QJsonArray &target)
    {
        QJsonArray result;
        for (const auto &member : live) {
            if (target.contains(member) || !old.contains(member))
                result.append(member);
        }
        for (const auto &member : target) {
            if (!result.contains(member))
                result.append(member);
        }
        return result;
    }

    static std::optional<QHash<QString, QJsonObject>> byKey(const QString &field,
                                                            const QJsonArray &list)
    {
        QHash<QString, QJsonObject> result;
        for (const auto &member : list) {
            const auto key = keyOf(field, member);
            if (!key)
                return {};
            result.insert(*key, member.toObject()); // of equal keys the last counts
        }
        return result;
    }

    ListMerge m_lists;
};

} // namespace

QJsonObject threeWayMerge(const QJsonObject &old, const QJsonObject &live,
                          const QJsonObject &target, ListMerge lists)
{
    return Merger(lists).merge({}, old, live, target);
}

QJsonObject mergePatch(const QJsonObject &from, const QJsonObject &to)
{
    QJsonObject patch;
    for (auto entry = from.begin(); entry != from.end(); ++entry) {
        if (!to.contains(entry.key()))
            patch.insert(entry.key(), QJsonValue::Null);
    }
    for (auto entry = to.begin(); entry != to.end(); ++entry) {
        const auto before = from.value(entry.key());
        if (before == entry.value())
            continue;
        const bool inside = before.isObject() && entry->isObject();
        patch.insert(entry.key(),
                     inside ? QJsonValue(mergePatch(before.toObject(), entry->toObject()))
                            : QJsonValue(entry.value()));
    }
    return patch;
}

} // namespace kube
