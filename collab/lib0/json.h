// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/lib0/any.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

/// JSON text to the byte as JavaScript reads and writes it. Qt's own JSON sorts keys and writes
/// numbers another way, so peers would see a text change that nobody changed.
namespace lib0 {

/// What JSON.parse() makes of UTF-8; nothing when it would throw, or when values lie more than
/// DeepestAny deep in each other. Of equal keys the last one counts; a number that is too large is
/// infinite.
std::optional<Any> parseJson(QByteArrayView utf8);

/// What JSON.stringify() makes of it, in UTF-8: no spaces, keys in their order, lone surrogates
/// escaped. Undefined is left out of objects, null in arrays, and at the top "undefined", as Yjs
/// has it; NaN and infinity are null; a BigInt, at which JavaScript would throw, has its digits.
QByteArray stringify(const Any &any);

/// Whether both are the same to a reader: the order of keys does not matter, nor the sign of zero.
bool isSameJson(const Any &left, const Any &right);
bool isSameJsonText(QByteArrayView left, QByteArrayView right); ///< no JSON is like itself alone

} // namespace lib0
