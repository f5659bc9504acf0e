// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/actions/journal.h"

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using workspace::Journal;
using workspace::JournalEntry;

static JournalEntry entry(int number)
{
    return {.at = QDateTime({2026, 11, 21}, {12, 0}, QTimeZone::UTC).addSecs(number),
            .context = u"prod"_s,
            .action = u"Scale"_s,
            .object = u"deployment/web"_s,
            .nameSpace = u"shop"_s,
            .apiVersion = u"apps/v1"_s,
            .kind = u"Deployment"_s,
            .name = u"web"_s,
            .kubectl = u"kubectl scale deployment/web --replicas=%1"_s.arg(number),
            .problem = number % 2 ? u"refused"_s : QString()};
}

class JournalTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString path(const QString &name) const { return m_folder.filePath(name); }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void whatWasAddedIsThereAfterARestart()
    {
        {
            Journal journal;
            QCOMPARE(journal.keepIn(path(u"deep/er/journal"_s)), QString());
            journal.add(entry(1));
            journal.add(entry(2));
        }
        Journal again;
        QCOMPARE(again.keepIn(path(u"deep/er/journal"_s)), QString());
        QCOMPARE(again.entries().size(), 2UL);
        QCOMPARE(again.entries()[0], entry(1));
        QCOMPARE(again.entries()[1], entry(2));
    }

    void onlyItsOwnerCanReadIt()
    {
        Journal journal;
        QCOMPARE(journal.keepIn(path(u"private"_s)), QString());
        journal.add(entry(1));
        const auto others =
            QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
        QVERIFY(!(QFileInfo(path(u"private"_s)).permissions() & others));
        QVERIFY(QFile::setPermissions(path(u"private"_s),
                                      QFile::ReadOwner | QFile::WriteOwner
                                          | QFile::ReadOther)); // somebody loosened it
        journal.add(entry(2));
        QVERIFY(!(QFileInfo(path(u"private"_s)).permissions() & others));
    }

    void brokenLinesAreLeftOut()
    {
        QFile file(path(u"broken"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("not json\n{\"at\": 7}\n");
        file.write(QByteArray(200'000, 'x') + '\n');
        file.write(
            "{\"at\": \"2026-11-21T12:00:00.000Z\", \"action\": \"Delete\"}\n{\"at\": \"2026");
        file.close();
        Journal journal;
        QCOMPARE(journal.keepIn(path(u"broken"_s)), QString());
        QCOMPARE(journal.entries().size(), 1UL);
        QCOMPARE(journal.entries()[0].action, u"Delete"_s);
        journal.add(entry(3));
        Journal again;
        again.keepIn(path(u"broken"_s));
        QCOMPARE(again.entries().size(), 2UL); // the torn last line did not swallow the new one
    }

    void theOldestGoWhenThereAreTooMany()
    {
        Journal journal;
        for (int i = 0; i < Journal::Most + 5; ++i)
            journal.add(entry(i));
        QCOMPARE(std::ssize(journal.entries()), Journal::Most);
        QCOMPARE(journal.entries().front(), entry(5));
    }

    void aFileThatCannotBeWrittenIsSaid()
    {
        Journal journal;
        QSignalSpy failed(&journal, &Journal::saveFailed);
        QVERIFY(QFile(path(u"file"_s)).open(QIODevice::WriteOnly));
        journal.keepIn(path(u"file/below"_s)); // a folder of that name cannot be made
        journal.add(entry(1));
        QCOMPARE(failed.size(), 1);
        QCOMPARE(journal.entries().size(), 1UL);
    }
};

QTEST_GUILESS_MAIN(JournalTest)
#include "tst_journal.moc"
