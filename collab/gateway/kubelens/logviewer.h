// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/identity/proof.h"
#include "collab/gateway/kubelens/eventstream.h"
#include "collab/gateway/limits/streamlimits.h"
#include "collab/gateway/logs/loghub.h"

#include <QTimer>

#include <vector>

namespace gateway {

/// One person's stream of the logs of one pod, or of an app's pods.
///
/// Lines are `message` events whose data is
/// `{"timestamp", "pod", "container", "message"}` and whose id is a LogCursor; besides there are
/// - `status`: `{"state", "pod", "container", "reason"}`, of one log, and, last of all, of the
///   stream: `{"state": "closed", "reason"}`;
/// - `marker`: what happened between lines: `{"kind": "skipped" | "restarted" | "gap" | "podAdded"
/// |
///   "podRemoved", "pod", "container", "lines", "detail"}`;
/// - `heartbeat` `{"time"}` and `stats` `{"lines", "skipped", "logs"}`, every `heartbeat` seconds.
///
/// Who reads slowly is held at a place in each log, and nothing is buffered for them: what the ring
/// has forgotten meanwhile is read anew from the storage or the cluster, and is a marker where it
/// is gone. Deletes itself when its reader went or it has ended.
class LogViewer final : public QObject
{
    Q_OBJECT

public:
    struct Setting
    {
        std::unique_ptr<EventStream> stream = {};
        StreamLimits::Place place = {}; ///< of the limits
        std::optional<LogCursor> cursor = {}; ///< where to begin; else `tail`
        int tail = 0; ///< lines of each log
        bool isFollowing = true; ///< else it ends when all has been told
        bool isText = false; ///< lines as they are instead of JSON
        bool isApp = false; ///< pods come and go
        std::chrono::milliseconds heartbeat = std::chrono::seconds(15);
        Caller caller = {};
        const Authenticator &authenticator; ///< that let the caller in; borrowed
    };
    explicit LogViewer(Setting setting, QObject *parent = nullptr);
    ~LogViewer() override;

    /// One more log; one that is there already is left as it is.
    void add(const std::shared_ptr<ContainerLog> &log);
    /// The pod is gone: its logs are told to their ends, and forgotten then.
    void leave(const QString &podUid);
    size_t logs() const { return m_sources.size(); }
    /// All logs there are at the beginning have been added.
    void begin();
    void mark(QByteArrayView kind, const QString &pod);
    /// Says why, and ends.
    void close(const QString &reason);

Q_SIGNALS:
    void closed(); ///< before it goes

private:
    struct Source
    {
        std::shared_ptr<ContainerLog> log = {}; ///< shared with others
        QByteArray key = {};
        LogPosition at = {}; ///< of the last line that was sent
        quint64 next = 0; ///< in the ring, when it `isJoined`
        SharedLogPage page = {}; ///< old lines that are being sent
        size_t pageNext = 0;
        bool isPlaced = false; ///< `at` is known
        bool isJoined = false;
        bool isFetching = false;
        bool isLeaving = false;
        bool isForgiving = false; ///< old lines were asked for in vain
        ContainerLog::State told = ContainerLog::State::Connecting;
    };

    void pump();
    void wake();
    bool place(Source &source);
    const LogLine *peek(Source &source);
    void join(Source &source);
    void fetch(Source &source);
    void take(Source &source, const SharedLogPage &page);
    void advance(Source &source, const LogLine &line);
    void skip(Source &source, qint64 lines);
    Source *nextSource(const LogLine *&line);
    QByteArray eventOf(const Source &source, const LogLine &line) const;
    QByteArray markOf(const Source &source, const LogLine &line) const;
    QByteArray idOf(const Source &source) const;
    QByteArray states();
    bool isDone() const;
    void beat();
    void dropStalled();
    void end();

    Setting m_setting;
    std::vector<std::unique_ptr<Source>> m_sources;
    QByteArray m_notes; ///< events that wait; bounded
    qint64 m_lines = 0;
    qint64 m_skipped = 0;
    bool m_hasBegun = false;
    bool m_isWoken = false;
    bool m_isEnding = false;
    QTimer m_heartbeat;
    Proof m_proof;
    QTimer m_stalled;
};

} // namespace gateway
