// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Follows kubernetes/pkg/printers/internalversion/printers.go.

#include "kube/demo/tablerenderer.h"
#include "kube/printers/nodeprinter.h"
#include "kube/printers/podprinter.h"
#include "kube/printers/rowtext.h"
#include "kube/printers/serviceprinter.h"

#include <QDateTime>
#include <QHash>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace demo {

static const QString none = u"<none>"_s;
using Column = TableColumns::Column;
using kube::labelsText;
using kube::orNone;

static QJsonValue nameOf(const QJsonObject &object)
{
    return object["metadata"_L1]["name"_L1];
}

static QString age(const QJsonObject &object)
{
    return ageOf(object["metadata"_L1]["creationTimestamp"_L1]);
}

static Column wide(const QString &name)
{
    return {.name = name, .priority = 1};
}

static Column number(const QString &name)
{
    return {.name = name, .type = u"integer"_s};
}

// matchLabels and matchExpressions, as metav1.FormatLabelSelector writes them
static QString selectorText(const QJsonValue &selector)
{
    QStringList parts;
    const auto labels = selector["matchLabels"_L1].toObject();
    for (auto label = labels.begin(); label != labels.end(); ++label)
        parts.append(label.key() + u'=' + label.value().toString());
    for (const auto &expression : selector["matchExpressions"_L1].toArray())
        parts.append(expression["key"_L1].toString() + u' '
                     + expression["operator"_L1].toString().toLower());
    return orNone(parts.join(u','));
}

static QString member(const QJsonValue &list, QLatin1StringView key)
{
    QStringList parts;
    for (const auto &item : list.toArray())
        parts.append(item[key].toString());
    return parts.join(u',');
}

static QJsonArray withContainers(QJsonArray cells, const QJsonObject &object)
{
    const auto containers = object["spec"_L1]["template"_L1]["spec"_L1]["containers"_L1];
    cells.append(member(containers, "name"_L1));
    cells.append(member(containers, "image"_L1));
    return cells;
}

static QString share(int part, int whole)
{
    return u"%1/%2"_s.arg(part).arg(whole);
}

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

static TableColumns deploymentColumns()
{
    return {{{u"Name"_s},
             {u"Ready"_s},
             number(u"Up-to-date"_s),
             number(u"Available"_s),
             {u"Age"_s},
             wide(u"Containers"_s),
             wide(u"Images"_s),
             wide(u"Selector"_s)},
            [](const QJsonObject &object) {
                const auto status = object["status"_L1];
                auto cells = withContainers({nameOf(object),
                                             share(status["readyReplicas"_L1].toInt(),
                                                   object["spec"_L1]["replicas"_L1].toInt(1)),
                                             status["updatedReplicas"_L1].toInt(),
                                             status["availableReplicas"_L1].toInt(), age(object)},
                                            object);
                cells.append(selectorText(object["spec"_L1]["selector"_L1]));
                return cells;
            }};
}

static TableColumns replicaSetColumns()
{
    return {{{u"Name"_s},
             number(u"Desired"_s),
             number(u"Current"_s),
             number(u"Ready"_s),
             {u"Age"_s},
             wide(u"Containers"_s),
             wide(u"Images"_s),
             wide(u"Selector"_s)},
            [](const QJsonObject &object) {
                const auto status = object["status"_L1];
                auto cells =
                    withContainers({nameOf(object), object["spec"_L1]["replicas"_L1].toInt(1),
                                    status["replicas"_L1].toInt(),
                                    status["readyReplicas"_L1].toInt(), age(object)},
                                   object);
                cells.append(selectorText(object["spec"_L1]["selector"_L1]));
                return cells;
            }};
}

static TableColumns statefulSetColumns()
{
    return {{{u"Name"_s}, {u"Ready"_s}, {u"Age"_s}, wide(u"Containers"_s), wide(u"Images"_s)},
            [](const QJsonObject &object) {
                return withContainers({nameOf(object),
                                       share(object["status"_L1]["readyReplicas"_L1].toInt(),
                                             object["spec"_L1]["replicas"_L1].toInt(1)),
                                       age(object)},
                                      object);
            }};
}

