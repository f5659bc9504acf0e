// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/error.h"
#include "kube/streams/logmark.h"
#include "kube/streams/logseam.h"
#include "kube/streams/logstream.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <limits>
#include <memory>
#include <optional>

namespace kube {

struct ContainerLife;

/// What of a container's log is read.
struct LogRange
{
    bool previous = false; ///< of the container before its last restart; such a log is not followed
    std::optional<qint64> tailLines = {};
    std::optional<qint64> sinceSeconds = {}; ///< no older than so many

    bool operator==(const LogRange &) const = default;
};

/// How long a FollowedLog waits.
struct LogPace
{
    /// After a second failure in a row; doubled each time, thirty times as long at most.
    std::chrono::milliseconds firstDelay = std::chrono::seconds(1);
    /// A log that says nothing for so long is asked for anew, the next time after twice as long:
    /// its connection may be half-open.
    std::chrono::milliseconds silence = std::chrono::seconds(60);
    /// The same of one that wrote a mebibyte within the ten seconds before: kubelets before 1.27
    /// can lose sight of a file that was rotated (kubernetes/kubernetes issues 59902, 115701).
    std::chrono::milliseconds busySilence = std::chrono::seconds(5);
    /// Kubelets look every 10 s for files to rotate, of 10 MiB or more: what is shorter or less is
    /// no file that was skipped.
    std::chrono::milliseconds rotation = std::chrono::seconds(9);
    qint64 rotatedBytes = 8 * 1024 * 1024;
};

/// One container's log, kept being read whatever breaks: every line once, in the container's own
/// order.
///
/// A stream that ends or breaks is opened again from the second of its newest line, at once and
/// then after 1, 2, 4 ... 30 s; what comes again is left out (LogSeam). Where the server does not
/// have the lines after the newest one any more, because the file was rotated meanwhile, a Gap
/// says so. A kubelet has rotated files, but its log API reads the current one only; one
/// before 1.27 also skips a file, without a word, when its reader is so far behind that two were
/// rotated: a hole of that kind is a Gap, too. Before each opening the pod is asked whether the
/// container was restarted: then the rest of the instance before is read first (`previous`), a mark
/// stands between them, and the new one is read from its beginning; that its first file was rotated
/// away before that, nothing in the API tells. Once the container cannot write
/// any more, and a stream that was opened after that was known has ended, the log has ended.
///
/// A line that a container runtime wrote in parts (longer than 16 KiB, or while it rotated) arrives
/// as the kubelet joins it; before 1.27 each part has a stamp of its own inside the line.
///
/// Lives on the thread of its owner.
class FollowedLog : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle, ///< not started
        Connecting,
        Live,
        Waiting, ///< the container has not started, or not again; asks again
        Reconnecting, ///< attempt() says how often
        Ended, ///< nothing more will come
        Failed, ///< error() says why
    };
    Q_ENUM(State)

    struct Stats
    {
        qint64 bytes = 0; ///< that arrived
        qint64 repeated = 0; ///< lines that came again after a break and were left out
        qint64 gaps = 0;
        qint64 heard = logstore::NoTime; ///< when the last byte came, by this machine's clock
    };

    /// `client` is borrowed and must outlive the log. An empty container leaves the choice to the
    /// server.
    FollowedLog(ApiClient &client, const QString &nameSpace, const QString &pod,
                const QString &container, const LogRange &range, LogPace pace = {},
                QObject *parent = nullptr);
    ~FollowedLog() override;

    void start();
    /// What is known of the pod, where somebody watches it anyway: spares a question at the start,
    /// and waiting for a restart.
    void setPod(const QJsonObject &pod);
    /// Tries again at once: after the end, a failure, instead of waiting, or because the connection
    /// may be dead.
    void reconnect();
    /// While paused nothing is read and the server is held back.
    void setPaused(bool paused);

    State state() const { return m_state; }
    int attempt() const { return m_attempt; }
    const Error &error() const { return m_error; }
    Stats stats() const;
    const QString &pod() const { return m_pod; }
    const QString &container() const { return m_container; }

Q_SIGNALS:
    void stateChanged(); ///< also when attempt() did
    /// Whole lines, each with its stamp, none twice. The last one of a log that has ended may have
    /// been unfinished.
    void received(const QByteArray &lines);
    /// A Gap or a Restarted, in its place among the lines.
    void marked(const kube::LogMark &mark);

private:
    enum class Stage {
        Current, ///< the container as it is now
        Rest, ///< what was not read of the instance before
    };

    void look();
    void looked(const ContainerLife &life);
    void restarted(const ContainerLife &life);
    void open();
    LogOptions options() const;
    void dropStream();
    void take(const QByteArray &bytes);
    void takeLines(const QByteArray &lines);
    void tellLines(const QByteArray &lines, qint64 before);
    bool mayHaveSkipped(qint64 from, qint64 to) const;
    void takeRest();
    void ended(const std::optional<Error> &error);
    void endedCleanly();
    void beginNext();
    void failed(const Error &error);
    void mark(LogMark::Kind kind, qint64 from, qint64 to, const QString &detail = {});
    void retry(State state);
    void watchSilence();
    void setState(State state);

    ApiClient &m_client;
    QString m_nameSpace;
    QString m_pod;
    QString m_container;
    LogRange m_range;
    LogPace m_pace;
    QTimer m_wait;
    QTimer m_watchdog;
    std::unique_ptr<LogStream> m_stream;
    LogSeam m_seam;
    QByteArray m_rest; ///< of a line whose end has not come yet
    QElapsedTimer m_opened; ///< since the stream was
    QElapsedTimer m_quiet; ///< since the last byte, or the last time it was asked for anew
    std::chrono::milliseconds m_patience;
    Error m_error;
    Stats m_stats;
    QString m_uid; ///< of the pod; another one of its name is not followed
    std::optional<int> m_restarts; ///< of the container whose log is read
    QString m_restartText; ///< how the instance before ended
    qint64 m_restartTime = logstore::NoTime;
    int m_nextRestarts = 0;
    qint64 m_openedAt = 0; ///< by this machine's clock, ns
    qint64 m_leastLag = std::numeric_limits<qint64>::max(); ///< from a line's time to its arrival,
                                                            ///< ns; the clocks' difference, too
    qint64 m_lag = 0; ///< of the newest line but one block
    qint64 m_openedBytes = 0; ///< that have come since
    qint64 m_burst = 0; ///< bytes of the last ten seconds or so
    State m_state = State::Idle;
    Stage m_stage = Stage::Current;
    int m_attempt = 0;
    quint64 m_looks = 0;
    bool m_isNewLog = false; ///< of an instance of which no line has been read yet
    bool m_isSure = false; ///< asked again since lines were missed
    bool m_isLast = false; ///< opened after the container was known to have ended
    bool m_isDrained = false; ///< such a stream has ended: the instance has no more lines
    bool m_isRefreshing = false; ///< asked for anew out of suspicion: no change to tell
    bool m_paused = false;
};

} // namespace kube
