// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/tls/servertls.h"

#include <QDateTime>
#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace relay {
namespace {

constexpr qint64 LargestFile = 1024 * 1024;
constexpr int DaysOfWarning = 14; // Let's Encrypt's clients renew 30 days before

using PrivateKey = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

std::expected<QByteArray, QString> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(u"cannot read %1: %2"_s.arg(path, file.errorString()));
    return file.read(LargestFile);
}

int noPassword(char *, int, int, void *)
{
    return 0; // asks nobody: there is nobody at a server's start
}

PrivateKey keyFrom(const QByteArray &pem)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> bio(
        BIO_new_mem_buf(pem.constData(), int(pem.size())), &BIO_free);
    PrivateKey key(PEM_read_bio_PrivateKey(bio.get(), nullptr, noPassword, nullptr),
                   &EVP_PKEY_free);
    ERR_clear_error(); // else the next TLS call of this thread would find it
    return key;
}

bool isPair(const QSslCertificate &certificate, EVP_PKEY *key)
{
    const bool fits = X509_check_private_key(static_cast<X509 *>(certificate.handle()), key) == 1;
    ERR_clear_error();
    return fits;
}

std::expected<QSslKey, QString> privateKey(const TlsFiles &files, const QSslCertificate &own)
{
    const auto pem = contentOf(files.key);
    if (!pem)
        return std::unexpected(pem.error());
    if (pem->contains("ENCRYPTED")) // PKCS #8 says so in its first line, PKCS #1 in its header
        return std::unexpected(u"the key in %1 is protected by a password: the relay starts "
                               "without anybody to ask, so store it without one (openssl pkey), "
                               "readable by the relay alone"_s.arg(files.key));
    auto key = keyFrom(*pem);
    if (!key)
        return std::unexpected(u"%1 holds no private key in PEM form"_s.arg(files.key));
    if (!isPair(own, key.get()))
        return std::unexpected(u"the key in %1 does not belong to the certificate in %2"_s.arg(
            files.key, files.certificate));
    const int type = EVP_PKEY_base_id(key.get());
    if (type == EVP_PKEY_RSA || type == EVP_PKEY_EC)
        return QSslKey(*pem, type == EVP_PKEY_RSA ? QSsl::Rsa : QSsl::Ec);
    return QSslKey(Qt::HANDLE(key.release())); // QSslKey has no name for the type, and owns it now
}

} // namespace

std::expected<ServerTls, QString> loadServerTls(const TlsFiles &files)
{
    if (files.certificate.isEmpty() || files.key.isEmpty())
        return std::unexpected(u"TLS needs both a certificate and its key: --tls-cert and "
                               "--tls-key"_s);
    const auto pem = contentOf(files.certificate);
    if (!pem)
        return std::unexpected(pem.error());
    const auto chain = QSslCertificate::fromData(*pem, QSsl::Pem);
    if (chain.isEmpty())
        return std::unexpected(u"%1 holds no certificate in PEM form"_s.arg(files.certificate));
    const auto key = privateKey(files, chain.first());
    if (!key)
        return std::unexpected(key.error());
    ServerTls tls;
    tls.configuration.setProtocol(QSsl::TlsV1_2OrLater);
    tls.configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // people show tokens
    tls.configuration.setAllowedNextProtocols({QSslConfiguration::NextProtocolHttp1_1});
    tls.configuration.setLocalCertificateChain(chain);
    tls.configuration.setPrivateKey(*key);
    tls.expires = chain.first().expiryDate();
    return tls;
}

QString expiryWarning(const QDateTime &expires, const QDateTime &now)
{
    const auto date = expires.toUTC().toString(Qt::ISODate);
    if (expires <= now)
        return u"the certificate expired on %1: clients refuse to connect"_s.arg(date);
    if (const auto days = now.daysTo(expires); days <= DaysOfWarning)
        return u"the certificate expires on %1, in %2 days: renew it, then send SIGHUP"_s.arg(date)
            .arg(days);
    return {};
}

} // namespace relay
