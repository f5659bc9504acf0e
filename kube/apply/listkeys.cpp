// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/apply/listkeys.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

QJsonObject united(QJsonObject a, const QJsonObject &b)
{
    for (auto entry = b.begin(); entry != b.end(); ++entry) {
        const auto known = a[entry.key()].toObject();
        a[entry.key()] = united(known, entry.value().toObject());
    }
    return a;
}

QString jsonText(const QJsonValue &value)
{
    return QString::fromUtf8(
        QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).sliced(1).chopped(1));
}

bool hasNames(const QJsonArray &list)
{
    return !list.isEmpty() && std::all_of(list.begin(), list.end(), [](const QJsonValue &element) {
        return element["name"_L1].isString();
    });
}

} // namespace

QJsonObject ownedByAnyone(const QJsonObject &object)
{
    QJsonObject all;
    const auto managers = object["metadata"_L1]["managedFields"_L1].toArray();
    for (const auto &manager : managers)
        all = united(all, manager["fieldsV1"_L1].toObject());
    return all;
}

ListKeys listKeysOf(const QJsonObject &fields, const QJsonArray &list)
{
    for (auto entry = fields.begin(); entry != fields.end(); ++entry) {
        if (entry.key().startsWith("v:"_L1))
            return {.kind = ListKeys::Kind::Set};
        if (entry.key().startsWith("k:"_L1)) {
            const auto keys = QJsonDocument::fromJson(entry.key().sliced(2).toUtf8()).object();
            return {.kind = ListKeys::Kind::Map, .fields = keys.keys()};
        }
    }
    if (fields.isEmpty() && hasNames(list))
        return {.kind = ListKeys::Kind::Map, .fields = {u"name"_s}};
    return {};
}

QJsonObject fieldsOfMember(const QJsonObject &fields, const QString &key)
{
    return fields[u"f:"_s + key].toObject();
}

QJsonObject fieldsOfElement(const QJsonObject &fields, const ListKeys &keys,
                            const QJsonObject &element)
{
    QJsonObject wanted;
    for (const auto &field : keys.fields)
        wanted[field] = element[field];
    for (auto entry = fields.begin(); entry != fields.end(); ++entry) {
        if (entry.key().startsWith("k:"_L1)
            && QJsonDocument::fromJson(entry.key().sliced(2).toUtf8()).object() == wanted)
            return entry.value().toObject();
    }
    return {};
}

qsizetype elementLike(const QJsonArray &list, const ListKeys &keys, const QJsonValue &element)
{
    for (qsizetype i = 0; i < list.size(); ++i) {
        const auto other = list.at(i);
        if (keys.kind == ListKeys::Kind::Set
                ? other == element
                : std::ranges::all_of(keys.fields,
                                      [&](const auto &key) { return other[key] == element[key]; }))
            return i;
    }
    return -1;
}

bool areToldApart(const QJsonArray &list, const ListKeys &keys)
{
    if (keys.kind == ListKeys::Kind::Whole)
        return false;
    for (qsizetype i = 0; i < list.size(); ++i) {
        const auto element = list.at(i);
        const bool complete = std::ranges::all_of(
            keys.fields, [&](const auto &key) { return !element[key].isUndefined(); });
        if (!complete || elementLike(list, keys, element) != i)
            return false;
    }
    return true;
}

QString memberPath(const QString &path, const QString &key)
{
    return path + u'.' + key;
}

QString elementPath(const QString &path, const ListKeys &keys, const QJsonValue &element)
{
    if (keys.kind == ListKeys::Kind::Set)
        return path + u"[="_s + jsonText(element) + u']';
    QStringList parts;
    for (const auto &key : keys.fields)
        parts.append(key + u'=' + jsonText(element[key]));
    return path + u'[' + parts.join(u',') + u']';
}

} // namespace kube
