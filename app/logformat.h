// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QLoggingCategory>

namespace app {

/// How the relay's log, which is its standard error, is written.
enum class LogFormat {
    Text,
    Json, ///< one object a line: time (RFC 3339, UTC), level, category, message
};

/// From now on Qt's messages are written so, from any thread, and without what redacted() takes
/// out.
void setLogFormat(LogFormat format);
/// Writes an error that ends the program in the format that was set.
void logFatal(const QString &sentence);

/// One line of the log in JSON, without a line break.
QByteArray jsonLine(QtMsgType type, const char *category, const QString &message,
                    const QDateTime &time);

/// The message without what may be a credential, wherever it comes from: parameters `token`, what
/// stands behind "Bearer", access tokens (ky_…) and JSON web tokens (eyJ…).
QString redacted(QString message);

} // namespace app
