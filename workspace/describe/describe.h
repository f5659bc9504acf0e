// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/events/eventgroup.h"
#include "workspace/describe/companions.h"
#include "workspace/describe/description.h"

#include <QDateTime>
#include <QJsonObject>

namespace workspace {

/// What `kubectl describe` tells about an object, in its words, from the object's JSON, that of its
/// events (v1 Event) and of its companions. Conditions come first, events last. Kinds without a
/// form of their own get spec and status as a tree. Of a Secret only the sizes are told.
Description describe(const QJsonObject &object, const std::vector<QJsonObject> &events,
                     const QDateTime &now, const Companions &companions = {});

/// The same with events that are grouped already, the oldest first.
Description describeGrouped(const QJsonObject &object, const std::vector<kube::EventGroup> &events,
                            const QDateTime &now, const Companions &companions = {});

} // namespace workspace
