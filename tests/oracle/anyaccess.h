// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/lib0/any.h"

#include <QByteArrayView>

namespace oracle {

/// The member of that name; undefined when `object` is none or has none.
const lib0::Any &member(const lib0::Any &object, QLatin1StringView name);
/// The same with every object's keys sorted: the order of keys is not replicated.
lib0::Any sorted(const lib0::Any &value);

// The values as the kind that the caller expects; else empty.
QString textOf(const lib0::Any &value);
qint64 wholeOf(const lib0::Any &value, qint64 otherwise = 0);
bool flagOf(const lib0::Any &value, bool otherwise = false);
const lib0::Any::Array &listOf(const lib0::Any &value);
const lib0::Any::Object &entriesOf(const lib0::Any &value);
QByteArray bytesOf(const lib0::Any &value); ///< of text in hexadecimal
lib0::Any hexOf(QByteArrayView bytes);

} // namespace oracle
