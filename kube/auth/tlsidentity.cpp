// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/auth/tlsidentity.h"

#include <QFile>
#include <QLocale>
#include <QSslCertificate>
#include <QSslKey>

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

constexpr qint64 FileLimit = 1024 * 1024;

std::unexpected<Error> refuse(Error::Kind kind, const QString &message)
{
    return std::unexpected(Error{.kind = kind, .message = message});
}

Result<QByteArray> contentOf(const QByteArray &data, const QString &fileName,
                             const ClientConfig &config, const QString &field)
{
    if (!data.isEmpty() || fileName.isEmpty())
        return data;
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return refuse(Error::Kind::Config,
                      u"%1 of context \"%2\" (%3) names %4, which cannot be read: %5"_s.arg(
                          field, config.contextName, config.origin, fileName, file.errorString()));
    return file.read(FileLimit);
}

int noPassword(char *, int, int, void *)
{
    return 0; // asks nobody: an encrypted key is an error here
}

/// Whether the key is the one that the certificate was made for.
bool isPair(const QSslCertificate &certificate, const QByteArray &keyPem)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> bio(
        BIO_new_mem_buf(keyPem.constData(), int(keyPem.size())), &BIO_free);
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
        PEM_read_bio_PrivateKey(bio.get(), nullptr, noPassword, nullptr), &EVP_PKEY_free);
    const bool fits =
        X509_check_private_key(static_cast<X509 *>(certificate.handle()), key.get()) == 1;
    ERR_clear_error();
    return fits;
}

/// https://docs.openssl.org/3.0/man3/PEM_read_bio_PrivateKey/ : RSA, EC, Ed25519, Ed448, in PKCS
/// #1, SEC 1 or PKCS #8 form.
QSslKey keyFrom(const QByteArray &pem)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> bio(
        BIO_new_mem_buf(pem.constData(), int(pem.size())), &BIO_free);
    EVP_PKEY *key = PEM_read_bio_PrivateKey(bio.get(), nullptr, noPassword, nullptr);
    if (!key) {
        ERR_clear_error(); // else the next TLS call of this thread would find it
        return {};
    }
    const int type = EVP_PKEY_base_id(key);
    if (type != EVP_PKEY_RSA && type != EVP_PKEY_EC)
        return QSslKey(Qt::HANDLE(key)); // QSslKey has no name for the type, and owns the key now
    EVP_PKEY_free(key);
    return QSslKey(pem, type == EVP_PKEY_RSA ? QSsl::Rsa : QSsl::Ec);
}

std::optional<Error> problemWith(const QSslCertificate &certificate, const ClientConfig &config)
{
    const auto now = QDateTime::currentDateTimeUtc();
    if (certificate.expiryDate() < now)
        return Error{.kind = Error::Kind::Tls,
                     .message =
                         u"The client certificate of user \"%1\" (%2) expired on %3. Renew it, "
                         u"then this context works again by itself."_s.arg(
                             config.userName, config.origin,
                             certificate.expiryDate().toString(Qt::ISODate))};
    if (certificate.effectiveDate() > now)
        return Error{.kind = Error::Kind::Tls,
                     .message = u"The client certificate of user \"%1\" (%2) is only valid from %3 "
                                u"on. Is this computer's clock right?"_s.arg(
                                    config.userName, config.origin,
                                    certificate.effectiveDate().toString(Qt::ISODate))};
    return {};
}

Result<void> setAuthorities(QSslConfiguration &tls, const ClientConfig &config)
{
    const auto pem = contentOf(config.certificateAuthorityData, config.certificateAuthority, config,
                               u"certificate-authority"_s);
    if (!pem)
        return std::unexpected(pem.error());
    if (pem->isEmpty())
        return {}; // the system's authorities
    const auto authorities = QSslCertificate::fromData(*pem, QSsl::Pem);
    if (authorities.isEmpty())
        return refuse(Error::Kind::Config,
                      u"certificate-authority of cluster \"%1\" (%2) holds no PEM certificate. "
                      u"Correct it, or take it out to trust the system's authorities."_s.arg(
                          config.clusterName, config.origin));
    tls.setCaCertificates(authorities);
    return {};
}

Result<void> setClientCertificate(QSslConfiguration &tls, const ClientConfig &config,
                                  const QByteArray &certificatePem, const QByteArray &keyPem)
{
    const auto chain = QSslCertificate::fromData(certificatePem, QSsl::Pem);
    if (chain.isEmpty())
        return refuse(Error::Kind::Config,
                      u"client-certificate of user \"%1\" (%2) holds no PEM certificate."_s.arg(
                          config.userName, config.origin));
    const auto key = keyFrom(keyPem);
    if (key.isNull())
        return refuse(Error::Kind::Config,
                      u"client-key of user \"%1\" (%2) is no PEM private key, or is protected by a "
                      u"password. Store it without one."_s.arg(config.userName, config.origin));
    if (!isPair(chain.first(), keyPem))
        return refuse(
            Error::Kind::Config,
            u"client-key of user \"%1\" (%2) does not belong to its client-certificate."_s.arg(
                config.userName, config.origin));
    if (const auto problem = problemWith(chain.first(), config))
        return std::unexpected(*problem);
    tls.setLocalCertificateChain(chain);
    tls.setPrivateKey(key);
    return {};
}

} // namespace

Result<QSslConfiguration> tlsConfigurationFor(const ClientConfig &config,
                                              const QByteArray &clientCertificate,
                                              const QByteArray &clientKey)
{
    auto tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    if (config.insecureSkipTlsVerify)
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    else if (const auto set = setAuthorities(tls, config); !set)
        return std::unexpected(set.error());

    auto certificate = clientCertificate;
    auto key = clientKey;
    if (certificate.isEmpty()) {
        const auto certificateFile =
            contentOf(config.clientCertificateData, config.clientCertificate, config,
                      u"client-certificate"_s);
        if (!certificateFile)
            return std::unexpected(certificateFile.error());
        const auto keyFile =
            contentOf(config.clientKeyData, config.clientKey, config, u"client-key"_s);
        if (!keyFile)
            return std::unexpected(keyFile.error());
        certificate = *certificateFile;
        key = *keyFile;
    }
    if (!certificate.isEmpty()) {
        if (const auto set = setClientCertificate(tls, config, certificate, key); !set)
            return std::unexpected(set.error());
    }
    return tls;
}

} // namespace kube
