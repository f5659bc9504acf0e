// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/caller.h"

#include <QHash>

#include <chrono>
#include <optional>

namespace gateway {

/// Who has signed in with a browser, by the id in its cookie, of which only the hash is kept. In
/// memory: after a new start everybody signs in again. Bounded: when there are too many, the oldest
/// ends, first of those of the same person.
class Sessions
{
public:
    struct Limits
    {
        qsizetype all = 10'000; ///< some 1 KiB each
        qsizetype ofOne = 20;
    };
    Sessions() = default;
    explicit Sessions(const Limits &limits)
        : m_limits(limits)
    {
    }

    /// Begins one, and gives its id.
    QByteArray open(Caller caller, std::chrono::seconds ttl);
    /// Whose it is; `Caller::proof` is the id's hash. Nobody when it is none, or is over.
    std::optional<Caller> find(const QByteArray &id);
    bool has(const QByteArray &proof) const;
    void close(const QByteArray &proof) { m_sessions.remove(proof); }
    void closeAll() { m_sessions.clear(); }
    qsizetype count() const { return m_sessions.size(); }

    /// What pages show in the header `X-CSRF-Token` beside the cookie with that id; nothing of the
    /// id can be learned from it.
    static QByteArray csrfTokenOf(const QByteArray &id);

private:
    struct Session
    {
        Caller caller = {};
        quint64 number = 0;
    };
    void makeRoom(const QString &subject);

    Limits m_limits = {};
    QHash<QByteArray, Session> m_sessions; ///< by the id's hash, so that time tells nothing of it
    quint64 m_opened = 0;
};

} // namespace gateway
