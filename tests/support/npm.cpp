// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/npm.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QProcess>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace support {

namespace {

constexpr int InstallMs = 240'000;

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &name, const QByteArray &content)
{
    QFile file(name);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

QString install(const QString &folder, const QByteArray &packages)
{
    const auto stamp = folder + u"/.installed"_s; // of what is there whole
    if (contentOf(stamp) == packages)
        return {};
    QFile::remove(stamp);
    if (!write(folder + u"/package.json"_s, packages))
        return folder + u" cannot be written"_s;
    QProcess npm;
    npm.setWorkingDirectory(folder);
    npm.setProcessChannelMode(QProcess::MergedChannels);
    npm.start(u"npm"_s,
              {u"install"_s, u"--no-audit"_s, u"--no-fund"_s, u"--no-package-lock"_s,
               u"--ignore-scripts"_s});
    if (npm.waitForFinished(InstallMs) && npm.exitCode() == 0)
        return write(stamp, packages) ? QString() : folder + u" cannot be written"_s;
    npm.kill();
    npm.waitForFinished();
    return u"npm cannot fetch its packages"_s;
}

} // namespace

NpmPackages npmPackages(const QString &name, const QString &packageJson)
{
    const auto base = qEnvironmentVariable("XDG_CACHE_HOME", QDir::homePath() + u"/.cache"_s);
    NpmPackages packages{.folder = base + u"/krateyard/npm/"_s + name};
    const auto wanted = contentOf(packageJson);
    if (QStandardPaths::findExecutable(u"node"_s).isEmpty()
        || QStandardPaths::findExecutable(u"npm"_s).isEmpty())
        packages.problem = u"node and npm are not installed"_s;
    else if (wanted.isEmpty() || !QDir().mkpath(packages.folder))
        packages.problem = packages.folder + u" cannot be made"_s;
    if (!packages.problem.isEmpty())
        return packages;
    QLockFile lock(packages.folder + u"/.lock"_s);
    lock.setStaleLockTime(2 * InstallMs);
    packages.problem = lock.tryLock(2 * InstallMs) ? install(packages.folder, wanted)
                                                   : packages.folder + u" is locked"_s;
    return packages;
}

QString placeScript(const QString &script, const QString &folder)
{
    const QString there = folder + script.sliced(script.lastIndexOf(u'/'));
    const auto wanted = contentOf(script);
    if (contentOf(there) == wanted)
        return there;
    QSaveFile file(there);
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && file.write(wanted) == wanted.size() && file.commit();
    return isWritten ? there : QString();
}

} // namespace support
