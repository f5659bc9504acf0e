// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLoggingCategory>

namespace relay {

Q_DECLARE_LOGGING_CATEGORY(relayLog)

} // namespace relay
