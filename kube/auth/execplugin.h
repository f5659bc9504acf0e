// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/config/clientconfig.h"
#include "kube/error.h"

#include <QDateTime>
#include <QFuture>

#include <chrono>

namespace kube {

/// What an exec plugin answered: a token, or a client certificate and its key, or all three.
/// https://kubernetes.io/docs/reference/config-api/client-authentication.v1/
struct ExecCredential
{
    QString token = {};
    QByteArray clientCertificate = {}; ///< PEM
    QByteArray clientKey = {}; ///< PEM
    QDateTime expires = {}; ///< invalid: until the server says 401

    bool operator==(const ExecCredential &) const = default;
};

/// Why a plugin gave no credentials: Error::reason.
namespace PluginProblem {
inline constexpr auto Missing = "PluginMissing"; ///< no such program; its hint is in the message
inline constexpr auto Failed = "PluginFailed"; ///< ended with an exit status, crashed, was silent
inline constexpr auto NeedsTerminal = "PluginNeedsTerminal"; ///< wants to ask a person
inline constexpr auto Malformed = "PluginMalformed"; ///< its answer is no ExecCredential
inline constexpr auto Version = "PluginVersion"; ///< an ExecCredential of another apiVersion
} // namespace PluginProblem

/// Runs the plugin without a terminal, for at most `limit`, and reads at most 1 MiB of its output.
/// A bare name is looked up in `searchPath`, which is also the plugin's own PATH unless its entry
/// sets one. Fails with Kind::Credentials and one sentence that names the plugin and the remedy;
/// control characters in what the plugin or its install hint say are escaped, and what it says is
/// cut. Destroying `context` kills the plugin and cancels the future.
[[nodiscard]] QFuture<Result<ExecCredential>>
runExecPlugin(const ExecConfig &config, const QString &userName, const QString &searchPath,
              QObject *context, std::chrono::milliseconds limit = std::chrono::seconds(60));

/// Checks and reads the ExecCredential that a plugin printed.
Result<ExecCredential> execCredentialFrom(const QByteArray &output, const ExecConfig &config);

/// The text with every control character shown as U+001B and the like, as client-go does.
QString withoutControlCharacters(const QString &text);

} // namespace kube
