// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
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
    enum class Kind { Rsa, Ec };

    explicit Signer(Kind kind, const QString &id = QStringLiteral("key"))
        : m_kind(kind)
        , m_id(id)
        , m_key(kind == Kind::Rsa ? EVP_RSA_gen(2048) : EVP_EC_gen("P-256"), &EVP_PKEY_free)
    {
    }

    QJsonObject publicKey() const
    {
        if (m_kind == Kind::Rsa)
            return {{QStringLiteral("kty"), QStringLiteral("RSA")},
                    {QStringLiteral("kid"), m_id},
                    {QStringLiteral("n"), number(OSSL_PKEY_PARAM_RSA_N)},
                    {QStringLiteral("e"), number(OSSL_PKEY_PARAM_RSA_E)}};
        return {{QStringLiteral("kty"), QStringLiteral("EC")},
                {QStringLiteral("crv"), QStringLiteral("P-256")},
                {QStringLiteral("kid"), m_id},
                {QStringLiteral("x"), number(OSSL_PKEY_PARAM_EC_PUB_X, 32)},
                {QStringLiteral("y"), number(OSSL_PKEY_PARAM_EC_PUB_Y, 32)}};
    }

    QByteArray token(const QJsonObject &claims, const QString &algorithm) const
    {
        return token(claims, {{QStringLiteral("alg"), algorithm}, {QStringLiteral("kid"), m_id}});
    }
    QByteArray token(const QJsonObject &claims, const QJsonObject &header) const
    {
        const QByteArray text = encoded(header) + '.' + encoded(claims);
        const bool isPss = header.value(QStringLiteral("alg")) == QStringLiteral("PS256");
        return text + '.' + encoded(signatureOf(text, isPss));
    }

private:
    QString number(const char *name, int size = 0) const
    {
        BIGNUM *value = nullptr;
        EVP_PKEY_get_bn_param(m_key.get(), name, &value);
        QByteArray bytes(size > 0 ? size : BN_num_bytes(value), '\0');
        BN_bn2binpad(value, reinterpret_cast<unsigned char *>(bytes.data()), int(bytes.size()));
        BN_free(value);
        return QString::fromLatin1(encoded(bytes));
    }

    QByteArray signatureOf(const QByteArray &text, bool isPss) const
    {
        const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> digest(EVP_MD_CTX_new(),
                                                                             &EVP_MD_CTX_free);
        EVP_PKEY_CTX *context = nullptr;
        EVP_DigestSignInit(digest.get(), &context, EVP_sha256(), nullptr, m_key.get());
        if (isPss) {
            EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING);
            EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST);
        }
        QByteArray signature(1024, '\0');
        size_t size = size_t(signature.size());
        EVP_DigestSign(digest.get(), reinterpret_cast<unsigned char *>(signature.data()), &size,
                       reinterpret_cast<const unsigned char *>(text.constData()),
                       size_t(text.size()));
        signature.truncate(qsizetype(size));
        return m_kind == Kind::Rsa ? signature : inARow(signature);
    }

    static QByteArray inARow(const QByteArray &der)
    {
        const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
        const std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> pair(
            d2i_ECDSA_SIG(nullptr, &bytes, der.size()), &ECDSA_SIG_free);
        QByteArray row(64, '\0');
        auto *out = reinterpret_cast<unsigned char *>(row.data());
        BN_bn2binpad(ECDSA_SIG_get0_r(pair.get()), out, 32);
        BN_bn2binpad(ECDSA_SIG_get0_s(pair.get()), out + 32, 32);
        return row;
    }

    const Kind m_kind;
    const QString m_id;
    std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> m_key;
};

} // namespace oidc
