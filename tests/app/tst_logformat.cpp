// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/logformat.h"
#include "app/servicenotify.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSocketNotifier>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

/// What a service manager and a log collector get to see of the relay.
class LogFormatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aLineIsAnObject()
    {
        const QDateTime time(QDate(2026, 11, 23), QTime(4, 5, 6, 7), QTimeZone::utc());
        const auto line = app::jsonLine(QtWarningMsg, "relay", u"two\nlines of \"Ada\""_s, time);
        QVERIFY(!line.contains('\n'));
        QCOMPARE(QJsonDocument::fromJson(line).object(),
                 (QJsonObject{{u"time"_s, u"2026-11-23T04:05:06.007Z"_s},
                              {u"level"_s, u"warning"_s},
                              {u"category"_s, u"relay"_s},
                              {u"message"_s, u"two\nlines of \"Ada\""_s}}));
    }

    void credentialsAreTakenOut_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("logged");
        QTest::newRow("a parameter") << u"ws://h/ws/sync/y?token=abc%20d&x=1 failed"_s
                                     << u"ws://h/ws/sync/y?token=…&x=1 failed"_s;
        QTest::newRow("a header") << u"Authorization: Bearer a.b-c"_s
                                  << u"Authorization: Bearer …"_s;
        QTest::newRow("an access token")
            << u"got \"ky_0123456789012345678901234567890123456789012\""_s << u"got \"…\""_s;
        QTest::newRow("a web token") << u"eyJhbGciOi.eyJpc3Mi.c2ln here"_s << u"… here"_s;
        QTest::newRow("none") << u"a token expired"_s << u"a token expired"_s;
    }
    void credentialsAreTakenOut()
    {
        QFETCH(const QString, message);
        QTEST(app::redacted(message), "logged");
        const auto line = app::jsonLine(QtInfoMsg, "x", message, QDateTime::currentDateTimeUtc());
        QTEST(QJsonDocument::fromJson(line)["message"_L1].toString(), "logged");
    }

    void theManagerIsTold()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"notify"_s).toLocal8Bit();
        const int manager = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0);
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        std::ranges::copy(path, address.sun_path);
        QCOMPARE(::bind(manager, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
        qputenv("NOTIFY_SOCKET", path);
        app::notifyManager("READY=1");
        char heard[100] = {};
        QCOMPARE(::recv(manager, heard, sizeof heard, 0), 7);
        QCOMPARE(QByteArray(heard), "READY=1");
        app::notifyManager(app::reloadingState());
        const auto size = ::recv(manager, heard, sizeof heard, 0);
        QVERIFY(size > 0);
        QVERIFY(QByteArray(heard, size).startsWith("RELOADING=1\nMONOTONIC_USEC="));
        ::close(manager);
        qunsetenv("NOTIFY_SOCKET");
        app::notifyManager("READY=1"); // nobody is there to be told
    }
};

QTEST_GUILESS_MAIN(LogFormatTest)
#include "tst_logformat.moc"
