// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/engine/replica.h"

namespace crdt {

/// What a transaction did to a text, as steps from its start.
std::vector<Event::Step> textDelta(Replica &replica, const Transaction &transaction, quint32 type);

} // namespace crdt
