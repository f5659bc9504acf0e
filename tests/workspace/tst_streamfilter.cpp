// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/terminal/streamfilter.h"

#include <QTest>

using workspace::StreamFilter;

class StreamFilterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void theTerminalGetsWhatItUnderstands_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QByteArray>("taken");
        const auto row = [](const char *name, const QByteArray &sent, const QByteArray &taken) {
            QTest::newRow(name) << sent << taken;
        };
        const auto same = [&row](const char *name, const QByteArray &bytes) {
            row(name, bytes, bytes);
        };
        same("text", "plain äöü 漢字 😀");
        same("colours", "\x1b[1;31mred\x1b[0m\x1b(0lq\x1b(B");
        same("title", "\x1b]0;PX^_\x07text\x1b]8;;x\x1b\\");
        same("escape twice", "\x1b\x1b[A");
        row("device control", "a\x1bP+q544e\x1b\\b", "ab");
        row("privacy and others", "a\x1b^x\x1b\\b\x1b_y\x1b\\c\x1bXz\x1b\\d", "abcd");
        row("escape in a string", "a\x1bP1\x1b\x1b\\b", "ab");
        row("cancelled", "a\x1bP123\x18z", "az");
        row("accent", "e\xcc\x81.", "e\b\xc3\xa9.");
        row("two accents", "o\xcc\x82\xcc\xa3.", "o\b\xc3\xb4\b\xe1\xbb\x99.");
        row("accent on a long one", "\xc3\xa2\xcc\x81.", "\xc3\xa2\b\xe1\xba\xa5.");
        row("nothing to compose", "q\xcc\x81.", "q.");
        row("no letter before", "\r\n\xcc\x81.", "\r\n.");
        row("a sequence between", "e\x1b[0m\xcc\x81.", "e\x1b[0m.");
        same("greek", "\xcd\xb0\xcd\xbf\xce\xb1");
    }
    void theTerminalGetsWhatItUnderstands()
    {
        QFETCH(QByteArray, sent);
        StreamFilter whole;
        QTEST(whole.take(sent), "taken");
        for (qsizetype cut = 0; cut <= sent.size(); ++cut) {
            StreamFilter filter;
            auto taken = filter.take(sent.first(cut));
            taken += filter.take(sent.sliced(cut));
            QTEST(taken, "taken");
        }
        StreamFilter filter;
        QByteArray taken;
        for (const char byte : sent)
            taken += filter.take(QByteArray(1, byte));
        QTEST(taken, "taken");
    }

    void aStringWithoutEndTakesNoMemory()
    {
        StreamFilter filter;
        QVERIFY(filter.take("\x1bP").isEmpty());
        for (int i = 0; i < 100; ++i)
            QVERIFY(filter.take(QByteArray(100'000, 'x')).isEmpty());
        QCOMPARE(filter.take("\x1b\\ok"), "ok");
    }
};

QTEST_APPLESS_MAIN(StreamFilterTest)
#include "tst_streamfilter.moc"
