// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oracle/calls.h"

#include "kube/printers/nodeprinter.h"
#include "kube/printers/podprinter.h"
#include "kube/printers/rowtext.h"
#include "kube/printers/serviceprinter.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace oracle {

QDateTime nowOf(const QJsonObject &request)
{
    const auto now = kube::timeFrom(request["now"_L1]);
    return now.isValid() ? now : QDateTime::currentDateTimeUtc();
}

QJsonObject podStatusCall(const QJsonObject &request)
{
    const auto row = kube::podRow(request["pod"_L1].toObject(), nowOf(request));
    return {{u"name"_s, row.name},
            {u"ready"_s, row.ready},
            {u"status"_s, row.status},
            {u"restarts"_s, row.restarts},
            {u"age"_s, row.age},
            {u"wide"_s,
             QJsonObject{{u"ip"_s, row.ip},
                         {u"node"_s, row.node},
                         {u"nominatedNode"_s, row.nominatedNode},
                         {u"readinessGates"_s, row.readinessGates}}}};
}

QJsonObject nodeStatusCall(const QJsonObject &request)
{
    const auto row = kube::nodeRow(request["node"_L1].toObject(), nowOf(request));
    return {{u"name"_s, row.name},
            {u"status"_s, row.status},
            {u"roles"_s, row.roles},
            {u"age"_s, row.age},
            {u"version"_s, row.version},
            {u"wide"_s,
             QJsonObject{{u"internalIP"_s, row.internalIP},
                         {u"externalIP"_s, row.externalIP},
                         {u"osImage"_s, row.osImage},
                         {u"kernelVersion"_s, row.kernelVersion},
                         {u"containerRuntime"_s, row.containerRuntime}}}};
}

QJsonArray serviceRowCall(const QJsonObject &request)
{
    using enum kube::ServiceRow::Width;
    const bool isWide = request["wide"_L1].toBool();
    const auto row =
        kube::serviceRow(request["service"_L1].toObject(), nowOf(request), isWide ? Wide : Narrow);
    QJsonArray cells{row.name, row.type, row.clusterIP, row.externalIP, row.ports, row.age};
    if (isWide)
        cells.append(row.selector);
    return cells;
}

} // namespace oracle
