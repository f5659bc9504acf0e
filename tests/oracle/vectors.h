// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace oracle {

/// A file of recorded cases below tests/data/kube. Empty when it cannot be read.
QJsonObject vectors(const QString &fileName);
/// Its list of cases.
QJsonArray cases(const QString &fileName);

/// A kubeconfig case as a request of the oracle.
QJsonObject kubeconfigRequest(const QJsonObject &recorded);

/// The value with the texts of errors blanked: they are ours, only that there is one is compared.
QJsonValue withoutErrorTexts(const QJsonValue &value);

/// Whether the reference could compute this case at all: figures past 64 bits are not defined.
bool isValueDefined(const QJsonObject &quantityCase);
bool isMilliValueDefined(const QJsonObject &quantityCase);

} // namespace oracle
