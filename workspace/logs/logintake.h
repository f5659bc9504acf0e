// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/logs/logseam.h"

#include <QDateTime>

namespace workspace {

/// The bytes of one stream on their way into a store, over breaks of the stream.
class LogIntake
{
public:
    /// `store` is borrowed and must outlive the intake.
    explicit LogIntake(logstore::LogStore &store, const QString &source = {});

    /// Takes bytes of a log whose lines begin with a time stamp where they have one.
    void receive(QByteArrayView bytes);
    /// The log has come to its end: an unfinished line is finished.
    void finish();
    /// What comes next repeats the log from sinceTime() on: lines that are there are left out.
    void beginSeam();
    /// From when to ask the server for more; invalid when no line had a stamp.
    QDateTime sinceTime() const;
    /// Forgets all lines of the store.
    void clear();

    qint64 bytes() const { return m_bytes; } ///< that were received

private:
    logstore::LogStore &m_store;
    logstore::SourceId m_source = 0;
    LogSeam m_seam;
    qint64 m_bytes = 0;
};

} // namespace workspace
