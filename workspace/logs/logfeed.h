// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/error.h"
#include "kube/logstore/logstore.h"

#include <QObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace kube {
class ApiClient;
}

namespace workspace {

/// Where lines come from, kept for all who show them: a pod's container, the pods of an app, a
/// file. Lives on the GUI thread and owns the store that it fills. One source of the store is one
/// stream; its name is "pod/container", or empty when there is only one.
class LogFeed : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle, ///< not started
        Connecting,
        Live,
        Waiting, ///< the container has not started; asks again
        Reconnecting, ///< attempt() says how often
        Paused,
        Ended, ///< nothing more will come
        Failed, ///< error() says why; what is in the store stays
    };
    Q_ENUM(State)

    static constexpr int TailLines = 10'000;

    /// What of the log is read.
    struct Request
    {
        QString container = {}; ///< empty: all of them, or the only one
        QStringList pods = {}; ///< empty: all of them, or the only one
        bool previous = false; ///< of the containers before their last restart
        std::optional<int> tail = TailLines; ///< lines of each stream; none: all that there are
        std::optional<qint64> sinceSeconds = {}; ///< no older than so many

        bool operator==(const Request &) const = default;
    };
    /// What a person may choose from. An empty list: there is no choice.
    struct Choices
    {
        QStringList containers = {};
        QStringList pods = {};
        bool allContainers = false; ///< whether Request::container may be empty besides
        bool previous = false;
        bool tail = false; ///< whether tail and sinceSeconds mean something

        bool operator==(const Choices &) const = default;
    };
    /// One of the streams: for a list of them, and to read it anew from its beginning.
    struct Stream
    {
        QString source = {}; ///< its name in the store
        QString nameSpace = {};
        QString pod = {};
        QString container = {};
        State state = State::Idle;
        int attempt = 0;

        bool operator==(const Stream &) const = default;
    };
    /// How many of the containers that were asked for are followed at this moment.
    struct Reach
    {
        int followed = 0;
        int leftOut = 0; ///< there are too many

        bool operator==(const Reach &) const = default;
    };
    struct Stats
    {
        qint64 bytes = 0; ///< that arrived
        qint64 repeated = 0; ///< lines that came again after a break and were left out
        qint64 gaps = 0; ///< how often the server lost lines
        qint64 heard = logstore::NoTime; ///< when the last byte came
    };

    /// `folder` is where the store's file goes when lines do not fit into memory.
    explicit LogFeed(const QString &folder = defaultFolder(), QObject *parent = nullptr);
    ~LogFeed() override;
    static QString defaultFolder(); ///< "logs" in the program's cache folder

    logstore::LogStore &store() { return m_store; }
    const logstore::LogStore &store() const { return m_store; }

    /// Forgets the lines in the store and reads what is asked for.
    virtual void read(const Request &request) = 0;
    /// What is read, or will be by the first read().
    virtual const Request &request() const = 0;
    virtual Choices choices() const = 0;
    /// Tries again at once: after the end, a failure, or instead of waiting.
    virtual void reconnect() = 0;
    virtual void setPaused(bool paused) = 0;

    virtual State state() const = 0; ///< of all streams: the best of them
    virtual int attempt() const = 0;
    virtual const kube::Error &error() const = 0;
    virtual std::vector<Stream> streams() const = 0; ///< without those that are left out
    virtual Reach reach() const { return {}; }
    virtual Stats stats() const = 0;
    /// Who can read the streams again; null for a file. Borrowed, lives as long as the feed.
    virtual kube::ApiClient *client() const { return nullptr; }

Q_SIGNALS:
    void stateChanged(); ///< also when streams or choices did

private:
    logstore::LogStore m_store;
};

} // namespace workspace
