// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace oracle {

/// Answers one request line of the oracle by the product's own code: an object, or for serviceRow
/// an array. Never fails: a line that is no request is answered with an `error`.
QJsonDocument answer(const QByteArray &line);

/// The calls, by what they ask of the product. Each takes the request's object.
QJsonObject humanDurationCall(const QJsonObject &request);
QJsonObject quantityCall(const QJsonObject &request);
QJsonObject labelSelectorCall(const QJsonObject &request);
QJsonObject kubeconfigCall(const QJsonObject &request);
QJsonObject podStatusCall(const QJsonObject &request);
QJsonObject nodeStatusCall(const QJsonObject &request);
QJsonArray serviceRowCall(const QJsonObject &request);

} // namespace oracle
