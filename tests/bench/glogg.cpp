// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "glogg.h"

#include "childprocess.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>
#include <QThread>

using namespace Qt::StringLiterals;

namespace bench {
namespace {

constexpr int LongestMs = 120'000;
constexpr double Step = 20; // ms; clocks of processes tick every ten
constexpr int IdleMs = 1000;

// There is no key for the search line: Alt+T opens the menu Tools, too. Alt+C twice ticks and
// unticks "Ignore case", three steps behind it; Alt+R the same for "Auto-refresh", one step before
// the list of what was found.
const QStringList ToSearchLine{u"alt+c"_s, u"alt+c"_s, u"shift+Tab"_s, u"shift+Tab"_s,
                               u"shift+Tab"_s};
const QStringList CopyAll{u"alt+r"_s, u"alt+r"_s, u"Tab"_s, u"ctrl+a"_s, u"ctrl+c"_s};

} // namespace

QString Glogg::missing()
{
    for (const auto &program : {u"glogg"_s, u"Xvfb"_s, u"xdotool"_s, u"xclip"_s}) {
        if (QStandardPaths::findExecutable(program).isEmpty())
            return program;
    }
    return {};
}

Glogg::Glogg(const QString &path, Syntax syntax)
    : m_environment(QProcessEnvironment::systemEnvironment())
{
    writeSettings(syntax);
    if (!startScreen())
        return;
    for (const auto *name : {"HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"})
        m_environment.insert(QString::fromLatin1(name), m_home.path());
    m_environment.insert(u"XDG_CONFIG_HOME"_s, m_home.path());
    m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"disabled:"_s);
    m_environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    m_environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    m_environment.remove(u"WAYLAND_DISPLAY"_s);
    m_glogg.setProcessEnvironment(m_environment);
    m_glogg.setStandardOutputFile(QProcess::nullDevice());
    m_glogg.setStandardErrorFile(QProcess::nullDevice());
    m_glogg.start(u"glogg"_s, {u"--multi"_s, u"--new-session"_s, path});
    // Without a window manager nobody but us gives a window the keyboard.
    m_isOpen = m_glogg.waitForStarted()
        && hasRun(u"xdotool"_s,
                  {u"search"_s, u"--sync"_s, u"--onlyvisible"_s, u"--class"_s, u"glogg"_s,
                   u"windowfocus"_s});
    untilIdle(2 * IdleMs);
}

Glogg::~Glogg()
{
    for (auto *process : {&m_glogg, &m_screen}) {
        process->terminate();
        process->waitForFinished(5000);
    }
}

// Names and numbers as its own settings dialog writes them.
void Glogg::writeSettings(Syntax syntax) const
{
    QDir(m_home.path()).mkdir(u"glogg"_s);
    QFile file(m_home.filePath(u"glogg/glogg.conf"_s));
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write("[General]\nregexpType.main=" + QByteArray::number(int(syntax))
               + "\nquickfind.incremental=false\npolling.enabled=false\nsession.loadLast=false\n"
                 "defaultView.searchAutoRefresh=false\ndefaultView.searchIgnoreCase=false\n");
}

bool Glogg::startScreen()
{
    m_screen.setStandardErrorFile(QProcess::nullDevice());
    m_screen.start(u"Xvfb"_s,
                   {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1280x1024x24"_s,
                    u"-nolisten"_s, u"tcp"_s});
    QByteArray number;
    while (!number.endsWith('\n')) {
        if (!m_screen.waitForReadyRead(20'000))
            return false;
        number += m_screen.readAllStandardOutput();
    }
    m_environment.insert(u"DISPLAY"_s, u':' + QString::fromLatin1(number.trimmed()));
    return true;
}

bool Glogg::hasRun(const QString &program, const QStringList &arguments, QByteArray *output) const
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(program, arguments);
    const bool isWell = process.waitForFinished(20'000) && process.exitCode() == 0;
    if (output)
        *output = process.readAllStandardOutput();
    return isWell;
}

/// One after the other, as fast as a quick person.
bool Glogg::press(const QStringList &keys) const
{
    return hasRun(u"xdotool"_s, QStringList{u"key"_s, u"--delay"_s, u"60"_s} + keys);
}

/// A cursor that blinks takes less than a step.
Glogg::Times Glogg::untilIdle(int idleMs) const
{
    const auto used = [this] { return usageOf(m_glogg.processId()).processor * 1000; };
    QElapsedTimer clock;
    clock.start();
    const double before = used();
    Times last;
    while (clock.elapsed() - qint64(last.wall) < idleMs && clock.elapsed() < LongestMs) {
        QThread::msleep(ulong(Step / 2));
        if (const double now = used() - before; now >= last.processor + Step)
            last = {.wall = double(clock.elapsed()), .processor = now};
    }
    return last;
}

Glogg::Times Glogg::search(const QString &pattern)
{
    const bool isTyped = press(ToSearchLine)
        && hasRun(u"xdotool"_s, {u"type"_s, u"--delay"_s, u"20"_s, u"--"_s, pattern});
    untilIdle(IdleMs / 2);
    if (!isTyped || !hasRun(u"xdotool"_s, {u"key"_s, u"Return"_s}))
        return {};
    return untilIdle(IdleMs);
}

qint64 Glogg::found()
{
    QByteArray lines;
    if (!press(CopyAll))
        return -1;
    untilIdle(IdleMs);
    if (!hasRun(u"xclip"_s, {u"-o"_s, u"-selection"_s, u"clipboard"_s}, &lines))
        return -1;
    return lines.isEmpty() ? 0 : lines.count('\n') + (lines.endsWith('\n') ? 0 : 1);
}

} // namespace bench
