// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/api/apianswer.h"

#include "collab/relay/relaylog.h"

#include <QBuffer>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace relay {

ApiAnswer ApiAnswer::json(const QJsonObject &body, Status status)
{
    return {.status = status, .body = QJsonDocument(body).toJson(QJsonDocument::Compact) + '\n'};
}

ApiAnswer ApiAnswer::bytes(const QByteArray &body)
{
    // Piece by piece, as it is taken: a slow reader then holds no copy of its own.
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(body);
    buffer->open(QIODevice::ReadOnly);
    return {.type = "application/octet-stream", .file = std::move(buffer)};
}

ApiAnswer ApiAnswer::nothing()
{
    return {.status = Status::NoContent};
}

ApiAnswer ApiAnswer::failure(Status status, const QString &sentence)
{
    return json({{u"error"_s, sentence}}, status);
}

ApiAnswer ApiAnswer::storeFailure(const QString &error)
{
    qCWarning(relayLog).noquote() << "a request failed in the store:" << error;
    return failure(Status::ServiceUnavailable,
                   u"The relay's store does not do it now; its log says why."_s);
}

} // namespace relay
