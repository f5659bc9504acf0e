// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/printers/nodeprinter.h"

#include "kube/printers/rowtext.h"

#include <QJsonArray>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

QString statusOf(const QJsonObject &node)
{
    auto status = u"Unknown"_s;
    const auto conditions = node["status"_L1]["conditions"_L1].toArray();
    for (const auto &condition : conditions) // the last of a type counts
        if (condition["type"_L1] == "Ready"_L1)
            status = condition["status"_L1] == "True"_L1 ? u"Ready"_s : u"NotReady"_s;
    if (node["spec"_L1]["unschedulable"_L1].toBool())
        status += u",SchedulingDisabled"_s;
    return status;
}

// A role is named by a label of its own or by the older kubernetes.io/role.
QString rolesOf(const QJsonObject &node)
{
    constexpr auto prefix = "node-role.kubernetes.io/"_L1;
    QStringList roles;
    const auto labels = node["metadata"_L1]["labels"_L1].toObject();
    for (const auto &key : labels.keys()) {
        if (key.startsWith(prefix))
            roles.append(key.sliced(prefix.size()));
        else if (key == "kubernetes.io/role"_L1)
            roles.append(labels[key].toString());
    }
    roles.removeAll(QString());
    roles.removeDuplicates();
    roles.sort();
    return orNone(roles.join(u','));
}

QString addressOf(const QJsonObject &node, QLatin1StringView type)
{
    const auto addresses = node["status"_L1]["addresses"_L1].toArray();
    for (const auto &address : addresses)
        if (address["type"_L1] == type)
            return address["address"_L1].toString();
    return u"<none>"_s;
}

} // namespace

NodeRow nodeRow(const QJsonObject &node, const QDateTime &now)
{
    const auto info = node["status"_L1]["nodeInfo"_L1];
    return {.name = node["metadata"_L1]["name"_L1].toString(),
            .status = statusOf(node),
            .roles = rolesOf(node),
            .age = ageOf(node, now),
            .version = info["kubeletVersion"_L1].toString(),
            .internalIP = addressOf(node, "InternalIP"_L1),
            .externalIP = addressOf(node, "ExternalIP"_L1),
            .osImage = orUnknown(info["osImage"_L1].toString()),
            .kernelVersion = orUnknown(info["kernelVersion"_L1].toString()),
            .containerRuntime = orUnknown(info["containerRuntimeVersion"_L1].toString())};
}

} // namespace kube
