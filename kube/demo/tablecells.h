// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/demo/tablerenderer.h"

/// What the columns of several kinds are made of.
namespace demo::table {

QJsonValue nameOf(const QJsonObject &object);
QString age(const QJsonObject &object); ///< since it was created
TableColumns::Column wide(const QString &name); ///< shown by -o wide only
TableColumns::Column number(const QString &name);
/// matchLabels and matchExpressions, as metav1.FormatLabelSelector writes them
QString selectorText(const QJsonValue &selector);
/// The member `key` of each item, with commas.
QString member(const QJsonValue &list, QLatin1StringView key);
/// `cells` and the names and images of the containers in the object's pod template.
QJsonArray withContainers(QJsonArray cells, const QJsonObject &object);
QString share(int part, int whole); ///< "2/3"

TableColumns deploymentColumns();
TableColumns replicaSetColumns();
TableColumns statefulSetColumns();
TableColumns daemonSetColumns();
TableColumns jobColumns();
TableColumns cronJobColumns();

} // namespace demo::table
