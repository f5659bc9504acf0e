// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/streams/logstream.h"
#include "workspace/logs/logfeed.h"
#include "workspace/logs/logintake.h"

#include <QTimer>

#include <chrono>
#include <memory>

namespace workspace {

/// Reads one container's log at a time and keeps reading it: a stream that breaks off is opened
/// again after 1, 2, 4 ... 30 s from where it was, without loss or repeat.
///
/// A log that ends twice without a new line has ended unless its pod says that the container goes
/// on: proxies and balancers cut streams that are silent for a while. `client` is borrowed.
class PodFeed final : public LogFeed
{
    Q_OBJECT

public:
    /// `containers` are the pod's in the order of its spec; the first is read. An empty list leaves
    /// the choice to the server.
    PodFeed(kube::ApiClient &client, const QString &nameSpace, const QString &pod,
            const QStringList &containers,
            std::chrono::milliseconds firstDelay = std::chrono::seconds(1),
            QObject *parent = nullptr);
    ~PodFeed() override;

    void read(const Request &request) override;
    const Request &request() const override { return m_request; }
    Choices choices() const override;
    void reconnect() override;
    void setPaused(bool paused) override;

    State state() const override { return m_state; }
    int attempt() const override { return m_attempt; }
    const kube::Error &error() const override { return m_error; }
    std::vector<Stream> streams() const override;
    Stats stats() const override;
    kube::ApiClient *client() const override { return &m_client; }

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
    QStringList m_containers;
    LogIntake m_intake;
    std::chrono::milliseconds m_firstDelay;
    QTimer m_wait;
    std::unique_ptr<kube::LogStream> m_stream;
    Request m_request;
    kube::Error m_error;
    qint64 m_endBefore = 0; ///< the store's end when the stream was opened
    State m_state = State::Idle;
    int m_attempt = 0;
    int m_emptyEnds = 0;
    quint64 m_opened = 0; ///< how often a stream was opened
    qint64 m_heard = logstore::NoTime;
    bool m_paused = false;
};

} // namespace workspace
