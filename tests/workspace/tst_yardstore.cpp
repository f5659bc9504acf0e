// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/yard/yardactions.h"
#include "workspace/yard/yarddocument.h"
#include "workspace/yarddoc/yardstore.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace workspace;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class YardStoreTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<YardDocument> m_document;
    std::unique_ptr<YardStore> m_store;

    QString path() const { return m_folder->filePath(u"yards/one.krateyard"_s); }

    /// Begins anew, as another start of the program does.
    QStringList open()
    {
        m_store.reset();
        m_document = std::make_unique<YardDocument>();
        m_store = std::make_unique<YardStore>(*m_document, path());
        m_store->setDelay(1h);
        return m_store->load();
    }

    QString addKrate(const QString &name)
    {
        const KrateRecord pod{.cluster = u"kind"_s,
                              .object = ObjectId{u"v1"_s, u"Pod"_s, u"shop"_s, name},
                              .label = name};
        return yard::open(*m_document, pod, {View::Logs}, {3000, 3000});
    }

    /// Runs statements on the file, which nobody else has open then.
    void meddle(const QStringList &statements) const
    {
        {
            auto db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"meddle"_s);
            db.setDatabaseName(path());
            QVERIFY(db.open());
            for (const auto &statement : statements)
                QVERIFY2(QSqlQuery(db).exec(statement), qPrintable(statement));
        }
        QSqlDatabase::removeDatabase(u"meddle"_s);
    }

    size_t updatesInFile() const { return YardSql(path()).read()->updates.size(); }

    QStringList aside() const
    {
        return QDir(m_folder->filePath(u"yards"_s)).entryList({u"*.broken*"_s}, QDir::Files);
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void cleanup()
    {
        m_store.reset();
        m_document.reset();
    }

    void aYardComesBackAsItWas()
    {
        QCOMPARE(open(), QStringList());
        QVERIFY(!QFile::exists(path())); // nothing to keep yet
        const auto id = addKrate(u"web"_s);
        addKrate(u"db"_s);
        yard::setMinimized(*m_document, id, true);
        m_store->setName(u"Shop"_s);
        m_store->flush();
        const auto krates = m_document->krates();
        const auto client = m_document->doc().clientId();
        QCOMPARE(open(), QStringList());
        QCOMPARE(m_document->krates(), krates);
        QCOMPARE(m_store->name(), u"Shop"_s);
        QVERIFY(!m_document->canUndo());
        QVERIFY(m_document->doc().clientId() != client); // never used twice
    }

    void changesAreGatheredForAMoment()
    {
        open();
        m_store->setDelay(1ms);
        QSignalSpy saved(m_store.get(), &YardStore::saved);
        addKrate(u"web"_s);
        addKrate(u"db"_s);
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(updatesInFile(), 1u);
        m_store->setDelay(1h);
        addKrate(u"cart"_s);
        QCOMPARE(updatesInFile(), 1u);
        open(); // what is pending is written at the end
        QCOMPARE(m_document->krates().size(), 3u);
    }

    void whatAPeerWritesIsKept()
    {
        open();
        addKrate(u"web"_s);
        YardDocument peer;
        QVERIFY(peer.doc().applyUpdate(m_document->doc().encodeStateAsUpdate(), this));
        yard::setPinned(peer, peer.krates().begin()->first, true);
        QVERIFY(m_document->doc().applyUpdate(peer.doc().encodeStateAsUpdate(), this));
        QCOMPARE(open(), QStringList());
        QVERIFY(m_document->krates().begin()->second.pinned);
    }

    void manyUpdatesBecomeOneState()
    {
        open();
        const auto id = addKrate(u"web"_s);
        m_store->flush();
        size_t most = 0;
        for (int i = 0; i < 600; ++i) {
            yard::move(*m_document, id, {i * 10.0, 3000});
            m_store->flush();
            if (i % 100 == 99)
                most = std::max(most, updatesInFile());
        }
        QVERIFY(most > 300);
        QVERIFY(updatesInFile() < 200);
        QVERIFY(YardSql(path()).read()->updates.front().encoding == crdt::Encoding::V2);
        const auto krates = m_document->krates();
        QCOMPARE(open(), QStringList());
        QCOMPARE(m_document->krates(), krates);
    }

    void aChangeThatIsDamagedCostsOnlyItself()
    {
        open();
        const auto id = addKrate(u"web"_s);
        m_store->flush();
        yard::setPinned(*m_document, id, true);
        m_store->flush();
        m_store.reset();
        meddle({u"UPDATE updates SET data = x'0102030405' WHERE seq = 2"_s});
        const auto problems = open();
        QCOMPARE(problems.size(), 2);
        QCOMPARE(aside(), QStringList(u"one.krateyard.broken"_s));
        QVERIFY(m_document->krate(id));
        QVERIFY(!m_document->krate(id)->pinned);
        m_store->flush();
        QCOMPARE(open(), QStringList()); // it is whole again
        QVERIFY(m_document->krate(id));
        QCOMPARE(aside().size(), 1);
    }

    void whatBuildsOnADamagedChangeWaitsForIt()
    {
        open();
        addKrate(u"web"_s);
        m_store->flush();
        addKrate(u"db"_s);
        m_store->flush();
        const auto whole = m_document->doc().encodeStateAsUpdate(); // as a peer may have it
        m_store.reset();
        meddle({u"DELETE FROM updates WHERE seq = 1"_s});
        QCOMPARE(open().size(), 2);
        QVERIFY(m_document->krates().empty());
        m_store->flush();
        QCOMPARE(open().size(), 2); // what is left was not lost by saving it
        QVERIFY(m_document->doc().hasPendingStructs());
        QVERIFY(m_document->doc().applyUpdate(whole, this));
        QCOMPARE(m_document->krates().size(), 2u);
        QCOMPARE(open(), QStringList());
        QCOMPARE(m_document->krates().size(), 2u);
    }

    void aFileThatIsNoneIsPutAside()
    {
        QDir().mkpath(m_folder->filePath(u"yards"_s));
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(5000, 'x'));
        file.close();
        QCOMPARE(open().size(), 2);
        QCOMPARE(aside(), QStringList(u"one.krateyard.broken"_s));
        addKrate(u"web"_s);
        QCOMPARE(open(), QStringList());
        QCOMPARE(m_document->krates().size(), 1u);
        QFile kept(path() + u".broken"_s);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), QByteArray(5000, 'x'));
    }

    /// Whatever page is damaged: it opens, what can be read is there, and the bytes are kept.
    void anyDamageIsSurvived()
    {
        open();
        for (int i = 0; i < 40; ++i)
            addKrate(QString::number(i));
        m_store.reset();
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto whole = file.readAll();
        file.close();
        for (qsizetype at = 0; at < whole.size(); at += 997) {
            auto damaged = whole;
            for (qsizetype i = at; i < std::min(at + 64, damaged.size()); ++i)
                damaged[i] = char(damaged[i] ^ 0x5a);
            QVERIFY(QDir(m_folder->filePath(u"yards"_s)).removeRecursively());
            QDir().mkpath(m_folder->filePath(u"yards"_s));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(damaged);
            file.close();
            const auto problems = open();
            if (problems.isEmpty())
                QCOMPARE(m_document->krates().size(), 40u);
            addKrate(u"new"_s);
            m_store.reset();
            if (problems.isEmpty())
                continue;
            QCOMPARE(aside().size(), 1);
        }
    }

    void aFileOfANewerVersionIsLeftAlone()
    {
        open();
        addKrate(u"web"_s);
        m_store.reset();
        meddle({u"PRAGMA user_version = 9"_s});
        QCOMPARE(open().size(), 1);
        QVERIFY(m_document->krates().empty());
        QSignalSpy failed(m_store.get(), &YardStore::saveFailed);
        addKrate(u"db"_s);
        m_store->flush();
        QCOMPARE(failed.size(), 1);
        m_store.reset();
        meddle({u"PRAGMA user_version = 1"_s});
        open();
        QCOMPARE(m_document->krates().size(), 1u);
        QCOMPARE(aside(), QStringList());
    }

    void whatCouldNotBeWrittenIsTriedAgain()
    {
        QFile blocking(m_folder->filePath(u"yards"_s)); // a file where the folder is to be
        QVERIFY(blocking.open(QIODevice::WriteOnly));
        open();
        m_store->setDelay(1ms);
        m_store->setPatience(1ms);
        QSignalSpy failed(m_store.get(), &YardStore::saveFailed);
        QSignalSpy saved(m_store.get(), &YardStore::saved);
        addKrate(u"web"_s);
        QTRY_COMPARE(failed.size(), 1);
        addKrate(u"db"_s);
        blocking.remove();
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(failed.size(), 1); // said once
        open();
        QCOMPARE(m_document->krates().size(), 2u);
    }

    void aFullDiskIsSaid()
    {
        open();
        addKrate(u"web"_s);
        m_store->flush();
        m_store.reset();
        YardSql file(path());
        QVERIFY(file.read());
        QVERIFY(file.limitPages(8)); // as if the disk were that small
        const auto done =
            file.write({.updates = {{QByteArray(200'000, 'x')}}}, YardSql::Write::Append);
        QVERIFY(!done);
        QVERIFY2(done.error().text.contains("full"_L1), qPrintable(done.error().text));
        QVERIFY(done.error().kind == YardSql::Failure::Kind::Unreadable);
        QVERIFY(file.limitPages(1'000'000));
        QVERIFY(file.write({.updates = {{QByteArray("\x00\x00", 2)}}}, YardSql::Write::Append));
        QCOMPARE(file.read()->updates.size(), 2u);
    }

    void anotherDocumentTakesThePlaceOfWhatWasKept()
    {
        open();
        addKrate(u"web"_s);
        m_store->flush();
        m_document->reset({});
        addKrate(u"db"_s);
        m_store->flush();
        QCOMPARE(updatesInFile(), 1u);
        open();
        QCOMPARE(m_document->krates().size(), 1u);
        QCOMPARE(m_document->krates().begin()->second.label, u"db"_s);
    }

    void contextsStayBesideTheDocument()
    {
        open();
        const auto id = addKrate(u"web"_s);
        open();
        QCOMPARE(m_document->krate(id)->cluster, u"kind"_s);
        QCOMPARE(m_document->contexts().size(), 1u);
        yard::dismiss(*m_document, id);
        m_document->undo();
        QCOMPARE(m_document->krate(id)->cluster, u"kind"_s);
        yard::dismiss(*m_document, id);
        open();
        QVERIFY(m_document->contexts().empty()); // of a krate that is gone
    }

    void theFileIsOneWhenItIsClosed()
    {
        open();
        addKrate(u"web"_s);
        m_store->flush();
        m_store.reset();
        QCOMPARE(QDir(m_folder->filePath(u"yards"_s)).entryList(QDir::Files),
                 QStringList(u"one.krateyard"_s));
    }
};

QTEST_GUILESS_MAIN(YardStoreTest)
#include "tst_yardstore.moc"
