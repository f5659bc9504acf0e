// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/api/apiclient.h"
#include "kube/api/nextturn.h"
#include "kube/api/secondtry.h"

#include <QObject>
#include <QPointer>

#include <optional>

class QNetworkReply;

namespace kube {

/// A request whose answer goes on for as long as somebody listens: a watch. Logs: RawStream.
///
/// Back-pressure: at most 256 KiB wait in memory; while paused nothing is
/// read and the server is held back by TCP, after what the buffers of two kernels take. Not so for
/// a request that may share an HTTP/2 connection (ApiRequest::multiplexed), even when the server
/// then chooses HTTP/1.1: Qt (6.8) re-opens HTTP/2 windows as data arrives, not as it is read,
/// whatever setReadBufferSize() says. There what is not read, paused or not, is bounded by 8 MiB,
/// and a server that sends more is cut off with an Unreachable error and isOverrun(); other streams
/// of the connection go on. tests/kube/tst_http2.cpp shows all of this. Nothing bounds what arrives
/// while the thread's event loop stands still.
///
/// Ends exactly once, with `ended`; destroying it aborts without a signal.
class ApiStream : public QObject
{
    Q_OBJECT

public:
    ~ApiStream() override;

    /// Sends the request. Signals arrive from the event loop, never from inside this call.
    void start();
    void setPaused(bool paused);
    /// Whether it ended because more arrived than was read, and the server could not be held back.
    /// Without ApiRequest::multiplexed it could be.
    bool isOverrun() const { return m_overrun; }

Q_SIGNALS:
    /// The server accepted (2xx); what follows is the body.
    void opened();
    void received(const QByteArray &bytes);
    /// The end: `error` has no value after a clean end of the body.
    void ended(const std::optional<kube::Error> &error);

private:
    friend class ApiClient;
    ApiStream(ApiClient &client, ApiRequest request);
    void launch();
    void adopt(QNetworkReply &reply);
    void read();
    void readLater();
    void finish();
    void giveUp();
    void end(const std::optional<Error> &error);

    QPointer<ApiClient> m_client;
    ApiRequest m_request;
    QNetworkReply *m_reply = nullptr; ///< owned, as a child
    NextTurn m_nextTurn;
    bool m_paused = false;
    bool m_opened = false;
    int m_refusals = 0; ///< by shared connections
    SecondTry m_secondTry;
    bool m_overrun = false;
    bool m_done = false;
};

} // namespace kube
