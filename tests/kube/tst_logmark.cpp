// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/streams/logmark.h"

#include <QTest>

using namespace Qt::StringLiterals;
using kube::LogMark;

class LogMarkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void whatIsWrittenIsReadBack_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("added") << int(LogMark::Kind::PodAdded);
        QTest::newRow("removed") << int(LogMark::Kind::PodRemoved);
        QTest::newRow("restarted") << int(LogMark::Kind::Restarted);
        QTest::newRow("ready") << int(LogMark::Kind::Ready);
        QTest::newRow("not ready") << int(LogMark::Kind::NotReady);
        QTest::newRow("gap") << int(LogMark::Kind::Gap);
    }

    void whatIsWrittenIsReadBack()
    {
        QFETCH(int, kind);
        const LogMark mark{.kind = LogMark::Kind(kind),
                           .from = 1'763'786'400'123'456'789,
                           .to = 1'763'786'400'123'456'790,
                           .pod = u"web-7f-1"_s,
                           .container = u"app"_s,
                           .detail = u"Error (1): \"no\nroom\""_s};
        const auto bytes = kube::bytesOf(mark);
        QVERIFY(!bytes.contains('\n'));
        QCOMPARE(kube::logMarkOf(bytes), mark);
    }

    void whatIsNotKnownStaysSo()
    {
        const LogMark mark{.kind = LogMark::Kind::Gap};
        QCOMPARE(kube::bytesOf(mark), "{\"mark\":\"gap\"}");
        QCOMPARE(kube::logMarkOf(kube::bytesOf(mark)), mark);
    }

    void textsAreBounded()
    {
        const LogMark mark{.kind = LogMark::Kind::NotReady, .detail = QString(100'000, u'x')};
        const auto bytes = kube::bytesOf(mark);
        QVERIFY(bytes.size() < 4096);
        QCOMPARE(kube::logMarkOf(bytes)->detail.size(), 253);
    }

    void otherBytesAreNoMark()
    {
        for (const QByteArray bytes : {"", "{}", "[]", "gap", "{\"mark\":\"party\"}",
                                       "{\"mark\":7}", "{\"mark\":\"gap\"", "\xff\xfe"})
            QVERIFY2(!kube::logMarkOf(bytes), bytes.constData());
        const QByteArray padded = QByteArray("{\"mark\":\"gap\"") + QByteArray(5000, ' ') + "}";
        QVERIFY(!kube::logMarkOf(padded));
    }
};

QTEST_GUILESS_MAIN(LogMarkTest)
#include "tst_logmark.moc"
