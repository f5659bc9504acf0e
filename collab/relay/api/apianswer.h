// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHttpHeaders>
#include <QHttpServerResponder>
#include <QIODevice>
#include <QJsonObject>

#include <functional>
#include <memory>

namespace relay {

/// What a request to the API is answered with.
struct ApiAnswer
{
    using Status = QHttpServerResponder::StatusCode;

    Status status = Status::Ok;
    QByteArray type = "application/json";
    QByteArray body = {};
    QHttpHeaders headers = {}; ///< besides those that every answer has
    std::unique_ptr<QIODevice> file = {}; ///< open; it is the body then

    static ApiAnswer json(const QJsonObject &body, Status status = Status::Ok);
    static ApiAnswer bytes(const QByteArray &body);
    static ApiAnswer nothing(); ///< 204
    /// `{"error": "…"}`; a sentence for who asked.
    static ApiAnswer failure(Status status, const QString &sentence);
    /// What the store said, which is for the log.
    static ApiAnswer storeFailure(const QString &error);
};

/// Called once, at any time.
using ApiDone = std::function<void(ApiAnswer)>;

} // namespace relay
