// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/describe/description.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

namespace workspace {

/// What `kubectl describe` tells about an object, from its JSON and that of its events (v1 Event).
/// Kinds without a form of their own get labels, conditions, and spec and status as a tree. Of a
/// Secret only the sizes are told.
Description describe(const QJsonObject &object, const std::vector<QJsonObject> &events,
                     const QDateTime &now);

} // namespace workspace
