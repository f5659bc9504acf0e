// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDeadlineTimer>
#include <QMap>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <deque>
#include <vector>

namespace kube {

struct LogSubject;

/// The newest lines of one container's log.
struct KeptLog
{
    QString cluster = {}; ///< whatever tells clusters apart
    QString nameSpace = {};
    QString pod = {};
    QString uid = {}; ///< the pod's
    QString container = {};
    QMap<QString, QString> labels = {}; ///< the pod's
    QString job = {}; ///< uid of the Job that made the pod
    QString cronJob = {}; ///< uid of the CronJob that made the Job, where that is known
    QByteArray lines = {}; ///< whole ones, each with its stamp

    bool operator==(const KeptLog &) const = default;
};

/// Logs that somebody has read and let go of: for an hour they can still be read, even when their
/// pods are gone by then. Bounded: the oldest go first. One per process.
class LogKeeper : public QObject
{
    Q_OBJECT

public:
    static constexpr auto Hour = std::chrono::minutes(60);
    static constexpr qint64 MostBytes = 64 * 1024 * 1024;
    static constexpr qint64 MostOfOne = 2 * 1024 * 1024; ///< of one log, its newest lines

    explicit LogKeeper(std::chrono::milliseconds time = Hour, qint64 mostBytes = MostBytes,
                       QObject *parent = nullptr);

    /// Replaces what is kept of the same container, but for a CronJob that only the old one names.
    void keep(KeptLog log);
    /// What is kept of a subject's pods in a cluster. `jobs` are the uids of those that a CronJob
    /// has now: a kept log may name no more than its Job.
    std::vector<KeptLog> find(const QString &cluster, const LogSubject &subject,
                              const QStringList &jobs = {}) const;
    qint64 bytes() const;

private:
    struct Entry
    {
        KeptLog log = {};
        QDeadlineTimer end = {};
    };
    void dropOld();

    std::chrono::milliseconds m_time;
    qint64 m_mostBytes;
    std::deque<Entry> m_entries; ///< the oldest first
    QTimer m_timer;
};

} // namespace kube
