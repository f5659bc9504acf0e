// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFuture>
#include <QString>

#include <chrono>

namespace kube {

/// The PATH that a person's login shell sets up; empty when it does not tell within `limit`.
///
/// An app that a desktop's menu started has a short PATH, without what ~/.profile, ~/.zprofile or
/// ~/.zshrc add. The shell runs as a login shell that is also interactive (many set PATH only
/// then), in a session of its own, so that it cannot touch a terminal. Only PATH is kept of what it
/// says. Destroying `context` ends the shell and cancels the future.
[[nodiscard]] QFuture<QString> loginShellPath(const QString &shell, std::chrono::milliseconds limit,
                                              QObject *context);

/// The folders of both, the first's first, each once. Relative ones are left out: what they mean
/// depends on the folder an app happens to run in.
QString joinedPath(const QString &first, const QString &second);

} // namespace kube
