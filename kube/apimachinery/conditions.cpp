// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/apimachinery/conditions.h"

#include <QString>

using namespace Qt::StringLiterals;

namespace kube {

QJsonArray conditionsOf(const QJsonObject &object)
{
    return object["status"_L1]["conditions"_L1].toArray();
}

QJsonObject conditionIn(const QJsonArray &conditions, QLatin1StringView type)
{
    for (const auto &condition : conditions) {
        if (condition["type"_L1] == type)
            return condition.toObject();
    }
    return {};
}

bool isConditionTrue(const QJsonArray &conditions, QLatin1StringView type)
{
    return conditionIn(conditions, type).value("status"_L1) == "True"_L1;
}

} // namespace kube
