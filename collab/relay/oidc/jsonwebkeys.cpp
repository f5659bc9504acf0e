// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/oidc/jsonwebkeys.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>

using namespace Qt::StringLiterals;

namespace relay {
namespace {

constexpr qsizetype MostKeys = 64;
// RFC 7518, 6.2.1.2
constexpr qsizetype P256Bytes = 32;
constexpr qsizetype P384Bytes = 48;
constexpr qsizetype Ed25519Bytes = 32; // RFC 8032, 5.1.5

using Algorithm = JsonWebToken::Algorithm;
using Number = std::unique_ptr<BIGNUM, decltype(&BN_free)>;
using Builder = std::unique_ptr<OSSL_PARAM_BLD, decltype(&OSSL_PARAM_BLD_free)>;

QByteArray bytesOf(const QJsonValue &value)
{
    const auto result = QByteArray::fromBase64Encoding(
        value.toString().toLatin1(),
        QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    return result ? *result : QByteArray();
}

Number numberOf(const QByteArray &bytes)
{
    return {BN_bin2bn(reinterpret_cast<const unsigned char *>(bytes.constData()), int(bytes.size()),
                      nullptr),
            &BN_free};
}

EVP_PKEY *publicKey(const char *type, OSSL_PARAM_BLD *builder)
{
    const std::unique_ptr<OSSL_PARAM, decltype(&OSSL_PARAM_free)> params(
        OSSL_PARAM_BLD_to_param(builder), &OSSL_PARAM_free);
    const std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> context(
        EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr), &EVP_PKEY_CTX_free);
    EVP_PKEY *key = nullptr;
    if (params && context && EVP_PKEY_fromdata_init(context.get()) == 1)
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, params.get());
    ERR_clear_error();
    return key;
}

EVP_PKEY *rsaKey(const QByteArray &modulus, const QByteArray &exponent)
{
    static constexpr qsizetype MostExponentBytes = 8; // a large one would cost time
    const auto n = numberOf(modulus);
    const auto e = numberOf(exponent);
    const auto bits = BN_num_bits(n.get());
    if (bits < 2048 || bits > 8192 || exponent.isEmpty() || exponent.size() > MostExponentBytes)
        return nullptr;
    const Builder builder(OSSL_PARAM_BLD_new(), &OSSL_PARAM_BLD_free);
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get());
    return publicKey("RSA", builder.get());
}

EVP_PKEY *ecKey(const char *group, qsizetype size, const QByteArray &x, const QByteArray &y)
{
    if (x.size() != size || y.size() != size)
        return nullptr;
    QByteArray point(1, '\x04'); // not compressed: SEC 1, 2.3.3
    point += x;
    point += y;
    const Builder builder(OSSL_PARAM_BLD_new(), &OSSL_PARAM_BLD_free);
    OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, group, 0);
    OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.constData(),
                                     size_t(point.size()));
    return publicKey("EC", builder.get());
}

EVP_PKEY *edKey(const QByteArray &x)
{
    if (x.size() != Ed25519Bytes)
        return nullptr;
    auto *key = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr,
                                            reinterpret_cast<const unsigned char *>(x.constData()),
                                            size_t(x.size()));
    ERR_clear_error();
    return key;
}

/// JOSE's signature is two numbers in a row (RFC 7518, 3.4), OpenSSL's a structure of two.
QByteArray derSignature(const QByteArray &signature, qsizetype size)
{
    if (signature.size() != 2 * size)
        return {};
    const std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> pair(ECDSA_SIG_new(),
                                                                     &ECDSA_SIG_free);
    ECDSA_SIG_set0(pair.get(), numberOf(signature.first(size)).release(),
                   numberOf(signature.sliced(size)).release());
    unsigned char *der = nullptr;
    const int length = i2d_ECDSA_SIG(pair.get(), &der);
    const QByteArray result(reinterpret_cast<const char *>(der), std::max(length, 0));
    OPENSSL_free(der);
    return result;
}

/// Null: the way to sign has its own.
const EVP_MD *digestFor(Algorithm algorithm)
{
    switch (algorithm) {
    case Algorithm::RS256:
    case Algorithm::PS256:
    case Algorithm::ES256: return EVP_sha256();
    case Algorithm::RS384:
    case Algorithm::ES384: return EVP_sha384();
    case Algorithm::RS512: return EVP_sha512();
    case Algorithm::EdDSA: return nullptr;
    }
    return nullptr;
}

/// As OpenSSL wants it.
QByteArray signatureIn(const JsonWebToken &token)
{
    if (token.algorithm == Algorithm::ES256)
        return derSignature(token.signature, P256Bytes);
    if (token.algorithm == Algorithm::ES384)
        return derSignature(token.signature, P384Bytes);
    return token.signature;
}

