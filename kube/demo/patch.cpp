// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/demo/patch.h"

#include "kube/demo/apierror.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>

#include <optional>

using namespace Qt::StringLiterals;

namespace demo {

enum class Lists { Replace, MergeByKey };

static QJsonArray mergeLists(const QJsonArray &old, const QJsonArray &patch);

// https://www.rfc-editor.org/rfc/rfc7386
static QJsonObject merge(QJsonObject target, const QJsonObject &patch, Lists lists)
{
    for (auto entry = patch.begin(); entry != patch.end(); ++entry) {
        const auto key = entry.key();
        const auto value = entry.value();
        if (lists == Lists::MergeByKey && key.startsWith(u'$'))
            continue; // a directive, not a field
        if (value.isNull())
            target.remove(key);
        else if (value.isObject())
            target.insert(key, merge(target[key].toObject(), value.toObject(), lists));
        else if (value.isArray() && lists == Lists::MergeByKey)
            target.insert(key, mergeLists(target[key].toArray(), value.toArray()));
        else
            target.insert(key, value);
    }
    return target;
}

static QString mergeKeyOf(const QJsonArray &list)
{
    static const QStringList keys{
        u"name"_s, u"containerPort"_s, u"mountPath"_s, u"type"_s, u"uid"_s,
        u"ip"_s,   u"port"_s,          u"key"_s};
    for (const auto &key : keys)
        if (list.first().toObject().contains(key))
            return key;
    return {};
}

static QJsonArray mergeLists(const QJsonArray &old, const QJsonArray &patch)
{
    if (patch.isEmpty() || !patch.first().isObject())
        return patch;
    const auto key = mergeKeyOf(patch);
    if (key.isEmpty())
        return patch;
    auto merged = old;
    for (const auto &value : patch) {
        const auto item = value.toObject();
        const bool isDelete = item["$patch"_L1].toString() == "delete"_L1;
        qsizetype at = 0;
        while (at < merged.size() && merged.at(at)[key] != item[key])
            ++at;
        if (isDelete && at < merged.size())
            merged.removeAt(at);
        else if (!isDelete && at < merged.size())
            merged.replace(at, merge(merged.at(at).toObject(), item, Lists::MergeByKey));
        else if (!isDelete)
            merged.append(merge({}, item, Lists::MergeByKey));
    }
    return merged;
}

// One operation of RFC 6902 at `path`, below `target`; nullopt when the path leads nowhere.
static std::optional<QJsonValue> operate(const QJsonValue &target, QStringList path,
                                         const QString &op, const QJsonValue &value)
{
    if (path.isEmpty())
        return op == "remove"_L1 ? std::optional<QJsonValue>() : value;
    const auto part = path.takeFirst().replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
    if (target.isArray()) {
        auto list = target.toArray();
        const auto at = part == "-"_L1 ? list.size() : part.toLongLong();
        if (at < 0 || at > list.size()
            || (at == list.size() && (op != "add"_L1 || !path.isEmpty())))
            return {};
        if (path.isEmpty() && op == "add"_L1) {
            list.insert(at, value);
        } else if (path.isEmpty() && op == "remove"_L1) {
            list.removeAt(at);
        } else {
            const auto inner = operate(list.at(at), path, op, value);
            if (!inner)
                return {};
            list.replace(at, *inner);
        }
        return list;
    }
    auto object = target.toObject();
    if (path.isEmpty()) {
        if (op != "add"_L1 && !object.contains(part))
            return {};
        if (op == "remove"_L1)
            object.remove(part);
        else
            object.insert(part, value);
        return object;
    }
    if (!object.contains(part))
        return {};
    const auto inner = operate(object.value(part), path, op, value);
    if (!inner)
        return {};
    object.insert(part, *inner);
    return object;
}

static QJsonValue valueAt(QJsonValue value, const QStringList &path)
{
    for (auto part : path) {
        part.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
        value =
            value.isArray() ? value.toArray().at(part.toLongLong()) : value.toObject().value(part);
    }
    return value;
}

static kube::Result<QJsonObject> jsonPatch(const QJsonObject &object, const QJsonArray &operations)
{
    QJsonValue result = object;
    for (const auto &operation : operations) {
        const auto op = operation["op"_L1].toString();
        const auto path = operation["path"_L1].toString().split(u'/').mid(1);
        if (op == "test"_L1) {
            if (valueAt(result, path) != operation["value"_L1])
                return std::unexpected(apiError(422, u"Invalid"_s,
                                                u"the server rejected our request due to an error "
                                                "in our request: testing value failed"_s));
            continue;
        }
        if (op != "add"_L1 && op != "remove"_L1 && op != "replace"_L1)
            return std::unexpected(badRequest(u"Unexpected kind: %1"_s.arg(op)));
        const auto next = operate(result, path, op, operation["value"_L1]);
        if (!next || !next->isObject())
            return std::unexpected(
                apiError(422, u"Invalid"_s,
                         u"the server rejected our request due to an error in our request"_s));
        result = *next;
    }
    return result.toObject();
}

kube::Result<QJsonObject> applyPatch(const QJsonObject &object, const QByteArray &contentType,
                                     const QByteArray &body)
{
    const auto document = QJsonDocument::fromJson(body);
    const auto type = contentType.split(';').first();
    if (type == "application/json-patch+json") {
        if (!document.isArray())
            return std::unexpected(badRequest(u"error decoding patch: it is no JSON array"_s));
        return jsonPatch(object, document.array());
    }
    if (!document.isObject())
        return std::unexpected(badRequest(u"error decoding patch: it is no JSON object"_s));
    if (type == "application/merge-patch+json")
        return merge(object, document.object(), Lists::Replace);
    if (type == "application/strategic-merge-patch+json" || type == "application/apply-patch+yaml")
        return merge(object, document.object(), Lists::MergeByKey);
    return std::unexpected(apiError(
        415, u"UnsupportedMediaType"_s,
        u"the body of the request was in an unknown format - accepted media types include: "
        "application/json-patch+json, application/merge-patch+json, "
        "application/strategic-merge-patch+json, application/apply-patch+yaml"_s));
}

} // namespace demo
