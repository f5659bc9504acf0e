// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace gateway {

/// One part of an address as it was sent, decoded once: a `%2F` within one is no border, and
/// `%252F` none at all. No value for what is no name: nothing, dots, control characters, a border,
/// and what is no UTF-8, as the long way to write a dot.
std::optional<QString> decodedPathPart(const QString &part);

} // namespace gateway
