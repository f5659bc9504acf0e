// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/objectref.h"
#include "kube/portforward/spdyconnection.h"

#include <QObject>
#include <QPointer>

#include <map>

class QTcpSocket;

namespace demo {

class PodPorts;
class Store;

/// The server's end of one port-forward connection: pairs of streams, each led to what listens in
/// the pod. As the kubelet does it: kubelet/pkg/cri/streaming/portforward/httpstream.go. Deletes
/// itself at the end.
class ForwardChannel : public QObject
{
    Q_OBJECT

public:
    /// Store and ports are borrowed.
    ForwardChannel(std::unique_ptr<kube::ByteTunnel> tunnel, const kube::ObjectRef &pod,
                   const Store &store, const PodPorts &ports, QObject *parent);
    ~ForwardChannel() override;

    void start();

private:
    struct Pair
    {
        QPointer<kube::SpdyStream> data = {};
        QPointer<kube::SpdyStream> error = {};
    };

    void accept(kube::SpdyStream *stream);
    void connectPair(const Pair &pair);
    void answerPage(const Pair &pair, const QByteArray &page);
    void join(const Pair &pair, quint16 localPort);
    void fail(const Pair &pair, const QString &why);

    kube::ObjectRef m_pod;
    const Store &m_store;
    const PodPorts &m_ports;
    std::unique_ptr<kube::SpdyConnection> m_connection;
    std::map<QByteArray, Pair> m_waiting; ///< by request id
};

} // namespace demo
