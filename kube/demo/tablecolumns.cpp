// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Follows kubernetes/pkg/printers/internalversion/printers.go.

#include "kube/demo/tablecells.h"
#include "kube/printers/nodeprinter.h"
#include "kube/printers/podprinter.h"
#include "kube/printers/rowtext.h"
#include "kube/printers/serviceprinter.h"

#include <QDateTime>
#include <QHash>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace demo {

using namespace table;
using kube::orNone;

static TableColumns podColumns()
{
    return {{{u"Name"_s},
             {u"Ready"_s},
             {u"Status"_s},
             {u"Restarts"_s},
             {u"Age"_s},
             wide(u"IP"_s),
             wide(u"Node"_s),
             wide(u"Nominated Node"_s),
             wide(u"Readiness Gates"_s)},
            [](const QJsonObject &pod) {
                const auto row = kube::podRow(pod, QDateTime::currentDateTimeUtc());
                return QJsonArray{row.name,     row.ready,         row.status,
                                  row.restarts, row.age,           row.ip,
                                  row.node,     row.nominatedNode, row.readinessGates};
            }};
}

static TableColumns nodeColumns()
{
    return {{{u"Name"_s},
             {u"Status"_s},
             {u"Roles"_s},
             {u"Age"_s},
             {u"Version"_s},
             wide(u"Internal-IP"_s),
             wide(u"External-IP"_s),
             wide(u"OS-Image"_s),
             wide(u"Kernel-Version"_s),
             wide(u"Container-Runtime"_s)},
            [](const QJsonObject &node) {
                const auto row = kube::nodeRow(node, QDateTime::currentDateTimeUtc());
                return QJsonArray{
                    row.name,          row.status,          row.roles,      row.age,
                    row.version,       row.internalIP,      row.externalIP, row.osImage,
                    row.kernelVersion, row.containerRuntime};
            }};
}

static TableColumns serviceColumns()
{
    return {{{u"Name"_s},
             {u"Type"_s},
             {u"Cluster-IP"_s},
             {u"External-IP"_s},
             {u"Port(s)"_s},
             {u"Age"_s},
             wide(u"Selector"_s)},
            [](const QJsonObject &service) {
                const auto row = kube::serviceRow(service, QDateTime::currentDateTimeUtc());
                return QJsonArray{row.name,  row.type, row.clusterIP, row.externalIP,
                                  row.ports, row.age,  row.selector};
            }};
}

static TableColumns endpointsColumns()
{
    return {{{u"Name"_s}, {u"Endpoints"_s}, {u"Age"_s}}, [](const QJsonObject &object) {
                QStringList all;
                for (const auto &subset : object["subsets"_L1].toArray())
                    for (const auto &port : subset["ports"_L1].toArray())
                        for (const auto &address : subset["addresses"_L1].toArray())
                            all.append(address["ip"_L1].toString() + u':'
                                       + QString::number(port["port"_L1].toInt()));
                auto text = QStringList(all.first(std::min<qsizetype>(3, all.size()))).join(u',');
                if (all.size() > 3)
                    text += u" + %1 more..."_s.arg(all.size() - 3);
                return QJsonArray{nameOf(object), orNone(text), age(object)};
            }};
}

static TableColumns ingressColumns()
{
    return {{{u"Name"_s}, {u"Class"_s}, {u"Hosts"_s}, {u"Address"_s}, {u"Ports"_s}, {u"Age"_s}},
            [](const QJsonObject &object) {
                const auto spec = object["spec"_L1];
                const auto hosts = member(spec["rules"_L1], "host"_L1);
                const auto tls = !spec["tls"_L1].toArray().isEmpty();
                return QJsonArray{
                    nameOf(object),
                    orNone(spec["ingressClassName"_L1].toString()),
                    hosts.isEmpty() ? u"*"_s : hosts,
                    member(object["status"_L1]["loadBalancer"_L1]["ingress"_L1], "ip"_L1),
                    tls ? u"80, 443"_s : u"80"_s,
                    age(object)};
            }};
}

static QString accessModes(const QJsonValue &modes)
{
    static const QHash<QString, QString> shortForms{{u"ReadWriteOnce"_s, u"RWO"_s},
                                                    {u"ReadOnlyMany"_s, u"ROX"_s},
                                                    {u"ReadWriteMany"_s, u"RWX"_s},
                                                    {u"ReadWriteOncePod"_s, u"RWOP"_s}};
    QStringList parts;
    for (const auto &mode : modes.toArray())
        parts.append(shortForms.value(mode.toString(), mode.toString()));
    return parts.join(u',');
}

