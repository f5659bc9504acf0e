// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/error.h"

#include <QFuture>
#include <QObject>

namespace kube {

/// Bearer tokens that somebody else gets and renews: the sign-in at a gateway that stands before a
/// cluster. All identities whose config has the same source ask it; what it gives is used until it
/// ends (`exp`, when it is a JSON Web Token), is refused (401), or changed() is told.
///
/// Tokens go over TLS only, or to this machine itself. One thread.
class TokenSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// A token to use now, good for more than 10 s. Completes once. A failure of Kind::Credentials
    /// is for a person, who reads its message; one of Kind::Unreachable passes by itself. Asked
    /// again 10 s after a failure at the earliest, or by tryAgain().
    [[nodiscard]] virtual QFuture<Result<QString>> token() = 0;
    /// The server said 401 to this one: token() gives another, or fails.
    virtual void reject(const QString &token) = 0;
    /// A person wants another try: what was rejected may be right by now.
    virtual void forgive() { }
    /// Whether new tokens come without a person.
    virtual bool renews() const = 0;

Q_SIGNALS:
    void changed(); ///< another person perhaps: what was given is used no more
};

} // namespace kube
