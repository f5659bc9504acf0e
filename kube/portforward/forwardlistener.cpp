// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/portforward/forwardlistener.h"

#include <QNetworkProxy>
#include <QTcpServer>

#include <functional>

namespace kube {
namespace {

constexpr int Backlog = 256;
constexpr int Tries = 20; // for a port that is free on every address

/// Hands out descriptors instead of sockets.
class Server final : public QTcpServer
{
public:
    explicit Server(std::function<void(qintptr)> take)
        : m_take(std::move(take))
    {
        setProxy(QNetworkProxy::NoProxy);
        setListenBacklogSize(Backlog);
    }

protected:
    void incomingConnection(qintptr descriptor) override { m_take(descriptor); }

private:
    std::function<void(qintptr)> m_take;
};

ForwardProblem problemOf(const QTcpServer &server, quint16 port)
{
    if (server.serverError() == QAbstractSocket::AddressInUseError)
        return {.kind = ForwardProblem::Kind::PortTaken, .detail = QString::number(port)};
    return {.kind = ForwardProblem::Kind::AddressRefused, .detail = server.errorString()};
}

} // namespace

ForwardListener::ForwardListener(QObject *parent)
    : QObject(parent)
{
}

ForwardListener::~ForwardListener() = default;

ForwardProblem ForwardListener::listen(const std::vector<ForwardAddress> &addresses, quint16 port)
{
    ForwardProblem problem;
    for (int tries = port == 0 ? Tries : 1; tries > 0; --tries) {
        stop();
        problem = {};
        ForwardProblem tolerated;
        quint16 chosen = port;
        for (const auto &[address, failure] : addresses) {
            auto server = std::make_unique<Server>(
                [this](qintptr descriptor) { Q_EMIT accepted(descriptor); });
            if (server->listen(address, chosen)) {
                chosen = server->serverPort();
                m_servers.push_back(std::move(server));
                continue;
            }
            const auto why = problemOf(*server, chosen);
            // Another's port on one of the addresses would answer in our stead there.
            const bool isTaken = why.kind == ForwardProblem::Kind::PortTaken;
            if (failure == ForwardAddress::Failure::OfAny || isTaken)
                problem = why;
            else
                tolerated = why;
        }
        if (!problem && m_servers.empty())
            problem = tolerated;
        if (!problem) {
            m_port = chosen;
            return {};
        }
    }
    stop();
    return problem;
}

void ForwardListener::stop()
{
    m_servers.clear();
    m_port = 0;
}

QList<QHostAddress> ForwardListener::addresses() const
{
    QList<QHostAddress> result;
    for (const auto &server : m_servers)
        result.append(server->serverAddress());
    return result;
}

quint16 ForwardListener::freePort()
{
    QTcpServer server;
    server.setProxy(QNetworkProxy::NoProxy);
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

} // namespace kube
