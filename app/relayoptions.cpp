// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/relayoptions.h"

#include "collab/gateway/config/readgatewayconfig.h"
#include "collab/relay/config/listenaddress.h"
#include "collab/relay/config/relayconfigkeys.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QProcessEnvironment>

using namespace Qt::StringLiterals;

namespace app {

namespace {

struct Configuration
{
    relay::RelayConfig relay = {};
    gateway::GatewayConfig gateway = {};
};

/// Each line of the mistakes that is about the file, with its name.
QStringList named(const QString &path, const QString &mistakes)
{
    auto lines = mistakes.split(u'\n');
    for (auto &line : lines) {
        if (!path.isEmpty() && !line.startsWith("KRATEYARD_"_L1))
            line.prepend(path + u": "_s);
    }
    return lines;
}

/// Of the file, if there is one, and of the environment.
std::expected<Configuration, QString> configIn(const QString &path)
{
    const auto environment = QProcessEnvironment::systemEnvironment();
    QByteArray yaml;
    if (!path.isEmpty()) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return std::unexpected(u"cannot read %1: %2"_s.arg(path, file.errorString()));
        yaml = file.readAll();
    }
    const auto relay = relay::parseConfig(yaml, environment);
    const auto gateway =
        gateway::parseGatewayConfig(yaml, relay.value_or(relay::RelayConfig()), environment);
    if (relay && gateway)
        return Configuration{.relay = *relay, .gateway = *gateway};
    QStringList mistakes;
    if (!relay)
        mistakes += named(path, relay.error());
    if (!gateway)
        mistakes += named(path, gateway.error());
    mistakes.removeDuplicates(); // of what is no YAML
    return std::unexpected(mistakes.join(u'\n'));
}

} // namespace

