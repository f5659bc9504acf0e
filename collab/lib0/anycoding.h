// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/lib0/any.h"
#include "collab/lib0/decoder.h"
#include "collab/lib0/encoder.h"

namespace lib0 {

/// How deep arrays and objects may lie in each other; deeper ones are refused. (Yjs's own limit is
/// that of its stack: between 1,000 and 20,000.)
inline constexpr int DeepestAny = 1024;

/// Writes one value: a tag byte, then what the tag says (docs/collab.md, "any"). A number is an
/// integer when it is one of at most 31 bits, else a float32 when that holds it, else a float64.
/// Lone surrogates become U+FFFD.
void writeAny(Encoder &encoder, const Any &any);
Any readAny(Decoder &decoder);

/// Goes past one value without keeping any of it.
///
/// Answers whether writeAny() would write these very bytes again; not so for over-long numbers, a
/// float where an integer would do, keys that occur twice, or keys that JavaScript sorts.
bool skipAny(Decoder &decoder);

/// The entries as JavaScript has them: each key once, with its last value at its first place, and
/// keys that are array indexes in front, by value (ECMA-262, OrdinaryOwnPropertyKeys).
Any::Object inKeyOrder(Any::Object entries);
/// The same as indexes of the entries, of which none is copied.
std::vector<size_t> keyOrder(const Any::Object &entries);

} // namespace lib0
