// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/limits/streamlimits.h"

using namespace Qt::StringLiterals;

namespace gateway {

static constexpr int RetryAfter = 10; // seconds

int StreamLimits::mostOf(Kind kind) const
{
    switch (kind) {
    case Kind::Shell: return m_limits.shellsPerUser;
    case Kind::Log: return m_limits.logsPerUser;
    case Kind::Watch: return m_limits.watchesPerUser;
    case Kind::Forward: return m_limits.forwardsPerUser;
    case Kind::ApiWatch: return m_limits.apiWatchesPerUser;
    }
    Q_UNREACHABLE();
}

std::expected<StreamLimits::Place, Denial> StreamLimits::take(Kind kind, const Caller &caller,
                                                              const QString &nameSpace)
{
    int all = 0;
    for (const auto &[key, count] : *m_counts)
        all += count;
    if (all >= m_limits.streams)
        return std::unexpected(Denial{.status = QHttpServerResponder::StatusCode::TooManyRequests,
                                      .retryAfter = RetryAfter,
                                      .sentence = u"The relay has as many streams as it may."_s});
    const bool isWatch = kind == Kind::Watch || kind == Kind::ApiWatch;
    const Key key{kind, caller.subject, isWatch ? QString() : nameSpace};
    if (m_counts->contains(key) && m_counts->at(key) >= mostOf(kind))
        return std::unexpected(
            Denial{.status = QHttpServerResponder::StatusCode::TooManyRequests,
                   .retryAfter = RetryAfter,
                   .sentence = u"You have as many of these open as you may: close one."_s});
    ++(*m_counts)[key];
    return Place(nullptr, [counts = m_counts, key](void *) {
        if (--(*counts)[key] == 0)
            counts->erase(key);
    });
}

int StreamLimits::count(Kind kind) const
{
    int all = 0;
    for (const auto &[key, count] : *m_counts)
        all += std::get<Kind>(key) == kind ? count : 0;
    return all;
}

} // namespace gateway
