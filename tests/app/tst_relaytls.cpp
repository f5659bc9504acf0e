// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/keys.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QScopeGuard>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QWebSocket>

#include <algorithm>
#include <csignal>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

/// The program as a relay behind TLS, which reads its files anew on SIGHUP.
class RelayTlsTest : public QObject
{
    Q_OBJECT

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }

    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    void writeConfig(const QByteArray &token, const QByteArray &more = {}) const
    {
        const auto hash = QCryptographicHash::hash(token, QCryptographicHash::Sha256).toHex();
        write(u"relay.yaml"_s,
              "listen: 127.0.0.1:0\nlog: json\ntls: {certificate: '" + path(u"use.crt"_s).toUtf8()
                  + "', key: '" + path(u"use.key"_s).toUtf8()
                  + "'}\nauth:\n  mode: token\n  tokens: [{name: Ada, sha256: \"" + hash + "\"}]\n"
                  + more);
    }
    void useKeys(const QString &name) const
    {
        for (const auto &end : {u".crt"_s, u".key"_s}) {
            QFile::remove(path(u"use"_s + end));
            QVERIFY(QFile::copy(path(name + end), path(u"use"_s + end)));
        }
    }
    QUrl started(QProcess &relay) const
    {
        relay.start(QStringLiteral(KRATEYARD_BINARY),
                    {u"relay"_s, u"--config"_s, path(u"relay.yaml"_s)});
        [&] { QTRY_VERIFY(relay.canReadLine()); }();
        return QUrl(QString::fromUtf8(relay.readLine()).trimmed().section(u' ', -1));
    }
    QSslConfiguration tls() const
    {
        QSslConfiguration tls;
        tls.setCaCertificates(QSslCertificate::fromData(m_keys->read(u"ca.crt"_s), QSsl::Pem));
        return tls;
    }
    std::unique_ptr<QWebSocket> opened(const QUrl &relay, const QString &token) const
    {
        auto socket = std::make_unique<QWebSocket>();
        socket->setSslConfiguration(tls());
        socket->open(
            QUrl(u"wss://127.0.0.1:%1/ws/sync/yard?token=%2"_s.arg(relay.port()).arg(token)));
        return socket;
    }
    QString certificateNow(const QUrl &relay) const
    {
        QSslSocket socket;
        socket.setSslConfiguration(tls());
        socket.connectToHostEncrypted(u"127.0.0.1"_s, quint16(relay.port()));
        [&] { QTRY_VERIFY(socket.isEncrypted()); }();
        return socket.peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0);
    }
    /// The message of the log's next line, each of which is JSON.
    static QString logged(QProcess &relay)
    {
        relay.setReadChannel(QProcess::StandardError);
        [&] { QTRY_VERIFY(relay.canReadLine()); }();
        const auto line = QJsonDocument::fromJson(relay.readLine()).object();
        [&] {
            QVERIFY(QDateTime::fromString(line["time"_L1].toString(), Qt::ISODate).isValid());
        }();
        return line["message"_L1].toString();
    }
    static void hangUp(const QProcess &relay) { ::kill(pid_t(relay.processId()), SIGHUP); }

    QTemporaryDir m_folder;
    std::unique_ptr<Keys> m_keys;

