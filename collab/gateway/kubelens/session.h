// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <expected>

namespace gateway {

/// What a page keeps for a person between visits:
/// - `activeResources`, `pinnedResources`: at most 500 each of `{"kind": "pod" | "app",
///   "namespace", "name"}`, with `cluster` where there are several, and whatever else the page
///   needs of each in plain values;
/// - `theme`: "light", "dark" or "system";
/// - `ui`: an object of the page's own, at most 16 deep.
/// All are optional; nothing else may be there.
struct Session
{
    /// The body as it is kept, or what is wrong with it, in a sentence.
    static std::expected<QByteArray, QString> checked(const QByteArray &body);
    /// Of somebody who saved nothing.
    static QJsonObject empty();
};

} // namespace gateway
