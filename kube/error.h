// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <expected>
#include <vector>

namespace kube {

/// One thing that is wrong with what was sent: an entry of `Status.details.causes`.
struct ErrorCause
{
    QString reason = {}; ///< "FieldValueInvalid", "FieldManagerConflict"
    QString message = {};
    QString field = {}; ///< "spec.replicas"; may be empty

    bool operator==(const ErrorCause &) const = default;
};

/// Why a call to the API server failed. Where the server answered, it mirrors the `Status` object:
/// https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/status/
struct Error
{
    enum class Kind {
        Unreachable, ///< no connection: refused, no route, name not found, cut off
        Timeout, ///< connected, but silent for too long
        Tls, ///< the server's certificate was not accepted, or the server did not accept ours
        Config, ///< the kubeconfig entry cannot be used as it is written
        Credentials, ///< an exec plugin or a credential file did not give credentials
        Unauthorized, ///< 401
        Forbidden, ///< 403
        NotFound, ///< 404
        Conflict, ///< 409
        Gone, ///< 410: the resourceVersion or continue token is too old
        Invalid, ///< 400 or 422
        TooManyRequests, ///< 429
        Server, ///< 5xx
        ReadOnly, ///< not sent: this app was told to change nothing there
        Malformed, ///< an answer that is not what the API promises
        Other,
    };

    Kind kind = Kind::Other;
    int code = 0; ///< HTTP status; 0 when no answer arrived
    QString reason = {}; ///< machine-readable `Status.reason`, for example "AlreadyExists"
    QString message = {}; ///< the server's own English text; for logs and details, not for headings
    int retryAfterSeconds =
        0; ///< from Retry-After or `Status.details`; 0 when the server named none
    std::vector<ErrorCause> causes = {}; ///< at most 1000

    bool operator==(const Error &) const = default;

    /// Which kind an HTTP status stands for.
    static Kind kindFor(int code);
    /// Reads a `Status` object; a body that is none leaves `reason` empty and keeps the first 500
    /// characters of its text as the message.
    static Error fromStatus(int code, const QByteArray &body);
};

template<typename T>
using Result = std::expected<T, Error>;

} // namespace kube
