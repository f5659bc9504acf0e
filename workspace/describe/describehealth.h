// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/health/diagnosis.h"
#include "workspace/describe/description.h"

#include <optional>

namespace workspace {

/// The section that a description begins with when there is something to say of the object's
/// health: the word, the sentence, and what a crashing container wrote last, wrapped into lines of
/// `columns` characters.
std::optional<DescribedSection> describeHealth(const kube::Diagnosis &diagnosis,
                                               const QString &lastLine, int columns);

} // namespace workspace
