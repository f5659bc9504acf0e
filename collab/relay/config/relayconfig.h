// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/config/accesstokens.h"
#include "collab/relay/versions/versionlimits.h"

#include <QUrl>
#include "collab/relay/rooms/roomlimits.h"

namespace relay {

/// What the relay's YAML file says; docs/relay.md has an example with every key.
struct RelayConfig
{
    enum class Auth {
        None, ///< everybody may do everything
        Token,
    };

    QString listen = QStringLiteral("127.0.0.1:8080");
    QString dataDir = {}; ///< empty: yards are kept in memory, as long as the relay runs
    Auth auth = Auth::None;
    std::vector<AccessToken> tokens = {};
    RoomLimits rooms = {};
    std::vector<YardLimits> yardLimits = {}; ///< the first that fits holds instead
    VersionLimits versions = {};
    std::vector<AdminToken> admins = {};
    QUrl publicUrl = {}; ///< under which people reach it; empty: as they asked
};

/// Reads the file's text. An error says what is wrong, in which line, and what to write.
std::expected<RelayConfig, QString> parseConfig(const QByteArray &yaml);

std::optional<RelayConfig::Auth> authOf(QStringView text); ///< none, token

} // namespace relay