static TableColumns daemonSetColumns()
{
    return {{{u"Name"_s},
             number(u"Desired"_s),
             number(u"Current"_s),
             number(u"Ready"_s),
             number(u"Up-to-date"_s),
             number(u"Available"_s),
             {u"Node Selector"_s},
             {u"Age"_s},
             wide(u"Containers"_s),
             wide(u"Images"_s),
             wide(u"Selector"_s)},
            [](const QJsonObject &object) {
                const auto status = object["status"_L1];
                const auto nodes = object["spec"_L1]["template"_L1]["spec"_L1]["nodeSelector"_L1];
                auto cells = withContainers(
                    {nameOf(object), status["desiredNumberScheduled"_L1].toInt(),
                     status["currentNumberScheduled"_L1].toInt(), status["numberReady"_L1].toInt(),
                     status["updatedNumberScheduled"_L1].toInt(),
                     status["numberAvailable"_L1].toInt(), labelsText(nodes.toObject()),
                     age(object)},
                    object);
                cells.append(selectorText(object["spec"_L1]["selector"_L1]));
                return cells;
            }};
}

static QString jobStatus(const QJsonObject &job)
{
    for (const auto type : {"Complete"_L1, "Failed"_L1, "Suspended"_L1, "FailureTarget"_L1})
        for (const auto &condition : job["status"_L1]["conditions"_L1].toArray())
            if (condition["type"_L1].toString() == type
                && condition["status"_L1].toString() == "True"_L1)
                return type;
    return job["metadata"_L1]["deletionTimestamp"_L1].isString() ? u"Terminating"_s : u"Running"_s;
}

static QString jobDuration(const QJsonObject &job)
{
    const auto status = job["status"_L1];
    const auto start = QDateTime::fromString(status["startTime"_L1].toString(), Qt::ISODate);
    if (!start.isValid())
        return {};
    const auto end = QDateTime::fromString(status["completionTime"_L1].toString(), Qt::ISODate);
    const auto now = QDateTime::currentDateTimeUtc();
    const auto age = end.isValid() ? now.addSecs(-start.secsTo(end)) : start;
    return ageOf(age.toString(Qt::ISODate));
}

static TableColumns jobColumns()
{
    return {{{u"Name"_s},
             {u"Status"_s},
             {u"Completions"_s},
             {u"Duration"_s},
             {u"Age"_s},
             wide(u"Containers"_s),
             wide(u"Images"_s),
             wide(u"Selector"_s)},
            [](const QJsonObject &job) {
                auto cells = withContainers({nameOf(job), jobStatus(job),
                                             share(job["status"_L1]["succeeded"_L1].toInt(),
                                                   job["spec"_L1]["completions"_L1].toInt(1)),
                                             jobDuration(job), age(job)},
                                            job);
                cells.append(selectorText(job["spec"_L1]["selector"_L1]));
                return cells;
            }};
}

static TableColumns cronJobColumns()
{
    return {{{u"Name"_s},
             {u"Schedule"_s},
             {u"Timezone"_s},
             {u"Suspend"_s, u"boolean"_s},
             number(u"Active"_s),
             {u"Last Schedule"_s},
             {u"Age"_s},
             wide(u"Containers"_s),
             wide(u"Images"_s),
             wide(u"Selector"_s)},
            [](const QJsonObject &object) {
                const auto spec = object["spec"_L1];
                const auto last = object["status"_L1]["lastScheduleTime"_L1];
                const auto containers =
                    spec["jobTemplate"_L1]["spec"_L1]["template"_L1]["spec"_L1]["containers"_L1];
                return QJsonArray{nameOf(object),
                                  spec["schedule"_L1],
                                  orNone(spec["timeZone"_L1].toString()),
                                  spec["suspend"_L1].toBool() ? u"True"_s : u"False"_s,
                                  object["status"_L1]["active"_L1].toArray().size(),
                                  last.isString() ? ageOf(last) : none,
                                  age(object),
                                  member(containers, "name"_L1),
                                  member(containers, "image"_L1),
                                  none};
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
