// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/service/controlfile.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace relay {

static QString pathIn(const QString &folder)
{
    return QDir(folder).filePath(u"relay.ctl"_s);
}

std::expected<void, QString> ControlFile::write(const QString &folder) const
{
    QSaveFile file(pathIn(folder));
    const QJsonObject content{{u"address"_s, address.toString(QUrl::FullyEncoded)},
                              {u"token"_s, QString::fromLatin1(token)},
                              {u"certificate"_s, QString::fromLatin1(certificate.toHex())}};
    const bool isWritten = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(QJsonDocument(content).toJson()) > 0 && file.commit();
    if (!isWritten)
        return std::unexpected(u"cannot write %1: %2"_s.arg(file.fileName(), file.errorString()));
    return {};
}

std::expected<ControlFile, QString> ControlFile::read(const QString &folder)
{
    static constexpr qint64 Largest = 64 * 1024;
    QFile file(pathIn(folder));
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(
            u"cannot read %1: %2. Does a relay run with --data-dir %3, and may you read it?"_s.arg(
                file.fileName(), file.errorString(), folder));
    const auto content = QJsonDocument::fromJson(file.read(Largest)).object();
    ControlFile control{
        .address = QUrl(content.value("address"_L1).toString()),
        .token = content.value("token"_L1).toString().toLatin1(),
        .certificate = QByteArray::fromHex(content.value("certificate"_L1).toString().toLatin1())};
    if (!control.address.isValid() || control.token.isEmpty())
        return std::unexpected(u"%1 is not what a relay writes"_s.arg(file.fileName()));
    return control;
}

void ControlFile::remove(const QString &folder)
{
    QFile::remove(pathIn(folder));
}

} // namespace relay
