// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/yaml/yamltree.h"

namespace kube {

/// Fills `node` from a scalar without quotes and tag: null, boolean, number or text.
void resolvePlainScalar(const QString &text, YamlNode &node);

} // namespace kube
