// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <memory>

/// What the tests of sign-ins have in common: an issuer's keys, and what they sign.
namespace oidc {

inline QByteArray encoded(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}
inline QByteArray encoded(const QJsonObject &object)
{
    return encoded(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/// A pair of keys.
class Signer
{
public:
    enum class Kind { Rsa, Ec, P384, Ed25519 };

    explicit Signer(Kind kind, const QString &id = QStringLiteral("key"))
        : m_kind(kind)
        , m_id(id)
        , m_key(generated(kind), &EVP_PKEY_free)
    {
    }

    QJsonObject publicKey() const
    {
        if (m_kind == Kind::Rsa)
            return {{QStringLiteral("kty"), QStringLiteral("RSA")},
                    {QStringLiteral("kid"), m_id},
                    {QStringLiteral("n"), number(OSSL_PKEY_PARAM_RSA_N)},
                    {QStringLiteral("e"), number(OSSL_PKEY_PARAM_RSA_E)}};
        if (m_kind == Kind::Ed25519)
            return {{QStringLiteral("kty"), QStringLiteral("OKP")},
                    {QStringLiteral("crv"), QStringLiteral("Ed25519")},
                    {QStringLiteral("kid"), m_id},
                    {QStringLiteral("x"), QString::fromLatin1(encoded(rawKey()))}};
        return {{QStringLiteral("kty"), QStringLiteral("EC")},
                {QStringLiteral("crv"),
                 m_kind == Kind::Ec ? QStringLiteral("P-256") : QStringLiteral("P-384")},
                {QStringLiteral("kid"), m_id},
                {QStringLiteral("x"), number(OSSL_PKEY_PARAM_EC_PUB_X, coordinateSize())},
                {QStringLiteral("y"), number(OSSL_PKEY_PARAM_EC_PUB_Y, coordinateSize())}};
    }

    /// The public key as a file would have it.
    QByteArray pem() const
    {
        const std::unique_ptr<BIO, decltype(&BIO_free)> bio(BIO_new(BIO_s_mem()), &BIO_free);
        PEM_write_bio_PUBKEY(bio.get(), m_key.get());
        char *text = nullptr;
        const auto size = BIO_get_mem_data(bio.get(), &text);
        return {text, qsizetype(size)};
    }

    QByteArray token(const QJsonObject &claims, const QString &algorithm) const
    {
        return token(claims, {{QStringLiteral("alg"), algorithm}, {QStringLiteral("kid"), m_id}});
    }
    QByteArray token(const QJsonObject &claims, const QJsonObject &header) const
    {
        const QByteArray text = encoded(header) + '.' + encoded(claims);
        const auto algorithm = header.value(QStringLiteral("alg")).toString();
        return text + '.' + encoded(signatureOf(text, algorithm));
    }

private:
    static EVP_PKEY *generated(Kind kind)
    {
        switch (kind) {
        case Kind::Rsa: return EVP_RSA_gen(2048);
        case Kind::Ec: return EVP_EC_gen("P-256");
        case Kind::P384: return EVP_EC_gen("P-384");
        case Kind::Ed25519: return EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519");
        }
        return nullptr;
    }

    int coordinateSize() const { return m_kind == Kind::P384 ? 48 : 32; }

    QByteArray rawKey() const
    {
        QByteArray bytes(32, '\0');
        size_t size = size_t(bytes.size());
        EVP_PKEY_get_raw_public_key(m_key.get(), reinterpret_cast<unsigned char *>(bytes.data()),
                                    &size);
        return bytes;
    }

    /// What fits the key, whatever name the header has for it.
    const EVP_MD *digestFor(const QString &algorithm) const
    {
        if (m_kind == Kind::Ed25519)
            return nullptr;
        if (algorithm.endsWith(QStringLiteral("384")))
            return EVP_sha384();
        return algorithm.endsWith(QStringLiteral("512")) ? EVP_sha512() : EVP_sha256();
    }

    QString number(const char *name, int size = 0) const
    {
        BIGNUM *value = nullptr;
        EVP_PKEY_get_bn_param(m_key.get(), name, &value);
        QByteArray bytes(size > 0 ? size : BN_num_bytes(value), '\0');
        BN_bn2binpad(value, reinterpret_cast<unsigned char *>(bytes.data()), int(bytes.size()));
        BN_free(value);
        return QString::fromLatin1(encoded(bytes));
    }

    QByteArray signatureOf(const QByteArray &text, const QString &algorithm) const
    {
        const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> digest(EVP_MD_CTX_new(),
                                                                             &EVP_MD_CTX_free);
        EVP_PKEY_CTX *context = nullptr;
        EVP_DigestSignInit(digest.get(), &context, digestFor(algorithm), nullptr, m_key.get());
        if (algorithm == QStringLiteral("PS256")) {
            EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING);
            EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST);
        }
        QByteArray signature(1024, '\0');
        size_t size = size_t(signature.size());
        EVP_DigestSign(digest.get(), reinterpret_cast<unsigned char *>(signature.data()), &size,
                       reinterpret_cast<const unsigned char *>(text.constData()),
                       size_t(text.size()));
        signature.truncate(qsizetype(size));
        const bool isEc = m_kind == Kind::Ec || m_kind == Kind::P384;
        return isEc ? inARow(signature, coordinateSize()) : signature;
    }

    static QByteArray inARow(const QByteArray &der, int size)
    {
        const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
        const std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> pair(
            d2i_ECDSA_SIG(nullptr, &bytes, der.size()), &ECDSA_SIG_free);
        QByteArray row(2 * size, '\0');
        auto *out = reinterpret_cast<unsigned char *>(row.data());
        BN_bn2binpad(ECDSA_SIG_get0_r(pair.get()), out, size);
        BN_bn2binpad(ECDSA_SIG_get0_s(pair.get()), out + size, size);
        return row;
    }

    const Kind m_kind;
    const QString m_id;
    std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> m_key;
};

} // namespace oidc
