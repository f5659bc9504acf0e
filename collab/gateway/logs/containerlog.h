// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/config/gatewayconfig.h"
#include "collab/gateway/logs/logfetch.h"
#include "collab/gateway/logs/logring.h"
#include "kube/streams/followedlog.h"

#include <QElapsedTimer>
#include <QTimer>

#include <memory>

namespace gateway {

/// The log of one container, read once for all who look at it.
///
/// One connection to the cluster (kube::FollowedLog) fills a ring in memory, and what is in the
/// ring goes to the storage. Where several relays share the storage, the one that has the lease
/// reads, and the others follow what it stores; when it is gone, another one takes over. The log of
/// a pod that is gone comes from the storage alone.
class ContainerLog final : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Connecting,
        Live,
        Waiting, ///< the container has not begun, or not again
        Reconnecting,
        Ended, ///< nothing more will come
        Failed,
    };
    Q_ENUM(State)

    struct Setting
    {
        LogName name = {};
        kube::ApiClient *client = nullptr; ///< borrowed; null: the pod is gone
        Storage &storage; ///< borrowed, like the next
        LogFetches &fetches;
        GatewayConfig::Logs limits = {};
        QString holder = {}; ///< which relay this is
        std::chrono::milliseconds lease = std::chrono::seconds(10);
    };
    explicit ContainerLog(const Setting &setting);
    ~ContainerLog() override;

    const LogName &name() const { return m_setting.name; }
    const LogRing &ring() const { return m_ring; }
    State state() const { return m_state; }
    /// Why it failed: the cluster's own words.
    const QString &problem() const { return m_problem; }
    /// Whether the ring holds what there was when it was opened, or that takes too long to wait
    /// for.
    bool isSettled() const { return m_isSettled; }
    /// Whether it does: until then nothing can be said of what is older, or missing.
    bool isRead() const { return m_isRead; }
    void setBufferBytes(qint64 bytes) { m_ring.setMostBytes(bytes); }
    /// Whether all there is after a position is in the ring.
    bool hasAllAfter(const LogPosition &position) const;
    /// Whether this relay reads it from the cluster.
    bool isReader() const { return m_upstream != nullptr; }

    /// Old lines after a position, from the storage or the cluster. Pages that were asked for
    /// lately are shared. Null: there are none to be had.
    void fetch(const LogPosition &after, QObject *receiver, const LogFetches::Done &done);

Q_SIGNALS:
    void grew();
    void changed(); ///< state(), isSettled() or isRead()

private:
    void askForLease();
    void takeOver();
    void lead();
    void followStored();
    void readStored();
    void loadKept();
    void takeLines(const QByteArray &lines);
    void takeMark(const kube::LogMark &mark);
    void takeStored(const std::vector<LogBlock> &blocks);
    void takeState();
    void settle();
    void store();
    void fetchStored(const LogPosition &after, const QPointer<QObject> &receiver,
                     const LogFetches::Done &done);
    void fetchFromCluster(const LogPosition &after, const SharedLogPage &stored,
                          const QPointer<QObject> &receiver, const LogFetches::Done &done);
    void setState(State state);
    LogPosition last() const;

    const Setting m_setting;
    LogRing m_ring;
    LineCounter m_counter;
    std::unique_ptr<kube::FollowedLog> m_upstream;
    std::deque<SharedLogPage> m_pages; ///< the newest last; shared with readers
    State m_state = State::Connecting;
    QString m_problem;
    bool m_isSettled = false;
    bool m_isRead = false;
    bool m_isTakingOver = false; ///< what is stored is read to its end first
    bool m_isFromStart = false; ///< there was nothing older when it was opened
    qint64 m_received = 0; ///< lines since it was opened
    quint64 m_storedTo = 0; ///< number of the next line that is to be stored
    LogPosition m_stored; ///< the last that was
    bool m_isStoring = false;
    bool m_isAsking = false; ///< the storage, for what others read
    QTimer m_settleTimer;
    QElapsedTimer m_opened;
    QTimer m_storeTimer;
    QTimer m_leaseTimer;
    QTimer m_followTimer;
    QTimer m_touchTimer;
};

} // namespace gateway
