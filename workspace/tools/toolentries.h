// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/copy/containercopy.h"
#include "kube/debug/debugpods.h"
#include "kube/portforward/portforward.h"
#include "workspace/actions/journal.h"

namespace workspace {

/// What the journal notes down of a forward that began, with the local port that it got.
JournalEntry forwardEntry(const QString &context, const kube::ForwardSpec &spec, quint16 localPort);

/// Of a copy that ended; `problem`: a sentence, empty when all was copied.
JournalEntry copyEntry(const QString &context, const kube::CopySpec &spec, const QString &problem);

/// Of `pod`, which was made, or not, to look into a pod or node. Leaves the command out: it may
/// name a password.
JournalEntry debugEntry(const QString &context, const kube::DebugSpec &spec, const QString &pod,
                        const QString &problem);

} // namespace workspace
