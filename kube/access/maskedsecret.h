// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/error.h"
#include "kube/objectref.h"

#include <QFuture>
#include <QJsonObject>

namespace kube {

class ApiClient;

/// Whether a gateway has left out the values of this Secret: they are empty texts, and the
/// annotation `krateyard.io/masked` says so (docs/gateway-api.md).
bool isMasked(const QJsonObject &object);

/// Reads a Secret with its values: asks a gateway not to leave them out, which it writes down. What
/// it leaves out all the same fails with Kind::Forbidden. To be called only because a person asks.
[[nodiscard]] QFuture<Result<QJsonObject>> readRevealed(ApiClient &client, const ObjectRef &ref);

} // namespace kube
