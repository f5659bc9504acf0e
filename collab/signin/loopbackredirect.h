// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QObject>
#include <QTcpServer>
#include <QUrlQuery>

#include <optional>

class QTcpSocket;

namespace collab {

/// Waits on loopback for a browser that comes back from a provider: RFC 8252, 7.3. Takes the first
/// visit that has the right state, and answers all others with 404; bounded in number and bytes.
class LoopbackRedirect final : public QObject
{
    Q_OBJECT

public:
    /// `page` is the HTML that the person sees then.
    LoopbackRedirect(const QByteArray &state, const QByteArray &page, QObject *parent = nullptr);

    /// `http://127.0.0.1:PORT/callback`; nothing when the system has no port for us.
    std::optional<QUrl> listen();

Q_SIGNALS:
    /// What the provider gave the browser for us. Once.
    void received(const QUrlQuery &query);

private:
    void accept();
    void read(QTcpSocket &socket, QByteArray &head);
    void answer(QTcpSocket &socket, const QByteArray &status, const QByteArray &body);

    const QByteArray m_state;
    const QByteArray m_page;
    QTcpServer m_server;
    int m_open = 0;
};

} // namespace collab
