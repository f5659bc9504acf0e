// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/updates.h"

#include <memory>

namespace crdt {

class Doc;

/// A moment in a document's life: what it knew and what of it was deleted. Encoded as Yjs does.
QByteArray takeSnapshot(const Doc &doc, Encoding encoding = Encoding::V1);
/// The document as it was then. `doc` must not collect garbage, or some of it may be gone: an
/// Error.
Result<std::unique_ptr<Doc>> docFromSnapshot(const Doc &doc, QByteArrayView snapshot,
                                             Encoding encoding = Encoding::V1);

} // namespace crdt
