// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/config/gatewayconfig.h"
#include "collab/relay/config/relayconfig.h"

class QCoreApplication;

namespace app {

/// What `krateyard relay` was asked to do: the configuration file's words, and the command line's,
/// which count more. Between them stands the environment.
struct RelayOptions
{
    relay::RelayConfig config = {};
    gateway::GatewayConfig gateway = {};
    QString kubeconfig = {};
    QStringList contexts = {};
    QString newToken = {}; ///< a name: writes a token for it, and that is all
    QString newApiKey = {}; ///< likewise: a key for the gateway
    bool isCheck = false; ///< says which values hold, and that is all
};

/// Ends the program itself for --help and for options that there are not; else an error is a
/// sentence that says what to change, or a line for each mistake in the configuration.
std::expected<RelayOptions, QString> readRelayOptions(const QCoreApplication &application);

/// The values that hold, as YAML with whole names: `store.kind: sqlite`. Never a secret.
QString shownOptions(const RelayOptions &options);

} // namespace app
