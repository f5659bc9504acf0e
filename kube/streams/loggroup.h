// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/api/nextturn.h"
#include "kube/streams/followedlog.h"
#include "kube/streams/logkeeper.h"
#include "kube/streams/logmerge.h"
#include "kube/streams/logsubject.h"

#include <QPointer>
#include <QStringList>

#include <map>
#include <memory>
#include <vector>

namespace kube {

class ResourceCache;
class Subscription;
struct PackedEvent;
class PackedItem;

/// Which of a group's logs are read, and what of each.
struct LogChoice
{
    QString container = {}; ///< empty: all
    QStringList pods = {}; ///< empty: all
    LogRange range = {};

    bool operator==(const LogChoice &) const = default;
};

/// How long the parts of a LogGroup wait.
struct LogGroupPace
{
    LogPace log = {};
    MergePace merge = {};
};

/// The logs of an app, or of one pod: its pods are watched, every container is followed
/// (FollowedLog), and all lines come into one store in the order of their times (LogMerge), each
/// from the source "pod/container".
///
/// Marks stand where a pod came, went, was restarted, became ready or was no longer; what was there
/// when the group began has none. The lines of a pod that went stay. At most 128 containers are
/// followed at a time; the others wait until one of those has ended. Lives on the thread of its
/// owner.
class LogGroup : public QObject
{
    Q_OBJECT

public:
    using State = FollowedLog::State;
    static constexpr int MostFollowed = 128;

    /// One container whose log is read, was, or would be.
    struct Member
    {
        QString pod = {};
        QString container = {};
        QString source = {}; ///< its name in the store
        State state = State::Idle;
        int attempt = 0;

        bool operator==(const Member &) const = default;
    };

    /// The cache and the store are borrowed and must outlive the group.
    LogGroup(ResourceCache &cache, const LogSubject &subject, logstore::LogStore &store,
             LogGroupPace pace = {}, QObject *parent = nullptr);
    ~LogGroup() override;

    /// Lines that were read go to the keeper at the end, and what it has of pods that are gone is
    /// shown with the others. Before read(). `cluster` tells this cluster from others. A Job whose
    /// pods are read is asked once for the CronJob that made it.
    void setKeeper(LogKeeper &keeper, const QString &cluster);
    /// Forgets the lines in the store and reads what is chosen.
    void read(const LogChoice &choice);
    const LogChoice &choice() const { return m_choice; }
    /// Reads on whatever waits, has ended or has failed, at once.
    void reconnect();
    /// Opens the streams that are open anew: their connections may be dead.
    void refresh();
    void setPaused(bool paused);

    QStringList pods() const; ///< that are there, or were when the group began; by name
    QStringList containers() const; ///< of all pods, each name once, in the order of a pod's spec
    std::vector<Member> members() const;
    int followedNow() const; ///< containers
    int leftOut() const; ///< containers that are chosen but not followed: there are too many
    /// The best of all; Waiting while there is no pod, Connecting until that is known.
    State state() const;
    int attempt() const; ///< the most of all
    const Error &error() const { return m_error; } ///< of the last log that failed, or the watch
    FollowedLog::Stats stats() const;

Q_SIGNALS:
    void changed(); ///< states, members, pods or containers

private:
    struct Pod
    {
        QString name = {};
        QStringList containers = {};
        QMap<QString, QString> labels = {};
        QString job = {}; ///< uid of the one that made it, for the keeper
        QJsonObject object = {};
        int leftOut = 0; ///< containers
        bool isReady = false;
        bool isGone = false;
    };
    struct Followed
    {
        QString uid = {}; ///< of the pod
        QString pod = {};
        QString container = {};
        QString name = {}; ///< of the source
        logstore::SourceId source = 0;
        std::unique_ptr<FollowedLog> log = {};
        bool isHeld = false;
        bool isDone = false; ///< nothing will come from it any more
    };

    void watchPods(const QString &labels, const QString &fields);
    void watchJobs();
    void takeJob(const PackedItem &item);
    void listen(Subscription &watch);
    void takePod(const PackedItem &item, bool isNew);
    void removePod(const QString &uid);
    void tellReadiness(const QString &uid, Pod &pod);
    void follow(const QString &uid, Pod &pod);
    void follow(Followed &followed);
    void followLeftOut();
    void settle(Followed &followed);
    void endPod(const QString &uid);
    void hold(logstore::SourceId source, bool isHeld);
    void mark(const QString &uid, const Pod &pod, LogMark mark);
    static QString sourceName(const QString &pod, const QString &container);
    bool isChosen(const QString &pod, const QString &container) const;
    void takeMaker(Pod &pod);
    bool isOrphan(const KeptLog &log) const;
    void adopt();
    void show(const KeptLog &log);
    void handOver();
    void tell();

    ResourceCache &m_cache;
    LogSubject m_subject;
    logstore::LogStore &m_store;
    LogGroupPace m_pace;
    LogMerge m_merge;
    LogChoice m_choice;
    std::vector<std::unique_ptr<Subscription>> m_watches;
    QStringList m_jobs; ///< of the CronJob, whose pods are watched
    std::map<QString, QString> m_cronJobs; ///< of Jobs, both by uid; empty: none, or asked for
    std::map<QString, Pod> m_pods; ///< by uid
    std::vector<std::unique_ptr<Followed>> m_followed;
    QPointer<LogKeeper> m_keeper;
    QString m_cluster;
    std::vector<KeptLog> m_kept; ///< that may be needed
    std::vector<KeptLog> m_adopted; ///< that are shown, for their pods are gone
    Error m_error;
    bool m_hasAsked = false;
    bool m_isReading = false;
    bool m_isPaused = false;
    NextTurn m_nextTurn;
};

} // namespace kube
