// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/singleinstance.h"
#include "workspace/yard/yarddocument.h"
#include "workspace/yarddoc/yardstore.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// The program itself, killed at random moments while a person works. Rounds: 6, or as many as
/// KRATEYARD_KILLS says.
class KillNineTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    QRandomGenerator m_random{9};
    QSet<QString> m_before; ///< krates that were in the file
    int m_opened = 0;

    QString data() const { return m_home.filePath(u"data/krateyard/krateyard"_s); }

    QByteArray read(const QString &path) const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void start(QProcess &program)
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, m_home.path());
        environment.insert(u"XDG_DATA_HOME"_s, m_home.filePath(u"data"_s));
        environment.insert(u"XDG_CONFIG_HOME"_s, m_home.filePath(u"config"_s));
        environment.insert(u"XDG_CACHE_HOME"_s, m_home.filePath(u"cache"_s));
        environment.insert(u"XDG_RUNTIME_DIR"_s, m_home.path());
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        program.setProcessEnvironment(environment);
        program.setProcessChannelMode(QProcess::MergedChannels);
        program.start(QStringLiteral(KRATEYARD_BINARY), {u"--demo"_s});
    }

    /// Asks the running program to open something, as another start does.
    bool ask(const QString &target)
    {
        QLocalSocket socket;
        socket.connectToServer(app::socketPath(data(), u"demo"_s));
        if (socket.state() != QLocalSocket::ConnectedState)
            return false;
        const QJsonObject message{{u"krateyard"_s, 1},
                                  {u"arguments"_s, QJsonArray{u"--demo"_s, u"--open"_s, target}},
                                  {u"folder"_s, u"/"_s}};
        socket.write(QJsonDocument(message).toJson(QJsonDocument::Compact) + '\n');
        return QTest::qWaitFor([&] { return socket.bytesAvailable() > 0; }, 5000);
    }

    /// What the yards hold now; everything that is there must be whole.
    void check()
    {
        const QDir folder(data() + u"/demo"_s);
        const auto yards = QDir(folder.filePath(u"yards"_s));
        QSet<QString> krates;
        for (const auto &name : yards.entryList({u"*.krateyard"_s}, QDir::Files)) {
            workspace::YardDocument document;
            workspace::YardStore store(document, yards.filePath(name));
            const auto problems = store.load();
            QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u' ')));
            QVERIFY(!store.name().isEmpty());
            for (const auto &[id, krate] : document.krates()) {
                QVERIFY(krate.object || krate.collection);
                QVERIFY(!krate.windows.empty());
                krates.insert(id);
            }
        }
        QVERIFY(krates.contains(m_before)); // what was written once is never lost
        m_before = krates;
        if (const auto session = folder.filePath(u"session.json"_s); QFile::exists(session))
            QVERIFY(QJsonDocument::fromJson(read(session)).object()["sections"_L1].isObject());
        QCOMPARE(folder.entryList({u"*.broken"_s}), QStringList());
        QCOMPARE(yards.entryList({u"*.broken*"_s}), QStringList());
    }

    /// Whether a yard has a krate about this, while the program may be writing.
    bool isInAFile(const QString &object) const
    {
        const QDir yards(data() + u"/demo/yards"_s);
        for (const auto &name : yards.entryList({u"*.krateyard"_s}, QDir::Files)) {
            workspace::YardDocument document;
            workspace::YardStore store(document, yards.filePath(name));
            store.load();
            for (const auto &[id, krate] : document.krates()) {
                if (krate.object && krate.object->name == object)
                    return true;
            }
        }
        return false;
    }

private Q_SLOTS:
    void initTestCase() { qputenv("XDG_RUNTIME_DIR", m_home.path().toUtf8()); }
    void init() { QTest::failOnWarning(); }

    void theYardSurvivesWhateverHappens()
    {
        const int rounds = std::max(1, qEnvironmentVariable("KRATEYARD_KILLS", u"6"_s).toInt());
        qsizetype written = 0;
        // On a busy machine it may be killed each time before it had done anything: then once more.
        const auto goesOn = [&](int round) {
            return round < rounds || (rounds >= 6 && written <= 2 && round < 5 * rounds);
        };
        for (int round = 0; goesOn(round); ++round) {
            QProcess program;
            start(program);
            const int changes = m_random.bounded(4);
            for (int i = 0; i <= changes; ++i) {
                const QString target = u"configmap/shop/thing-%1"_s.arg(m_opened++);
                QTRY_VERIFY_WITH_TIMEOUT(ask(target), 20'000);
            }
            // Now, while it starts, while it writes, or long after: but never at the same moment.
            const int moment = m_random.bounded(3000);
            QElapsedTimer since;
            since.start();
            QTRY_VERIFY_WITH_TIMEOUT(since.elapsed() >= moment, 5000);
            QVERIFY2(program.state() == QProcess::Running, program.readAll().constData());
            program.kill(); // SIGKILL
            QTRY_COMPARE(program.state(), QProcess::NotRunning);
            QCOMPARE(program.exitStatus(), QProcess::CrashExit);
            auto said = program.readAll();
            said.replace("This plugin does not support raise()\n", ""); // the offscreen one
            QVERIFY2(said.isEmpty(), said.constData());
            check();
            if (QTest::currentTestFailed())
                return;
            written = std::max(written, m_before.size());
        }
        QVERIFY(rounds < 6 || written > 2);
    }

    void whatIsOlderThanTheDelayIsThereAfterAKill()
    {
        QProcess program;
        start(program);
        const QString target = u"configmap/shop/last-one"_s;
        QTRY_VERIFY_WITH_TIMEOUT(ask(target), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(isInAFile(u"last-one"_s), 20'000);
        program.kill();
        QTRY_COMPARE(program.state(), QProcess::NotRunning);
        QVERIFY(isInAFile(u"last-one"_s));
        check();
    }
};

QTEST_GUILESS_MAIN(KillNineTest)
#include "tst_killnine.moc"
