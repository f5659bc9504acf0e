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
constexpr qsizetype CoordinateBytes = 32; // of P-256: RFC 7518, 6.2.1.2

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

EVP_PKEY *ecKey(const QByteArray &x, const QByteArray &y)
{
    if (x.size() != CoordinateBytes || y.size() != CoordinateBytes)
        return nullptr;
    QByteArray point(1, '\x04'); // not compressed: SEC 1, 2.3.3
    point += x;
    point += y;
    const Builder builder(OSSL_PARAM_BLD_new(), &OSSL_PARAM_BLD_free);
    OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0);
    OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.constData(),
                                     size_t(point.size()));
    return publicKey("EC", builder.get());
}

/// JOSE's signature is two numbers in a row (RFC 7518, 3.4), OpenSSL's a structure of two.
QByteArray derSignature(const QByteArray &signature)
{
    if (signature.size() != 2 * CoordinateBytes)
        return {};
    const std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> pair(ECDSA_SIG_new(),
                                                                     &ECDSA_SIG_free);
    ECDSA_SIG_set0(pair.get(), numberOf(signature.first(CoordinateBytes)).release(),
                   numberOf(signature.sliced(CoordinateBytes)).release());
    unsigned char *der = nullptr;
    const int size = i2d_ECDSA_SIG(pair.get(), &der);
    const QByteArray result(reinterpret_cast<const char *>(der), std::max(size, 0));
    OPENSSL_free(der);
    return result;
}

bool isSignedBy(EVP_PKEY *key, const JsonWebToken &token)
{
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> digest(EVP_MD_CTX_new(),
                                                                         &EVP_MD_CTX_free);
    EVP_PKEY_CTX *context = nullptr; // the digest's
    bool isReady = EVP_DigestVerifyInit(digest.get(), &context, EVP_sha256(), nullptr, key) == 1;
    if (isReady && token.algorithm == Algorithm::PS256)
        isReady = EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1
            && EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) == 1;
    const auto signature =
        token.algorithm == Algorithm::ES256 ? derSignature(token.signature) : token.signature;
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

QLatin1StringView nameOf(Algorithm algorithm)
{
    switch (algorithm) {
    case Algorithm::RS256: return "RS256"_L1;
    case Algorithm::PS256: return "PS256"_L1;
    case Algorithm::ES256: return "ES256"_L1;
    }
    return {};
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
    key.isRsa = type == "RSA"_L1;
    if (use != "sig"_L1)
        return key;
    if (key.isRsa)
        key.key.reset(rsaKey(bytesOf(object["n"_L1]), bytesOf(object["e"_L1])));
    else if (type == "EC"_L1 && object["crv"_L1].toString() == "P-256"_L1)
        key.key.reset(ecKey(bytesOf(object["x"_L1]), bytesOf(object["y"_L1])));
    return key;
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
    const bool isForRsa = token.algorithm != Algorithm::ES256;
    return key.isRsa == isForRsa
        && (key.algorithm.isEmpty() || key.algorithm == nameOf(token.algorithm));
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
