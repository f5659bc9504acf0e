// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace workspace {

/// Whether a reader of YAML 1.1 would take the plain text for a boolean, null, a number or a time
/// and not for a string: the resolve table of go-yaml 2.
/// https://yaml.org/type/ https://github.com/go-yaml/yaml/blob/v2/resolve.go
bool resolvesToOtherType(const QString &text);

/// Whether the text may stand without quotes: no indicator at its start, no ": " or " #" in it.
/// https://yaml.org/spec/1.1/#plain
bool isPlainSafe(const QString &text);

/// Whether every character can be printed without an escape; line feeds count as printable.
bool isPrintable(const QString &text);

} // namespace workspace
