// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/audit/auditlog.h"
#include "collab/gateway/http/exchange.h"
#include "collab/gateway/http/router.h"

#include <QHttpServerResponder>

#include <optional>

namespace gateway {

/// What one request is answered through, by QHttpServer.
class HttpExchange final : public Exchange
{
public:
    struct Setting
    {
        relay::Server &server;
        Router *router = nullptr;
        QTcpSocket *socket = nullptr; ///< the connection, while there is one
        QByteArray label = {}; ///< for the figures
        QByteArray method = {};
        QString path = {};
        QHostAddress address = {};
        bool isOpen = false; ///< of the route
        QHttpHeaders always = {}; ///< of every answer
    };
    HttpExchange(const Setting &setting, QHttpServerResponder &&responder);
    ~HttpExchange() override;
    Q_DISABLE_COPY_MOVE(HttpExchange)

    void setCaller(const Caller &caller) { m_caller = caller; }
    /// Until it is answered, or the answer has begun.
    void keep(Turns::Turn turn) { m_turn = std::move(turn); }

    void isAbout(const Access &access, const QString &cluster) override;
    void goesOn() override { m_turn.reset(); }
    void send(relay::ApiAnswer answer) override;
    std::unique_ptr<ResponseStream> stream(const QByteArray &contentType) override;

private:
    void secure(QHttpHeaders &headers) const;
    void note(relay::ApiAnswer::Status status);

    const QPointer<relay::Server> m_server;
    const QPointer<Router> m_router;
    const QPointer<QTcpSocket> m_socket;
    const QByteArray m_label;
    const bool m_isOpen;
    const QHttpHeaders m_always;
    Caller m_caller;
    Access m_access;
    QString m_cluster;
    bool m_isNamed = false; ///< by isAbout()
    Turns::Turn m_turn;
    std::optional<QHttpServerResponder> m_responder;
};

} // namespace gateway
