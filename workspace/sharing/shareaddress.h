// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QUrl>

#include <expected>

class QDebug;

namespace workspace {

/// Where a yard is shared: a relay, the yard's name there, and what lets this person in.
///
/// Four forms are read:
///
///     https://HOST/join/YARD#TOKEN                            what people send each other
///     krateyard://join?relay=wss://HOST/ws/sync&yard=YARD&token=TOKEN
///     wss://HOST/ws/sync/YARD?token=TOKEN                     what y-websocket's clients connect
///     to HOST, HOST:PORT or any of the above without the yard, and its name apart
///
/// http and ws are taken, too, for a relay without TLS. A yard's name is as the relay has it: 1 to
/// 128 characters without `/` and control characters, neither "." nor "..". The token is a secret:
/// only joinLink() and the members have it, no shown(), log or error does.
struct ShareAddress
{
    static constexpr qsizetype Longest = 4096; ///< characters of a link
    static constexpr qsizetype LongestYard = 128;
    static constexpr qsizetype LongestToken = 2048;
    template<typename T>
    using Answer = std::expected<T, QString>; ///< or one sentence that says what is wrong

    QUrl relay = {}; ///< ws or wss; its path ends in "/ws/sync"; no parameters, user or fragment
    QString yard = {};
    QString token = {}; ///< empty: none is needed

    bool operator==(const ShareAddress &) const = default;
    bool isEmpty() const { return yard.isEmpty(); }

    /// Whether `text` begins like a krateyard:// link that asks to join.
    static bool isJoinLink(const QString &text);
    /// Reads a link that names relay and yard.
    static Answer<ShareAddress> parse(const QString &text);
    /// The same for an address that was typed; what it does not say is in the other two.
    static Answer<ShareAddress> parse(const QString &address, const QString &yard,
                                      const QString &token);

    QString joinLink() const; ///< krateyard://join…, with the token
    QString shown() const; ///< "relay.example.org / shop"; never the token
    QString tokenKey() const; ///< under which TokenKeeper has the token
    QUrl httpBase() const; ///< of the relay's REST API: "https://relay.example.org:8443"
};

/// Without the token.
QDebug operator<<(QDebug debug, const ShareAddress &address);

} // namespace workspace
