// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/identity/cookies.h"

#include <QList>
#include <QRandomGenerator>

#include <array>

namespace gateway {

QByteArray cookieIn(const QHttpHeaders &headers, QByteArrayView name)
{
    for (const auto &line : headers.values(QHttpHeaders::WellKnownHeader::Cookie)) {
        for (const auto &pair : line.split(';')) {
            const auto at = pair.indexOf('=');
            if (at > 0 && pair.first(at).trimmed() == name)
                return pair.sliced(at + 1).trimmed();
        }
    }
    return {};
}

QByteArray Cookie::nameOf(const QByteArray &name, bool isSecure)
{
    return isSecure ? "__Host-" + name : name;
}

QByteArray Cookie::text(bool isSecure) const
{
    QByteArray text = nameOf(name, isSecure) + '=' + value
        + "; Path=/; SameSite=Lax; Max-Age=" + QByteArray::number(qint64(age.count()));
    if (!isForPages)
        text += "; HttpOnly";
    if (isSecure)
        text += "; Secure";
    return text;
}

QByteArray randomText()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    const QByteArray bytes(reinterpret_cast<const char *>(words.data()), sizeof(words));
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace gateway
