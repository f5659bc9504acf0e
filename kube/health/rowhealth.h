// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/health/diagnosis.h"
#include "kube/watch/resourceitem.h"

namespace kube {

/// The quick answer: how an object is, by its row of the server's Table. Means the same as
/// diagnose(), as far as a row tells; kinds that are not known are judged by a "Ready" or
/// "Available" column if they have one and are otherwise Ok.
Diagnosis diagnoseRow(const QString &kind, const QList<TableColumn> &columns,
                      const ResourceItem &item);

/// Whether a row that looks fine is enough to know that the object is. A Service's row, say, tells
/// nothing of its pods.
bool isRowConclusive(const QString &kind);

} // namespace kube
