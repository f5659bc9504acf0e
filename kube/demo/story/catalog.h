// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/demo/story/world.h"

namespace demo {

/// Puts the first objects of the story into the store: namespaces, nodes, workloads, services,
/// settings, a custom resource definition with its resources. Pods are made by the controllers.
void furnish(World &world);

} // namespace demo
