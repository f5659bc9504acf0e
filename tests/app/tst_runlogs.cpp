// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runlogs.h"

#include <QDirIterator>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using app::LogsOptions;

class RunLogsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_home = std::make_unique<QTemporaryDir>();
    }

    void argumentsAreRead()
    {
        const auto read = LogsOptions::parse({u"a.log"_s, u"--light"_s, u"--size"_s, u"800x600"_s});
        QVERIFY(read);
        QCOMPARE(read->file, u"a.log"_s);
        QVERIFY(read->light);
        QCOMPARE(read->size, QSize(800, 600));
        QCOMPARE(LogsOptions::parse({u"-"_s})->file, u"-"_s);
        QVERIFY(LogsOptions::parse({u"--help"_s})->help);
        QVERIFY(!LogsOptions::parse({}));
        QVERIFY(!LogsOptions::parse({u"a"_s, u"b"_s}));
        QVERIFY(!LogsOptions::parse({u"a"_s, u"--size"_s, u"1x1"_s}));
        QVERIFY(!LogsOptions::parse({u"a"_s, u"--kubeconfig"_s, u"x"_s}));
    }

    void aPipeIsShownByAProgramOfItsOwn()
    {
        const auto picture = m_home->filePath(u"picture.png"_s);
        QProcess program;
        start(program, {u"logs"_s, u"-"_s, u"--size"_s, u"640x400"_s, u"--screenshot"_s, picture});
        QTRY_COMPARE(program.state(), QProcess::Running);
        QByteArray lines;
        for (int i = 0; i < 500; ++i)
            lines += "2026-01-02T03:04:05Z ERROR line " + QByteArray::number(i) + '\n';
        program.write(lines);
        program.closeWriteChannel();
        QTRY_COMPARE_WITH_TIMEOUT(program.state(), QProcess::NotRunning, 30'000);
        QCOMPARE(program.exitCode(), 0);
        const QImage image(picture);
        QCOMPARE(image.size(), QSize(640, 400));
        // Errors have a red edge: there are lines.
        bool isRed = false;
        for (int y = 60; y < 380; ++y) {
            const auto pixel = image.pixelColor(3, y);
            isRed = isRed || pixel.red() > pixel.green() + 60;
        }
        QVERIFY(isRed);
    }

    void thePathOfAFileStaysPrivate()
    {
        const auto path = m_home->filePath(u"my-private-name.log"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("one\ntwo\n");
        file.close();
        QProcess program;
        start(program, {u"logs"_s, path, u"--screenshot"_s, m_home->filePath(u"p.png"_s)});
        QTRY_COMPARE_WITH_TIMEOUT(program.state(), QProcess::NotRunning, 30'000);
        QCOMPARE(program.exitCode(), 0);
        QDirIterator files(m_home->path(), QDir::Files | QDir::Hidden,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const auto name = files.next();
            if (name == path || name.endsWith(".png"_L1))
                continue;
            QFile kept(name);
            QVERIFY(kept.open(QIODevice::ReadOnly));
            QVERIFY2(!kept.readAll().contains("my-private-name"), qPrintable(name));
        }
    }

    void whatIsWrongIsSaid()
    {
        QProcess program;
        start(program, {u"logs"_s});
        QTRY_COMPARE_WITH_TIMEOUT(program.state(), QProcess::NotRunning, 30'000);
        QCOMPARE(program.exitCode(), 2);
        QVERIFY(program.readAllStandardError().contains("krateyard logs app.log"));
    }

private:
    void start(QProcess &program, const QStringList &arguments)
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        environment.insert(u"HOME"_s, m_home->path());
        for (const auto &name : {u"CONFIG"_s, u"DATA"_s, u"CACHE"_s, u"STATE"_s})
            environment.insert(QString(u"XDG_"_s + name + u"_HOME"_s),
                               m_home->filePath(name.toLower()));
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(KRATEYARD_BINARY), arguments);
    }

    std::unique_ptr<QTemporaryDir> m_home;
};

QTEST_GUILESS_MAIN(RunLogsTest)
#include "tst_runlogs.moc"
