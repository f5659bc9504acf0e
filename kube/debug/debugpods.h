// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace kube {

/// How a person wants to look into something.
struct DebugSpec
{
    enum class Kind {
        Ephemeral, ///< another container in a running pod (Kubernetes 1.23 on)
        PodCopy, ///< a copy of a pod with another image or command
        NodeShell, ///< a privileged pod on a node, with the node's own file system
    };

    Kind kind = Kind::PodCopy;
    QString nameSpace = {}; ///< of the pod; where a node's shell is made
    QString name = {}; ///< of the pod or node
    QString container = {}; ///< Ephemeral: whose processes it sees; PodCopy: the one to change
    QString image = {}; ///< PodCopy: empty keeps its own
    QStringList command = {}; ///< PodCopy: empty lets it wait for a shell

    bool operator==(const DebugSpec &) const = default;
};

/// What every object that is made for debugging carries, so that it is found again: the label's
/// value is "node-shell" or "pod-copy". Ephemeral containers begin with "krateyard-debug-".
inline constexpr QLatin1StringView DebugLabel("krateyard/debug");
inline constexpr QLatin1StringView DebugContainerPrefix("krateyard-debug-");

/// A pod on `node` that shows the node: its processes, network and, below /host, its files; a shell
/// in it begins there. Tolerates every taint; ends by itself after 12 hours. kubectl debug node/…
/// with the profile sysadmin: kubectl/pkg/cmd/debug/debug.go
QJsonObject nodeShellPod(const DebugSpec &spec, const QString &name);

/// `pod` as a new one: without its owner, labels, status and probes, with one container's image and
/// command changed. kubectl debug --copy-to.
QJsonObject podCopy(const QJsonObject &pod, const DebugSpec &spec, const QString &name);

/// The patch (strategic) of pods/ephemeralcontainers that adds a container. Ephemeral containers
/// cannot be taken away: this one ends when its file DebugEndFile appears.
/// https://kubernetes.io/docs/concepts/workloads/pods/ephemeral-containers/
QJsonObject ephemeralPatch(const DebugSpec &spec, const QString &containerName);
inline constexpr QLatin1StringView DebugEndFile("/tmp/.krateyard-debug-end");

/// A name that fits: "web-debug-x7k2p", at most 63 characters.
QString debugName(const QString &base);

} // namespace kube
