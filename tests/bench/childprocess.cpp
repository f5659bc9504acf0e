// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "childprocess.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace bench {

Cost costOf(const QStringList &command)
{
    std::vector<QByteArray> words;
    for (const auto &word : command)
        words.push_back(word.toLocal8Bit());
    std::vector<char *> arguments;
    arguments.reserve(words.size() + 1);
    for (auto &word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    QElapsedTimer timer;
    timer.start();
    pid_t child = 0;
    if (posix_spawn(&child, arguments[0], &actions, nullptr, arguments.data(), environ) != 0)
        return {};
    rusage used{};
    int status = 0;
    wait4(child, &status, 0, &used);
    posix_spawn_file_actions_destroy(&actions);
    if (status != 0)
        std::fprintf(stderr, "%s ended with %d\n", arguments[0], status);
    const auto ms = [](const timeval &t) {
        return double(t.tv_sec) * 1e3 + double(t.tv_usec) / 1e3;
    };
    return {double(timer.nsecsElapsed()) / 1e6, ms(used.ru_utime) + ms(used.ru_stime),
            double(used.ru_maxrss) / 1024};
}

static QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: utime and stime are fields 14 and 15,
// in clock ticks; the name in field 2 may hold spaces and ends with the last parenthesis.
Usage usageOf(qint64 pid)
{
    const auto folder = u"/proc/%1/"_s.arg(pid);
    const auto stat = contentOf(folder + u"stat"_s);
    const auto fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    Usage usage;
    if (fields.size() > 13)
        usage.processor =
            (fields[11].toDouble() + fields[12].toDouble()) / double(sysconf(_SC_CLK_TCK));
    for (const auto &line : contentOf(folder + u"status"_s).split('\n')) {
        const auto words = line.simplified().split(' ');
        if (words.first() == "VmRSS:")
            usage.resident = words[1].toDouble() / 1024;
        if (words.first() == "RssAnon:")
            usage.anonymous = words[1].toDouble() / 1024;
    }
    return usage;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

DemoProcess::DemoProcess()
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QDir(QCoreApplication::applicationDirPath()).filePath(u"krateyard"_s),
                    {u"demo"_s, u"--kubeconfig-out"_s, m_folder.filePath(u"kubeconfig"_s)});
    m_serves = m_process.waitForReadyRead(20'000); // its line comes once the file is written
}

DemoProcess::~DemoProcess()
{
    m_process.terminate();
    m_process.waitForFinished(5000);
}

QString DemoProcess::kubeconfig() const
{
    return m_serves ? m_folder.filePath(u"kubeconfig"_s) : QString();
}

} // namespace bench
