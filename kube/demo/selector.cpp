// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/demo/selector.h"

#include "kube/demo/apierror.h"

#include <QHash>
#include <QMap>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo {

std::optional<Selector::FieldRequirement> Selector::parseField(const QString &text)
{
    for (const auto &sign : {u"!="_s, u"=="_s, u"="_s})
        if (const auto at = text.indexOf(sign); at > 0)
            return FieldRequirement{text.first(at).trimmed(), sign != "!="_L1,
                                    text.sliced(at + sign.size()).trimmed()};
    return {};
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
    const auto parsed = kube::LabelSelector::parse(labels);
    if (!parsed)
        return std::unexpected(
            badRequest(u"unable to parse requirement: "_s + parsed.error().message));
    selector.m_labels = *parsed;
    for (const auto &part : fields.split(u',', Qt::SkipEmptyParts)) {
        const auto requirement = parseField(part);
        if (!requirement)
            return std::unexpected(
                badRequest(u"invalid selector: '%1'; can't understand '%2'"_s.arg(fields, part)));
        if (!isSelectable(requirement->field, gvr))
            return std::unexpected(
                badRequest(u"field label not supported: "_s + requirement->field));
        selector.m_fields.push_back(*requirement);
    }
    return selector;
}

// A field that is not there counts as empty, as the server's own field sets do.
static QString fieldOf(const QJsonObject &object, const QString &path)
{
    QJsonValue value = object;
    for (const auto &part : path.split(u'.'))
        value = value.toObject().value(part);
    return value.isString() ? value.toString() : value.toVariant().toString();
}

bool Selector::matches(const QJsonObject &object) const
{
    if (!m_labels.isEmpty() && !m_labels.matches(kube::labelsIn(object["metadata"_L1])))
        return false;
    return std::ranges::all_of(m_fields, [&](const FieldRequirement &requirement) {
        return (fieldOf(object, requirement.field) == requirement.value) == requirement.equal;
    });
}

} // namespace demo
