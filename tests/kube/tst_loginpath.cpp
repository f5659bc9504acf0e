// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/auth/loginpath.h"

#include "kube/auth/credentialsources.h"

#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class LoginPathTest : public QObject
{
    Q_OBJECT

private:
    /// A login shell that notes each start, and does this.
    QString shell(const QByteArray &script) const
    {
        auto name = m_folder->filePath(u"shell"_s);
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write("#!/bin/sh\necho \"$@\" >> '" + m_folder->filePath(u"starts"_s).toUtf8() + "'\n"
                   + script + '\n');
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return name;
    }

    QByteArrayList starts() const
    {
        QFile file(m_folder->filePath(u"starts"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().split('\n')
                                              : QByteArrayList();
    }

    QString answerOf(const QString &shellName, std::chrono::milliseconds limit = 10s)
    {
        const auto answer = kube::loginShellPath(shellName, limit, this);
        return QTest::qWaitFor([&] { return answer.isFinished(); }, 20'000) ? answer.result()
                                                                            : u"no answer"_s;
    }

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void greetingsBeforeThePathArePassedOver()
    {
        QCOMPARE(answerOf(shell("echo PATH=/wrong; echo Welcome; shift 3;"
                                "PATH=/opt/cloud/bin:$PATH; export PATH; eval \"$1\"")),
                 QString(u"/opt/cloud/bin:"_s + qEnvironmentVariable("PATH")));
        QVERIFY(starts().value(0).startsWith("-l -i -c "));
    }

    void realShellsAnswer_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto *name : {"sh", "bash", "zsh", "fish", "dash"}) {
            const auto path = QStandardPaths::findExecutable(QString::fromLatin1(name));
            if (!path.isEmpty())
                QTest::newRow(name) << path;
        }
    }

    void realShellsAnswer()
    {
        QFETCH(const QString, name);
        const auto path = answerOf(name);
        QVERIFY2(path.contains("/bin"_L1) && !path.contains(u'\n'), qPrintable(path));
    }

    void aShellThatHangsIsGivenUp()
    {
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(answerOf(shell("exec sleep 60"), 200ms), QString());
        QVERIFY(clock.elapsed() < 30'000);
    }

    void aShellThatSaysNothingUsefulGivesNothing()
    {
        QCOMPARE(answerOf(shell("exit 3")), QString());
        QCOMPARE(answerOf(shell("yes | head -c 2000000")), QString());
        QCOMPARE(answerOf(u"/no/such/shell"_s), QString());
    }

    void oneShellIsAskedForAll()
    {
        kube::CredentialSources sources(
            {.loginShell = shell("shift 3; PATH=/opt/x:$PATH; export PATH; eval \"$1\"")});
        const auto a = sources.searchPath();
        const auto b = sources.searchPath();
        QTRY_VERIFY(a.isFinished() && b.isFinished());
        QCOMPARE(a.result(), b.result());
        QVERIFY(a.result().endsWith(":/opt/x"_L1));
        QVERIFY(sources.searchPath().isFinished());
        QCOMPARE(starts().size(), 1);
    }

    void pathsAreJoinedWithoutRepetition()
    {
        QCOMPARE(kube::joinedPath(u"/a:/b"_s, u"/b:/c::./d:e"_s), u"/a:/b:/c"_s);
        QCOMPARE(kube::joinedPath({}, {}), QString());
    }
};

QTEST_GUILESS_MAIN(LoginPathTest)
#include "tst_loginpath.moc"
