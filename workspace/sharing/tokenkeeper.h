// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>

#include <functional>

namespace workspace {

/// Where what lets a person in is kept: tokens for yards, sign-ins and keys for the clusters of
/// relays. Each is under a key that says what for, and is no secret. Answers on the GUI thread, at
/// once or later; what is asked and not answered when the keeper goes is never answered.
class TokenKeeper
{
public:
    TokenKeeper() = default;
    virtual ~TokenKeeper() = default;
    Q_DISABLE_COPY_MOVE(TokenKeeper)

    /// Empty: none is kept, or it cannot be had.
    using Answer = std::function<void(const QString &token)>;

    virtual void read(const QString &key, const Answer &answer) = 0;
    /// An empty token is forgotten.
    virtual void keep(const QString &key, const QString &token) = 0;
};

/// In memory only: for tests, and for a desktop that keeps nothing.
class ForgetfulTokens final : public TokenKeeper
{
public:
    void read(const QString &key, const Answer &answer) override { answer(m_tokens.value(key)); }
    void keep(const QString &key, const QString &token) override { m_tokens[key] = token; }

private:
    QHash<QString, QString> m_tokens;
};

} // namespace workspace
