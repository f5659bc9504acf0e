// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace workspace {

/// The kinds that there are templates of, as a person calls them: "Deployment", "Service", …
QStringList manifestTemplates();

/// A manifest to begin with; empty for an unknown kind. `batchV1` tells whether the server has
/// CronJobs in batch/v1 (since 1.21).
QString manifestTemplate(const QString &kind, const QString &nameSpace, bool batchV1 = true);

} // namespace workspace
