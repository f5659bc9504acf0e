// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/relayctlclient.h"

#include <QJsonDocument>
#include <QNetworkReply>
#include <QSaveFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>

#include <memory>

using namespace Qt::StringLiterals;

namespace app {

static constexpr auto AnswerWithin = std::chrono::minutes(1); // without a byte

QString pathPart(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

RelayCtlClient::RelayCtlClient(const relay::ControlFile &relay, QObject *parent)
    : QObject(parent)
    , m_relay(relay)
{
    m_network.setTransferTimeout(AnswerWithin);
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy); // the token stays here
}

QNetworkReply *RelayCtlClient::send(const QByteArray &method, const QString &path,
                                    const QByteArray &body)
{
    const auto base = m_relay.address.toString(QUrl::FullyEncoded | QUrl::StripTrailingSlash
                                               | QUrl::RemoveQuery | QUrl::RemoveFragment);
    QNetworkRequest request(QUrl(base + u"/api/v1/"_s + path, QUrl::StrictMode));
    request.setRawHeader("Authorization", "Bearer " + m_relay.token);
    if (!body.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader,
                          body.startsWith('{') ? u"application/json"_s
                                               : u"application/octet-stream"_s);
    auto *reply = m_network.sendCustomRequest(request, method, body);
    reply->setParent(this);
    trustCertificate(*reply);
    return reply;
}

/// That of the data folder is the relay's own, whatever name it has and whoever signed it.
void RelayCtlClient::trustCertificate(QNetworkReply &reply) const
{
    if (m_relay.certificate.isEmpty())
        return;
    connect(&reply, &QNetworkReply::sslErrors, &reply,
            [&reply, known = m_relay.certificate](const QList<QSslError> &errors) {
                const auto shown = reply.sslConfiguration().peerCertificate();
                if (shown.digest(QCryptographicHash::Sha256) == known)
                    reply.ignoreSslErrors(errors);
            });
}

std::optional<RelayCtlClient::Problem> RelayCtlClient::problemOf(QNetworkReply &reply) const
{
    const auto status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status >= 200 && status < 300 && reply.error() == QNetworkReply::NoError)
        return std::nullopt;
    if (status < 300)
        return Problem{.isUnreachable = true,
                       .text = u"the relay at %1 does not answer: %2"_s.arg(
                           m_relay.address.toString(), reply.errorString())};
    const auto said =
        QJsonDocument::fromJson(reply.readAll()).object().value("error"_L1).toString();
    return Problem{.text = u"the relay refuses: %1 (%2)"_s.arg(
                       said.isEmpty() ? u"it does not say why"_s : said, QString::number(status))};
}

void RelayCtlClient::ask(const QByteArray &method, const QString &path, const QByteArray &body,
                         const Answer<QByteArray> &answer)
{
    auto *reply = send(method, path, body);
    connect(reply, &QNetworkReply::finished, this, [this, reply, answer] {
        reply->deleteLater();
        if (const auto problem = problemOf(*reply))
            answer(std::unexpected(*problem));
        else
            answer(reply->readAll());
    });
}

void RelayCtlClient::download(const QByteArray &method, const QString &path, const QString &file,
                              const Answer<qint64> &answer)
{
    // Shared by what writes and what finishes.
    const auto target = std::make_shared<QSaveFile>(file);
    if (!target->open(QIODevice::WriteOnly)
        || !target->setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)) {
        QMetaObject::invokeMethod(
            this,
            [answer, target] {
                answer(std::unexpected(Problem{.text = u"cannot write %1: %2"_s.arg(
                                                   target->fileName(), target->errorString())}));
            },
            Qt::QueuedConnection);
        return;
    }
    auto *reply = send(method, path, {});
    const auto write = [reply, target] {
        const auto status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status == 200) // an error is read when it is complete
            target->write(reply->readAll());
    };
    connect(reply, &QNetworkReply::readyRead, this, write);
    connect(reply, &QNetworkReply::finished, this, [this, reply, target, write, answer] {
        reply->deleteLater();
        write();
        const auto size = target->pos();
        if (const auto problem = problemOf(*reply))
            answer(std::unexpected(*problem));
        else if (!target->commit())
            answer(std::unexpected(Problem{
                .text = u"cannot write %1: %2"_s.arg(target->fileName(), target->errorString())}));
        else
            answer(size);
    });
}

} // namespace app