static TableColumns claimColumns()
{
    return {{{u"Name"_s},
             {u"Status"_s},
             {u"Volume"_s},
             {u"Capacity"_s},
             {u"Access Modes"_s},
             {u"StorageClass"_s},
             {u"VolumeAttributesClass"_s},
             {u"Age"_s},
             wide(u"VolumeMode"_s)},
            [](const QJsonObject &object) {
                const auto spec = object["spec"_L1];
                const auto status = object["status"_L1];
                return QJsonArray{nameOf(object),
                                  status["phase"_L1],
                                  spec["volumeName"_L1].toString(),
                                  status["capacity"_L1]["storage"_L1].toString(),
                                  accessModes(status["accessModes"_L1]),
                                  spec["storageClassName"_L1].toString(),
                                  u"<unset>"_s,
                                  age(object),
                                  spec["volumeMode"_L1].toString(u"Filesystem"_s)};
            }};
}

static TableColumns eventColumns()
{
    return {{{u"Last Seen"_s},
             {u"Type"_s},
             {u"Reason"_s},
             {u"Object"_s},
             wide(u"Subobject"_s),
             wide(u"Source"_s),
             {u"Message"_s},
             wide(u"First Seen"_s),
             wide(u"Count"_s),
             wide(u"Name"_s)},
            [](const QJsonObject &event) {
                const auto object = event["involvedObject"_L1];
                const auto source = event["source"_L1];
                QString origin = source["component"_L1].toString();
                if (const auto host = source["host"_L1].toString(); !host.isEmpty())
                    origin += u", "_s + host;
                return QJsonArray{ageOf(event["lastTimestamp"_L1]),
                                  event["type"_L1],
                                  event["reason"_L1],
                                  QString(object["kind"_L1].toString().toLower() + u'/'
                                          + object["name"_L1].toString()),
                                  object["fieldPath"_L1].toString(),
                                  origin,
                                  event["message"_L1].toString().trimmed(),
                                  ageOf(event["firstTimestamp"_L1]),
                                  event["count"_L1].toInt(1),
                                  nameOf(event)};
            }};
}

static TableColumns configMapColumns()
{
    return {{{u"Name"_s}, number(u"Data"_s), {u"Age"_s}}, [](const QJsonObject &object) {
                const auto count =
                    object["data"_L1].toObject().size() + object["binaryData"_L1].toObject().size();
                return QJsonArray{nameOf(object), count, age(object)};
            }};
}

static TableColumns secretColumns()
{
    return {{{u"Name"_s}, {u"Type"_s}, number(u"Data"_s), {u"Age"_s}},
            [](const QJsonObject &object) {
                return QJsonArray{nameOf(object), object["type"_L1].toString(u"Opaque"_s),
                                  object["data"_L1].toObject().size(), age(object)};
            }};
}

static TableColumns namespaceColumns()
{
    return {{{u"Name"_s}, {u"Status"_s}, {u"Age"_s}}, [](const QJsonObject &object) {
                return QJsonArray{nameOf(object), object["status"_L1]["phase"_L1], age(object)};
            }};
}

static TableColumns serviceAccountColumns()
{
    return {{{u"Name"_s}, number(u"Secrets"_s), {u"Age"_s}}, [](const QJsonObject &object) {
                return QJsonArray{nameOf(object), object["secrets"_L1].toArray().size(),
                                  age(object)};
            }};
}

static TableColumns definitionColumns()
{
    return {{{u"Name"_s}, {u"Created At"_s, u"date"_s}}, [](const QJsonObject &object) {
                return QJsonArray{nameOf(object), object["metadata"_L1]["creationTimestamp"_L1]};
            }};
}

static TableColumns fallbackColumns()
{
    return {{{u"Name"_s}, {u"Age"_s}},
            [](const QJsonObject &object) { return QJsonArray{nameOf(object), age(object)}; }};
}

TableColumns columnsOf(const kube::GroupVersionResource &gvr)
{
    static const QHash<QString, TableColumns (*)()> makers{
        {u"pods"_s, podColumns},
        {u"nodes"_s, nodeColumns},
        {u"services"_s, serviceColumns},
        {u"deployments"_s, deploymentColumns},
        {u"replicasets"_s, replicaSetColumns},
        {u"statefulsets"_s, statefulSetColumns},
        {u"daemonsets"_s, daemonSetColumns},
        {u"jobs"_s, jobColumns},
        {u"cronjobs"_s, cronJobColumns},
        {u"endpoints"_s, endpointsColumns},
        {u"ingresses"_s, ingressColumns},
        {u"configmaps"_s, configMapColumns},
        {u"secrets"_s, secretColumns},
        {u"persistentvolumeclaims"_s, claimColumns},
        {u"namespaces"_s, namespaceColumns},
        {u"events"_s, eventColumns},
        {u"serviceaccounts"_s, serviceAccountColumns},
        {u"customresourcedefinitions"_s, definitionColumns}};
    return makers.value(gvr.resource, fallbackColumns)();
}

} // namespace demo