private Q_SLOTS:
    void initTestCase()
    {
        if (!Keys::isUsable())
            QSKIP("the openssl program is not installed");
        m_keys = std::make_unique<Keys>(m_folder.path());
        QVERIFY(m_keys->makeAuthority(u"ca"_s));
        QVERIFY(m_keys->makeServer(u"server"_s, u"ca"_s));
        QVERIFY(m_keys->makeServer(u"next"_s, u"ca"_s));
        QVERIFY(m_keys->makeServer(u"old"_s, u"ca"_s, "IP:127.0.0.1", u"20200101000000Z"_s,
                                   u"20210101000000Z"_s));
    }
    void init() { QTest::failOnWarning(); }

    void aYardIsSharedOverTls()
    {
        useKeys(u"server"_s);
        writeConfig("secret");
        QProcess relay;
        const auto url = started(relay);
        QCOMPARE(url.scheme(), u"https"_s);
        const auto peer = opened(url, u"secret"_s);
        QTRY_COMPARE(peer->state(), QAbstractSocket::ConnectedState);
        const auto stranger = opened(url, u"guess"_s);
        QTRY_COMPARE(stranger->state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(peer->state(), QAbstractSocket::ConnectedState);
        relay.terminate();
        QTRY_COMPARE(relay.state(), QProcess::NotRunning);
        QCOMPARE(relay.exitCode(), 0);
        QCOMPARE(peer->closeCode(), QWebSocketProtocol::CloseCodeGoingAway);
    }

    void hangingUpReadsEverythingAnew()
    {
        useKeys(u"server"_s);
        writeConfig("secret");
        QProcess relay;
        const auto url = started(relay);
        const auto peer = opened(url, u"secret"_s);
        QTRY_COMPARE(peer->state(), QAbstractSocket::ConnectedState);
        QCOMPARE(certificateNow(url), u"server"_s);

        useKeys(u"next"_s);
        hangUp(relay);
        QCOMPARE(logged(relay), u"the configuration was read"_s);
        QCOMPARE(certificateNow(url), u"next"_s);
        QCOMPARE(peer->state(), QAbstractSocket::ConnectedState);

        writeConfig("other", "rooms: {peers: many}\n");
        hangUp(relay);
        QVERIFY(logged(relay).contains(u"stays as it was"_s));
        QCOMPARE(peer->state(), QAbstractSocket::ConnectedState);

        writeConfig("other", "rooms: {peers: 5}\n");
        hangUp(relay);
        QVERIFY(logged(relay).endsWith(u"need a new start: rooms"_s));
        QTRY_COMPARE(peer->state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(int(peer->closeCode()), 4401);
        const auto again = opened(url, u"other"_s);
        QTRY_COMPARE(again->state(), QAbstractSocket::ConnectedState);

        useKeys(u"server"_s);
        QFile::remove(path(u"use.key"_s));
        hangUp(relay);
        QVERIFY(logged(relay).contains(u"cannot read"_s));
        QCOMPARE(certificateNow(url), u"next"_s);
        relay.terminate();
        QTRY_COMPARE(relay.state(), QProcess::NotRunning);
        QCOMPARE(relay.exitCode(), 0);
    }

    void theServiceManagerFollows()
    {
        const auto place = path(u"notify"_s).toLocal8Bit();
        const int manager = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0);
        const auto closing = qScopeGuard([manager] { ::close(manager); });
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        std::ranges::copy(place, address.sun_path);
        QCOMPARE(::bind(manager, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
        QByteArrayList told;
        const auto toldSoFar = [&told, manager] {
            char text[200];
            for (ssize_t size = 0; (size = ::recv(manager, text, sizeof text, 0)) > 0;)
                told.append(QByteArray(text, size).split('\n').first());
            return told;
        };
        useKeys(u"server"_s);
        writeConfig("secret");
        QProcess relay;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"NOTIFY_SOCKET"_s, QString::fromLocal8Bit(place));
        relay.setProcessEnvironment(environment);
        started(relay);
        QTRY_COMPARE(toldSoFar(), QByteArrayList({"READY=1"}));
        hangUp(relay);
        QTRY_COMPARE(toldSoFar(), QByteArrayList({"READY=1", "RELOADING=1", "READY=1"}));
        relay.terminate();
        QTRY_COMPARE(relay.state(), QProcess::NotRunning);
        QCOMPARE(toldSoFar().last(), "STOPPING=1");
    }

    void anExpiredCertificateIsToldOf()
    {
        useKeys(u"old"_s);
        writeConfig("secret");
        QProcess relay;
        QCOMPARE(started(relay).scheme(), u"https"_s);
        QVERIFY(logged(relay).contains(u"expired on 2021-01-01"_s));
        relay.terminate();
        QTRY_COMPARE(relay.state(), QProcess::NotRunning);
    }

    void aWrongKeyEndsTheStart()
    {
        useKeys(u"server"_s);
        QFile::remove(path(u"use.key"_s));
        QVERIFY(QFile::copy(path(u"next.key"_s), path(u"use.key"_s)));
        writeConfig("secret");
        QProcess relay;
        relay.start(QStringLiteral(KRATEYARD_BINARY),
                    {u"relay"_s, u"--config"_s, path(u"relay.yaml"_s)});
        QVERIFY(logged(relay).contains(u"does not belong"_s));
        QTRY_COMPARE(relay.state(), QProcess::NotRunning);
        QCOMPARE(relay.exitCode(), 1);
    }
};

QTEST_GUILESS_MAIN(RelayTlsTest)
#include "tst_relaytls.moc"
