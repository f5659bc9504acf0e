// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/apimachinery/jsonpath.h"

#include <expected>

namespace kube {

/// `left op right` by the rules of Go's text/template, of which a JSONPath filter makes use: only
/// values of the same type compare, booleans have no order. Fails with an English message.
/// https://pkg.go.dev/text/template#hdr-Functions
std::expected<bool, QString> goCompare(const JsonPathValue &left, const QString &op,
                                       const JsonPathValue &right, JsonPath::Numbers numbers);

} // namespace kube
