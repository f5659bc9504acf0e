// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/terminal/transcript.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using workspace::PlainTerminalText;
using workspace::Transcript;

class TranscriptTest : public QObject
{
    Q_OBJECT

    static QByteArray plain(const QByteArray &bytes)
    {
        PlainTerminalText text;
        QByteArray out = text.take(bytes);
        return out += text.rest();
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("nothing");
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void textLosesWhatIsNoText_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *name, const QByteArray &bytes, const QByteArray &text) {
            QTest::newRow(name) << bytes << text;
        };
        row("lines", "one\r\ntwo\n", "one\ntwo\n");
        row("colours", "\x1b[1;31mred\x1b[0m \x1b[38;2;1;2;3mx\x1b[m", "red x");
        row("title", "\x1b]0;secret title\x07text", "text");
        row("link", "\x1b]8;;https://example.org\x1b\\name\x1b]8;;\x1b\\", "name");
        row("device string", "a\x1bP1$r0m\x1b\\b", "ab");
        row("charset", "\x1b(0lq\x1b(B.", "lq.");
        row("modes", "\x1b[?2004h$ \x1b[?2004l", "$ ");
        row("backspace", "lss\b \b", "ls ");
        row("backspace over a wide one", "a漢\bx", "ax");
        row("carriage return", "progress 10%\rprogress 99%\r\n", "progress 99%\n");
        row("erased", "\x1b[Kprompt typed\r\x1b[Kprompt", "prompt");
        row("moved", "abc\x1b[2Dx", "axc");
        row("deleted", "abcd\x1b[3D\x1b[P", "acd");
        row("unicode", "äöü 漢字 e\xcc\x81\r\n", "äöü 漢字 e\xcc\x81\n");
        row("tab", "a\tb", "a\tb");
        row("bell", "a\ab", "ab");
        row("cancelled", "\x1b[12\x18ok", "ok");
        row("two in a row", "\x1b[1\x1b[2mok", "ok");
    }
    void textLosesWhatIsNoText()
    {
        QFETCH(QByteArray, bytes);
        QTEST(plain(bytes), "text");
        for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
            PlainTerminalText text;
            auto out = text.take(QByteArrayView(bytes).first(cut));
            out += text.take(QByteArrayView(bytes).sliced(cut));
            out += text.rest();
            QTEST(out, "text");
        }
    }

    void endlessLinesAndSequencesAreBounded()
    {
        PlainTerminalText text;
        QByteArray out = text.take(QByteArray(1'000'000, 'x'));
        QVERIFY(out.size() > 900'000);
        out = text.take(QByteArray("\x1b]" + QByteArray(1'000'000, 'y')));
        QVERIFY(out.isEmpty());
        out = text.take(QByteArray("\x1b\\\x1b[" + QByteArray(1'000'000, '9') + "m"));
        QVERIFY(text.rest().size() < 100'000);
    }

    void onlyItsOwnerReadsTheFile()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"shell.log"_s);
        {
            QFile open(path);
            QVERIFY(open.open(QIODevice::WriteOnly));
            QVERIFY(open.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner
                                        | QFileDevice::ReadGroup | QFileDevice::ReadOther));
        }
        {
            Transcript transcript(path, Transcript::Form::Plain, "# shop/web\n");
            QCOMPARE(transcript.problem(), QString());
            QVERIFY(transcript.write("\x1b[31mhel"));
            QVERIFY(transcript.write("lo\x1b[0m\r\nlast"));
            const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup
                | QFileDevice::ReadOther | QFileDevice::WriteOther;
            QCOMPARE(QFile::permissions(path) & others, QFileDevice::Permissions());
        }
        QCOMPARE(read(path), "# shop/web\nhello\nlast");
    }

    void escapesAreKeptWhenAskedFor()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"shell.log"_s);
        {
            Transcript transcript(path, Transcript::Form::WithEscapes, {});
            QVERIFY(transcript.write("\x1b[31mred\r\n"));
        }
        QCOMPARE(read(path), "\x1b[31mred\r\n");
    }

    void aFileThatCannotBeWrittenSaysSo()
    {
        Transcript transcript(u"/nowhere/at/all/shell.log"_s, Transcript::Form::Plain, "x");
        QVERIFY(!transcript.problem().isEmpty());
        QVERIFY(!transcript.write("more"));
    }
};

QTEST_MAIN(TranscriptTest)
#include "tst_transcript.moc"
