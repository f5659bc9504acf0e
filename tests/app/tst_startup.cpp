// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/singleinstance.h"
#include "workspace/yard/yarddocument.h"
#include "workspace/yarddoc/yardstore.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLocalSocket>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// The program itself, started once, twice, and with nonsense.
class StartupTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;

    void start(QProcess &program, const QStringList &arguments) const
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, m_home->path());
        environment.insert(u"XDG_DATA_HOME"_s, m_home->filePath(u"data"_s));
        environment.insert(u"XDG_CONFIG_HOME"_s, m_home->filePath(u"config"_s));
        environment.insert(u"XDG_CACHE_HOME"_s, m_home->filePath(u"cache"_s));
        environment.insert(u"XDG_RUNTIME_DIR"_s, m_home->path());
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        program.setProcessEnvironment(environment);
        program.setProcessChannelMode(QProcess::MergedChannels);
        program.start(QStringLiteral(KRATEYARD_BINARY), arguments);
    }

    static void end(QProcess &program)
    {
        program.terminate();
        QTRY_COMPARE(program.state(), QProcess::NotRunning);
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    }

    QString data() const { return m_home->filePath(u"data/krateyard/krateyard"_s); }

    bool isListening() const
    {
        qputenv("XDG_RUNTIME_DIR", m_home->path().toUtf8());
        QLocalSocket socket;
        socket.connectToServer(app::socketPath(data(), u"demo"_s));
        return socket.state() == QLocalSocket::ConnectedState;
    }

    /// The yards with a krate about an object of that name.
    QStringList yardsWith(const QString &object) const
    {
        QStringList found;
        const QDir yards(data() + u"/demo/yards"_s);
        for (const auto &name : yards.entryList({u"*.krateyard"_s}, QDir::Files)) {
            // A copy: the program that has the yard must not find it in other hands.
            const QTemporaryDir copies;
            for (const auto &part : {u""_s, u"-wal"_s})
                QFile::copy(yards.filePath(name) + part, copies.filePath(name) + part);
            workspace::YardDocument document;
            workspace::YardStore store(document, copies.filePath(name));
            store.load();
            const bool has = std::ranges::any_of(document.krates(), [&](const auto &krate) {
                return krate.second.object && krate.second.object->name == object;
            });
            if (has)
                found.append(name);
        }
        return found;
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_home = std::make_unique<QTemporaryDir>();
    }

    void theSecondStartHandsOverAndEnds()
    {
        QProcess first;
        start(first, {u"--demo"_s});
        QTRY_VERIFY_WITH_TIMEOUT(isListening(), 20'000);
        QProcess second;
        start(second, {u"--demo"_s, u"krateyard://open/demo/shop/configmap/by-link"_s});
        QTRY_COMPARE_WITH_TIMEOUT(second.state(), QProcess::NotRunning, 20'000);
        QCOMPARE(second.exitCode(), 0);
        QCOMPARE(second.readAll(), QByteArray());
        QTRY_COMPARE_WITH_TIMEOUT(yardsWith(u"by-link"_s).size(), 1, 20'000);
        QCOMPARE(first.state(), QProcess::Running);
        end(first);
    }

    void anotherInstanceTakesAnotherYard()
    {
        QProcess first;
        start(first, {u"--demo"_s, u"--open"_s, u"configmap/shop/one"_s});
        QTRY_COMPARE_WITH_TIMEOUT(yardsWith(u"one"_s).size(), 1, 20'000);
        QProcess second;
        start(second, {u"--demo"_s, u"--new-instance"_s, u"--open"_s, u"configmap/shop/two"_s});
        QTRY_COMPARE_WITH_TIMEOUT(yardsWith(u"two"_s).size(), 1, 20'000);
        QVERIFY(yardsWith(u"one"_s) != yardsWith(u"two"_s));
        QCOMPARE(first.state(), QProcess::Running);
        end(second);
        end(first);
    }

    void itSpeaksTheLanguageThatWasChosen()
    {
        QDir().mkpath(m_home->filePath(u"config/krateyard"_s));
        QFile settings(m_home->filePath(u"config/krateyard/krateyard.conf"_s));
        QVERIFY(settings.open(QIODevice::WriteOnly));
        settings.write("[General]\nlanguage=de\n");
        settings.close();
        QProcess program;
        start(program, {u"--help"_s});
        QTRY_COMPARE_WITH_TIMEOUT(program.state(), QProcess::NotRunning, 20'000);
        const auto said = QString::fromUtf8(program.readAll());
        QVERIFY2(said.contains(u"Gibt diese Hilfe aus"_s), qPrintable(said));
    }

    void nonsenseIsRefused()
    {
        QProcess program;
        start(program, {u"https://example.com"_s});
        QTRY_COMPARE_WITH_TIMEOUT(program.state(), QProcess::NotRunning, 20'000);
        QCOMPARE(program.exitCode(), 2);
        QVERIFY(program.readAll().contains("https://example.com"));
    }
};

QTEST_GUILESS_MAIN(StartupTest)
#include "tst_startup.moc"
