// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLoggingCategory>

namespace collab {

/// Connections and what ended them. Never a token, an address's parameters or a document's content.
Q_DECLARE_LOGGING_CATEGORY(syncLog)

} // namespace collab
