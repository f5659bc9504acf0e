// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/requesthead.h"

#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QUrl>

namespace relay {

/// What of the server answers the requests at its own addresses.
class HttpEndpoint
{
public:
    virtual ~HttpEndpoint() = default;

    /// Whether it is what stands at the address.
    virtual bool serves(const QUrl &url) const = 0;
    /// Answers, now or later; then it keeps the responder.
    virtual void answer(const QHttpServerRequest &request, QHttpServerResponder &responder) = 0;
    /// How many bytes the body of such a request may have. Asked before it comes.
    virtual qint64 bodyLimit(const RequestHead &head) const = 0;
};

} // namespace relay
