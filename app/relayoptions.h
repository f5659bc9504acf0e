// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/config/relayconfig.h"

class QCoreApplication;

namespace app {

/// What `krateyard relay` was asked to do: the configuration file's words, and the command line's,
/// which count more.
struct RelayOptions
{
    relay::RelayConfig config = {};
    QString kubeconfig = {};
    QStringList contexts = {};
    QString newToken = {}; ///< a name: writes a token for it, and that is all
};

/// Ends the program itself for --help and for options that there are not; else an error is a
/// sentence that says what to change.
std::expected<RelayOptions, QString> readRelayOptions(const QCoreApplication &application);

} // namespace app
