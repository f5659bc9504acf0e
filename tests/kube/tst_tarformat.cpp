// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/copy/packing.h"
#include "kube/copy/unpacking.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using kube::TarEntry;
using kube::TarReader;
using Type = TarEntry::Type;
using What = TarReader::Part::What;

namespace {

/// One member after the other, as an archive.
QByteArray archiveOf(const std::vector<std::pair<TarEntry, QByteArray>> &members, bool ends = true)
{
    QByteArray bytes;
    for (const auto &[entry, content] : members) {
        auto whole = entry;
        whole.size = content.size();
        bytes += kube::tarHead(whole);
        bytes += content;
        bytes += kube::tarPadding(content.size());
    }
    return ends ? QByteArray(bytes + kube::tarEnd()) : bytes;
}

TarEntry file(const QByteArray &path)
{
    return {.path = path};
}

TarEntry symLink(const QByteArray &path, const QByteArray &target)
{
    return {.type = Type::SymLink, .path = path, .link = target};
}

/// What was read, with the contents in one piece each.
std::vector<std::pair<TarEntry, QByteArray>> readIn(const QByteArray &bytes, qsizetype cut,
                                                    bool *isOver = nullptr)
{
    TarReader reader;
    std::vector<TarReader::Part> parts;
    [&] {
        QVERIFY2(reader.read(QByteArrayView(bytes).first(cut), parts),
                 qPrintable(reader.problem()));
        QVERIFY2(reader.read(QByteArrayView(bytes).sliced(cut), parts),
                 qPrintable(reader.problem()));
    }();
    std::vector<std::pair<TarEntry, QByteArray>> members;
    for (const auto &part : parts) {
        if (part.what == What::Begin)
            members.emplace_back(part.entry, QByteArray());
        else if (part.what == What::Data)
            members.back().second += part.data;
    }
    if (isOver)
        *isOver = reader.isOver();
    return members;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

void write(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

QByteArray wholeOf(kube::Packing &packing)
{
    QByteArray all;
    while (true) {
        const auto next = packing.next(1000);
        if (!next || next->isEmpty())
            return all;
        all += *next;
    }
}

} // namespace

/// Archives against themselves and against the system's tar, and hostile ones.
class TarFormatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void archivesSurviveEveryCut()
    {
        const QByteArray deep = "a/" + QByteArray(150, 'd') + "/file";
        const auto bytes = archiveOf({{{.type = Type::Folder, .path = "a/"}, {}},
                                      {file(deep), "content"},
                                      {symLink("a/link", QByteArray(120, 't')), {}},
                                      {file("a/empty"), {}},
                                      {file("a/big"), QByteArray(1500, 'x')}});
        for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
            bool isOver = false;
            const auto members = readIn(bytes, cut, &isOver);
            QCOMPARE(members.size(), 5U);
            QCOMPARE(members[1].first.path, deep);
            QCOMPARE(members[1].second, "content");
            QCOMPARE(members[2].first.link, QByteArray(120, 't'));
            QCOMPARE(members[4].second, QByteArray(1500, 'x'));
            QVERIFY(isOver);
        }
    }

    void whatTheSystemsTarWritesIsRead_data()
    {
        QTest::addColumn<QString>("format");
        for (const auto *format : {"ustar", "gnu", "pax", "v7", "oldgnu"})
            QTest::newRow(format) << QString::fromLatin1(format);
    }

    void whatTheSystemsTarWritesIsRead()
    {
        QFETCH(const QString, format);
        const auto longName = QString(90, u'n') + u'/' + QString(60, u'm');
        const bool fits = format != "v7"_L1;
        write(path(u"src/one"_s), "1");
        write(path(u"src/dir/zwei ü"_s), QByteArray(5000, '2'));
        if (fits)
            write(path(u"src/"_s + longName), "long");
        QVERIFY(QFile::link(u"one"_s, path(u"src/link"_s)));
        const auto bytes =
            tar({u"cf"_s, u"-"_s, u"--format="_s + format, u"-C"_s, path({}), u"src"_s});
        QVERIFY(!bytes.isEmpty());
        kube::Unpacking unpacking(m_folder->path(), u"copy"_s);
        for (qsizetype at = 0; at < bytes.size(); at += 700)
            QVERIFY(unpacking.take(QByteArrayView(bytes).sliced(at).first(
                std::min<qsizetype>(700, bytes.size() - at))));
        QVERIFY(unpacking.finish());
        QCOMPARE(contentOf(path(u"copy/one"_s)), "1");
        QCOMPARE(contentOf(path(u"copy/dir/zwei ü"_s)), QByteArray(5000, '2'));
        if (fits)
            QCOMPARE(contentOf(path(u"copy/"_s + longName)), "long");
        QCOMPARE(QFileInfo(path(u"copy/link"_s)).readSymLink(), u"one"_s);
        QCOMPARE(unpacking.files(), fits ? 3 : 2);
    }

