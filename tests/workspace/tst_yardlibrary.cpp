// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/yard/yardfile.h"
#include "workspace/yarddoc/yardstore.h"
#include "workspace/yards/yardlibrary.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace workspace;

class YardLibraryTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<YardLibrary> m_library;

    QString yards() const { return m_folder->filePath(u"yards"_s); }
    QString old() const { return m_folder->filePath(u"yard.json"_s); }

    static Krates oneKrate()
    {
        const KrateRecord krate{.id = u"k"_s,
                                .cluster = u"c"_s,
                                .object = ObjectId{u"v1"_s, u"Pod"_s, u"shop"_s, u"web"_s},
                                .label = u"web"_s,
                                .windows = {{u"w"_s, View::Yaml, QRectF(0, 0, 380, 362)}}};
        return {{krate.id, krate}};
    }

    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static void write(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    QStringList names() const
    {
        QStringList names;
        for (const auto &yard : m_library->yards())
            names.append(yard.name);
        return names;
    }

    /// Of the yard that comes first.
    QString id() const { return m_library->yards().front().id; }

    /// The krates of a yard, as they are when it is opened.
    Krates kratesOf(const QString &yard) const
    {
        YardDocument document;
        YardStore store(document, m_library->path(yard));
        return store.load().isEmpty() ? document.krates() : Krates();
    }

    void reopen()
    {
        m_library = std::make_unique<YardLibrary>(yards());
        QCOMPARE(m_library->load(old(), u"my yard"_s), QStringList());
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        m_library = std::make_unique<YardLibrary>(yards());
    }

    void theOneYardOfBeforeIsTakenOver()
    {
        write(old(), toJson(oneKrate()));
        reopen();
        QCOMPARE(names(), QStringList(u"my yard"_s));
        QVERIFY(!QFile::exists(old()));
        QCOMPARE(YardSql(m_library->path(id())).name(), u"my yard"_s);
        QCOMPARE(kratesOf(id()), oneKrate());
        reopen();
        QCOMPARE(m_library->yards().size(), 1u);
        QCOMPARE(read(QDir(yards()).filePath(id() + u".json.old"_s)), toJson(oneKrate()));
    }

    void yardsInJsonAreTakenOver()
    {
        QDir().mkpath(yards());
        write(QDir(yards()).filePath(u"a.json"_s), toJson(oneKrate(), u"Shop"_s));
        write(QDir(yards()).filePath(u"b.json"_s), toJson({}, u"Ops"_s));
        reopen();
        QCOMPARE(names(), QStringList({u"Ops"_s, u"Shop"_s}));
        QCOMPARE(kratesOf(u"a"_s), oneKrate());
        QCOMPARE(QDir(yards()).entryList({u"*.json"_s}), QStringList());
        QCOMPARE(QDir(yards()).entryList({u"*.old"_s}).size(), 2);
        // One who was interrupted before the old file was put aside has lost nothing.
        write(QDir(yards()).filePath(u"a.json"_s), toJson({}, u"Shop"_s));
        reopen();
        QCOMPARE(kratesOf(u"a"_s), oneKrate());
        QCOMPARE(QDir(yards()).entryList({u"*.json"_s}), QStringList());
    }

    void aYardThatAnOlderVersionHasOpenIsLeftToIt()
    {
        QDir().mkpath(yards());
        const auto file = QDir(yards()).filePath(u"a.json"_s);
        write(file, toJson(oneKrate(), u"Shop"_s));
        {
            QLockFile lock(file + u".lock"_s);
            QVERIFY(lock.lock());
            reopen();
            QVERIFY(m_library->yards().empty());
        }
        reopen();
        QCOMPARE(names(), QStringList(u"Shop"_s));
    }

    void aDamagedYardOfBeforeKeepsItsBytes()
    {
        write(old(), "{ not json");
        m_library = std::make_unique<YardLibrary>(yards());
        QCOMPARE(m_library->load(old(), u"my yard"_s).size(), 2);
        QCOMPARE(m_library->yards().size(), 1u);
        QCOMPARE(read(QDir(yards()).filePath(id() + u".json.old"_s)), "{ not json");
    }

    void yardsAreMadeAndListedByName()
    {
        reopen();
        QSignalSpy changes(m_library.get(), &YardLibrary::changed);
        QVERIFY(m_library->create(u"Shop"_s));
        QVERIFY(m_library->create(u"  ops   night "_s));
        QCOMPARE(changes.size(), 2);
        QCOMPARE(names(), QStringList({u"ops night"_s, u"Shop"_s}));
        reopen();
        QCOMPARE(names(), QStringList({u"ops night"_s, u"Shop"_s}));
    }

    void namesAreUniqueAndBounded()
    {
        reopen();
        QVERIFY(m_library->create(u"Shop"_s));
        QVERIFY(!m_library->create(u"shop"_s));
        QVERIFY(!m_library->create(u" SHOP "_s));
        QVERIFY(!m_library->create(u"  "_s));
        QVERIFY(!m_library->create(QString(81, u'x')));
        QCOMPARE(m_library->freeName(u"shop"_s), u"shop 2"_s);
        QCOMPARE(m_library->yards().size(), 1u);
    }

    void aYardIsRenamedInItsFile()
    {
        reopen();
        const auto id = *m_library->create(u"Shop"_s);
        QVERIFY(m_library->create(u"Ops"_s));
        QVERIFY(m_library->rename(id, u"SHOP"_s)); // its own name in another case
        QVERIFY(!m_library->rename(id, u"ops"_s));
        QVERIFY(!m_library->rename(u"nobody"_s, u"New"_s));
        reopen();
        QCOMPARE(names(), QStringList({u"Ops"_s, u"SHOP"_s}));
    }

    void aDuplicateHasTheSameKratesUnderOtherIds()
    {
        write(old(), toJson(oneKrate()));
        reopen();
        const auto copy = m_library->duplicate(id(), u"copy"_s);
        QVERIFY(copy);
        QCOMPARE(YardSql(m_library->path(*copy)).name(), u"copy"_s);
        const auto krates = kratesOf(*copy);
        QCOMPARE(krates.size(), 1u);
        const auto &krate = krates.begin()->second;
        QCOMPARE(krate.object->name, u"web"_s);
        QCOMPARE(krate.cluster, u"c"_s);
        QVERIFY(krate.id != "k"_L1 && krate.windows.front().id != "w"_L1);
        QVERIFY(!m_library->duplicate(id(), u"copy"_s));
    }

    void aDeletedYardCanBeBroughtBack()
    {
        reopen();
        const auto id = *m_library->create(u"Shop"_s);
        QVERIFY(m_library->remove(id));
        QVERIFY(m_library->yards().empty());
        QVERIFY(!m_library->remove(id));
        reopen();
        QVERIFY(m_library->yards().empty());
        QVERIFY(m_library->create(u"shop"_s));
        QVERIFY(m_library->restore(id));
        QCOMPARE(names(), QStringList({u"shop"_s, u"Shop 2"_s}));
        QCOMPARE(QDir(yards()).entryList({u"*.deleted*"_s}), QStringList());
        QVERIFY(!m_library->restore(id));
    }

    void whatWasDeletedLongAgoGoes()
    {
        reopen();
        const auto id = *m_library->create(u"Shop"_s);
        QVERIFY(m_library->remove(id));
        QFile file(QDir(yards()).filePath(id + u".deleted"_s));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-31),
                                 QFileDevice::FileModificationTime));
        file.close();
        reopen();
        QVERIFY(!file.exists());
    }

    void aYardThatIsOpenElsewhereIsLeftAlone()
    {
        reopen();
        const auto id = *m_library->create(u"Shop"_s);
        YardLibrary other(yards());
        other.load({}, {});
        QVERIFY(other.take(id));
        QVERIFY(!m_library->take(id));
        QVERIFY(!m_library->rename(id, u"Mine"_s));
        QVERIFY(!m_library->remove(id));
        QVERIFY(other.take(*other.create(u"Second"_s)));
        QVERIFY(m_library->take(id));
    }
};

QTEST_GUILESS_MAIN(YardLibraryTest)
#include "tst_yardlibrary.moc"
