// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QObject>

#include <deque>

namespace demo {

/// Names one container's log.
struct LogKey
{
    QString nameSpace = {};
    QString pod = {};
    QString container = {};

    bool operator==(const LogKey &) const = default;
};
size_t qHash(const LogKey &key, size_t seed = 0);

struct LogLine
{
    QDateTime time = {};
    QByteArray text = {}; ///< without a newline
};

/// The logs of all containers, in memory: the last 50,000 lines of each, and of its last run
/// before.
class LogSource : public QObject
{
    Q_OBJECT

public:
    struct Log
    {
        std::deque<LogLine> lines = {};
        qint64 dropped = 0; ///< how many lines were before the first one
        bool ended = false; ///< the container does not run (any more)
    };

    using QObject::QObject;

    /// Adds a line; `time` defaults to now. Begins the log when it does not exist.
    void append(const LogKey &key, const QByteArray &text, QDateTime time = {});
    /// The container stopped: whoever follows has reached the end.
    void end(const LogKey &key);
    /// The container starts again: the log becomes the previous one, an empty one begins.
    void restart(const LogKey &key);
    void remove(const QString &nameSpace, const QString &pod);
    /// The file is rotated: what was written is out of reach of whoever asks from now on.
    void rotate(const LogKey &key);
    /// Ends the answers to all who follow, as a proxy does with silent ones. The log goes on.
    void endAnswers(const LogKey &key) { Q_EMIT answersEnded(key); }

    /// nullptr when there is none.
    const Log *log(const LogKey &key) const;
    const Log *previous(const LogKey &key) const;

Q_SIGNALS:
    void appended(const demo::LogKey &key);
    void ended(const demo::LogKey &key);
    void answersEnded(const demo::LogKey &key);

private:
    QHash<LogKey, Log> m_logs;
    QHash<LogKey, Log> m_previous;
};

} // namespace demo
