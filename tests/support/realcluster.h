// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

namespace support {

/// The real Kubernetes that `./dev test -L cluster` has started: tests/cluster.
class RealCluster
{
public:
    /// From KRATEYARD_TEST_CLUSTER; isThere() tells whether there is one.
    RealCluster();

    bool isThere() const { return !m_folder.isEmpty(); }
    /// Whether pods really run; without it only the API can be tested.
    bool hasNodes() const { return m_hasNodes; }
    /// Why a test cannot run here, for SKIP_ALL; empty: it can.
    QByteArray whyNot(bool needsNodes = false) const;
    /// The kubeconfig with the contexts admin, token and dev.
    QString kubeconfig() const;
    QString adminKubeconfig() const; ///< one context only
    QString kubectlPath() const;

    struct Output
    {
        int code = -1;
        QByteArray text = {};
        QByteArray errors = {};
    };
    /// Runs kubectl as the administrator, at most 60 s.
    Output kubectl(const QStringList &arguments, const QByteArray &input = {}) const;
    /// A name that no earlier run had: a kubelet may still know that one's pods by the same names,
    /// and then answers exec with 500.
    static QString ownNamespace(const QString &test);
    /// Makes a namespace that is empty, with its service account in place.
    bool freshNamespace(const QString &name) const;
    /// The same, and applies these objects in it.
    Output fill(const QString &nameSpace, const QByteArray &objects) const;
    /// Does not wait for it.
    void removeNamespace(const QString &name) const;
    /// Waits, at most 55 s, for what `kubectl wait` understands: "pod/one", "condition=Ready".
    bool waitFor(const QString &nameSpace, const QString &object, const QString &what) const;
    /// Stops ("stop") or starts ("start") the API server.
    bool apiServer(const QString &verb) const;
    /// Fills the cluster with this many pods on fake nodes (tests/cluster/load); at most 10
    /// minutes.
    bool load(const QString &pods) const;

private:
    Output run(const QString &program, const QStringList &arguments, const QByteArray &input,
               int timeoutMs = 60'000) const;

    QString m_folder;
    bool m_hasNodes = false;
};

} // namespace support
