// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/logstore/linetable.h"

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace workspace {

class Session;

/// The lines of a log that a person has marked, with what they noted. Kept in their session, never
/// in the shared document, and without the text of the line, which may be secret: a line is known
/// again by its stream and its time, to the nanosecond. GUI thread.
class LogBookmarks final : public QObject
{
    Q_OBJECT

public:
    static constexpr int MostMarks = 200; ///< of a log; the oldest go
    static constexpr int MostLogs = 100; ///< those marked last
    static constexpr int LongestNote = 500;

    struct Mark
    {
        qint64 time = logstore::NoTime;
        QString source = {};
        QString note = {};

        bool operator==(const Mark &) const = default;
    };

    /// `log` names the log among all of the person's. `session` is borrowed and must outlive the
    /// bookmarks; null keeps nothing beyond their life.
    LogBookmarks(Session *session, const QString &log, QObject *parent = nullptr);

    const std::vector<Mark> &marks() const { return m_marks; } ///< in order of time
    std::optional<QString> noteOf(qint64 time, const QString &source) const;
    /// Marks a line, notes something on it, or, with no value, forgets it. A line without a time
    /// cannot be marked.
    bool set(qint64 time, const QString &source, const std::optional<QString> &note);
    /// The next one after a time, going round; nothing when there is none.
    std::optional<Mark> after(qint64 time) const;

Q_SIGNALS:
    void changed();

private:
    void read();
    void write();

    Session *m_session;
    QString m_log;
    std::vector<Mark> m_marks;
};

} // namespace workspace
