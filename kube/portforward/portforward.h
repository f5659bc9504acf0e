// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/portforward/forwardlink.h"
#include "kube/portforward/forwardlistener.h"
#include "kube/portforward/forwardsession.h"
#include "kube/portforward/targetfollower.h"
#include "kube/watch/backoff.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace kube {

class ApiClient;

/// One forward as a person asks for it.
struct ForwardSpec
{
    ForwardTarget target = {};
    QString port = {}; ///< number or name of a port of the target
    quint16 localPort = 0; ///< 0: a free one
    QStringList addresses = {QStringLiteral("localhost")}; ///< see parseForwardAddresses()

    bool operator==(const ForwardSpec &) const = default;
};

/// How long a PortForward waits, in milliseconds.
struct ForwardPace
{
    int firstWait = 300; ///< before a lost connection is opened again; see Backoff
    int forPod = 10'000; ///< how long a local connection waits for a pod
    int traffic = 250; ///< between two trafficChanged()
};

/// A local port that leads to a port in a pod, for as long as it is started.
///
/// Follows its target (TargetFollower): when the pod is being deleted new connections go to another
/// one at once, those that are open stay until it has gone. A lost connection to the server is
/// opened again. One session carries many local connections; another is opened beside it, up to
/// four, when somebody who does not read holds it. Lives on the thread of its client.
class PortForward : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Stopped,
        Connecting, ///< listens; the pod is being looked for or connected to
        Listening, ///< leads to a pod; nobody is connected
        Live, ///< somebody is
        Waiting, ///< listens; no pod is there now, or the server is not
        Failed, ///< needs a person: does not listen, or cannot lead anywhere as it is
    };
    Q_ENUM(State)

    /// `client` is borrowed and must outlive the forward.
    PortForward(ApiClient &client, const ForwardSpec &spec, QObject *parent = nullptr,
                ForwardPace pace = {});
    ~PortForward() override;

    void start(); ///< does nothing when started
    void stop(); ///< ends all connections

    const ForwardSpec &spec() const { return m_spec; }
    State state() const { return m_state; }
    /// Why it is Waiting or Failed; while it leads to a pod, why the last connection failed there.
    const ForwardProblem &problem() const { return m_problem; }
    quint16 localPort() const { return m_listener.port(); } ///< 0: does not listen
    /// Where it leads now; empty pod: nowhere.
    ForwardPlace place() const;
    int connections() const { return int(m_links.size()); }
    qint64 totalConnections() const { return m_total; }
    qint64 bytesSent() const { return m_sent; } ///< to pods
    qint64 bytesReceived() const { return m_received; } ///< from pods
    ForwardSession::Carrier carrier() const { return m_carrier; } ///< of the last session
    int sessions() const { return int(m_sessions.size()); }

Q_SIGNALS:
    void changed(); ///< state, problem, place, local port
    void trafficChanged(); ///< connections and bytes, a few times a second at most

private:
    struct Session
    {
        ForwardPlace place = {};
        std::unique_ptr<ForwardSession> session = {};
    };
    struct Link
    {
        std::unique_ptr<ForwardLink> link = {};
        const ForwardSession *session = nullptr; ///< that carries it; nullptr: waits
        QElapsedTimer since = {};
    };

    void accept(qintptr descriptor);
    void takePlace();
    void openSession();
    void sessionEnded(const ForwardSession *session, const Error &error);
    void drop(const ForwardSession *session);
    void serve();
    void join(Link &link, Session &session);
    Session *sessionFor();
    void linkEnded(const ForwardLink *link, const QString &problem);
    void expire();
    void judge();
    void noteTraffic();

    ApiClient &m_client;
    ForwardSpec m_spec;
    ForwardPace m_pace;
    ForwardListener m_listener;
    std::unique_ptr<TargetFollower> m_follower; ///< only while started
    std::vector<Session> m_sessions;
    std::vector<Link> m_links;
    Backoff m_backoff;
    QTimer m_again;
    QTimer m_expiry;
    QTimer m_traffic;
    ForwardPlace m_lastPlace;
    State m_state = State::Stopped;
    ForwardProblem m_problem;
    ForwardProblem m_lost; ///< why there is no session; until there is one
    ForwardProblem m_lastLink; ///< of the last connection that failed inside the pod
    ForwardSession::Carrier m_carrier = ForwardSession::Carrier::None;
    qint64 m_total = 0;
    qint64 m_sent = 0;
    qint64 m_received = 0;
};

} // namespace kube
