// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/config/accesstokens.h"

#include "collab/relay/rooms/yardpattern.h"

#include <QCryptographicHash>
#include <QHash>
#include <QRandomGenerator>

#include <algorithm>

namespace relay {

static QByteArray madeSecret(const QByteArray &prefix)
{
    quint32 words[8];
    QRandomGenerator::system()->fillRange(words);
    const QByteArray random(reinterpret_cast<const char *>(words), sizeof words);
    return prefix + random.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray makeToken()
{
    return madeSecret("ky_");
}

QByteArray makeApiKey()
{
    return madeSecret("kyk_");
}

QByteArray hashOf(const QByteArray &token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256);
}

bool isAmong(const QStringList &yards, const QString &yard)
{
    return yards.isEmpty()
        || std::ranges::any_of(yards, [&yard](const QString &name) { return isMeant(yard, name); });
}

static QByteArray credentialOf(const QByteArray &sha256)
{
    return "token/" + sha256.toHex();
}

/// With what the relay needs to know of how they came in.
static Person personOf(const AccessToken &token)
{
    auto person = token.person;
    person.credential = credentialOf(token.sha256);
    person.until = token.expires;
    return person;
}

static bool hasExpired(const AccessToken &token)
{
    return token.expires.isValid() && token.expires <= QDateTime::currentDateTimeUtc();
}

bool isOfAccessToken(const Person &person)
{
    return person.credential.startsWith("token/");
}

std::optional<Person> personBy(const std::vector<AccessToken> &tokens, const QString &yard,
                               const QByteArray &credential)
{
    const auto found = std::ranges::find_if(tokens, [&credential](const AccessToken &token) {
        return credentialOf(token.sha256) == credential;
    });
    if (found == tokens.end() || hasExpired(*found) || !isAmong(found->yards, yard))
        return std::nullopt;
    return personOf(*found);
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
        if (found == byHash.cend() || hasExpired(*found))
            return std::unexpected(Status::Unauthorized);
        if (!isAmong(found->yards, yard))
            return std::unexpected(Status::Forbidden);
        return personOf(*found);
    };
}

} // namespace relay
