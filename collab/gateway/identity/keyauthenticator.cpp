// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/identity/keyauthenticator.h"

#include "collab/relay/auth/accessgate.h"

#include <QHttpServerRequest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gateway {

std::expected<Caller, Denial> KeyAuthenticator::identify(const QHttpServerRequest &request)
{
    const auto token = relay::tokenOf(QUrl(), request.headers());
    if (token.isEmpty())
        return std::unexpected(Denial{.sentence = u"This needs a token."_s});
    const auto &keys = m_config.auth.apiKeys;
    const auto found = std::ranges::find(keys, relay::hashOf(token), &ApiKey::sha256);
    const auto now = QDateTime::currentDateTimeUtc();
    if (found == keys.end() || (found->expires.isValid() && found->expires <= now))
        return std::unexpected(Denial{.sentence = u"The token is none, or holds no more."_s});
    return Caller{.subject = u"apikey/"_s + found->name,
                  .name = found->name,
                  .userName = found->name,
                  .groups = found->groups,
                  .address = request.remoteAddress(),
                  .until = found->expires};
}

} // namespace gateway
