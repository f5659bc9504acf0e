// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/history/history.h"
#include "workspace/textview/textdocument.h"

namespace workspace {

/// A timeline as text, the newest change first: the time, then a line for each field with what it
/// was and what it is. Long values stand below their path. `now` tells which days need a date.
TextDocument changesText(const kube::Timeline &timeline, const QDateTime &now);

/// "14:03", or with the day when it is not today's; in local time.
QString momentText(const QDateTime &moment, const QDateTime &now, bool seconds);

} // namespace workspace
