// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/auth/credentialsources.h"

#include "kube/auth/loginpath.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {

CredentialSources::CredentialSources()
    : CredentialSources(Options())
{
}

CredentialSources::CredentialSources(const Options &options)
    : m_options(options)
{
    if (m_options.loginShell.isEmpty())
        m_options.loginShell = qEnvironmentVariable("SHELL", u"/bin/sh"_s);
}

CredentialSources::~CredentialSources() = default;

QFuture<QString> CredentialSources::searchPath()
{
    if (m_path)
        return QtFuture::makeReadyValueFuture(*m_path);
    m_waiting.emplace_back().start();
    auto future = m_waiting.back().future();
    if (m_waiting.size() > 1)
        return future;
    loginShellPath(m_options.loginShell, m_options.shellLimit, this)
        .then(this, [this](const QString &path) {
            const auto joined = joinedPath(qEnvironmentVariable("PATH"), path);
            m_path = joined;
            auto waiting = std::exchange(m_waiting, {});
            for (auto &promise : waiting) {
                promise.addResult(joined);
                promise.finish();
            }
        });
    return future;
}

std::shared_ptr<OidcSession> CredentialSources::oidcSession(const ClientConfig &config)
{
    const auto known = std::ranges::find_if(
        m_sessions, [&](const auto &session) { return session->isOf(config); });
    if (known != m_sessions.end())
        return *known;
    return m_sessions.emplace_back(std::make_shared<OidcSession>(config, m_options.oidc));
}

void CredentialSources::reread()
{
    for (const auto &session : m_sessions)
        session->reread();
}

} // namespace kube
