// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/identity/loginstate.h"

#include "collab/gateway/identity/cookies.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gateway {

static constexpr auto Base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
static constexpr qsizetype LongestPath = 1'000;

Login Login::begin(const QString &redirectUri, const QString &path)
{
    return {.state = randomText(),
            .nonce = randomText(),
            .verifier = randomText(),
            .redirectUri = redirectUri,
            .path = safePath(path),
            .until = QDateTime::currentSecsSinceEpoch()
                + std::chrono::duration_cast<std::chrono::seconds>(LoginStates::Time).count()};
}

QByteArray Login::challenge() const
{
    return QCryptographicHash::hash(verifier, QCryptographicHash::Sha256).toBase64(Base64);
}

LoginStates::LoginStates()
    : m_key(randomText())
{
}

QByteArray LoginStates::signatureOf(const QByteArray &text) const
{
    return QMessageAuthenticationCode::hash(text, m_key, QCryptographicHash::Sha256)
        .toBase64(Base64);
}

QByteArray LoginStates::written(const Login &login) const
{
    const QJsonObject object{{u"s"_s, QString::fromLatin1(login.state)},
                             {u"n"_s, QString::fromLatin1(login.nonce)},
                             {u"v"_s, QString::fromLatin1(login.verifier)},
                             {u"r"_s, login.redirectUri},
                             {u"p"_s, login.path},
                             {u"t"_s, login.until}};
    const auto text = QJsonDocument(object).toJson(QJsonDocument::Compact).toBase64(Base64);
    return text + '.' + signatureOf(text);
}

std::optional<Login> LoginStates::read(const QByteArray &cookie) const
{
    const auto dot = cookie.indexOf('.');
    if (dot < 0)
        return std::nullopt;
    const auto text = cookie.first(dot);
    // Hashes of hashes: how long it takes to tell them apart says nothing of the right one.
    if (signatureOf(cookie.sliced(dot + 1)) != signatureOf(signatureOf(text)))
        return std::nullopt;
    const auto object = QJsonDocument::fromJson(QByteArray::fromBase64(text, Base64)).object();
    const Login login{.state = object["s"_L1].toString().toLatin1(),
                      .nonce = object["n"_L1].toString().toLatin1(),
                      .verifier = object["v"_L1].toString().toLatin1(),
                      .redirectUri = object["r"_L1].toString(),
                      .path = object["p"_L1].toString(),
                      .until = object["t"_L1].toInteger()};
    return QDateTime::currentSecsSinceEpoch() < login.until ? std::optional(login) : std::nullopt;
}

QString safePath(const QString &path)
{
    // Browsers take "//host" and "/\host" for other servers.
    const bool isOurs = path.startsWith(u'/') && !path.startsWith("//"_L1)
        && path.size() <= LongestPath
        && std::ranges::all_of(path, [](QChar c) { return c > u' ' && c < u'\x7f' && c != u'\\'; });
    return isOurs ? path : u"/"_s;
}

} // namespace gateway
