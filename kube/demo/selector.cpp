// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/demo/selector.h"

#include "kube/demo/apierror.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo {

// Commas separate requirements, except between the parentheses of a set.
static QStringList splitRequirements(const QString &text)
{
    QStringList parts;
    QString part;
    bool inSet = false;
    for (const auto c : text) {
        inSet = c == u'(' || (inSet && c != u')');
        if (c == u',' && !inSet) {
            parts.append(part.trimmed());
            part.clear();
        } else {
            part += c;
        }
    }
    parts.append(part.trimmed());
    parts.removeAll(QString());
    return parts;
}

kube::Result<Selector::Requirement> Selector::parseRequirement(QString text)
{
    for (const auto &sign : {u"!="_s, u"=="_s, u"="_s})
        if (const auto at = text.indexOf(sign); at > 0)
            return Requirement{text.first(at).trimmed(),
                               sign == "!="_L1 ? Operator::NotIn : Operator::In,
                               {text.sliced(at + sign.size()).trimmed()}};
    if (text.startsWith(u'!'))
        return Requirement{text.sliced(1).trimmed(), Operator::Absent, {}};

    const auto words = text.simplified().section(u'(', 0, 0).split(u' ', Qt::SkipEmptyParts);
    if (words.size() == 1 && !text.contains(u'('))
        return Requirement{words.first(), Operator::Exists, {}};
    const bool set = words.size() == 2 && (words[1] == "in"_L1 || words[1] == "notin"_L1);
    if (!set || !text.endsWith(u')'))
        return std::unexpected(badRequest(u"unable to parse requirement: found '%1'"_s.arg(text)));
    QStringList values;
    for (const auto &value : text.section(u'(', 1).chopped(1).split(u','))
        values.append(value.trimmed());
    return Requirement{words[0], words[1] == "in"_L1 ? Operator::In : Operator::NotIn, values};
}

static bool isSelectable(const QString &field, const kube::GroupVersionResource &gvr)
{
    if (field == "metadata.name"_L1 || field == "metadata.namespace"_L1)
        return true;
    static const QHash<QString, QStringList> fields{
        {u"pods"_s,
         {u"spec.nodeName"_s, u"spec.restartPolicy"_s, u"spec.schedulerName"_s,
          u"spec.serviceAccountName"_s, u"spec.hostNetwork"_s, u"status.phase"_s, u"status.podIP"_s,
          u"status.nominatedNodeName"_s}},
        {u"events"_s,
         {u"involvedObject.kind"_s, u"involvedObject.namespace"_s, u"involvedObject.name"_s,
          u"involvedObject.uid"_s, u"involvedObject.apiVersion"_s,
          u"involvedObject.resourceVersion"_s, u"involvedObject.fieldPath"_s, u"reason"_s,
          u"reportingComponent"_s, u"source"_s, u"type"_s}},
        {u"secrets"_s, {u"type"_s}},
        {u"namespaces"_s, {u"status.phase"_s}},
        {u"nodes"_s, {u"spec.unschedulable"_s}},
        {u"jobs"_s, {u"status.successful"_s}},
        {u"replicasets"_s, {u"status.replicas"_s}}};
    return fields.value(gvr.resource).contains(field);
}

kube::Result<Selector> Selector::parse(const QString &labels, const QString &fields,
                                       const kube::GroupVersionResource &gvr)
{
    Selector selector;
    for (const auto &part : splitRequirements(labels)) {
        const auto requirement = parseRequirement(part);
        if (!requirement)
            return std::unexpected(requirement.error());
        selector.m_labels.push_back(*requirement);
    }
    for (const auto &part : splitRequirements(fields)) {
        const auto requirement = parseRequirement(part);
        if (!requirement || requirement->values.size() != 1)
            return std::unexpected(
                badRequest(u"invalid selector: '%1'; can't understand '%2'"_s.arg(fields, part)));
        if (!isSelectable(requirement->key, gvr))
            return std::unexpected(
                badRequest(u"Unable to find \"%1\" that match label selector \"\", field selector "
                           "\"%2\": field label not supported: %3"_s.arg(gvr.resource, fields,
                                                                         requirement->key)));
        selector.m_fields.push_back(*requirement);
    }
    return selector;
}

static QString textOf(const QJsonValue &value)
{
    return value.isString() ? value.toString() : value.toVariant().toString();
}

bool Selector::holds(const Requirement &requirement, const QJsonValue &value)
{
    switch (requirement.op) {
    case Operator::In: return !value.isUndefined() && requirement.values.contains(textOf(value));
    case Operator::NotIn: return value.isUndefined() || !requirement.values.contains(textOf(value));
    case Operator::Exists: return !value.isUndefined();
    case Operator::Absent: return value.isUndefined();
    }
    return false;
}

// A field that is not there counts as empty, as the server's own field sets do.
static QJsonValue fieldOf(const QJsonObject &object, const QString &path)
{
    QJsonValue value = object;
    for (const auto &part : path.split(u'.'))
        value = value.toObject().value(part);
    return value.isUndefined() ? QJsonValue(QString()) : value;
}

bool Selector::matches(const QJsonObject &object) const
{
    const auto labels = object["metadata"_L1]["labels"_L1].toObject();
    return std::ranges::all_of(m_labels,
                               [&](const Requirement &requirement) {
                                   return holds(requirement, labels.value(requirement.key));
                               })
        && std::ranges::all_of(m_fields, [&](const Requirement &requirement) {
               return holds(requirement, fieldOf(object, requirement.key));
           });
}

} // namespace demo
