// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/demo/story/world.h"

namespace demo {

/// Puts some Helm releases into the store, with the objects that they are about.
void furnishReleases(World &world);

} // namespace demo
