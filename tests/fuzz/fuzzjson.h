// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

namespace fuzz {

/// The JSON object in an input, if there is one. None of those that are not equal to their own
/// copy: Qt (6.8) keeps a byte order mark at the beginning of a key, but gives the key without it.
inline std::optional<QJsonObject> objectIn(const QByteArray &bytes)
{
    const auto document = QJsonDocument::fromJson(bytes);
    if (!document.isObject())
        return std::nullopt;
    const auto object = document.object();
    if (QJsonDocument::fromJson(document.toJson(QJsonDocument::Compact)).object() != object)
        return std::nullopt;
    return object;
}

} // namespace fuzz
