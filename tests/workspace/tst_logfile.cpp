// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/logstore/stamp.h"
#include "workspace/logs/file/filefeed.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>
#include <zlib.h>

using namespace Qt::StringLiterals;
using workspace::FileFeed;
using workspace::LineDecoder;
using workspace::LogFeed;

static const QDate Day(2026, 1, 2);

/// What a store would get: "source|lines".
static QByteArray decoded(const QByteArray &bytes, qsizetype cut = 1 << 20)
{
    QByteArray out;
    LineDecoder decoder(Day);
    const auto sink = [&out](const QString &source, QByteArrayView lines) {
        if (!source.isEmpty())
            out += source.toUtf8() + '|';
        out += lines;
    };
    for (qsizetype at = 0; at < bytes.size(); at += cut)
        decoder.receive(QByteArrayView(bytes).sliced(at, qMin(cut, bytes.size() - at)), sink);
    decoder.finish(sink);
    return out;
}

static QByteArray dockerLine(const QString &log)
{
    return QJsonDocument(QJsonObject{{u"log"_s, log},
                                     {u"stream"_s, u"stdout"_s},
                                     {u"time"_s, u"2026-01-02T03:04:05.5Z"_s}})
               .toJson(QJsonDocument::Compact)
        + '\n';
}

class LogFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        qputenv("TZ", "UTC");
    }

    void init()
    {
        QTest::failOnWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"app.log"_s);
    }

    void everyFormIsRead_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("lines");
        const QByteArray stamp = "2026-01-02T03:04:05.5Z ";
        QTest::newRow("plain") << QByteArray("a\n\nb") << QByteArray("a\n\nb\n");
        QTest::newRow("stamped") << QByteArray(stamp + "a\n") << QByteArray(stamp + "a\n");
        QTest::newRow("CRI") << QByteArray(stamp + "stdout F a b\n" + stamp + "stderr F c\n")
                             << QByteArray(stamp + "a b\n" + stamp + "c\n");
        QTest::newRow("CRI, parts") << QByteArray(stamp + "stdout P ab\n" + stamp + "stdout F cd\n")
                                    << QByteArray(stamp + "abcd\n");
        QTest::newRow("Docker") << dockerLine(u"a\n"_s) << QByteArray(stamp + "a\n");
        QTest::newRow("Docker, parts") << QByteArray(dockerLine(u"ab"_s) + dockerLine(u"cd\n"_s))
                                       << QByteArray(stamp + "abcd\n");
        QTest::newRow("JSON of others")
            << QByteArray("{\"msg\":\"x\"}\n") << QByteArray("{\"msg\":\"x\"}\n");
        QTest::newRow("klog") << QByteArray("I0102 03:04:05.000006 1 a.go:1] x\n")
                              << QByteArray("2026-01-02T03:04:05.000006Z "
                                            "I0102 03:04:05.000006 1 a.go:1] x\n");
        QTest::newRow("klog of last year") << QByteArray("E1231 03:04:05.000000 1 a.go:1] x\n")
                                           << QByteArray("2025-12-31T03:04:05Z "
                                                         "E1231 03:04:05.000000 1 a.go:1] x\n");
        QTest::newRow("with a blank") << QByteArray("2026-01-02 03:04:05,123 WARN x\n")
                                      << QByteArray("2026-01-02T03:04:05.123Z "
                                                    "2026-01-02 03:04:05,123 WARN x\n");
        QTest::newRow("no such day") << QByteArray("I0231 03:04:05.000006 1 a.go:1] x\n")
                                     << QByteArray("I0231 03:04:05.000006 1 a.go:1] x\n");
        QTest::newRow("kubectl --prefix")
            << QByteArray("[pod/web/app] a\n[pod/web/app] b\n[pod/db/app] " + stamp + "c\n")
            << QByteArray("web/app|a\nb\ndb/app|" + stamp + "c\n");
        QTest::newRow("in brackets")
            << QByteArray("[pod/web] \n[INFO] x\n") << QByteArray("web|\n[INFO] x\n");
    }
    void everyFormIsRead()
    {
        QFETCH(const QByteArray, file);
        QFETCH(const QByteArray, lines);
        QCOMPARE(decoded(file), lines);
    }

    void linesAreTheSameWhereverBytesAreCut()
    {
        const QByteArray file = dockerLine(u"ab"_s) + dockerLine(u"ä€\n"_s)
            + "2026-01-02T03:04:05Z stdout P x\n2026-01-02T03:04:05Z stdout F y\nplain\n";
        const auto whole = decoded(file);
        // What is handed on at once may be cut, what it says not.
        for (qsizetype cut = 1; cut < 40; ++cut)
            QCOMPARE(decoded(file, cut), whole);
    }

    void aFileIsFollowedAsItGrows()
    {
        write("one\ntwo\n");
        FileFeed feed(m_path);
        feed.read(feed.request());
        QVERIFY(!feed.isCaughtUp());
        QTRY_VERIFY(feed.isCaughtUp());
        QCOMPARE(feed.store().count(), 2);
        QCOMPARE(feed.state(), LogFeed::State::Live);
        write("three\nfo", QFile::Append);
        QTRY_COMPARE(feed.store().count(), 3);
        write("ur\n", QFile::Append);
        QTRY_COMPARE(feed.store().count(), 4);
        QCOMPARE(feed.store().line(3).bytes, "four");
    }

    void aFileThatIsCutIsReadAnew()
    {
        write("a long first line\nand another\n");
        FileFeed feed(m_path);
        feed.read(feed.request());
        QTRY_COMPARE(feed.store().count(), 2);
        write("short\n");
        QTRY_COMPARE(feed.store().count(), 4);
        QCOMPARE(feed.store().line(2).level, logstore::Level::Mark);
        QCOMPARE(feed.store().line(3).bytes, "short");
    }

    void aFileThatIsRotatedIsReadToItsEnd()
    {
        write("one\n");
        FileFeed feed(m_path);
        feed.read(feed.request());
        QTRY_COMPARE(feed.store().count(), 1);
        const QString old = m_path + u".1"_s;
        QVERIFY(QFile::rename(m_path, old));
        QFile file(old);
        QVERIFY(file.open(QIODevice::Append));
        file.write("two\n");
        file.close();
        write("three\n");
        QTRY_COMPARE(feed.store().count(), 4);
        QCOMPARE(feed.store().line(1).bytes, "two");
        QCOMPARE(feed.store().line(2).level, logstore::Level::Mark);
        QCOMPARE(feed.store().line(3).bytes, "three");
    }

    void aPackedFileIsUnpacked()
    {
        QByteArray text;
        for (int i = 0; i < 200'000; ++i)
            text += "line " + QByteArray::number(i) + '\n';
        const auto name = QFile::encodeName(m_path);
        for (const char *mode : {"wb", "ab"}) { // two members, as of two rotated files
            auto *file = gzopen(name.constData(), mode);
            QVERIFY(file);
            QCOMPARE(gzwrite(file, text.constData(), unsigned(text.size())), int(text.size()));
            gzclose(file);
        }
        FileFeed feed(m_path);
        feed.read(feed.request());
        QTRY_COMPARE(feed.state(), LogFeed::State::Ended);
        QCOMPARE(feed.store().count(), 400'000);
        QCOMPARE(feed.store().line(399'999).bytes, "line 199999");

        QFile file(m_path);
        QVERIFY(file.resize(file.size() / 4 * 3));
        FileFeed half(m_path);
        half.read(half.request());
        QTRY_COMPARE(half.state(), LogFeed::State::Failed);
        QVERIFY(half.store().count() > 200'000); // what could be read is there
        QVERIFY2(half.error().message.contains(m_path), qPrintable(half.error().message));
    }

    void aPipeIsReadToItsEndAndHeldBackWhilePaused()
    {
        int ends[2];
        QCOMPARE(pipe(ends), 0);
        const int kept = dup(STDIN_FILENO);
        QVERIFY(dup2(ends[0], STDIN_FILENO) >= 0);
        ::close(ends[0]);
        {
            FileFeed feed(u"-"_s);
            feed.read(feed.request());
            QVERIFY(!feed.isCaughtUp()); // nothing has come yet
            QCOMPARE(::write(ends[1], "one\ntwo\n", 8), 8);
            QVERIFY(!feed.isCaughtUp());
            QTRY_COMPARE(feed.store().count(), 2);
            QVERIFY(feed.isCaughtUp());
            feed.setPaused(true);
            QCOMPARE(feed.state(), LogFeed::State::Paused);
            QCOMPARE(::write(ends[1], "three\n", 6), 6);
            QCoreApplication::processEvents();
            QCOMPARE(feed.store().count(), 2);
            QVERIFY(!feed.isCaughtUp());
            feed.setPaused(false);
            QTRY_COMPARE(feed.store().count(), 3);
            ::close(ends[1]);
            QTRY_COMPARE(feed.state(), LogFeed::State::Ended);
            QVERIFY(feed.isCaughtUp());
        }
        QVERIFY(dup2(kept, STDIN_FILENO) >= 0);
        ::close(kept);
    }

    void whatCannotBeReadSaysSo()
    {
        FileFeed feed(m_folder->filePath(u"none.log"_s));
        feed.read(feed.request());
        QCOMPARE(feed.state(), LogFeed::State::Failed);
        QVERIFY2(feed.error().message.contains(u"none.log"_s), qPrintable(feed.error().message));
        FileFeed folder(m_folder->path());
        folder.read(folder.request());
        QCOMPARE(folder.state(), LogFeed::State::Failed);
    }

private:
    void write(const QByteArray &bytes, QIODevice::OpenMode mode = QFile::Truncate)
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly | mode));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(LogFileTest)
#include "tst_logfile.moc"
