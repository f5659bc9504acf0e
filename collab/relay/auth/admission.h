// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/rooms/person.h"
#include "collab/relay/websocketendpoint.h"

#include <expected>
#include <functional>
#include <vector>

namespace relay {

/// Who may enter a yard as what, by the token that was given; 401 when the token is none, 403 when
/// it is one for other yards, 503 when that cannot be known yet. Answers at once.
using Admission = std::function<std::expected<Person, WebSocketEndpoint::Status>(
    const QString &yard, const QByteArray &token)>;

/// Several ways in: who may enter by one of them may enter.
class AdmissionChain
{
public:
    void add(const Admission &admission) { m_ways.push_back(admission); }

    /// As the first says that lets the token in; else the answer that says most of it: 503, 403,
    /// 401.
    std::expected<Person, WebSocketEndpoint::Status> admit(const QString &yard,
                                                           const QByteArray &token) const;

private:
    std::vector<Admission> m_ways;
};

} // namespace relay
