// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace support {

/// The spec of a pod whose container `c` runs a script for sh, which has no double quotes; as YAML
/// that is `indent` deep. It ends at once when it is asked to.
inline QByteArray busyboxSpec(const QByteArray &script, const QByteArray &indent)
{
    return indent + "spec:\n" + indent + "  terminationGracePeriodSeconds: 0\n" + indent
        + "  containers:\n" + indent
        + "  - {name: c, image: \"docker.io/local/busybox:1\", imagePullPolicy: IfNotPresent, "
          "command: [sh, -c, \""
        + script + "\"]}\n";
}

/// A document of YAML, which others may follow: such a pod, with the label app=NAME.
inline QByteArray busyboxPod(const QByteArray &name, const QByteArray &script)
{
    return "---\napiVersion: v1\nkind: Pod\nmetadata: {name: " + name + ", labels: {app: " + name
        + "}}\n" + busyboxSpec(script, {});
}

/// Likewise a Deployment of such pods.
inline QByteArray busyboxDeployment(const QByteArray &name, int replicas, const QByteArray &script)
{
    return "---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: " + name
        + "}\nspec:\n  replicas: " + QByteArray::number(replicas)
        + "\n  selector: {matchLabels: {app: " + name
        + "}}\n  template:\n    metadata: {labels: {app: " + name + "}}\n"
        + busyboxSpec(script, "    ");
}

} // namespace support
