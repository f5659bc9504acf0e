// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/portforward/forwardports.h"
#include "kube/portforward/forwardtarget.h"

#include <QObject>

#include <memory>
#include <vector>

class QTcpServer;

namespace kube {

/// Listens on one local port, on one or several addresses, and hands out what connects.
class ForwardListener : public QObject
{
    Q_OBJECT

public:
    explicit ForwardListener(QObject *parent = nullptr);
    ~ForwardListener() override;

    /// Port 0 takes a free one, the same on every address. Listens on nothing after a problem.
    ForwardProblem listen(const std::vector<ForwardAddress> &addresses, quint16 port);
    void stop();
    quint16 port() const { return m_port; } ///< 0: not listening
    /// The addresses that are listened on.
    QList<QHostAddress> addresses() const;

    /// A port that is free on loopback now; 0 when there is none.
    static quint16 freePort();

Q_SIGNALS:
    /// Whoever takes it closes the descriptor.
    void accepted(qintptr descriptor);

private:
    std::vector<std::unique_ptr<QTcpServer>> m_servers;
    quint16 m_port = 0;
};

} // namespace kube
