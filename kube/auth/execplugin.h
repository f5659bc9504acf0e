// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/config/clientconfig.h"
#include "kube/error.h"

#include <QDateTime>
#include <QFuture>

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

/// Runs the plugin without a terminal, for at most 60 s, and reads at most 1 MiB of its output.
/// Fails with Kind::Credentials and one sentence that names the plugin and the remedy; control
/// characters in what the plugin or its install hint say are escaped. Destroying `context` kills
/// the plugin and cancels the future.
[[nodiscard]] QFuture<Result<ExecCredential>>
runExecPlugin(const ExecConfig &config, const QString &userName, QObject *context);

/// Checks and reads the ExecCredential that a plugin printed.
Result<ExecCredential> execCredentialFrom(const QByteArray &output, const ExecConfig &config);

/// The text with every control character shown as U+001B and the like, as client-go does.
QString withoutControlCharacters(const QString &text);

} // namespace kube
