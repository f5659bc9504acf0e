// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/session/session.h"
#include "workspace/session/sessionfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using workspace::Session;
using workspace::SessionFile;

class SessionFileTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    const QJsonObject m_pins{{u"a"_s, 1}};

    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    static void write(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void whatIsArrangedComesBack()
    {
        {
            Session session;
            SessionFile file(session, path("one/session.json"));
            QCOMPARE(file.load(), QStringList());
            QVERIFY(file.isKeeping());
            session.setSection(u"pins"_s, m_pins);
        }
        Session session;
        SessionFile file(session, path("one/session.json"));
        QCOMPARE(file.load(), QStringList());
        QCOMPARE(session.section(u"pins"_s), m_pins);
        QCOMPARE(QFileInfo(file.path()).permissions() & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
    }

    void aChangeIsWrittenAMomentLater()
    {
        Session session;
        SessionFile file(session, path("delayed.json"));
        file.setDelay(std::chrono::milliseconds(10));
        file.load();
        QSignalSpy saved(&file, &SessionFile::saved);
        session.setSection(u"pins"_s, m_pins);
        session.setSection(u"other"_s, m_pins);
        QVERIFY(!QFile::exists(file.path()));
        QTRY_COMPARE(saved.size(), 1);
        QVERIFY(QFile::exists(file.path()));
    }

    void aDamagedFileIsKeptAside_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("cut") << QByteArray("{\"version\": 1, \"sect");
        QTest::newRow("no object") << QByteArray("[]");
        QTest::newRow("another version") << QByteArray("{\"version\": 99, \"sections\": {}}");
        QTest::newRow("bytes") << QByteArray("\0\xff\xfe", 3);
    }

    void aDamagedFileIsKeptAside()
    {
        QFETCH(const QByteArray, content);
        write(path("bad.json"), content);
        Session session;
        session.setSection(u"pins"_s, m_pins);
        SessionFile file(session, path("bad.json"));
        const auto problems = file.load();
        QCOMPARE(problems.size(), 1);
        QVERIFY(problems.first().contains("bad.json.broken"_L1));
        QVERIFY(session.all().isEmpty());
        QFile aside(path("bad.json.broken"));
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), content);
    }

    void onlyTheFirstOfTwoProgramsWrites()
    {
        Session mine;
        SessionFile first(mine, path("shared.json"));
        first.load();
        Session theirs;
        SessionFile second(theirs, path("shared.json"));
        second.load();
        QVERIFY(first.isKeeping());
        QVERIFY(!second.isKeeping());
        mine.setSection(u"pins"_s, m_pins);
        theirs.setSection(u"pins"_s, {{u"b"_s, 2}});
        first.flush();
        second.flush();
        Session now;
        SessionFile third(now, path("shared.json"));
        third.load();
        QCOMPARE(now.section(u"pins"_s), m_pins);
    }

    void whatCannotBeSavedIsSaid()
    {
        Session session;
        SessionFile file(session, path("gone/session.json"));
        file.load();
        QVERIFY(QDir().mkpath(file.path())); // in the way
        QSignalSpy failed(&file, &SessionFile::saveFailed);
        session.setSection(u"pins"_s, m_pins);
        file.flush();
        QCOMPARE(failed.size(), 1);
        QVERIFY(QDir().rmdir(file.path()));
        file.flush();
        QCOMPARE(failed.size(), 1);
        QVERIFY(QFileInfo(file.path()).isFile());
    }
};

QTEST_GUILESS_MAIN(SessionFileTest)
#include "tst_sessionfile.moc"
