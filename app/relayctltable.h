// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonArray>
#include <QString>

#include <vector>

namespace app {

/// A column of a table that is made of objects.
struct Column
{
    QLatin1StringView title = {};
    QLatin1StringView key = {};
    enum class Kind { Text, Bytes, Time, Flag } kind = Kind::Text;
};

/// The rows below their titles, each column as wide as it has to be. Nothing in it can control the
/// terminal.
QString tableOf(const QJsonArray &rows, const std::vector<Column> &columns);

} // namespace app
