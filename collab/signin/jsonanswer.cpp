// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/signin/jsonanswer.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>

namespace collab {

QFuture<SignInResult<QJsonObject>> jsonAnswer(QNetworkReply *reply, QObject &reader, qint64 largest,
                                              SignInError (*errorOf)(QNetworkReply &))
{
    reply->setParent(&reader); // it must not outlive who reads it
    QObject::connect(reply, &QNetworkReply::downloadProgress, reply,
                     [reply, largest](qint64 received, qint64) {
                         if (received > largest)
                             reply->abort();
                     });
    return QtFuture::connect(reply, &QNetworkReply::finished)
        .then(&reader, [reply, errorOf]() -> SignInResult<QJsonObject> {
            reply->deleteLater();
            const auto status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
            if (reply->error() != QNetworkReply::NoError || status != 200)
                return std::unexpected(errorOf(*reply));
            return QJsonDocument::fromJson(reply->readAll()).object();
        });
}

} // namespace collab
