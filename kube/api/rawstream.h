// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/api/apiclient.h"
#include "kube/api/nextturn.h"
#include "kube/api/secondtry.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

class QThread;

namespace kube {

class HttpFetch;

/// A request whose answer is lines and may be large or endless: a log.
///
/// Read by our own HTTP/1.1 on a connection of its own and on the client's reader thread, which
/// also decrypts: QNetworkAccessManager (Qt 6.8) takes several times as long for the same bytes.
/// Credentials, TLS, proxies and the second try after a 401 are as ApiStream has them. No
/// compression, no redirects: they are errors.
///
/// Back-pressure: about a mebibyte waits in memory, a block of 256 KiB is handed over in each turn
/// of the event loop; while paused nothing is read and the server is held back by TCP, after what
/// the buffers of two kernels take.
///
/// Ends exactly once, with `ended`; destroying it aborts without a signal.
class RawStream : public QObject
{
    Q_OBJECT

public:
    ~RawStream() override;

    /// Sends the request. Signals arrive from the event loop, never from inside this call.
    void start();
    void setPaused(bool paused);

Q_SIGNALS:
    /// The server accepted (2xx); what follows is the body.
    void opened();
    /// Whole lines, but of one that is longer than a block, and at the end: an unfinished line
    /// waits for its newline.
    void received(const QByteArray &bytes);
    /// The end: `error` has no value after a clean end of the body.
    void ended(const std::optional<kube::Error> &error);

private:
    friend class ApiClient;
    struct Later
    {
        void operator()(HttpFetch *fetch) const; ///< deletes it on its thread
    };
    RawStream(ApiClient &client, ApiRequest request);
    void launch();
    void open(std::unique_ptr<HttpFetch> fetch);
    void deliver();
    void deliverLater();
    void fetchEnded(const std::optional<Error> &error);
    void end(const std::optional<Error> &error);

    QPointer<ApiClient> m_client;
    ApiRequest m_request;
    std::shared_ptr<QThread> m_reader; ///< the client's; goes after the fetch
    std::unique_ptr<HttpFetch, Later> m_fetch; ///< lives on the reader thread
    NextTurn m_nextTurn;
    std::optional<Error> m_error; ///< why it has ended
    bool m_hasEnded = false; ///< blocks may still wait
    bool m_paused = false;
    bool m_done = false;
    SecondTry m_secondTry;
};

} // namespace kube
