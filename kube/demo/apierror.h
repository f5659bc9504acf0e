// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/error.h"

#include <QJsonObject>

namespace demo {

/// Errors with the reasons and wording of a real API server.
kube::Error apiError(int code, const QString &reason, const QString &message);
kube::Error notFound(const QString &qualifiedResource, const QString &name);
kube::Error alreadyExists(const QString &qualifiedResource, const QString &name);
kube::Error conflict(const QString &qualifiedResource, const QString &name);
kube::Error badRequest(const QString &message);
kube::Error expired(const QString &message);

/// The `Status` object that carries an error.
/// https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/status/
QJsonObject statusObject(const kube::Error &error);
/// The `Status` object of a success, as DELETE and exec answer with.
QJsonObject successStatus();

/// An object as compact JSON.
QByteArray toJson(const QJsonObject &object);

} // namespace demo
