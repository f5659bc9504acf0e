// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/logs/desk/logsaver.h"

namespace workspace {

/// Saves the whole log of a window, one file at a time: asks where and tells how it went. GUI
/// thread only.
class LogSaving final : public QObject
{
    Q_OBJECT

public:
    /// `feed` is borrowed and must outlive this. `title` names the log, for the file's name.
    LogSaving(LogFeed &feed, const QString &title, QObject *parent = nullptr);
    ~LogSaving() override;

    void askWhere();
    void save(const QString &path);
    void cancel();

    bool isRunning() const { return m_saver != nullptr; }
    qint64 bytes() const { return m_saver ? m_saver->bytes() : 0; } ///< written so far

Q_SIGNALS:
    void began();
    void progressed();
    /// `said` tells people where the log is, or what was wrong or is lacking.
    void ended(const QString &said, bool isWhole);

private:
    void end(const QString &problem);

    LogFeed &m_feed;
    QString m_title;
    std::unique_ptr<LogSaver> m_saver;
};

} // namespace workspace
