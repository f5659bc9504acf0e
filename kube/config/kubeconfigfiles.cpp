// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/config/kubeconfigfiles.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace kube {

namespace {

constexpr qint64 largestFile = 4 * 1024 * 1024;

// Tells contents apart without keeping them: they hold secrets.
QByteArray fingerprintOf(const QStringList &paths)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto &path : paths) {
        QFile file(path);
        const bool isRegular = QFileInfo(path).isFile();
        if (isRegular && file.open(QIODevice::ReadOnly)) {
            hash.addData("+");
            hash.addData(
                QCryptographicHash::hash(file.read(largestFile + 1), QCryptographicHash::Sha256));
        } else {
            hash.addData("-");
        }
    }
    return hash.result();
}

// The folder of a file, or the closest one above it that exists.
QString existingFolder(const QString &path)
{
    auto folder = QFileInfo(path).absolutePath();
    while (!QFileInfo::exists(folder) && folder != QFileInfo(folder).absolutePath())
        folder = QFileInfo(folder).absolutePath();
    return folder;
}

} // namespace

KubeconfigFiles KubeconfigFiles::choose(const QString &explicitPath, const QString &environment)
{
    if (!explicitPath.isEmpty())
        return {{explicitPath}, true};
    if (environment.isEmpty())
        return {{QDir::homePath() + u"/.kube/config"_s}};
    auto paths = environment.split(QDir::listSeparator(), Qt::SkipEmptyParts);
    paths.removeDuplicates();
    return {paths};
}

Kubeconfig KubeconfigFiles::load() const
{
    if (isExplicit && !paths.isEmpty())
        return Kubeconfig::loadExplicit(paths.front());
    auto config = Kubeconfig::load(paths);
    if (config.contexts.isEmpty() && config.problems.isEmpty())
        config.merge(inCluster.kubeconfig());
    return config;
}

KubeconfigWatcher::KubeconfigWatcher(const KubeconfigFiles &files, QObject *parent)
    : QObject(parent)
    , m_files(files)
    , m_fingerprint(fingerprintOf(files.paths))
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(200ms);
    connect(&m_settle, &QTimer::timeout, this, &KubeconfigWatcher::compare);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_settle, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_settle,
            qOverload<>(&QTimer::start));
    watch();
}

// Editors replace files and folders come and go, so what to watch is found anew after each change.
void KubeconfigWatcher::watch()
{
    QStringList wanted;
    for (const auto &path : m_files.paths) {
        const QFileInfo file(path);
        wanted.append(existingFolder(path));
        if (file.isFile()) {
            wanted.append(file.absoluteFilePath());
            wanted.append(QFileInfo(file.canonicalFilePath()).absolutePath());
        }
    }
    wanted.removeDuplicates();
    // A file that was replaced is another file of the same name, so none is kept.
    if (const auto watched = m_watcher.files() + m_watcher.directories(); !watched.isEmpty())
        m_watcher.removePaths(watched);
    if (!wanted.isEmpty())
        m_watcher.addPaths(wanted);
}

void KubeconfigWatcher::compare()
{
    watch();
    const auto fingerprint = fingerprintOf(m_files.paths);
    if (fingerprint == m_fingerprint)
        return;
    m_fingerprint = fingerprint;
    Q_EMIT changed();
}

} // namespace kube
