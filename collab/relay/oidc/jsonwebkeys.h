// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/oidc/jsonwebtoken.h"

#include <memory>
#include <vector>

using EVP_PKEY = struct evp_pkey_st; // OpenSSL's

namespace relay {

/// The public keys of a provider (RFC 7517): those for signatures, RSA of 2048 to 8192 bits, EC on
/// P-256 and P-384, and Ed25519 (RFC 8037). Others in the set are passed over.
class JsonWebKeys
{
public:
    enum class Verdict {
        Proven,
        Forged, ///< the key that it names did not sign it
        UnknownKey, ///< it names a key that is not among these
    };

    /// At most 64 keys are taken. An error says what is wrong.
    static std::expected<JsonWebKeys, QString> parse(const QByteArray &json);

    size_t count() const { return m_keys.size(); }
    /// By the key that the token names; when it names none, by any that fits.
    Verdict verify(const JsonWebToken &token) const;

private:
    struct Free
    {
        void operator()(EVP_PKEY *key) const;
    };
    enum class Kind { Rsa, P256, P384, Ed25519, Other };
    struct Key
    {
        QString id = {};
        QString algorithm = {}; ///< the only one that it is for; empty: any that fits
        Kind kind = Kind::Other;
        std::unique_ptr<EVP_PKEY, Free> key = {};
    };
    static Key keyFrom(const QJsonObject &object);
    static Kind kindFor(JsonWebToken::Algorithm algorithm);
    static bool fits(const Key &key, const JsonWebToken &token);

    std::vector<Key> m_keys;
};

} // namespace relay
