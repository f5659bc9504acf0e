// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/auth/identity.h"
#include "kube/error.h"

#include <utility>

namespace kube {

/// Whether a call that a server refused is worth once more: it did not know the credentials (401),
/// and there may be newer ones.
class SecondTry
{
public:
    /// The call goes out with these.
    void begins(const Identity::Credentials &credentials) { m_generation = credentials.generation; }

    /// True once at most; `identity` gets its new credentials then.
    bool isWorthAfter(const Error &error, Identity &identity)
    {
        return error.code == 401 && !std::exchange(m_isOver, true)
            && identity.refresh(m_generation);
    }

private:
    int m_generation = 0;
    bool m_isOver = false;
};

} // namespace kube
