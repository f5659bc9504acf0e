// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/report/recentlog.h"
#include "workspace/report/redaction.h"

#include <QDir>
#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace workspace;

class RedactionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secretsAreTakenOut_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("secret");
        const auto row = [](const char *name, const QString &line, const QString &secret) {
            QTest::newRow(name) << line << secret;
        };
        row("bearer", u"sent Authorization: Bearer abc"_s, u"abc"_s);
        row("token", u"using token=hunter2 for it"_s, u"hunter2"_s);
        row("json", u"{\"password\": \"hunter2\", \"user\": \"x\"}"_s, u"hunter2"_s);
        row("password with spaces", u"password is correct horse battery"_s, u"horse"_s);
        row("url", u"GET https://jane:pw@prod.example.com/api?x=1 failed"_s, u"prod.example"_s);
        row("jwt", u"got eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln back"_s, u"eyJ"_s);
        row("pem", u"key -----BEGIN RSA PRIVATE KEY----- MIIE"_s, u"MIIE"_s);
        row("base64", u"value cGFzc3dvcmQ= seen"_s, u"cGFzc3dvcmQ"_s);
        row("long base64", u"value cGFzc3dvcmRwYXNzd29yZHBhc3N3b3Jk seen"_s, u"cGFzc3dv"_s);
        row("hash", u"id 0123456789abcdef0123456789abcdef"_s, u"01234567"_s);
        row("marker", u"value qzjw-marker-first-7741 seen"_s, u"marker-first"_s);
        row("mail", u"user jane.doe@example.com refused"_s, u"jane"_s);
        row("address", u"connect to 10.12.0.7:6443 failed"_s, u"10.12"_s);
        row("address 6", u"connect to [fd00:10:96::1]:6443 failed"_s, u"fd00"_s);
        row("home", QString(u"cannot read "_s + QDir::homePath() + u"/x"_s), QDir::homePath());
    }

    void secretsAreTakenOut()
    {
        QFETCH(const QString, line);
        QFETCH(const QString, secret);
        QVERIFY(line.contains(secret));
        const auto text = redacted(line);
        QVERIFY2(!text.contains(secret), qPrintable(text));
    }

    void whatHelpsStays()
    {
        QCOMPARE(redacted(u"The watch of pods ended: 410 Gone"_s),
                 u"The watch of pods ended: 410 Gone"_s);
    }

    void aRandomTokenNeverComesThrough()
    {
        QRandomGenerator random(3);
        const auto letters = u"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"_s;
        for (int i = 0; i < 5000; ++i) {
            QString token;
            for (int n = 32 + random.bounded(40); n > 0; --n)
                token += letters[random.bounded(int(letters.size()))];
            const auto text = redacted(u"before "_s + token + u" after"_s);
            for (qsizetype at = 0; at + 14 <= token.size(); ++at)
                QVERIFY2(!text.contains(token.mid(at, 14)), qPrintable(text));
        }
    }

    void theLogKeepsItsLastLinesRedacted()
    {
        const RecentLog log;
        for (int i = 0; i < 400; ++i)
            qInfo("line %d token=hunter2", i);
        QCOMPARE(log.lines().size(), RecentLog::Most);
        QVERIFY(log.lines().last().contains("info default: line 399 token"_L1));
        QVERIFY(!log.lines().join(u' ').contains("hunter2"_L1));
    }
};

QTEST_GUILESS_MAIN(RedactionTest)
#include "tst_redaction.moc"
