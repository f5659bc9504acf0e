// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/streams/logstream.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>

namespace workspace {

class LogModel;

/// Reads one container's log into a model and keeps reading it: a stream that breaks off is opened
/// again after 1, 2, 4 ... 30 s from where it was, without loss or repeat.
///
/// A log that ends twice without a new line has ended unless its pod says that the container goes
/// on: proxies and balancers cut streams that are silent for a while. Lives on the thread of its
/// owner; `client` and `model` are borrowed.
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
        Failed, ///< error() says why; what is in the model stays
    };
    Q_ENUM(State)

    static constexpr qint64 TailLines = 10'000;

    LogFeed(kube::ApiClient &client, const QString &nameSpace, const QString &pod, LogModel &model,
            std::chrono::milliseconds firstDelay = std::chrono::seconds(1),
            QObject *parent = nullptr);
    ~LogFeed() override;

    /// Forgets the lines in the model and reads a container's log: the running one's, or that of
    /// the container before its last restart.
    void read(const QString &container, bool previous);
    /// Tries again at once: after the end, a failure, or instead of waiting.
    void reconnect();
    void setPaused(bool paused);

    State state() const { return m_state; }
    int attempt() const { return m_attempt; }
    bool isPrevious() const { return m_previous; }
    const QString &container() const { return m_container; }
    const kube::Error &error() const { return m_error; }

Q_SIGNALS:
    void stateChanged();

private:
    void open();
    void dropStream();
    void ended(const std::optional<kube::Error> &error);
    void askPod();
    void retry(State state);
    void setState(State state);

    kube::ApiClient &m_client;
    QString m_nameSpace;
    QString m_pod;
    LogModel &m_model;
    std::chrono::milliseconds m_firstDelay;
    QTimer m_wait;
    std::unique_ptr<kube::LogStream> m_stream;
    QString m_container;
    kube::Error m_error;
    qint64 m_endBefore = 0; ///< the model's end when the stream was opened
    State m_state = State::Idle;
    int m_attempt = 0;
    int m_emptyEnds = 0;
    quint64 m_opened = 0; ///< how often a stream was opened
    bool m_previous = false;
    bool m_paused = false;
};

} // namespace workspace
