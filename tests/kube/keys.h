// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFile>
#include <QProcess>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QStandardPaths>

/// Keys and certificates of a test, made by the openssl program in a folder of its own:
/// NAME.key and NAME.crt, both PEM.
class Keys
{
public:
    explicit Keys(const QString &folder)
        : m_folder(folder)
    {
    }

    static bool isUsable()
    {
        return !QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty();
    }

    QString path(const QString &file) const { return m_folder + QLatin1Char('/') + file; }

    QByteArray read(const QString &file) const
    {
        QFile opened(path(file));
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }

    bool openssl(const QStringList &arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder);
        process.start(QStringLiteral("openssl"), arguments);
        return process.waitForFinished(30'000) && process.exitCode() == 0;
    }
    bool openssl(const QString &line) const { return openssl(line.split(QLatin1Char(' '))); }

    bool makeAuthority(const QString &name) const
    {
        return makeKey(name)
            && openssl(
                   QStringLiteral("req -x509 -new -key %1.key -out %1.crt -days 30 -subj /CN=%1")
                       .arg(name));
    }

    bool makeKey(const QString &name) const
    {
        return openssl(QStringLiteral("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 "
                                      "-out %1.key")
                           .arg(name));
    }

    /// A certificate for NAME.key, which exists. `from` and `until` as 20200101000000Z.
    bool certify(const QString &name, const QString &authority, const QByteArray &extensions,
                 const QString &from = {}, const QString &until = {}) const
    {
        QFile file(path(name + QStringLiteral(".ext")));
        if (!file.open(QIODevice::WriteOnly))
            return false;
        file.write(extensions);
        file.close();
        auto line = QStringLiteral("x509 -req -in %1.csr -CA %2.crt -CAkey %2.key -out %1.crt "
                                   "-extfile %1.ext")
                        .arg(name, authority);
        line += from.isEmpty() ? QStringLiteral(" -days 30")
                               : QStringLiteral(" -not_before %1 -not_after %2").arg(from, until);
        return openssl(QStringLiteral("req -new -key %1.key -out %1.csr -subj /CN=%1").arg(name))
            && openssl(line);
    }

    bool makeServer(const QString &name, const QString &authority,
                    const QByteArray &names = "IP:127.0.0.1,DNS:localhost",
                    const QString &from = {}, const QString &until = {}) const
    {
        return makeKey(name) && certify(name, authority, "subjectAltName=" + names, from, until);
    }

    /// A key of a server of this machine, which nobody but itself vouches for.
    bool makeOwnServer(const QString &name) const
    {
        return makeKey(name)
            && openssl(QStringLiteral("req -x509 -new -key %1.key -out %1.crt -days 30 "
                                      "-subj /CN=%1 -addext subjectAltName=IP:127.0.0.1")
                           .arg(name));
    }

    QSslConfiguration serverConfiguration(const QString &name) const
    {
        auto tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificateChain(
            QSslCertificate::fromData(read(name + QStringLiteral(".crt")), QSsl::Pem));
        tls.setPrivateKey(QSslKey(read(name + QStringLiteral(".key")), QSsl::Ec));
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        return tls;
    }

private:
    QString m_folder;
};
