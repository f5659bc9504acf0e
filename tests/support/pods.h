// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace support {

/// The pod "shop/<name>" as a server keeps it.
inline QJsonObject podOf(const QString &name, const QJsonArray &containers,
                         const QJsonObject &status = {})
{
    using namespace Qt::StringLiterals;
    return {{u"apiVersion"_s, u"v1"_s},
            {u"kind"_s, u"Pod"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"namespace"_s, u"shop"_s}}},
            {u"spec"_s, QJsonObject{{u"containers"_s, containers}}},
            {u"status"_s, status}};
}

/// A container of which no more is known than its name.
inline QJsonObject containerOf(const QString &name)
{
    return {{QStringLiteral("name"), name}};
}

/// The status of a pod all of whose containers run.
inline QJsonObject runningStatus(const QJsonArray &containers)
{
    using namespace Qt::StringLiterals;
    QJsonArray statuses;
    for (const auto &container : containers)
        statuses.append(QJsonObject{
            {u"name"_s, container["name"_L1]},
            {u"state"_s, QJsonObject{{u"running"_s, QJsonObject{}}}},
        });
    return {{u"containerStatuses"_s, statuses}};
}

} // namespace support
