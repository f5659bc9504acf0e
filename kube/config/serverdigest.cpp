// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/config/serverdigest.h"

#include "kube/config/clientconfig.h"

#include <QCryptographicHash>
#include <QFile>
#include <QHostAddress>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

constexpr qint64 LargestFile = 1024 * 1024;

/// How one and the same address may be written: in capitals, with the port that is meant anyway or
/// a slash at its end.
QByteArray addressOf(const QUrl &url)
{
    const auto scheme = url.scheme().toLower();
    auto path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    const int port = url.port(scheme == "https"_L1 ? 443 : 80);
    return u"%1://%2:%3%4"_s
        .arg(scheme, url.host(QUrl::FullyEncoded).toLower(), QString::number(port), path)
        .toUtf8();
}

QByteArray authorityOf(const ClientConfig &config)
{
    if (!config.certificateAuthorityData.isEmpty() || config.certificateAuthority.isEmpty())
        return config.certificateAuthorityData;
    QFile file(config.certificateAuthority);
    return file.open(QIODevice::ReadOnly) ? file.read(LargestFile) : QByteArray();
}

/// The certificates alone, sorted: what stands around them and how lines break is anybody's.
QByteArray certificatesIn(const QByteArray &pem)
{
    static constexpr QByteArrayView begin("-----BEGIN CERTIFICATE-----");
    static constexpr QByteArrayView end("-----END CERTIFICATE-----");
    QByteArrayList certificates;
    qsizetype at = 0;
    while ((at = pem.indexOf(begin, at)) >= 0) {
        at += begin.size();
        const auto stop = pem.indexOf(end, at);
        if (stop < 0)
            break;
        certificates.append(QByteArray::fromBase64(pem.sliced(at, stop - at)).toHex());
        at = stop;
    }
    std::ranges::sort(certificates);
    return certificates.join('\n');
}

bool isThisMachine(const QUrl &url)
{
    const auto host = url.host();
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

} // namespace

QString serverDigest(const ClientConfig &config)
{
    const QUrl url(config.server);
    const auto certificates = certificatesIn(authorityOf(config));
    if (!url.isValid() || url.host().isEmpty() || (certificates.isEmpty() && isThisMachine(url)))
        return {};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(addressOf(url));
    hash.addData("\n");
    hash.addData(certificates);
    return QString::fromLatin1(hash.result().toHex().first(32));
}

} // namespace kube
