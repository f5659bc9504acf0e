// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/apimachinery/podcontainers.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace kube {

QStringList containersOf(const QJsonObject &pod)
{
    const auto chosen = pod["metadata"_L1]["annotations"_L1][DefaultContainerAnnotation].toString();
    QStringList containers;
    for (const auto key : {"containers"_L1, "ephemeralContainers"_L1, "initContainers"_L1}) {
        const auto entries = pod["spec"_L1][key].toArray();
        for (const auto &entry : entries) {
            const auto name = entry["name"_L1].toString();
            if (name == chosen)
                containers.prepend(name);
            else
                containers.append(name);
        }
    }
    return containers;
}

} // namespace kube
