// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QString>

/// What the cells of kubectl's tables have in common.
namespace kube {

/// A time as the API server writes it; invalid when the value is none.
QDateTime timeFrom(const QJsonValue &value);

/// How long ago `time` was, as an AGE column says it; "<unknown>" when it is invalid.
QString ageText(const QDateTime &time, const QDateTime &now);

/// `metadata.creationTimestamp` as an AGE column.
QString ageOf(const QJsonObject &object, const QDateTime &now);

QString orNone(const QString &text); ///< "<none>" for an empty text
QString orUnknown(const QString &text); ///< "<unknown>" for an empty text

/// "app=web,tier=back", sorted by key; "<none>" when there are none.
QString labelsText(const QJsonObject &labels);

} // namespace kube
