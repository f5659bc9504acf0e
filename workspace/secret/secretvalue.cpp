// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/secret/secretvalue.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLocale>
#include <QSslCertificate>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

struct SecretTr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::Secret)
};

static bool isReadable(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) {
        return c.category() != QChar::Other_Control || c == u'\n' || c == u'\t' || c == u'\r';
    });
}

/// Whether a text editor gives it back as it was. Qt's makes line feeds of other line ends, and
/// spaces of those that do not break.
static bool staysAsItIs(const QString &text)
{
    return std::ranges::none_of(text, [](QChar c) {
        static constexpr QStringView changed(u"\r\u00a0\u2028\u2029\ufdd0\ufdd1\ufeff\ufffc");
        return changed.contains(c);
    });
}

static QString nameOf(const QStringList &common, const QStringList &organisation)
{
    const auto name = common.value(0);
    return name.isEmpty() ? organisation.value(0) : name;
}

static void addCertificate(const QSslCertificate &certificate, const QDateTime &now,
                           SecretValue &value)
{
    const auto until = certificate.expiryDate();
    const auto subject = nameOf(certificate.subjectInfo(QSslCertificate::CommonName),
                                certificate.subjectInfo(QSslCertificate::Organization));
    const auto issuer = nameOf(certificate.issuerInfo(QSslCertificate::CommonName),
                               certificate.issuerInfo(QSslCertificate::Organization));
    const auto date = QLocale().toString(until.toUTC(), QLocale::ShortFormat);
    const bool expired = until < now;
    value.isExpired = value.isExpired || expired;
    value.summary.append(SecretTr::tr("Certificate of %1").arg(subject));
    value.summary.append(certificate.isSelfSigned() ? SecretTr::tr("Issued by itself")
                                                    : SecretTr::tr("Issued by %1").arg(issuer));
    const auto names = certificate.subjectAlternativeNames().values();
    if (!names.isEmpty())
        value.summary.append(SecretTr::tr("For %1").arg(names.join(u", "_s)));
    value.summary.append(
        expired ? SecretTr::tr("Expired since %1").arg(date)
                : SecretTr::tr("Valid until %1, %n day(s) more", nullptr, int(now.daysTo(until)))
                      .arg(date));
}

SecretValue secretValueOf(const QString &base64, const QDateTime &now)
{
    constexpr qsizetype MostJson = 1024 * 1024;
    const auto decoded =
        QByteArray::fromBase64Encoding(base64.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return {.kind = SecretValue::Kind::NotBase64, .bytes = base64.size()};
    const QByteArray &bytes = *decoded;
    SecretValue value{.bytes = bytes.size()};
    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringDecoder::Flag::Stateless
                               | QStringDecoder::Flag::ConvertInitialBom);
    value.text = decoder(bytes);
    value.isEditable = staysAsItIs(value.text);
    if (decoder.hasError() || !isReadable(value.text)) {
        value.text.clear();
        value.kind = SecretValue::Kind::Binary;
        return value;
    }
    if (bytes.contains("-----BEGIN CERTIFICATE-----")) {
        value.kind = SecretValue::Kind::Certificates;
        const auto certificates = QSslCertificate::fromData(bytes, QSsl::Pem);
        for (const auto &certificate : certificates)
            addCertificate(certificate, now, value);
        if (certificates.isEmpty())
            value.summary.append(SecretTr::tr("The certificate in it cannot be read."));
        return value;
    }
    const auto first = bytes.trimmed().left(1);
    if ((first == "{" || first == "[") && bytes.size() <= MostJson) {
        if (const auto document = QJsonDocument::fromJson(bytes); !document.isNull()) {
            value.kind = SecretValue::Kind::Json;
            value.text = QString::fromUtf8(document.toJson(QJsonDocument::Indented));
        }
    }
    return value;
}

QString encodedSecret(const QString &text)
{
    return QString::fromLatin1(text.toUtf8().toBase64());
}

QString secretKindText(const SecretValue &value)
{
    const auto size = SecretTr::tr("%n byte(s)", nullptr, int(value.bytes));
    switch (value.kind) {
    case SecretValue::Kind::Text: return SecretTr::tr("Text, %1").arg(size);
    case SecretValue::Kind::Json: return SecretTr::tr("JSON, %1").arg(size);
    case SecretValue::Kind::Certificates: return SecretTr::tr("Certificates, %1").arg(size);
    case SecretValue::Kind::Binary: return SecretTr::tr("Binary, %1").arg(size);
    case SecretValue::Kind::NotBase64: return SecretTr::tr("Not base64: it cannot be decoded");
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace workspace