bool isSignedBy(EVP_PKEY *key, const JsonWebToken &token)
{
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> digest(EVP_MD_CTX_new(),
                                                                         &EVP_MD_CTX_free);
    EVP_PKEY_CTX *context = nullptr; // the digest's
    bool isReady =
        EVP_DigestVerifyInit(digest.get(), &context, digestFor(token.algorithm), nullptr, key) == 1;
    if (isReady && token.algorithm == Algorithm::PS256)
        isReady = EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1
            && EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) == 1;
    const auto signature = signatureIn(token);
    const bool isProven = isReady && !signature.isEmpty()
        && EVP_DigestVerify(digest.get(),
                            reinterpret_cast<const unsigned char *>(signature.constData()),
                            size_t(signature.size()),
                            reinterpret_cast<const unsigned char *>(token.signedPart.constData()),
                            size_t(token.signedPart.size()))
            == 1;
    ERR_clear_error(); // else the next TLS call of this thread would find it
    return isProven;
}

} // namespace

void JsonWebKeys::Free::operator()(EVP_PKEY *key) const
{
    EVP_PKEY_free(key);
}

JsonWebKeys::Key JsonWebKeys::keyFrom(const QJsonObject &object)
{
    Key key{.id = object["kid"_L1].toString(), .algorithm = object["alg"_L1].toString()};
    const auto type = object["kty"_L1].toString();
    const auto use = object["use"_L1].toString(u"sig"_s);
    const auto curve = object["crv"_L1].toString();
    if (use != "sig"_L1)
        return key;
    const auto x = bytesOf(object["x"_L1]);
    const auto y = bytesOf(object["y"_L1]);
    if (type == "RSA"_L1) {
        key.kind = Kind::Rsa;
        key.key.reset(rsaKey(bytesOf(object["n"_L1]), bytesOf(object["e"_L1])));
    } else if (type == "EC"_L1 && curve == "P-256"_L1) {
        key.kind = Kind::P256;
        key.key.reset(ecKey("prime256v1", P256Bytes, x, y));
    } else if (type == "EC"_L1 && curve == "P-384"_L1) {
        key.kind = Kind::P384;
        key.key.reset(ecKey("secp384r1", P384Bytes, x, y));
    } else if (type == "OKP"_L1 && curve == "Ed25519"_L1) {
        key.kind = Kind::Ed25519;
        key.key.reset(edKey(x));
    }
    return key;
}

JsonWebKeys::Kind JsonWebKeys::kindFor(JsonWebToken::Algorithm algorithm)
{
    switch (algorithm) {
    case Algorithm::RS256:
    case Algorithm::RS384:
    case Algorithm::RS512:
    case Algorithm::PS256: return Kind::Rsa;
    case Algorithm::ES256: return Kind::P256;
    case Algorithm::ES384: return Kind::P384;
    case Algorithm::EdDSA: return Kind::Ed25519;
    }
    return Kind::Other;
}

std::expected<JsonWebKeys, QString> JsonWebKeys::parse(const QByteArray &json)
{
    const auto document = QJsonDocument::fromJson(json);
    if (!document["keys"_L1].isArray())
        return std::unexpected(u"it is no set of keys"_s);
    JsonWebKeys keys;
    const auto list = document["keys"_L1].toArray();
    for (qsizetype i = 0; i < std::min(list.size(), MostKeys); ++i) {
        if (auto key = keyFrom(list[i].toObject()); key.key)
            keys.m_keys.push_back(std::move(key));
    }
    if (keys.m_keys.empty())
        return std::unexpected(u"there is no key in it that could be used"_s);
    return keys;
}

bool JsonWebKeys::fits(const Key &key, const JsonWebToken &token)
{
    const bool isMeant = key.algorithm.isEmpty() || key.algorithm == nameOf(token.algorithm)
        || (key.algorithm == "Ed25519"_L1 && token.algorithm == Algorithm::EdDSA);
    return key.kind == kindFor(token.algorithm) && isMeant;
}

JsonWebKeys::Verdict JsonWebKeys::verify(const JsonWebToken &token) const
{
    bool isKnown = token.keyId.isEmpty();
    for (const auto &key : m_keys) {
        if (!token.keyId.isEmpty() && key.id != token.keyId)
            continue;
        isKnown = true;
        if (fits(key, token) && isSignedBy(key.key.get(), token))
            return Verdict::Proven;
    }
    return isKnown ? Verdict::Forged : Verdict::UnknownKey;
}

} // namespace relay
