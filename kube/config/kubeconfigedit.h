// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/error.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <optional>

namespace kube {

/// What `auth-provider.config` of a user says, by key. Holds secrets.
using AuthProviderConfig = QMap<QString, QString>;

/// The text of a kubeconfig (YAML or JSON) with these values of
/// users[name].user.auth-provider.config set. Every other byte stays: order, comments, quotes. The
/// outcome is read again and compared, so a text in which the values cannot be told apart (aliases,
/// merged maps) is refused, with Config.
Result<QByteArray> withAuthProviderConfig(const QByteArray &text, const QString &user,
                                          const AuthProviderConfig &values);

/// What the file says now; no value when it cannot be read or has no such user.
std::optional<AuthProviderConfig> readAuthProviderConfig(const QString &file, const QString &user);

/// The `reason` of the error when another program holds the lock: worth another try.
inline constexpr auto KubeconfigLocked = "Locked";

/// Writes these values to the file, under the lock that kubectl takes (`<file>.lock`, which must
/// not exist: client-go, tools/clientcmd/loader.go, lockFile()), by replacing the file at once;
/// links are followed and permissions stay. Fails with kind Config and one sentence with a remedy,
/// never a value. Blocks only for the disk.
Result<void> writeAuthProviderConfig(const QString &file, const QString &user,
                                     const AuthProviderConfig &values);

} // namespace kube
