// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/error.h"
#include "kube/portforward/spdyconnection.h"

#include <QObject>

namespace kube {

class ApiClient;
struct UpgradedSocket;

/// The two streams of one forwarded connection. Both may be gone: `data` is nullptr then.
struct ForwardStreams
{
    QPointer<SpdyStream> data = {};
    QPointer<SpdyStream> error = {}; ///< what is said here is why it failed, as text
};

/// The connection to the port-forward of one pod: any number of forwarded connections share it.
///
/// SPDY/3.1, tunnelled through a WebSocket (`SPDY/3.1+portforward.k8s.io`, Kubernetes 1.30 on), or
/// else by an upgrade to SPDY itself; what the server takes is remembered with the client.
/// https://github.com/kubernetes/enhancements/tree/master/keps/sig-api-machinery/4006-transition-spdy-to-websockets
/// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/ portforward
///
/// Ends exactly once, with `ended`; destroying it ends what it carries without a signal.
class ForwardSession : public QObject
{
    Q_OBJECT

public:
    enum class Carrier { None, WebSocket, Spdy };

    /// `client` is borrowed and must outlive the session.
    ForwardSession(ApiClient &client, const QString &nameSpace, const QString &pod,
                   QObject *parent = nullptr);
    ~ForwardSession() override;

    void start();
    bool isOpen() const { return m_connection != nullptr; }
    /// Opens a connection to a port of the pod. Nothing is known of its success before the error
    /// stream ends, or data comes.
    ForwardStreams open(quint16 port);
    int connections() const; ///< under way
    /// Whether somebody who does not read what came holds all connections of this session.
    bool isHeld() const { return m_connection && m_connection->isHeld(); }
    Carrier carrier() const { return m_carrier; }

Q_SIGNALS:
    void opened();
    void ended(const kube::Error &error);

private:
    void openWebSocket();
    void openSpdy();
    void begin(Carrier carrier, std::unique_ptr<ByteTunnel> tunnel);
    void end(const Error &error);

    ApiClient &m_client;
    QString m_path;
    std::unique_ptr<SpdyConnection> m_connection;
    Carrier m_carrier = Carrier::None;
    quint64 m_requests = 0;
    bool m_started = false;
    bool m_ended = false;
};

} // namespace kube
