// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/relations/relationfeed.h"
#include "workspace/describe/description.h"

namespace workspace {

/// The object that a key names, as a link. Any version of its group will do.
ObjectId idOf(const kube::ObjectKey &key);

/// Puts what the object refers to and what refers to it before the events: "Related", a tree with
/// links, and "Used by". Says what could not be listed. Returns the objects whose relations it
/// told: a change of any other is no news.
QSet<kube::ObjectKey> addRelated(Description &description, const kube::RelationFeed &feed,
                                 const kube::ObjectKey &object);

} // namespace workspace
