// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/sharing/shareaddress.h"

#include <QHash>

#include <functional>

namespace workspace {

/// Where the tokens that let a person into yards are kept. Answers on the GUI thread, at once or
/// later; what is asked and not answered when the keeper goes is never answered.
class TokenKeeper
{
public:
    TokenKeeper() = default;
    virtual ~TokenKeeper() = default;
    Q_DISABLE_COPY_MOVE(TokenKeeper)

    /// Empty: none is kept, or it cannot be had.
    using Answer = std::function<void(const QString &token)>;

    virtual void read(const ShareAddress &address, const Answer &answer) = 0;
    /// Keeps the address's token; an empty one is forgotten.
    virtual void keep(const ShareAddress &address) = 0;
};

/// In memory only: for tests, and for a desktop that keeps nothing.
class ForgetfulTokens final : public TokenKeeper
{
public:
    void read(const ShareAddress &address, const Answer &answer) override
    {
        answer(m_tokens.value(address.shown()));
    }
    void keep(const ShareAddress &address) override { m_tokens[address.shown()] = address.token; }

private:
    QHash<QString, QString> m_tokens;
};

} // namespace workspace
