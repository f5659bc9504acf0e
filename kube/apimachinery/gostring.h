// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

/// How Go writes values: what the reference prints is what people compare with.
namespace kube {

/// A number as fmt's %v: "3", "1.5", "1.2345678901e+10".
QString goFloat(double value);
/// A number as encoding/json: with an exponent only below 1e-6 and from 1e21 on.
QString goJsonFloat(double value);
/// A text as encoding/json, with quotes; `<`, `>` and `&` are escaped.
QString goJsonString(const QString &text);

/// What a Go string literal in double or single quotes stands for; nothing when it is none.
/// https://go.dev/ref/spec#String_literals
std::optional<QString> goUnquoted(const QString &literal);

} // namespace kube
