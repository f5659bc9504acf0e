// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/http/exchange.h"

#include <functional>
#include <memory>

namespace gateway {

/// One kind of request.
struct Route
{
    static constexpr qint64 SmallBody = 16 * 1024;

    QByteArray method = {};
    /// The whole path; `{name}` stands for one part, which may not be empty:
    /// "/api/resources/{kind}". The last may be `{name...}`: all the rest, slashes with it, as it
    /// was sent.
    QString path = {};
    /// Answers, now or later, on the gateway's thread.
    std::function<void(const Request &, std::shared_ptr<Exchange>)> handle = {};
    qint64 bodyLimit = SmallBody;
    /// Asks a cluster for what is read whole: a few at a time, see Turns. Which one is in the part
    /// or in the parameter "cluster".
    bool isOfCluster = false;
    bool isOpen = false; ///< asks nobody who they are (health, sign-in, the document of the API)
    QByteArray label = {}; ///< one word for the figures; empty: made of the path
};

} // namespace gateway
