// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/singleinstance.h"

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using app::SingleInstance;

class SingleInstanceTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SingleInstance> m_first;

    QString path() const { return m_folder->filePath(u"socket"_s); }

    void startFirst()
    {
        m_first = std::make_unique<SingleInstance>(path());
        QSignalSpy first(m_first.get(), &SingleInstance::first);
        m_first->begin({}, {});
        QTRY_COMPARE(first.size(), 1);
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void cleanup() { m_first.reset(); }

    void theSecondHandsItsArgumentsOver()
    {
        startFirst();
        QSignalSpy received(m_first.get(), &SingleInstance::received);
        SingleInstance second(path());
        QSignalSpy handedOver(&second, &SingleInstance::handedOver);
        QSignalSpy first(&second, &SingleInstance::first);
        const QStringList arguments{u"--open"_s, u"pod/shop/wéb\n1"_s, u""_s};
        second.begin(arguments, u"/some/where"_s);
        QTRY_COMPARE(handedOver.size(), 1);
        QTRY_COMPARE(received.size(), 1);
        QCOMPARE(received[0][0].toStringList(), arguments);
        QCOMPARE(received[0][1].toString(), u"/some/where"_s);
        QCOMPARE(first.size(), 0);
    }

    void onlyItsOwnerCanReachTheSocket()
    {
        startFirst();
        const auto others =
            QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QCOMPARE(QFileInfo(path()).permissions() & others, QFile::Permissions());
    }

    void aSocketThatACrashLeftBehindIsInNobodysWay()
    {
        QFile left(path());
        QVERIFY(left.open(QIODevice::WriteOnly)); // nobody listens there
        left.close();
        // The lock names a process that is gone.
        QFile lock(path() + u".lock"_s);
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.write("4194300\nkrateyard\n" + QSysInfo::machineHostName().toUtf8() + "\n");
        lock.close();
        startFirst();
        SingleInstance second(path());
        QSignalSpy handedOver(&second, &SingleInstance::handedOver);
        second.begin({}, {});
        QTRY_COMPARE(handedOver.size(), 1);
    }

    void whenTheFirstEndsAnotherIsFirst()
    {
        startFirst();
        m_first.reset();
        startFirst();
    }

    void oneThatDoesNotListenIsTold()
    {
        QLockFile lock(path() + u".lock"_s);
        QVERIFY(lock.tryLock(0));
        SingleInstance second(path());
        QSignalSpy unanswered(&second, &SingleInstance::unanswered);
        second.begin({}, {});
        QTRY_COMPARE_WITH_TIMEOUT(unanswered.size(), 1, 15'000);
    }

    void oneThatBeginsToListenABitLaterIsReached()
    {
        auto lock = std::make_unique<QLockFile>(QString(path() + u".lock"_s));
        QVERIFY(lock->tryLock(0));
        SingleInstance second(path());
        QSignalSpy handedOver(&second, &SingleInstance::handedOver);
        QSignalSpy first(&second, &SingleInstance::first);
        second.begin({}, {});
        lock.reset(); // gone before it listened: the second takes its place
        QTRY_COMPARE(first.size(), 1);
        QCOMPARE(handedOver.size(), 0);
    }

    void nonsenseIsNotReceived_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no JSON") << QByteArray("hello\n");
        QTest::newRow("another program") << QByteArray("{\"arguments\": []}\n");
        QTest::newRow("too long") << QByteArray(300 * 1024, 'x');
    }

    void nonsenseIsNotReceived()
    {
        QFETCH(const QByteArray, bytes);
        startFirst();
        QSignalSpy received(m_first.get(), &SingleInstance::received);
        QLocalSocket socket;
        QSignalSpy gone(&socket, &QLocalSocket::disconnected);
        socket.connectToServer(path());
        socket.write(bytes);
        QTRY_COMPARE(gone.size(), 1);
        QCOMPARE(received.size(), 0);
    }

    void aSocketHasAPlaceOfItsOwnForEachKind()
    {
        QVERIFY(app::socketPath(u"/a"_s, {}) != app::socketPath(u"/b"_s, {}));
        QVERIFY(app::socketPath(u"/a"_s, {}) != app::socketPath(u"/a"_s, u"demo"_s));
    }
};

QTEST_GUILESS_MAIN(SingleInstanceTest)
#include "tst_singleinstance.moc"