std::expected<RelayOptions, QString> readRelayOptions(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Serves without a screen: people share yards under /ws/sync/YARD; GET /healthz and "
        u"GET /readyz say whether it works and whether the clusters of the contexts given answer."_s);
    parser.addHelpOption();
    parser.addPositionalArgument(u"relay"_s, u"This mode."_s);
    const QCommandLineOption config(u"config"_s, u"A YAML file; docs/relay.md shows one."_s,
                                    u"FILE"_s);
    const QCommandLineOption listen(
        u"listen"_s, u"Address and port; port 0 takes a free one. 127.0.0.1:8080 by default."_s,
        u"HOST:PORT"_s);
    const QCommandLineOption dataDir(
        u"data-dir"_s, u"Where yards are kept; without it, in memory, and gone with the relay."_s,
        u"FOLDER"_s);
    const QCommandLineOption store(
        u"store"_s, u"What keeps the yards: sqlite (in --data-dir, by default) or postgres."_s,
        u"KIND"_s);
    const QCommandLineOption postgres(
        u"postgres"_s,
        u"Keeps yards in PostgreSQL: postgresql://user@host/database; the password is better given "
        "as $PGPASSWORD or in a file that the configuration names."_s,
        u"URL"_s);
    const QCommandLineOption redis(
        u"redis"_s,
        u"Shares the yards with other relays that use the same PostgreSQL: redis://host:6379, or "
        "rediss: for TLS; the "
        "password is better given as $REDISCLI_AUTH."_s,
        u"URL"_s);
    const QCommandLineOption auth(
        u"auth"_s, u"Who may enter: none (everybody, by default), token or oidc."_s, u"HOW"_s);
    const QCommandLineOption certificate(
        u"tls-cert"_s, u"Encrypts connections, with the certificates in this PEM file."_s,
        u"FILE"_s);
    const QCommandLineOption key(u"tls-key"_s, u"The certificate's private key, PEM."_s, u"FILE"_s);
    const QCommandLineOption log(u"log-format"_s, u"text (by default) or json."_s, u"FORMAT"_s);
    const QCommandLineOption anyone(u"allow-anyone"_s,
                                    u"Allows --auth none on an address that others can reach."_s);
    const QCommandLineOption newToken(
        u"new-token"_s, u"Writes a new token and its entry for the configuration."_s, u"NAME"_s);
    const QCommandLineOption newApiKey(
        u"new-api-key"_s, u"The same for gateway.auth.apiKeys: a key for a program."_s, u"NAME"_s);
    const QCommandLineOption check(
        u"check-config"_s,
        u"Says what is wrong with the configuration, or which values hold, and ends."_s);
    const QCommandLineOption kubeconfig(u"kubeconfig"_s, u"The kubeconfig of the contexts."_s,
                                        u"FILE"_s);
    const QCommandLineOption context(u"context"_s, u"A cluster to stay connected to."_s, u"NAME"_s);
    parser.addOptions({config, listen, dataDir, store, postgres, redis, certificate, key, log, auth,
                       anyone, newToken, newApiKey, check, kubeconfig, context});
    parser.process(application);

    const auto file = configIn(parser.value(config));
    if (!file)
        return std::unexpected(file.error());
    RelayOptions options{.config = file->relay,
                         .gateway = file->gateway,
                         .kubeconfig = parser.value(kubeconfig),
                         .contexts = parser.values(context),
                         .newToken = parser.value(newToken),
                         .newApiKey = parser.value(newApiKey),
                         .isCheck = parser.isSet(check)};
    if (parser.isSet(listen))
        options.config.listen = parser.value(listen);
    if (parser.isSet(dataDir))
        options.config.dataDir = parser.value(dataDir);
    if (parser.isSet(postgres)) {
        options.config.postgresUrl = parser.value(postgres);
        options.config.store = relay::RelayConfig::Store::Postgres;
    }
    if (parser.isSet(store)) {
        const auto kind = relay::storeOf(parser.value(store));
        if (!kind)
            return std::unexpected(
                u"--store is sqlite or postgres, not “%1”"_s.arg(parser.value(store)));
        options.config.store = *kind;
    }
    if (parser.isSet(redis))
        options.config.redisUrl = parser.value(redis);
    if (parser.isSet(certificate))
        options.config.tls.certificate = parser.value(certificate);
    if (parser.isSet(key))
        options.config.tls.key = parser.value(key);
    if (parser.isSet(log)) {
        const auto format = relay::logOf(parser.value(log));
        if (!format)
            return std::unexpected(
                u"--log-format is text or json, not “%1”"_s.arg(parser.value(log)));
        options.config.log = *format;
    }
    if (parser.isSet(auth)) {
        const auto how = relay::authOf(parser.value(auth));
        if (!how)
            return std::unexpected(
                u"--auth is none, token or oidc, not “%1”"_s.arg(parser.value(auth)));
        options.config.auth = *how;
    }
    if (options.config.auth == relay::RelayConfig::Auth::Token && options.config.tokens.empty())
        return std::unexpected(u"--auth token needs auth.tokens in the file of --config: "
                               "krateyard relay --new-token NAME writes an entry"_s);
    if (const auto missing = relay::missingIn(options.config); !missing.isEmpty())
        return std::unexpected(missing);
    const auto address = relay::parseListenAddress(options.config.listen);
    if (!address)
        return std::unexpected(address.error());
    const bool isOpen =
        options.config.auth == relay::RelayConfig::Auth::None && !address->host.isLoopback();
    if (isOpen && !parser.isSet(anyone))
        return std::unexpected(
            u"on %1 everybody who reaches the relay could read and change every yard: use "
            "--auth token, or say --allow-anyone"_s.arg(address->host.toString()));
    return options;
}

QString shownOptions(const RelayOptions &options)
{
    auto relay = options.config;
    auto gateway = options.gateway;
    auto entries = relay::entriesOf(relay::configKeys(relay));
    if (gateway.isEnabled)
        std::ranges::move(relay::entriesOf(gateway::configKeys(gateway)),
                          std::back_inserter(entries));
    QString shown;
    for (const auto &entry : entries)
        shown += entry.path + u": "_s + entry.shown + u'\n';
    return shown;
}

} // namespace app
