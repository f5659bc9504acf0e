// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/api/apianswer.h"

#include <QStringList>

namespace gateway {

/// Pages of other sites that may ask, with a bearer token and nothing else: no cookie counts for
/// them. https://fetch.spec.whatwg.org/#http-cors-protocol
class Cors
{
public:
    Cors() = default;
    /// As browsers write them: "https://yard.example.org".
    explicit Cors(const QStringList &origins)
        : m_origins(origins)
    {
    }

    bool admits(QByteArrayView origin) const;
    /// What answers to a request with those headers have besides.
    QHttpHeaders headersFor(const QHttpHeaders &request) const;
    /// The answer to the question before the request; none when that is not what is asked.
    std::optional<relay::ApiAnswer> preflight(const QByteArray &method, const QHttpHeaders &request,
                                              const QByteArrayList &methods) const;

private:
    QStringList m_origins;
};

} // namespace gateway
