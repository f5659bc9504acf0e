// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

namespace workspace {

/// A log line that is one JSON object, as structured loggers write it. All functions look at one
/// line and only at lines that somebody looks at; anything that is no object is taken as text.
/// Bounded: nothing deeper than 16 levels, and no more than 200 values of a line.

/// A guess by the first and last byte.
bool looksLikeJson(QByteArrayView line);

/// The line's values with their names: "msg", "http.status". Objects are named by their members, a
/// list is one value.
using JsonFields = std::vector<std::pair<QString, QString>>;
JsonFields jsonFields(QByteArrayView line);

/// The line spread over many, two spaces a level; empty when it is no object.
QStringList jsonPretty(QByteArrayView line);

} // namespace workspace
