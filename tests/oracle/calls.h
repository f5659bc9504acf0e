// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace oracle {

/// Answers one request line of the oracle by the product's own code: an object, or for serviceRow
/// and jobStatus an array. docs/testing.md lists requests and answers. Never fails: a line that is
/// no request is answered with an `error`.
QJsonDocument answer(const QByteArray &line);

/// The calls, by what they ask of the product. Each takes the request's object.
QJsonObject humanDurationCall(const QJsonObject &request);
QJsonObject quantityCall(const QJsonObject &request);
QJsonObject labelSelectorCall(const QJsonObject &request);
QJsonObject kubeconfigCall(const QJsonObject &request);
QJsonObject podStatusCall(const QJsonObject &request);
QJsonObject nodeStatusCall(const QJsonObject &request);
QJsonArray serviceRowCall(const QJsonObject &request);
QJsonObject jsonPathCall(const QJsonObject &request);
QJsonObject crdColumnsCall(const QJsonObject &request);
QJsonArray jobStatusCall(const QJsonObject &request);
QJsonObject versionSortCall(const QJsonObject &request);
QJsonObject queryParamsCall(const QJsonObject &request);

/// The request's `now` (RFC 3339), else the time it is.
QDateTime nowOf(const QJsonObject &request);

} // namespace oracle
