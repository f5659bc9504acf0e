// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/auth/jwt.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace kube {

constexpr qsizetype TokenLimit = 64 * 1024;
constexpr double LastSecond = 253'402'300'799; // the year 9999

QDateTime jwtExpiry(const QString &token)
{
    const auto parts = QStringView(token.size() > TokenLimit ? QString() : token).split(u'.');
    if (parts.size() != 3)
        return {};
    const auto claims = QByteArray::fromBase64Encoding(
        parts[1].toUtf8(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!claims)
        return {};
    const auto exp = QJsonDocument::fromJson(*claims).object()["exp"_L1].toDouble(-1);
    if (!(exp >= 0 && exp <= LastSecond))
        return {};
    return QDateTime::fromSecsSinceEpoch(qint64(exp), QTimeZone::UTC);
}

} // namespace kube