    void theSystemsTarReadsWhatIsPacked()
    {
        const auto longName = QString(120, u'n');
        write(path(u"src/one"_s), "1");
        write(path(u"src/.hidden"_s), "h");
        write(path(u"src/dir/"_s + longName), QByteArray(100'000, '2'));
        QFile::setPermissions(path(u"src/one"_s),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QVERIFY(QFile::link(u"one"_s, path(u"src/link"_s)));
        auto packing = kube::Packing::of(path(u"src"_s), u"copy"_s);
        QVERIFY(packing.has_value());
        const auto bytes = wholeOf(*packing);
        QCOMPARE(bytes.size(), packing->length());
        QCOMPARE(packing->files(), 3);
        QCOMPARE(packing->done(), packing->contents());
        tar({u"xf"_s, u"-"_s, u"-C"_s, path({})}, bytes);
        QCOMPARE(contentOf(path(u"copy/one"_s)), "1");
        QVERIFY(QFileInfo(path(u"copy/one"_s)).isExecutable());
        QCOMPARE(contentOf(path(u"copy/.hidden"_s)), "h");
        QCOMPARE(contentOf(path(u"copy/dir/"_s + longName)), QByteArray(100'000, '2'));
        QCOMPARE(QFileInfo(path(u"copy/link"_s)).readSymLink(), u"one"_s);
    }

    void aFileThatShrinksEndsThePacking()
    {
        write(path(u"file"_s), QByteArray(10'000, 'x'));
        auto packing = kube::Packing::of(path(u"file"_s), u"file"_s);
        QVERIFY(packing.has_value());
        write(path(u"file"_s), "short");
        kube::Result<QByteArray> next;
        do {
            next = packing->next(4000);
        } while (next && !next->isEmpty());
        QVERIFY(!next);
        QCOMPARE(next.error().reason, u"Changed"_s);
    }

    void noPathLeavesTheFolder_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("up") << QByteArray("src/../../evil");
        QTest::newRow("first up") << QByteArray("../evil");
        QTest::newRow("absolute") << QByteArray("/tmp/evil");
        QTest::newRow("hidden up") << QByteArray("src/./a/../../../evil");
    }

    void noPathLeavesTheFolder()
    {
        QFETCH(const QByteArray, name);
        kube::Unpacking unpacking(m_folder->path(), u"copy"_s);
        const auto taken = unpacking.take(archiveOf({{file(name), "evil"}}));
        QVERIFY(!taken);
        QCOMPARE(taken.error().reason, u"OutsidePath"_s);
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    void aLinkIsNoWayOut()
    {
        QTemporaryDir outside;
        const auto target = outside.path().toUtf8();
        kube::Unpacking unpacking(m_folder->path(), u"copy"_s);
        const auto bytes = archiveOf({{symLink("src/abs", target), {}},
                                      {symLink("src/up", "../../.."), {}},
                                      {symLink("src/in", "sub"), {}},
                                      {file("src/abs/evil"), "evil"},
                                      {file("src/in/good"), "good"}});
        QVERIFY(unpacking.take(bytes));
        QVERIFY(unpacking.finish());
        QVERIFY(QDir(outside.path()).isEmpty());
        QVERIFY(!QFileInfo(path(u"copy/up"_s)).isSymLink());
        QVERIFY(!QFileInfo(path(u"copy/abs"_s)).isSymLink());
        // What was a folder by then is not replaced by a link.
        QCOMPARE(contentOf(path(u"copy/in/good"_s)), "good");
        QCOMPARE(unpacking.skipped().size(), 3);
    }

    void aLinkThatWasThereIsNotFollowed()
    {
        QTemporaryDir outside;
        QVERIFY(QDir(m_folder->path()).mkdir(u"copy"_s));
        QVERIFY(QFile::link(outside.path(), path(u"copy/sub"_s)));
        QVERIFY(QFile::link(outside.path() + u"/file"_s, path(u"copy/file"_s)));
        kube::Unpacking plain(m_folder->path(), u"copy"_s);
        QVERIFY(plain.take(archiveOf({{file("src/file"), "mine"}})));
        QVERIFY(!QFileInfo(path(u"copy/file"_s)).isSymLink());
        QCOMPARE(contentOf(path(u"copy/file"_s)), "mine");
        kube::Unpacking through(m_folder->path(), u"copy"_s);
        QVERIFY(!through.take(archiveOf({{file("src/sub/evil"), "evil"}})));
        QVERIFY(QDir(outside.path()).isEmpty());
    }

    void aCutArchiveIsNoticedAndLeavesNoHalfFile()
    {
        const auto bytes = archiveOf({{file("src/one"), "1"}, {file("src/two"), "22222"}}, false);
        for (qsizetype size = 0; size <= bytes.size(); size += 100) {
            kube::Unpacking unpacking(m_folder->path(), u"copy"_s);
            QVERIFY(unpacking.take(QByteArrayView(bytes).first(size)));
            const auto whole = unpacking.finish();
            QVERIFY(!whole);
            QCOMPARE(whole.error().reason, u"Truncated"_s);
            if (QFileInfo::exists(path(u"copy/two"_s)))
                QCOMPARE(contentOf(path(u"copy/two"_s)), "22222");
            QDir(path(u"copy"_s)).removeRecursively();
        }
    }

    void brokenHeadersAreRefused()
    {
        auto bytes = archiveOf({{file("one"), "1"}});
        bytes[0] = 'x'; // the checksum is wrong now
        TarReader reader;
        std::vector<TarReader::Part> parts;
        QVERIFY(!reader.read(bytes, parts));
        QVERIFY(parts.empty());
        QVERIFY(!reader.problem().isEmpty());
    }

    void sizesPastEightGigabytesAreKept()
    {
        const TarEntry huge{.path = "huge", .size = 28LL << 30};
        TarReader reader;
        std::vector<TarReader::Part> parts;
        QVERIFY(reader.read(kube::tarHead(huge), parts));
        QCOMPARE(parts.front().entry.size, huge.size);
    }

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    static QByteArray tar(const QStringList &arguments, const QByteArray &input = {})
    {
        QProcess process;
        process.start(u"tar"_s, arguments);
        process.write(input);
        process.closeWriteChannel();
        process.waitForFinished();
        return process.readAllStandardOutput();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TarFormatTest)
#include "tst_tarformat.moc"
