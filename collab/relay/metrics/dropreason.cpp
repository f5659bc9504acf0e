// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/metrics/dropreason.h"

namespace relay {

namespace {

using collab::CloseReason;

/// The relay closes with these codes for more than one reason, which its own words tell apart.
struct Word
{
    int code = 0;
    QLatin1StringView begin = {};
    QByteArrayView word = {};
};

constexpr Word Words[] = {
    {CloseReason::PolicyViolation, QLatin1StringView("too m"), "rate"},
    {CloseReason::PolicyViolation, QLatin1StringView("updates build on"), "missing_base"},
    {CloseReason::PolicyViolation, QLatin1StringView("it speaks for"), "forged_sender"},
    {CloseReason::TryLater, QLatin1StringView("the yard has too many"), "yard_full"},
    {CloseReason::TryLater, QLatin1StringView("the relay cannot store"), "store_busy"},
    {CloseReason::TryLater, QLatin1StringView("the yard cannot be loaded"), "store_unreadable"},
    {CloseReason::TryLater, QLatin1StringView("it does not read"), "slow_reader"},
    {CloseReason::TryLater, QLatin1StringView("an admin"), "admin"},
    {CloseReason::TryLater, QLatin1StringView("the relay stops"), "stopping"},
    {CloseReason::Unauthorized, QLatin1StringView("the token has expired"), "expired"},
    {CloseReason::Unauthorized, QLatin1StringView("the invite was revoked"), "revoked"},
};

} // namespace

int knownCode(int code)
{
    using enum CloseReason::Code;
    const bool isOfProtocol = code >= Normal && code <= 1015; // RFC 6455, 7.4.1, and its registry
    return isOfProtocol || code == Unauthorized || code == Forbidden ? code : 0;
}

QByteArray dropReasonOf(const CloseReason &reason)
{
    for (const auto &[code, begin, word] : Words) {
        if (reason.code == code && reason.text.startsWith(begin))
            return word.toByteArray();
    }
    switch (reason.code) {
    case CloseReason::Normal: return "left";
    case CloseReason::GoingAway: return "going_away";
    case CloseReason::Abnormal: return "broken_connection";
    case CloseReason::ProtocolError:
    case CloseReason::WrongData: return "protocol_error";
    case CloseReason::BadPayload: return "bad_payload";
    case CloseReason::PolicyViolation: return "policy";
    case CloseReason::TooBig: return "too_large";
    case CloseReason::TryLater: return "try_later";
    case CloseReason::Unauthorized: return "unauthorized";
    case CloseReason::Forbidden: return "forbidden";
    default: return "other";
    }
}

} // namespace relay
