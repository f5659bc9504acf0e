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

bool isControlledBy(const QJsonValue &object, const QString &uid)
{
    const auto controller = controllerRef(object);
    return !controller.isEmpty() && controller["uid"_L1].toString() == uid;
}

} // namespace kube
