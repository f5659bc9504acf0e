// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/logstore/linetable.h"

#include <QStringList>

#include <vector>

namespace workspace {

/// "pod/container" of a store's sources, short enough for a column and still different: what all
/// pods begin with goes up to its last hyphen, and so does the container's name where all have the
/// same. Names longer than 24 characters lose their middle.
QStringList shortSourceNames(const QStringList &sources);

/// The ids of those that have a name: a stream that is the only one has none, nor has what is about
/// all of them.
std::vector<logstore::SourceId> namedSources(const QStringList &sources);

} // namespace workspace
