// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/yard/records.h"

namespace workspace {
class YardDocument;
}

/// Copies on a yard, and what a pinned krate does not let go of. Each is one transaction.
namespace workspace::yard {

/// Adds a second window of the same view to its krate. Returns its id; empty when there is none to
/// copy.
QString duplicateWindow(YardDocument &document, const QString &krate, const QString &window);

/// Adds a krate about the same with windows of the same views and sizes beside it, not pinned.
/// Returns its id; empty when there is none to copy.
QString duplicateKrate(YardDocument &document, const QString &krate);

/// Whether a window of the krate may be closed: the last one of a pinned krate would take it away.
bool mayClose(const KrateRecord &krate);

} // namespace workspace::yard
