// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Follows kubernetes/pkg/printers/internalversion/printers.go.

#include "kube/demo/tablecells.h"
#include "kube/printers/jobprinter.h"
#include "kube/printers/rowtext.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace demo::table {

TableColumns deploymentColumns()
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

TableColumns replicaSetColumns()
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

TableColumns statefulSetColumns()
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

TableColumns daemonSetColumns()
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
                     status["numberAvailable"_L1].toInt(), kube::labelsText(nodes.toObject()),
                     age(object)},
                    object);
                cells.append(selectorText(object["spec"_L1]["selector"_L1]));
                return cells;
            }};
}

TableColumns jobColumns()
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
                const auto row = kube::jobRow(job, QDateTime::currentDateTimeUtc());
                auto cells = withContainers(
                    {row.name, row.status, row.completions, row.duration, row.age}, job);
                cells.append(selectorText(job["spec"_L1]["selector"_L1]));
                return cells;
            }};
}

TableColumns cronJobColumns()
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
                                  kube::orNone(spec["timeZone"_L1].toString()),
                                  spec["suspend"_L1].toBool() ? u"True"_s : u"False"_s,
                                  object["status"_L1]["active"_L1].toArray().size(),
                                  last.isString() ? ageOf(last) : u"<none>"_s,
                                  age(object),
                                  member(containers, "name"_L1),
                                  member(containers, "image"_L1),
                                  u"<none>"_s};
            }};
}

} // namespace demo::table
