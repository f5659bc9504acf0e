// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/manifest/applysession.h"

namespace workspace {

class Journal;

/// Notes down what an apply that is done has sent, an entry for each object: names and the kubectl
/// command, nothing of what was in them.
void noteApplied(Journal &journal, const QString &context, const ApplySession &session);

/// The same for a key of a Secret that was changed, or not, and why.
void noteSecretEdit(Journal &journal, const QString &context, const QString &nameSpace,
                    const QString &name, const std::optional<kube::Error> &error);

} // namespace workspace
