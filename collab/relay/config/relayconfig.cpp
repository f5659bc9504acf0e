// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/config/relayconfig.h"

#include "collab/relay/config/relayconfigkeys.h"

using namespace Qt::StringLiterals;

namespace relay {

std::optional<RelayConfig::Auth> authOf(QStringView text)
{
    if (text == "none"_L1)
        return RelayConfig::Auth::None;
    if (text == "token"_L1)
        return RelayConfig::Auth::Token;
    if (text == "oidc"_L1)
        return RelayConfig::Auth::Oidc;
    return std::nullopt;
}

QString missingIn(const RelayConfig &config)
{
    switch (config.auth) {
    case RelayConfig::Auth::None: return {};
    case RelayConfig::Auth::Token:
        return config.tokens.empty() ? u"auth.mode is token, but there are no auth.tokens: nobody "
                                       "could enter"_s
                                     : QString();
    case RelayConfig::Auth::Oidc:
        if (config.oidc.issuer.isEmpty() || config.oidc.audience.isEmpty())
            return u"auth.mode is oidc: that needs auth.issuer and auth.audience"_s;
        return config.oidc.grants.empty() ? u"auth.mode is oidc, but there are no auth.grants: "
                                            "nobody could enter"_s
                                          : QString();
    }
    return {};
}

std::optional<RelayConfig::Log> logOf(QStringView text)
{
    if (text == "text"_L1)
        return RelayConfig::Log::Text;
    if (text == "json"_L1)
        return RelayConfig::Log::Json;
    return std::nullopt;
}

std::optional<RelayConfig::Store> storeOf(QStringView text)
{
    if (text == "sqlite"_L1)
        return RelayConfig::Store::Sqlite;
    if (text == "postgres"_L1)
        return RelayConfig::Store::Postgres;
    return std::nullopt;
}

std::expected<RelayConfig, QString> parseConfig(const QByteArray &yaml,
                                                const QProcessEnvironment &environment)
{
    RelayConfig config;
    auto mistakes = readConfig(yaml, configKeys(config), environment, OtherKeys::Refused);
    if (const auto missing = missingIn(config); mistakes.isEmpty() && !missing.isEmpty())
        mistakes.append(missing);
    if (!mistakes.isEmpty())
        return std::unexpected(mistakes.join(u'\n'));
    return config;
}

} // namespace relay
