// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// 50 MB of coloured text through our terminal beside qterminal, which shows the same widget by a
// pty. Both on a screen of their own (Xvfb), in windows of 80 by 24, and both have shown all of it
// when they answer a question that comes last. What counts is the processor time of the process
// that shows; what writes into qterminal's pty is not counted.

#include "aims.h"
#include "childprocess.h"

#include "workspace/look/look.h"
#include "workspace/shell/shellsurface.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cstdio>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace workspace;

namespace {

constexpr int Rounds = 3;
constexpr qsizetype Size = 50'000'000;
constexpr qsizetype Frame = 32 * 1024; // what an exec channel brings at once

QByteArray colourText()
{
    QByteArray text;
    text.reserve(Size + 200);
    for (int i = 0; text.size() < Size; ++i) {
        text += "\x1b[3" + QByteArray::number(i % 7 + 1) + "m2026-11-22T10:00:00.";
        text += QByteArray::number(i % 1000) + "Z\x1b[0m \x1b[1;38;5;" + QByteArray::number(i % 256)
            + "mINFO\x1b[0m request id="
            + QByteArray::number(quint64(i) * 0x9e3779b97f4a7c15ULL, 16)
            + " path=/api/v1/items \x1b[38;2;200;" + QByteArray::number(i % 255)
            + ";40mtook\x1b[0m " + QByteArray::number(i % 977) + "ms\r\n";
    }
    return text;
}

struct Times
{
    double processor = 0; ///< seconds
    double wall = 0;
};

/// Shows the file and prints both times; run in a process of its own.
int showOurs(int argc, char **argv, const QString &path)
{
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    Look look(Theme::darkTheme());
    ShellSurface surface(look);
    surface.resize(660, 440);
    surface.show();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return 1;
    bool held = false;
    QByteArray answer;
    QObject::connect(&surface, &ShellSurface::congested, &surface, [&](bool on) { held = on; });
    const auto take = [&answer](const QByteArray &bytes) { answer += bytes; };
    QObject::connect(&surface, &ShellSurface::answered, &surface, take);
    QObject::connect(&surface, &ShellSurface::typed, &surface, take);
    QElapsedTimer warm;
    warm.start();
    while (warm.elapsed() < 1000) // fonts, the first paint
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
    const auto before = bench::usageOf(QCoreApplication::applicationPid()).processor;
    QElapsedTimer clock;
    clock.start();
    while (!file.atEnd()) {
        // As fast as it is taken: a network that is faster than any terminal.
        while (!held && !file.atEnd())
            surface.feed(file.read(Frame));
        while (held)
            QCoreApplication::processEvents();
    }
    surface.feed("\x1b[5n");
    while (!answer.endsWith("\x1b[0n"))
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    const double processor = bench::usageOf(QCoreApplication::applicationPid()).processor - before;
    std::printf("%f %f %dx%d\n", processor, double(clock.nsecsElapsed()) / 1e9,
                surface.cells().width(), surface.cells().height());
    return 0;
}

Times timesIn(const QByteArray &line)
{
    const auto words = line.simplified().split(' ');
    return {words.value(0).toDouble(), words.value(1).toDouble()};
}

QByteArray onScreen(const QString &folder, const QStringList &command)
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto *name : {"HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
        environment.insert(QString::fromLatin1(name), folder);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(u"xvfb-run"_s,
                  QStringList{u"-a"_s, u"-s"_s, u"-screen 0 1280x1024x24"_s} + command);
    process.waitForFinished(180'000);
    return process.readAllStandardOutput();
}

Times qterminal(const QString &folder, const QString &path)
{
    const auto result = folder + u"/times"_s;
    QFile::remove(result);
    QFile script(folder + u"/show"_s);
    if (!script.open(QIODevice::WriteOnly))
        return {};
    // Columns 14 and 15 of /proc/PID/stat, in hundredths of a second: proc_pid_stat(5).
    script.write("stty raw -echo; sleep 1\n"
                 "used() { cut -d' ' -f14,15 /proc/$PPID/stat; date +%s%N; }\n"
                 "before=$(used)\n"
                 "cat \""
                 + path.toUtf8()
                 + "\"\nprintf '\\033[5n'; dd bs=1 count=4 >/dev/null 2>&1\n"
                   "echo $before $(used) > \""
                 + result.toUtf8() + ".part\"; mv \"" + result.toUtf8() + ".part\" \""
                 + result.toUtf8() + "\"\n");
    script.close();
    onScreen(
        folder,
        {u"qterminal"_s, u"--geometry"_s, u"660x440"_s, u"-e"_s, u"sh "_s + script.fileName()});
    QFile file(result);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto words = file.readAll().simplified().split(' ');
    if (words.size() != 6)
        return {};
    const auto at = [&words](int i) { return words[i].toDouble(); };
    return {(at(3) + at(4) - at(0) - at(1)) / double(sysconf(_SC_CLK_TCK)), (at(5) - at(2)) / 1e9};
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 3 && qstrcmp(argv[1], "--show") == 0)
        return showOurs(argc, argv, QFile::decodeName(argv[2]));
    const QCoreApplication application(argc, argv);
    for (const auto *program : {"qterminal", "xvfb-run"}) {
        if (QStandardPaths::findExecutable(QString::fromLatin1(program)).isEmpty()) {
            std::printf("%s is not there to compare with: install it.\n", program);
            return 2;
        }
    }
    const QTemporaryDir folder;
    const auto path = folder.filePath(u"text"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(colourText()) < Size)
        qFatal("no room for the text to show");
    file.close();
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int round = 0; round < Rounds; ++round) {
        const auto there = qterminal(folder.path(), path);
        const auto line =
            onScreen(folder.path(), {QCoreApplication::applicationFilePath(), u"--show"_s, path});
        const auto here = timesIn(line);
        if (there.processor <= 0 || here.processor <= 0) {
            std::puts("One of both did not show it all.");
            return 2;
        }
        std::printf("qterminal %.2f s of processor in %.2f s; ours %.2f s in %.2f s (%s)\n",
                    there.processor, there.wall, here.processor, here.wall,
                    line.simplified().split(' ').value(2).constData());
        theirs.push_back(there.processor);
        ours.push_back(here.processor);
    }
    bench::Aims aims;
    aims.atLeast("50 MB of coloured text, qterminal's processor time beside ours",
                 bench::median(theirs) / bench::median(ours), 1.6, " times");
    return aims.exitCode();
}
