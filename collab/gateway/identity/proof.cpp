// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/identity/proof.h"

#include <algorithm>

namespace gateway {

Proof::Proof(const Caller &caller, const Authenticator &authenticator, QObject *parent)
    : QObject(parent)
    , m_caller(caller)
    , m_authenticator(authenticator)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &Proof::look);
    m_next.start(0);
}

void Proof::look()
{
    if (!holds()) {
        Q_EMIT ended();
        return;
    }
    // By the clock on the wall, which may jump: so it is looked at again and again.
    auto wait = std::chrono::milliseconds(Pace);
    if (m_caller.until.isValid()) {
        const auto left = QDateTime::currentDateTimeUtc().msecsTo(m_caller.until);
        wait = std::clamp(std::chrono::milliseconds(left + 1), std::chrono::milliseconds(1), wait);
    }
    m_next.start(wait);
}

} // namespace gateway
