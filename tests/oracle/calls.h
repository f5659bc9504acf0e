// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace oracle {

/// Answers one request line of the oracle by the product's own code. Never fails: a line that is no
/// request is answered with an `error`.
QJsonObject answer(const QByteArray &line);

/// The calls, by what they ask of the product. Each takes the request's object.
QJsonObject kubeconfigCall(const QJsonObject &request);

} // namespace oracle
