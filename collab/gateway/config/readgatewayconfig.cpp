// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/config/readgatewayconfig.h"

using namespace Qt::StringLiterals;

namespace gateway {

namespace {

/// The part is there, be it empty, or a variable names one of its keys.
bool isWanted(const QByteArray &yaml, const std::vector<relay::ConfigKey> &keys,
              const QProcessEnvironment &environment)
{
    try {
        const auto root = YAML::Load(yaml.toStdString());
        if (root.IsMap() && root["gateway"].IsDefined())
            return true;
    } catch (const YAML::Exception &) {
        return true; // readConfig() names what is wrong
    }
    return std::ranges::any_of(relay::entriesOf(keys), [&environment](const auto &entry) {
        return !environment.value(entry.variable).isEmpty();
    });
}

/// What follows from other keys.
void complete(GatewayConfig &config, const relay::RelayConfig &relay)
{
    auto &auth = config.auth;
    if (auth.oidc.issuer.isEmpty() && relay.auth == relay::RelayConfig::Auth::Oidc) {
        auth.oidc.issuer = relay.oidc.issuer;
        if (auth.oidc.audience.isEmpty())
            auth.oidc.audience = relay.oidc.audience;
    }
    if (auth.oidc.audience.isEmpty())
        auth.oidc.audience = auth.clientId;
    if (auth.clientId.isEmpty())
        auth.clientId = auth.oidc.audience;
}

} // namespace

QStringList contradictionsIn(const GatewayConfig &config)
{
    QStringList found;
    const auto &auth = config.auth;
    if (auth.oidc.issuer.isEmpty() && auth.apiKeys.empty())
        found.append(u"gateway: nobody could come in: it needs auth.issuer (or auth.keycloak) "
                     "with auth.clientId, or auth.apiKeys"_s);
    if (!auth.oidc.issuer.isEmpty() && auth.oidc.audience.isEmpty())
        found.append(u"gateway.auth.issuer needs auth.audience or auth.clientId: for whom tokens "
                     "must be meant"_s);
    if (!auth.clientSecretFile.isEmpty() && auth.oidc.issuer.isEmpty())
        found.append(u"gateway.auth.clientSecretFile needs auth.issuer"_s);
    if (config.logs.tailLines > config.logs.maxTailLines)
        found.append(u"gateway.logs.tailLines (%1) is more than maxTailLines (%2)"_s
                         .arg(config.logs.tailLines)
                         .arg(config.logs.maxTailLines));
    if (config.logs.bufferBytes < config.logs.maxLineLength)
        found.append(u"gateway.logs.bufferBytes holds no line of maxLineLength"_s);
    if (config.limits.requestBurst < config.limits.requestsPerSecond)
        found.append(u"gateway.limits.requestBurst is less than requestsPerSecond: write at "
                     "least as much"_s);
    if (config.limits.burst < 1 || config.limits.burst < config.limits.qps / 10)
        found.append(u"gateway.limits.burst is too small for qps: write at least a tenth"_s);
    return found;
}

std::expected<GatewayConfig, QString> parseGatewayConfig(const QByteArray &yaml,
                                                         const relay::RelayConfig &relay,
                                                         const QProcessEnvironment &environment)
{
    GatewayConfig config;
    const auto keys = configKeys(config);
    config.isEnabled = isWanted(yaml, keys, environment);
    if (!config.isEnabled)
        return config;
    auto mistakes = relay::readConfig(yaml, keys, environment, relay::OtherKeys::Ignored);
    complete(config, relay);
    if (mistakes.isEmpty())
        mistakes = contradictionsIn(config);
    if (!mistakes.isEmpty())
        return std::unexpected(mistakes.join(u'\n'));
    return config;
}

} // namespace gateway
