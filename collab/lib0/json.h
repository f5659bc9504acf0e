// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/lib0/any.h"

#include <QByteArrayView>

#include <optional>

namespace lib0 {

/// Reads JSON text (RFC 8259) and keeps the order of keys, which Qt's own reader sorts: what is
/// passed on must be written as JavaScript would. Nothing when it is no JSON, or nested deeper than
/// DeepestAny. A key that occurs twice has its last value; a lone surrogate becomes U+FFFD.
std::optional<Any> parseJson(QByteArrayView text);

/// As JSON.stringify() writes it: no spaces, numbers as JavaScript prints them, undefined left out
/// of objects and null in arrays. At the top undefined is "undefined", as Yjs has it.
QByteArray stringify(const Any &any);

} // namespace lib0
