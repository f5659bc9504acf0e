// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/wire/structreader.h"

namespace crdt {

/// An update of version 2 as one of version 1, in which all work is done, and the other way round.
///
/// A few bytes of version 2 can stand for many structs: more than 4,096 for a byte are refused
/// (Yjs's own million overwrites of 200 keys are 480 for a byte), and more than 16 million in all.
Result<QByteArray> updateV1FromV2(QByteArrayView update);
Result<QByteArray> updateV2FromV1(QByteArrayView update,
                                  StructReader::KeyBits keyBits = StructReader::KeyBits::Needed);

} // namespace crdt
