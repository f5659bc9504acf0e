// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/metrics/metricsplan.h"

#include <QString>

namespace workspace {

/// Why there are no figures and what to do about it, in one or two sentences.
QString absenceText(const kube::MetricsAbsence &absence);

} // namespace workspace
