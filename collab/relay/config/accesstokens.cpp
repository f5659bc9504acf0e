// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/config/accesstokens.h"

#include <QCryptographicHash>
#include <QHash>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <algorithm>

namespace relay {

QByteArray makeToken()
{
    quint32 words[8];
    QRandomGenerator::system()->fillRange(words);
    const QByteArray random(reinterpret_cast<const char *>(words), sizeof words);
    return "ky_" + random.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray hashOf(const QByteArray &token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256);
}

static bool isFor(const AccessToken &token, const QString &yard)
{
    return token.yards.isEmpty() || std::ranges::any_of(token.yards, [&yard](const QString &name) {
               return QRegularExpression::fromWildcard(
                          name, Qt::CaseSensitive, QRegularExpression::NonPathWildcardConversion)
                   .match(yard)
                   .hasMatch();
           });
}

Admission admissionBy(const std::vector<AccessToken> &tokens)
{
    // By its hash, so that the time it takes says nothing of a token.
    QHash<QByteArray, AccessToken> byHash;
    for (const auto &token : tokens)
        byHash.insert(token.sha256, token);
    using Status = WebSocketEndpoint::Status;
    return [byHash](const QString &yard, const QByteArray &token) -> std::expected<Person, Status> {
        const auto found = byHash.constFind(hashOf(token));
        if (found == byHash.cend()
            || (found->expires.isValid() && found->expires <= QDateTime::currentDateTimeUtc()))
            return std::unexpected(Status::Unauthorized);
        if (!isFor(*found, yard))
            return std::unexpected(Status::Forbidden);
        return found->person;
    };
}

} // namespace relay
