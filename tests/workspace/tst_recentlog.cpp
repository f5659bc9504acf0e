// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/report/recentlog.h"

#include <QTest>

#include <cstdlib>

using namespace Qt::StringLiterals;
using workspace::RecentLog;

static int heard = 0;

static void hear(QtMsgType, const QMessageLogContext &, const QString &)
{
    ++heard;
}

/// Made before all that a log takes, so that it speaks after that is gone: as Qt does when exit()
/// is called in the middle of a program.
struct LastWords
{
    LastWords() = default;
    ~LastWords()
    {
        heard = 0;
        qWarning("said at the very end");
        if (heard != 1)
            std::_Exit(1); // ctest is told
    }
    Q_DISABLE_COPY_MOVE(LastWords)
};
static const LastWords last;

class RecentLogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineIsKeptRedactedAndHandedOn()
    {
        const auto before = qInstallMessageHandler(hear);
        heard = 0;
        {
            const RecentLog log;
            qWarning("token abcdef");
            QCOMPARE(log.lines().size(), 1);
            QVERIFY(!log.lines().first().contains(u"abcdef"_s));
            QCOMPARE(heard, 1);
        }
        qWarning("not kept any more");
        QCOMPARE(heard, 2);
        qInstallMessageHandler(before);
    }
};

// Its own, for what is to end with the program must not end with the tests: a log that lives on, as
// it does where exit() is called from within.
int main(int argc, char **argv)
{
    RecentLogTest test;
    const int failed = QTest::qExec(&test, argc, argv);
    qInstallMessageHandler(hear);
    static const auto *log = new RecentLog;
    qWarning("token abcdef");
    if (log->lines().size() != 1)
        return 1;
    std::exit(failed);
}

#include "tst_recentlog.moc"
