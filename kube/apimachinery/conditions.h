// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QLatin1StringView>

namespace kube {

// What an object's status says of its conditions; there is one of a type at the most.
// https://github.com/kubernetes/community/blob/master/contributors/devel/sig-architecture/api-conventions.md#typical-status-properties

/// Those of an object that was read from a server.
QJsonArray conditionsOf(const QJsonObject &object);
/// The one of that type; empty when there is none.
QJsonObject conditionIn(const QJsonArray &conditions, QLatin1StringView type);
/// Whether it is there and "True", which is not the opposite of "False".
bool isConditionTrue(const QJsonArray &conditions, QLatin1StringView type);

} // namespace kube
