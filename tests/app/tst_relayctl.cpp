// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/doc.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

/// A relay that works is asked from the command line.
class RelayCtlTest : public QObject
{
    Q_OBJECT

private:
    struct Said
    {
        int status = -1;
        QByteArray out = {};
        QByteArray error = {};
    };

    void start(const QString &folder)
    {
        m_relay.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_relay.start(QStringLiteral(KRATEYARD_BINARY),
                      {u"relay"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--data-dir"_s, folder});
        QTRY_VERIFY(m_relay.canReadLine());
        m_address = QString::fromUtf8(m_relay.readLine()).trimmed().section(u' ', -1);
    }
    void stop()
    {
        m_relay.terminate();
        QTRY_COMPARE(m_relay.state(), QProcess::NotRunning);
    }

    Said run(const QStringList &arguments)
    {
        QProcess process;
        process.start(QStringLiteral(KRATEYARD_BINARY),
                      QStringList{u"relay"_s, u"ctl"_s} + arguments);
        [&] { QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 20'000); }();
        return {.status = process.exitCode(),
                .out = process.readAllStandardOutput(),
                .error = process.readAllStandardError()};
    }
    Said ctl(const QStringList &arguments)
    {
        return run(arguments + QStringList{u"--data-dir"_s, m_data});
    }
    QJsonObject json(const QStringList &arguments)
    {
        return QJsonDocument::fromJson(ctl(arguments + QStringList{u"--json"_s}).out).object();
    }

    /// What the yard holds, as a new client sees it.
    QStringList keysOf(const QString &yard)
    {
        const auto file = m_folder.filePath(u"state"_s);
        const auto said = ctl({u"export"_s, yard, file});
        QFile state(file);
        if (said.status != 0 || !state.open(QIODevice::ReadOnly))
            return {u"not exported"_s};
        crdt::Doc doc;
        static constexpr char origin = 0;
        (void)doc.applyUpdate(state.readAll(), &origin);
        return doc.map(u"m"_s).keys();
    }
    /// Puts keys into a yard, as the owner of the file has them.
    void fill(const QString &yard, const QStringList &keys)
    {
        crdt::Doc doc;
        for (const auto &key : keys)
            doc.map(u"m"_s).set(key, lib0::Any(1));
        QFile file(m_folder.filePath(u"filling"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(doc.encodeStateAsUpdate());
        file.close();
        const auto said = ctl({u"import"_s, yard, file.fileName(), u"--replace"_s});
        QVERIFY2(said.status == 0, said.error);
    }

    QTemporaryDir m_folder;
    QString m_data = m_folder.filePath(u"data"_s);
    QString m_address;
    QProcess m_relay;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        QFile::remove(m_data + u"/relay.sqlite"_s);
        start(m_data);
    }
    void cleanup()
    {
        if (m_relay.state() != QProcess::NotRunning)
            stop();
        QDir(m_data).removeRecursively();
    }

    void onlyItsOwnerMayAsk()
    {
        const QFileInfo file(m_data + u"/relay.ctl"_s);
        QVERIFY(file.exists());
        QCOMPARE(file.permissions() & ~(QFileDevice::ReadUser | QFileDevice::WriteUser),
                 QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        stop();
        QVERIFY(!QFileInfo::exists(file.filePath()));
        const auto said = ctl({u"rooms"_s});
        QCOMPARE(said.status, 2);
        QVERIFY2(said.error.contains("Does a relay run with --data-dir"), said.error);
    }

    void yardsAndVersionsAreListed()
    {
        QCOMPARE(ctl({u"rooms"_s}).out, "There are none.\n");
        fill(u"my shop"_s, {u"a"_s, u"b"_s});
        const auto rooms = ctl({u"rooms"_s});
        QCOMPARE(rooms.status, 0);
        QVERIFY2(rooms.out.startsWith("YARD     PEERS  IN MEMORY  SIZE\nmy shop  0      yes"),
                 rooms.out);
        QCOMPARE(json({u"rooms"_s}).value("rooms"_L1).toArray().size(), 1);
        QCOMPARE(ctl({u"peers"_s, u"my shop"_s}).out, "There are none.\n");
        QCOMPARE(ctl({u"close"_s, u"my shop"_s}).out, "Connections closed: 0\n");
        QCOMPARE(ctl({u"keep-version"_s, u"my shop"_s, u"Good"_s}).status, 0);
        fill(u"my shop"_s, {u"c"_s});
        const auto versions = json({u"versions"_s, u"my shop"_s}).value("versions"_L1).toArray();
        const auto good = std::ranges::find_if(versions, [](const auto &version) {
            return version.toObject().value("name"_L1) == u"Good"_s;
        });
        QVERIFY(good != versions.end());
        const auto id = (*good).toObject().value("id"_L1).toString();
        const auto restored = ctl({u"restore-version"_s, u"my shop"_s, id});
        QVERIFY2(restored.status == 0, restored.error);
        QCOMPARE(keysOf(u"my shop"_s), QStringList({u"a"_s, u"b"_s}));
    }

    void invitesAreMadeAndRevoked()
    {
        const auto made =
            ctl({u"invite"_s, u"shop"_s, u"--name"_s, u"Bert"_s, u"--expires"_s, u"2h"_s});
        QVERIFY2(made.status == 0, made.error);
        QVERIFY2(made.out.contains(QByteArray(m_address.toUtf8() + "/join/shop#ky_")), made.out);
        const auto list = json({u"invites"_s, u"shop"_s}).value("invites"_L1).toArray();
        QCOMPARE(list.size(), 1);
        const auto id = list.first().toObject().value("id"_L1).toString();
        QCOMPARE(ctl({u"revoke"_s, u"shop"_s, id}).status, 0);
        const auto again = ctl({u"revoke"_s, u"shop"_s, id});
        QCOMPARE(again.status, 1);
        QCOMPARE(again.error,
                 "krateyard relay ctl: the relay refuses: There is no such invite. (404)\n");
    }

    void aBackupIsWrittenAndBroughtBack()
    {
        fill(u"shop"_s, {u"a"_s});
        fill(u"test"_s, {u"t"_s});
        const auto file = m_folder.filePath(u"backup.sqlite"_s);
        QFile::remove(file);
        const auto saved = ctl({u"backup"_s, file});
        QVERIFY2(saved.status == 0, saved.error);
        QCOMPARE(QFileInfo(file).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
                 QFileDevice::Permissions());
        QVERIFY(QDir(m_data).entryList({u"backup-*"_s}).isEmpty()); // nothing stays behind

        // One yard, into the relay that works.
        fill(u"shop"_s, {u"b"_s});
        auto restored = ctl({u"restore"_s, file, u"--yard"_s, u"shop"_s, u"--replace"_s});
        QVERIFY2(restored.status == 0, restored.error);
        QCOMPARE(keysOf(u"shop"_s), QStringList{u"a"_s});
        restored = ctl({u"restore"_s, file, u"--yard"_s, u"test"_s, u"--as"_s, u"copy"_s});
        QVERIFY2(restored.status == 0, restored.error);
        QCOMPARE(keysOf(u"copy"_s), QStringList{u"t"_s});
        restored = ctl({u"restore"_s, file, u"--yard"_s, u"none"_s});
        QCOMPARE(restored.status, 1);
        QVERIFY(restored.error.contains("holds no yard “none”"));

        // All of it, into an empty folder.
        QCOMPARE(ctl({u"restore"_s, file}).status, 1); // the relay is there
        stop();
        const auto full = ctl({u"restore"_s, file});
        QCOMPARE(full.status, 1);
        QVERIFY2(full.error.contains("holds yards already"), full.error);
        QDir(m_data).removeRecursively();
        const auto empty = ctl({u"restore"_s, file});
        QVERIFY2(empty.status == 0, empty.error);
        start(m_data);
        QCOMPARE(keysOf(u"shop"_s), QStringList{u"a"_s});
        QCOMPARE(keysOf(u"test"_s), QStringList{u"t"_s});
    }

    void whatIsNoBackupIsNotRestored()
    {
        stop();
        QDir(m_data).removeRecursively();
        QFile file(m_folder.filePath(u"no.sqlite"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(10'000, 'x'));
        file.close();
        const auto said = ctl({u"restore"_s, file.fileName()});
        QCOMPARE(said.status, 1);
        QVERIFY2(said.error.contains("cannot be restored"), said.error);
        QVERIFY(!QFileInfo::exists(m_data + u"/relay.sqlite"_s));
    }

    void whatCannotBeDoneIsSaid_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QStringList() << 2 << QByteArray("say what to do");
        QTest::newRow("another thing")
            << QStringList{u"dance"_s} << 2 << QByteArray("no command “dance”");
        QTest::newRow("too little")
            << QStringList{u"peers"_s} << 2 << QByteArray("krateyard relay ctl peers YARD");
        QTest::newRow("no relay") << QStringList{u"rooms"_s} << 2 << QByteArray("--data-dir");
        QTest::newRow("no token") << QStringList{u"rooms"_s, u"--relay"_s, u"http://127.0.0.1:1"_s}
                                  << 2 << QByteArray("--token-file");
        QTest::newRow("no address")
            << QStringList{u"rooms"_s, u"--relay"_s, u"127.0.0.1"_s} << 2 << QByteArray("https://");
    }
    void whatCannotBeDoneIsSaid()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArray, text);
        const auto said = run(arguments);
        QTEST(said.status, "status");
        QVERIFY2(said.error.contains(text), said.error);
        QVERIFY(said.out.isEmpty());
    }

    void aRelayThatDoesNotAnswerIsNamed()
    {
        QFile token(m_folder.filePath(u"token"_s));
        QVERIFY(token.open(QIODevice::WriteOnly));
        token.write("secret-token\n");
        token.close();
        const QStringList access{u"--token-file"_s, token.fileName(), u"--relay"_s};
        const auto refused = run(QStringList{u"rooms"_s} + access + QStringList{m_address});
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.error.contains("That needs the token of an admin. (403)"), refused.error);
        QVERIFY(!refused.error.contains("secret-token"));
        const auto address = m_address;
        stop();
        const auto gone = run(QStringList{u"rooms"_s} + access + QStringList{address});
        QCOMPARE(gone.status, 3);
        QVERIFY2(gone.error.contains("does not answer"), gone.error);
    }
};

QTEST_GUILESS_MAIN(RelayCtlTest)
#include "tst_relayctl.moc"
