// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QString>

#include <vector>

namespace kube {

/// What templates saw as `.Values`: the chart's defaults with the person's values over them, as
/// `helm get values --all` prints them. Objects are merged, everything else replaces; a null takes
/// a default away.
/// https://helm.sh/docs/chart_template_guide/values_files/#deleting-a-default-key
QJsonObject computedHelmValues(const QJsonObject &chartValues, const QJsonObject &values);

/// Whether a key of values names something secret: "password", "dbPassword", "auth_token",
/// "apiKey", "privateKey", … Names of secrets ("existingSecret", "passwordSecretName") are none.
bool looksSecret(const QString &key);

} // namespace kube
