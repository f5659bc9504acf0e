// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/proxy/answerfilter.h"

#include "collab/gateway/policy/secretmask.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gateway {

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

bool isTable(const QJsonObject &object)
{
    return object["kind"_L1].toString() == "Table"_L1;
}

/// As much as a client needs to forget it.
QJsonObject nameOnly(const QJsonObject &object)
{
    const auto from = object["metadata"_L1].toObject();
    QJsonObject metadata;
    for (const auto *key : {"name", "namespace", "uid", "resourceVersion"}) {
        if (from.contains(QLatin1StringView(key)))
            metadata.insert(QLatin1StringView(key), from[QLatin1StringView(key)]);
    }
    return {{u"kind"_s, object["kind"_L1]},
            {u"apiVersion"_s, object["apiVersion"_L1]},
            {u"metadata"_s, metadata}};
}

/// A list's own metadata tell how much there is that is left out, and by the place where the next
/// page begins also the name of the last object.
QJsonObject withoutCounts(QJsonObject list, const PageMarks &marks, const QByteArray &owner)
{
    auto metadata = list["metadata"_L1].toObject();
    metadata.remove("remainingItemCount"_L1);
    const auto place = metadata["continue"_L1].toString();
    if (!place.isEmpty())
        metadata.insert("continue"_L1, marks.sealed(place, owner));
    list.insert("metadata"_L1, metadata);
    return list;
}

} // namespace

AnswerFilter::AnswerFilter(const Authorizer &authorizer, const Caller &caller,
                           const ApiTarget &target, bool isNamespaced, bool reveals)
    : m_authorizer(authorizer)
    , m_caller(caller)
    , m_target(target)
    , m_isNamespaced(isNamespaced)
    , m_masks(holdsSecrets(target.group, target.resource) && !reveals)
{
}

bool AnswerFilter::isNeeded() const
{
    if (m_target.isDocument())
        return false;
    const bool isOfAll = m_isNamespaced && m_target.nameSpace.isEmpty();
    return m_masks || m_target.isOfCore("namespaces"_L1)
        || (m_target.isOfPods() && m_authorizer.hidesPods())
        || (isOfApps(m_target.group) && m_authorizer.hidesApps())
        || (isOfAll && !m_authorizer.allowsEverywhere(m_caller, m_target.access(true)));
}

AnswerFilter::Verdict AnswerFilter::verdictOn(const QJsonObject &object) const
{
    const auto metadata = object["metadata"_L1];
    const auto name = metadata["name"_L1].toString();
    if (m_target.isOfCore("namespaces"_L1)) {
        const Access access{.verb = u"list"_s, .resource = m_target.resource, .nameSpace = name};
        return m_authorizer.allows(m_caller, access) ? Verdict::Shown : Verdict::Unshown;
    }
    if (m_isNamespaced && m_target.nameSpace.isEmpty()) {
        auto there = m_target.access(true);
        there.nameSpace = metadata["namespace"_L1].toString();
        if (there.nameSpace.isEmpty() || !m_authorizer.allows(m_caller, there))
            return Verdict::Unshown;
    }
    const bool isPod = m_target.isOfPods();
    if (!isPod && !isOfApps(m_target.group))
        return Verdict::Shown;
    const auto shows = [this, isPod, &name](const QMap<QString, QString> &labels) {
        return isPod ? m_authorizer.showsPod(name, labels) : m_authorizer.showsApp(name, labels);
    };
    if (!shows({}))
        return Verdict::Unshown;
    return shows(labelsOf(object)) ? Verdict::Shown : Verdict::Gone;
}

QJsonArray AnswerFilter::trimmed(const QJsonArray &items, bool isTable) const
{
    QJsonArray left;
    for (const auto &item : items) {
        const auto object = isTable ? item["object"_L1].toObject() : item.toObject();
        if (verdictOn(object) != Verdict::Shown)
            continue;
        if (!m_masks) {
            left.append(item);
        } else if (isTable) {
            auto row = item.toObject();
            row.insert("object"_L1, masked(object));
            left.append(row);
        } else {
            left.append(masked(object));
        }
    }
    return left;
}

QJsonObject AnswerFilter::trimmed(QJsonObject object) const
{
    const auto *list = isTable(object) ? "rows" : "items";
    const QLatin1StringView key(list);
    if (object.contains(key))
        object.insert(key, trimmed(object.value(key).toArray(), isTable(object)));
    else if (m_masks)
        object = masked(object);
    return object;
}

/// A Status, which a delete is answered with, is nobody's object.
std::optional<QByteArray> AnswerFilter::ofBody(const QByteArray &json, const PageMarks *marks) const
{
    const auto object = QJsonDocument::fromJson(json).object();
    if (object["kind"_L1].toString() == "Status"_L1)
        return json;
    const bool isOne = !m_target.name.isEmpty() && m_target.subresource.isEmpty()
        && !isTable(object) && !object.contains("items"_L1);
    if (isOne && verdictOn(object) != Verdict::Shown)
        return std::nullopt;
    auto left = trimmed(object);
    if (marks != nullptr && (left.contains("items"_L1) || isTable(left)))
        left = withoutCounts(std::move(left), *marks, pageOwner());
    return compact(left);
}

QByteArray AnswerFilter::pageOwner() const
{
    return m_caller.subject.toUtf8() + '\n' + m_target.path.toUtf8();
}

QByteArray AnswerFilter::ofEvent(const QByteArray &json) const
{
    static const QStringList changes{u"ADDED"_s, u"MODIFIED"_s, u"DELETED"_s};
    const auto all = QJsonDocument::fromJson(json).object();
    const auto type = all.value("type"_L1).toString();
    auto object = all.value("object"_L1).toObject();
    // What else there may be in it is no event's.
    QJsonObject event{{u"type"_s, type}, {u"object"_s, object}};
    if (type == "BOOKMARK"_L1 || type == "ERROR"_L1)
        return compact(event);
    if (!changes.contains(type))
        return {};
    const bool isRow = isTable(object);
    const auto rows = object.value("rows"_L1).toArray();
    if (isRow && rows.size() != 1)
        return {};
    const auto subject = isRow ? rows[0]["object"_L1].toObject() : object;
    switch (verdictOn(subject)) {
    case Verdict::Shown: break;
    case Verdict::Unshown: return {};
    case Verdict::Gone:
        if (type != "MODIFIED"_L1)
            return {};
        event.insert("type"_L1, u"DELETED"_s);
        if (isRow) {
            auto row = rows[0].toObject();
            row.insert("object"_L1, nameOnly(subject));
            object.insert("rows"_L1, QJsonArray{row});
        } else {
            object = nameOnly(object);
        }
        event.insert("object"_L1, object);
        return compact(event);
    }
    event.insert("object"_L1, trimmed(object));
    return compact(event);
}

} // namespace gateway
