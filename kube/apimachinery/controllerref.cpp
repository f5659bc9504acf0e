// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/apimachinery/controllerref.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {

QJsonObject controllerRef(const QJsonValue &object)
{
    const auto owners = object["metadata"_L1]["ownerReferences"_L1].toArray();
    const auto controller = std::ranges::find_if(
        owners, [](const QJsonValue &owner) { return owner["controller"_L1].toBool(); });
    return controller == owners.end() ? QJsonObject() : controller->toObject();
}

} // namespace kube
