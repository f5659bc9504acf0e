// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/auth/admission.h"

#include <algorithm>

namespace relay {

using Status = WebSocketEndpoint::Status;

std::expected<Person, Status> AdmissionChain::admit(const QString &yard,
                                                    const QByteArray &token) const
{
    auto refusal = Status::Unauthorized;
    for (const auto &way : m_ways) {
        const auto person = way(yard, token);
        if (person)
            return person;
        refusal = std::max(refusal, person.error()); // 401 < 403 < 503
    }
    return std::unexpected(refusal);
}

} // namespace relay
