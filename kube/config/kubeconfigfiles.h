// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/config/incluster.h"
#include "kube/config/kubeconfig.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QStringList>
#include <QTimer>

namespace kube {

/// Which kubeconfig files to read, the strongest first.
struct KubeconfigFiles
{
    QStringList paths = {};
    bool isExplicit = false; ///< named by a person: it must exist
    InCluster inCluster = {}; ///< used when no file has a context, as client-go does

    bool operator==(const KubeconfigFiles &) const = default;

    /// `explicitPath` alone, else the list in `environment` (the value of KUBECONFIG; repeated and
    /// empty entries are dropped), else ~/.kube/config.
    static KubeconfigFiles choose(const QString &explicitPath, const QString &environment);

    Kubeconfig load() const;
};

/// Tells when the content of kubeconfig files changes: they are written, replaced, created or
/// removed. Changes within 200 ms are told once. Lives on a thread with an event loop.
class KubeconfigWatcher : public QObject
{
    Q_OBJECT

public:
    explicit KubeconfigWatcher(const KubeconfigFiles &files, QObject *parent = nullptr);

    const KubeconfigFiles &files() const { return m_files; }

Q_SIGNALS:
    void changed();

private:
    void watch();
    void compare();

    KubeconfigFiles m_files;
    QFileSystemWatcher m_watcher;
    QTimer m_settle;
    QByteArray m_fingerprint;
};

} // namespace kube
