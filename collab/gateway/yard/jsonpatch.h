// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonArray>
#include <QJsonValue>

namespace gateway {

/// The operations that make `after` of `before` (RFC 6902): add, remove and replace. Arrays of
/// another length are replaced whole.
QJsonArray jsonPatch(const QJsonValue &before, const QJsonValue &after);

} // namespace gateway
