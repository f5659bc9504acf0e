// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QString>

namespace kube {

/// When a JSON Web Token ends (its `exp` claim, RFC 7519 section 4.1.4), in UTC; invalid for a
/// token that is none or that does not end. The signature is not looked at: the server does that.
QDateTime jwtExpiry(const QString &token);

} // namespace kube
