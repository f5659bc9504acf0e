// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/apply/threewaymerge.h"

#include "kube/apply/listkeys.h"

using namespace Qt::StringLiterals;

namespace kube {

namespace {

const QJsonValue None(QJsonValue::Undefined);

/// The lists' keys when all sides can be told apart by them; otherwise Whole.
ListKeys commonKeys(const QJsonObject &fields, const QJsonArray &a, const QJsonArray &b)
{
    const auto keys = listKeysOf(fields, a.isEmpty() ? b : a);
    return areToldApart(a, keys) && areToldApart(b, keys) ? keys : ListKeys();
}

QJsonValue matching(const QJsonValue &list, const ListKeys &keys, const QJsonValue &element)
{
    const auto array = list.toArray();
    const auto at = elementLike(array, keys, element);
    return at < 0 ? None : array.at(at);
}

class Merger
{
public:
    explicit Merger(const QStringList &leave)
        : m_leave(leave)
    {
    }

    QJsonValue values(const QString &path, const QJsonValue &base, const QJsonValue &mine,
                      const QJsonValue &theirs, const QJsonObject &fields)
    {
        if (mine == theirs)
            return mine;
        if (mine.isObject() && theirs.isObject())
            return objects(path, base, mine.toObject(), theirs.toObject(), fields);
        if (mine.isArray() && theirs.isArray()) {
            const auto keys = commonKeys(fields, theirs.toArray(), mine.toArray());
            if (keys.kind != ListKeys::Kind::Whole)
                return lists(path, base, mine.toArray(), theirs.toArray(), fields, keys);
        }
        if (mine == base || m_leave.contains(path))
            return theirs;
        if (theirs != base)
            conflicts.push_back({path, base, mine, theirs});
        return mine;
    }

    std::vector<MergeConflict> conflicts;

private:
    QJsonValue objects(const QString &path, const QJsonValue &base, const QJsonObject &mine,
                       const QJsonObject &theirs, const QJsonObject &fields)
    {
        QJsonObject result;
        const auto take = [&](const QString &key) {
            const auto value = values(memberPath(path, key), base[key], mine[key], theirs[key],
                                      fieldsOfMember(fields, key));
            if (!value.isUndefined())
                result[key] = value;
        };
        for (auto entry = mine.begin(); entry != mine.end(); ++entry)
            take(entry.key());
        for (auto entry = theirs.begin(); entry != theirs.end(); ++entry) {
            if (!mine.contains(entry.key()))
                take(entry.key());
        }
        return result;
    }

    QJsonValue lists(const QString &path, const QJsonValue &base, const QJsonArray &mine,
                     const QJsonArray &theirs, const QJsonObject &fields, const ListKeys &keys)
    {
        QJsonArray result;
        const auto take = [&](const QJsonValue &element, const QJsonValue &my,
                              const QJsonValue &their) {
            const auto value =
                values(elementPath(path, keys, element), matching(base, keys, element), my, their,
                       fieldsOfElement(fields, keys, element.toObject()));
            if (!value.isUndefined())
                result.append(value);
        };
        for (const auto &element : mine)
            take(element, element, matching(theirs, keys, element));
        for (const auto &element : theirs) {
            if (elementLike(mine, keys, element) < 0)
                take(element, None, element);
        }
        return result;
    }

    QStringList m_leave;
};

class Comparer
{
public:
    void values(const QString &path, const QJsonValue &before, const QJsonValue &after,
                const QJsonObject &fields)
    {
        if (before == after)
            return;
        if (before.isObject() && after.isObject())
            return objects(path, before.toObject(), after.toObject(), fields);
        if (before.isArray() && after.isArray()) {
            const auto keys = commonKeys(fields, before.toArray(), after.toArray());
            if (keys.kind != ListKeys::Kind::Whole)
                return lists(path, before.toArray(), after.toArray(), fields, keys);
        }
        edits.push_back({path, before, after});
    }

    std::vector<FieldEdit> edits;

private:
    void objects(const QString &path, const QJsonObject &before, const QJsonObject &after,
                 const QJsonObject &fields)
    {
        for (auto entry = before.begin(); entry != before.end(); ++entry)
            values(memberPath(path, entry.key()), entry.value(), after[entry.key()],
                   fieldsOfMember(fields, entry.key()));
        for (auto entry = after.begin(); entry != after.end(); ++entry) {
            if (!before.contains(entry.key()))
                edits.push_back({memberPath(path, entry.key()), None, entry.value()});
        }
    }

    void lists(const QString &path, const QJsonArray &before, const QJsonArray &after,
               const QJsonObject &fields, const ListKeys &keys)
    {
        for (const auto &element : before)
            values(elementPath(path, keys, element), element, matching(after, keys, element),
                   fieldsOfElement(fields, keys, element.toObject()));
        for (const auto &element : after) {
            if (elementLike(before, keys, element) < 0)
                edits.push_back({elementPath(path, keys, element), None, element});
        }
    }
};

} // namespace

MergedObject mergeThree(const QJsonObject &base, const QJsonObject &mine, const QJsonObject &theirs,
                        const QStringList &leave)
{
    Merger merger(leave);
    const auto merged = merger.values({}, base, mine, theirs, ownedByAnyone(theirs));
    return {merged.toObject(), std::move(merger.conflicts)};
}

std::vector<FieldEdit> fieldEdits(const QJsonObject &before, const QJsonObject &after)
{
    Comparer comparer;
    comparer.values({}, before, after, ownedByAnyone(before));
    return std::move(comparer.edits);
}

} // namespace kube
