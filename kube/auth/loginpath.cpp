// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/auth/loginpath.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QPromise>
#include <QTimer>

#include <memory>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

constexpr qsizetype OutputLimit = 256 * 1024;
constexpr auto Mark = "krateyard-path-follows"; // greetings and prompts may come before

struct Run
{
    QPromise<QString> promise;
    QProcess process;
    QTimer timer;
    QByteArray output;
    bool done = false;

    void finish(const QString &path)
    {
        if (std::exchange(done, true))
            return;
        timer.stop();
        promise.addResult(path);
        promise.finish();
    }
};

QStringList argumentsFor(const QString &shell)
{
    // Words that every shell understands: sh, bash, zsh, fish, csh, nu.
    const auto ask = u"echo %1; printenv PATH"_s.arg(QLatin1StringView(Mark));
    const auto name = QFileInfo(shell).fileName();
    if (name == "csh"_L1 || name == "tcsh"_L1) // they take -l only alone
        return {u"-c"_s, ask};
    return {u"-l"_s, u"-i"_s, u"-c"_s, ask};
}

QString pathIn(const QByteArray &output)
{
    const auto lines = output.split('\n');
    const auto mark = lines.indexOf(Mark);
    return mark < 0 ? QString() : QString::fromLocal8Bit(lines.value(mark + 1)).trimmed();
}

/// Lets go of the run, which the connections hold, but not inside a signal of its own.
void release(const std::shared_ptr<Run> &run, QObject *context)
{
    QMetaObject::invokeMethod(
        context,
        [run] {
            run->process.disconnect();
            run->timer.disconnect();
        },
        Qt::QueuedConnection);
}

} // namespace

QFuture<QString> loginShellPath(const QString &shell, std::chrono::milliseconds limit,
                                QObject *context)
{
    auto run = std::make_shared<Run>();
    run->promise.start();
    auto future = run->promise.future();
    if (!QFileInfo(shell).isExecutable()) {
        run->finish({});
        return future;
    }
    auto *process = &run->process;
    QObject::connect(process, &QProcess::readyReadStandardOutput, context, [run] {
        run->output += run->process.readAllStandardOutput();
        if (run->output.size() > OutputLimit)
            run->process.kill();
    });
    QObject::connect(process, &QProcess::finished, context, [run, context] {
        release(run, context);
        run->output += run->process.readAllStandardOutput();
        run->finish(pathIn(run->output));
    });
    QObject::connect(process, &QProcess::errorOccurred, context,
                     [run, context](QProcess::ProcessError error) {
                         if (error != QProcess::FailedToStart)
                             return;
                         release(run, context);
                         run->finish({});
                     });
    QObject::connect(&run->timer, &QTimer::timeout, context, [run] {
        run->finish({});
        run->process.kill();
    });
#ifdef Q_OS_UNIX
    process->setUnixProcessParameters(QProcess::UnixProcessFlag::CreateNewSession);
#endif
    process->setStandardInputFile(QProcess::nullDevice());
    process->setStandardErrorFile(QProcess::nullDevice());
    run->timer.setSingleShot(true);
    run->timer.start(limit);
    process->start(shell, argumentsFor(shell));
    return future;
}

QString joinedPath(const QString &first, const QString &second)
{
    QStringList folders;
    for (const auto &path : {first, second})
        for (const auto &folder : path.split(QDir::listSeparator(), Qt::SkipEmptyParts))
            if (QDir::isAbsolutePath(folder) && !folders.contains(folder))
                folders.append(folder);
    return folders.join(QDir::listSeparator());
}

} // namespace kube
