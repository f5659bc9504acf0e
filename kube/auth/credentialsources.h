// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/auth/oidcsession.h"

#include <QFuture>
#include <QObject>
#include <QString>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace kube {

/// What the identities of one person share: where exec plugins are looked for, and the sign-ins
/// that must not be renewed twice at once. One per app, made where clusters are; one thread.
class CredentialSources : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        QString loginShell = {}; ///< empty: SHELL of the environment, else /bin/sh
        std::chrono::milliseconds shellLimit = std::chrono::seconds(5);
        OidcPace oidc = {};
    };

    CredentialSources();
    explicit CredentialSources(const Options &options);
    ~CredentialSources() override;

    /// The PATH to look plugins up in and to run them with: this process's own, then what the login
    /// shell adds to it. The shell is asked once, when this is first called.
    [[nodiscard]] QFuture<QString> searchPath();

    /// The one session of that user; made when it is first asked for.
    std::shared_ptr<OidcSession> oidcSession(const ClientConfig &config);

    /// The kubeconfig changed: sessions take over a sign-in that somebody else put there.
    void reread();

private:
    Options m_options;
    std::optional<QString> m_path;
    std::vector<QPromise<QString>> m_waiting;
    std::vector<std::shared_ptr<OidcSession>>
        m_sessions; ///< shared with the identities that use them
};

} // namespace kube
