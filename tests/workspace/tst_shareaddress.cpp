// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/sharing/shareaddress.h"

#include <QTest>

using namespace Qt::StringLiterals;
using workspace::ShareAddress;

/// Links to yards on relays.
class ShareAddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void readsEveryForm_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("relay");
        QTest::addColumn<QString>("yard");
        QTest::addColumn<QString>("token");
        QTest::newRow("invite") << u"https://relay.example.org/join/shop#ky_1-2"_s
                                << u"wss://relay.example.org/ws/sync"_s << u"shop"_s << u"ky_1-2"_s;
        QTest::newRow("invite, no TLS")
            << u"http://10.0.0.7:8080/join/my%20yard"_s << u"ws://10.0.0.7:8080/ws/sync"_s
            << u"my yard"_s << QString();
        QTest::newRow("own") << u"krateyard://join?relay=wss%3A%2F%2Fr.example%2Fws%2Fsync&yard="
                                "shop&token=abc"_s
                             << u"wss://r.example/ws/sync"_s << u"shop"_s << u"abc"_s;
        QTest::newRow("y-websocket") << u"ws://127.0.0.1:4455/ws/sync/shop?token=t%2Fk"_s
                                     << u"ws://127.0.0.1:4455/ws/sync"_s << u"shop"_s << u"t/k"_s;
        QTest::newRow("behind a path")
            << u"https://example.org/tools/relay/join/shop#t"_s
            << u"wss://example.org/tools/relay/ws/sync"_s << u"shop"_s << u"t"_s;
        QTest::newRow("spaces about it") << u"  https://r.example/join/shop \n"_s
                                         << u"wss://r.example/ws/sync"_s << u"shop"_s << QString();
    }
    void readsEveryForm()
    {
        QFETCH(const QString, text);
        const auto address = ShareAddress::parse(text);
        QVERIFY2(address, qPrintable(address ? QString() : address.error()));
        QTEST(address->relay.toString(QUrl::FullyEncoded), "relay");
        QTEST(address->yard, "yard");
        QTEST(address->token, "token");
        const auto again = ShareAddress::parse(address->joinLink());
        QVERIFY(again);
        QCOMPARE(*again, *address);
    }

    void anAddressNeedsTheYardApart()
    {
        auto address = ShareAddress::parse(u"relay.example.org:8443"_s, u"shop"_s, u"t"_s);
        QVERIFY(address);
        QCOMPARE(address->relay, QUrl(u"wss://relay.example.org:8443/ws/sync"_s));
        QCOMPARE(address->httpBase(), QUrl(u"https://relay.example.org:8443"_s));
        QCOMPARE(address->token, u"t"_s);
        // Only what cannot be listened to goes without TLS.
        address = ShareAddress::parse(u"127.0.0.1:4455"_s, u"shop"_s, {});
        QVERIFY(address);
        QCOMPARE(address->relay.scheme(), u"ws"_s);
        QVERIFY(!ShareAddress::parse(u"relay.example.org"_s));
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("text");
        for (const auto *text :
             {"", "   ", "ftp://relay/join/shop", "https:///join/shop", "https://r/join/",
              "https://r/join/..", "https://r/join/a%2Fb", "https://r/join/a%00b",
              "https://user:secret@r/join/shop", "krateyard://open/a/b/pod/c", "krateyard://join",
              "krateyard://join?yard=shop", "krateyard://join?relay=wss://r/other&yard=shop",
              "krateyard://joining?relay=wss://r/ws/sync&yard=shop", "https://r/join/shop#a%20b",
              "javascript:alert(1)", "https://[::1/join/shop"})
            QTest::newRow(text) << QString::fromLatin1(text);
        QTest::newRow("too long") << QString(u"https://r/join/"_s + QString(5000, u'x'));
        QTest::newRow("long yard") << QString(u"https://r/join/"_s + QString(129, u'x'));
    }
    void saysWhatIsWrong()
    {
        QFETCH(const QString, text);
        const auto address = ShareAddress::parse(text);
        QVERIFY(!address);
        QVERIFY(address.error().endsWith(u'.') || address.error().endsWith(u'…'));
        QVERIFY(!address.error().contains("secret"_L1));
    }

    void theTokenIsNotShown()
    {
        const auto address = ShareAddress::parse(u"https://relay.example/join/shop#ky_secret"_s);
        QVERIFY(address);
        QCOMPARE(address->shown(), u"relay.example / shop"_s);
        QString text;
        QDebug(&text) << *address;
        QVERIFY(text.contains("shop"_L1));
        QVERIFY(!text.contains("secret"_L1));
    }
};

QTEST_GUILESS_MAIN(ShareAddressTest)

#include "tst_shareaddress.moc"
