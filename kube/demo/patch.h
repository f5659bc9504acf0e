// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/error.h"

#include <QByteArray>
#include <QJsonObject>

namespace demo {

/// Applies the body of a PATCH to `object`, by its Content-Type: JSON merge patch (RFC 7386), JSON
/// patch (RFC 6902), or strategic merge patch, which is merge patch with lists merged by their
/// members' keys (name, containerPort, mountPath, type, uid, ip, key) and `$patch: delete`.
/// Server-side apply is taken as a strategic merge. Fails with 400, 415 or 422.
kube::Result<QJsonObject> applyPatch(const QJsonObject &object, const QByteArray &contentType,
                                     const QByteArray &body);

} // namespace demo
