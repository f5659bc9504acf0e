// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/engine/replica.h"

namespace crdt {

/// After others changed a formatted text, deletes marks in it that say nothing any more, as every
/// Yjs replica does: in a transaction of its own, whose update must be sent on, too.
void cleanUpFormatting(Replica &replica, const Transaction &transaction);

} // namespace crdt
