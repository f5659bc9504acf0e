// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

namespace kube {

/// Where a key and its value are written: offsets in bytes from the start of the text.
struct YamlPlace
{
    qsizetype key = 0;
    int keyColumn = 0; ///< counted from 0
    qsizetype value = -1; ///< -1: nothing is written there, or "null"
    bool isFlow = false; ///< inside { }

    bool operator==(const YamlPlace &) const = default;
};

/// The places of the keys of users[name].user.auth-provider.config; empty when the text has no such
/// user, is no YAML, or says it by an alias.
QMap<QString, YamlPlace> authProviderPlaces(const QByteArray &text, const QString &user);

/// From where to where the value of a place is written. When nothing is, both are the place right
/// after the key's colon.
std::pair<qsizetype, qsizetype> extentOf(const QByteArray &text, const YamlPlace &place);

} // namespace kube
