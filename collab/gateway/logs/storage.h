// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/logs/logline.h"

#include <QJsonObject>
#include <QString>

#include <chrono>
#include <expected>
#include <functional>
#include <optional>

namespace gateway {

/// One container of one pod, in one cluster.
struct LogName
{
    QString cluster = {};
    QString nameSpace = {};
    QString pod = {};
    QString uid = {}; ///< the pod's
    QString container = {};

    bool operator==(const LogName &) const = default;
    /// For tables: "cluster/namespace/pod/uid/container", none of which has a slash.
    QString text() const { return QStringList{cluster, nameSpace, pod, uid, container}.join(u'/'); }
};

/// Lines that follow each other without a gap.
struct LogBlock
{
    LogPosition before = {}; ///< of the line before the first; the beginning: there is none, or it
                             ///< is not known
    LogPosition first = {};
    LogPosition last = {};
    QByteArray bytes = {}; ///< bytesOf(lines)

    bool operator==(const LogBlock &) const = default;
    /// At least one line, none a mark.
    static LogBlock of(const std::vector<LogLine> &lines, const LogPosition &before);
    std::vector<LogLine> lines(int maxLineLength) const;
};

/// Keeps logs for a while after their pods are gone, and between relays; and what people saved of
/// their sessions. All of it ends with its time, and a log with its bytes: the oldest lines go
/// first.
///
/// On the gateway's thread; answers come later, on the same, and not after its end. Errors are
/// sentences for the log of the relay.
class Storage
{
public:
    struct Limits
    {
        std::chrono::milliseconds logTtl = std::chrono::minutes(60); ///< after its last line
        qint64 bytesOfLog = 8 * 1024 * 1024;
        qint64 bytes = 512 * 1024 * 1024; ///< of all logs
        std::chrono::milliseconds sessionTtl = std::chrono::hours(24 * 30);
    };
    template<typename T>
    using Result = std::expected<T, QString>;
    template<typename T>
    using Answer = std::function<void(const Result<T> &)>;

    virtual ~Storage() = default;

    /// Blocks of one log come in their order. A block that is there already changes nothing.
    virtual void append(const LogName &log, const LogBlock &block, const Answer<bool> &answer) = 0;
    /// Blocks with lines after a position, the oldest first, until there are `mostBytes`.
    virtual void read(const LogName &log, const LogPosition &after, qint64 mostBytes,
                      const Answer<std::vector<LogBlock>> &answer) = 0;
    /// The logs that are kept of a pod by its name, of all that had it; without a name, of all pods
    /// of the namespace. At most 10,000.
    virtual void find(const QString &cluster, const QString &nameSpace, const QString &pod,
                      const Answer<std::vector<LogName>> &answer) = 0;
    /// A log is still read: its time begins anew.
    virtual void touch(const LogName &log) = 0;
    /// Takes, or renews, the right to read a log for the others, who follow what is stored.
    /// `holder` is one relay. False: another has it.
    virtual void lease(const LogName &log, const QString &holder, std::chrono::milliseconds time,
                       const Answer<bool> &answer) = 0;
    virtual void release(const LogName &log, const QString &holder) = 0;
    /// Whether others see what is stored, so that a lease means anything.
    virtual bool isShared() const = 0;

    /// What is saved of a person, by their subject; an empty body removes it.
    virtual void saveSession(const QString &subject, const QByteArray &body,
                             const Answer<bool> &answer) = 0;
    /// Empty: nothing is saved.
    virtual void session(const QString &subject, const Answer<QByteArray> &answer) = 0;
    /// Why it cannot be used at the moment; empty when all is well.
    virtual QString problem() const { return {}; }
};

} // namespace gateway
