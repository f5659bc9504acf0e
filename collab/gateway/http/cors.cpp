// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/http/cors.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gateway {

using Header = QHttpHeaders::WellKnownHeader;

bool Cors::admits(QByteArrayView origin) const
{
    return origin != "null" && std::ranges::any_of(m_origins, [origin](const QString &one) {
               return one == QLatin1StringView(origin);
           });
}

QHttpHeaders Cors::headersFor(const QHttpHeaders &request) const
{
    QHttpHeaders headers;
    if (m_origins.isEmpty())
        return headers;
    headers.append(Header::Vary, "Origin"); // whoever caches must not give one's answer to another
    const auto origin = request.value(Header::Origin);
    if (!admits(origin))
        return headers;
    headers.append(Header::AccessControlAllowOrigin, origin);
    headers.append(Header::AccessControlExposeHeaders, "Retry-After, WWW-Authenticate");
    return headers;
}

std::optional<relay::ApiAnswer> Cors::preflight(const QByteArray &method,
                                                const QHttpHeaders &request,
                                                const QByteArrayList &methods) const
{
    if (method != "OPTIONS" || methods.isEmpty()
        || !request.contains(Header::AccessControlRequestMethod)
        || !admits(request.value(Header::Origin)))
        return std::nullopt;
    auto answer = relay::ApiAnswer::nothing();
    answer.headers.append(Header::AccessControlAllowMethods, methods.join(", "));
    answer.headers.append(Header::AccessControlAllowHeaders,
                          "Authorization, Content-Type, Last-Event-ID");
    answer.headers.append(Header::AccessControlMaxAge, "600");
    return answer;
}

} // namespace gateway
