// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <chrono>

namespace bench {

/// Connections that each send the same request again and again, over loopback and without TLS.
struct HttpLoad
{
    int port = 0;
    QByteArray path = {};
    QByteArray headers = {}; ///< whole lines
    int connections = 4;
    std::chrono::milliseconds time = std::chrono::seconds(6);
};

struct HttpFigures
{
    int status = 0; ///< of the last answer; 0: there was none, or one was broken
    double perSecond = 0; ///< answers that came whole
    double p50 = 0; ///< milliseconds from the request to the end of its answer
    double p99 = 0;
    double mebibytes = 0; ///< of one answer, with its head
};

/// Each connection has a thread. Ends when each of them has the answer that it waits for when the
/// time is over.
HttpFigures runHttpLoad(const HttpLoad &load);

} // namespace bench
