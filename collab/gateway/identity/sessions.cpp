// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/identity/sessions.h"

#include "collab/gateway/identity/cookies.h"
#include "collab/relay/config/accesstokens.h"

#include <QMessageAuthenticationCode>

namespace gateway {

QByteArray Sessions::open(Caller caller, std::chrono::seconds ttl)
{
    makeRoom(caller.subject);
    const auto id = randomText();
    caller.proof = relay::hashOf(id);
    caller.until = QDateTime::currentDateTimeUtc().addDuration(ttl);
    caller.isBySession = true;
    m_sessions.insert(caller.proof, {.caller = caller, .number = ++m_opened});
    return id;
}

std::optional<Caller> Sessions::find(const QByteArray &id)
{
    const auto found = m_sessions.constFind(relay::hashOf(id));
    if (found == m_sessions.cend())
        return std::nullopt;
    if (found->caller.until > QDateTime::currentDateTimeUtc())
        return found->caller;
    m_sessions.erase(found);
    return std::nullopt;
}

bool Sessions::has(const QByteArray &proof) const
{
    const auto found = m_sessions.constFind(proof);
    return found != m_sessions.cend() && found->caller.until > QDateTime::currentDateTimeUtc();
}

void Sessions::makeRoom(const QString &subject)
{
    const auto now = QDateTime::currentDateTimeUtc();
    m_sessions.removeIf([&now](const auto &it) { return it.value().caller.until <= now; });
    auto oldest = m_sessions.end();
    auto oldestOfOne = m_sessions.end();
    qsizetype ofOne = 0;
    for (auto it = m_sessions.begin(); it != m_sessions.end(); ++it) {
        if (oldest == m_sessions.end() || it->number < oldest->number)
            oldest = it;
        if (it->caller.subject != subject)
            continue;
        ++ofOne;
        if (oldestOfOne == m_sessions.end() || it->number < oldestOfOne->number)
            oldestOfOne = it;
    }
    if (ofOne >= m_limits.ofOne)
        m_sessions.erase(oldestOfOne);
    else if (m_sessions.size() >= m_limits.all)
        m_sessions.erase(oldest);
}

QByteArray Sessions::csrfTokenOf(const QByteArray &id)
{
    return QMessageAuthenticationCode::hash("krateyard csrf", id, QCryptographicHash::Sha256)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace gateway
