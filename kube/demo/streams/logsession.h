// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/demo/streams/logsource.h"

#include <QObject>

#include <optional>

namespace demo {

class HttpConnection;

/// What of a log was asked for: PodLogOptions.
struct LogRequest
{
    LogKey key = {};
    bool follow = false;
    bool previous = false;
    bool timestamps = false;
    std::optional<qint64> tailLines = {};
    std::optional<qint64> limitBytes = {};
    QDateTime since = {}; ///< inclusive; invalid: from the beginning
};

/// Sends one log, no faster than the client reads it. Ends with its connection.
class LogSession : public QObject
{
    Q_OBJECT

public:
    /// Both are borrowed; the session becomes a child of `connection`.
    LogSession(HttpConnection &connection, const LogSource &source, LogRequest request);

    void start();

private:
    const LogSource::Log *log() const;
    void pump();
    QByteArray nextBlock(const LogSource::Log &log);
    void end();

    HttpConnection &m_connection;
    const LogSource &m_source;
    LogRequest m_request;
    qint64 m_next = 0; ///< number of the next line, counted from the log's beginning
    qint64 m_sent = 0;
    bool m_ended = false;
};

} // namespace demo
