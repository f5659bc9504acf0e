// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <memory>
#include <utility>

namespace kube {

/// Keeps a manager for as long as a reply of it lives, and lets it go on the reply's thread.
///
/// What a connection's lambda captures would not do: Qt (6.8) may destroy it on the thread that
/// emits to the reply, which is the manager's own, and a manager waits for that thread to end.
class NetworkHolder : public QObject
{
public:
    /// Belongs to `reply`.
    NetworkHolder(std::shared_ptr<QNetworkAccessManager> network, QNetworkReply &reply)
        : QObject(&reply)
        , m_network(std::move(network))
    {
    }

private:
    std::shared_ptr<QNetworkAccessManager> m_network;
};

} // namespace kube
