// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/window/viewoptions.h"
#include "workspace/yard/records.h"

namespace workspace {

/// What a person would type to see in a terminal what a window shows, ready to be pasted: quoted
/// for a POSIX shell, with the context and the namespace, one command a line. Helm's for what is
/// Helm's. Empty where kubectl has nothing like it (port forwards, the journal).
///
/// A list's filter becomes a label selector and greps: `label:` is exact in kubectl, where the list
/// takes the beginning of a value.
/// https://kubernetes.io/docs/reference/kubectl/generated/
QString kubectlText(const KrateRecord &krate, View view, const ViewOptions &options = {});

/// The same for objects that are picked in a list: gets them as YAML.
QString kubectlText(const QString &context, const std::vector<ObjectId> &objects);

} // namespace workspace
