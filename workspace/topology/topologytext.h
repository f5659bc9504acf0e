// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/topology/topology.h"
#include "workspace/textview/textbuilder.h"

namespace workspace {

/// What is wrong, in a sentence; empty when nothing is. `title` is what the problem was found at.
QString topologyProblemText(kube::TopologyProblem problem, const QString &title,
                            const QString &lacking);

/// The object's id as windows use it.
ObjectId objectIdOf(const kube::ObjectKey &key);

/// The ways and what is broken in them, as text: for reading and for screen readers.
void writeTopology(TextBuilder &text, const kube::Topology &topology);

} // namespace workspace
