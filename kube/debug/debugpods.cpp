// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/debug/debugpods.h"

#include "kube/apimachinery/podcontainers.h"

#include <QJsonArray>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

constexpr int LongestSeconds = 12 * 60 * 60;

/// Waits for shells, which come by exec; ends at once when it is asked to.
const auto WaitScript =
    u"trap 'exit 0' TERM; while [ ! -e "_s + DebugEndFile + u" ]; do sleep 1; done"_s;

/// Makes every interactive shell go on in the node's own files. ash and dash read $ENV, bash its
/// rc.
const auto NodeScript = u"echo 'unset ENV; exec chroot /host sh' > /tmp/.krateyard-rc; "
                        "cp /tmp/.krateyard-rc ~/.bashrc 2>/dev/null; "_s
    + WaitScript;

QJsonObject metaFor(const DebugSpec &spec, const QString &name, const QString &kind,
                    const QString &container)
{
    return {{u"name"_s, name},
            {u"namespace"_s, spec.nameSpace},
            {u"labels"_s,
             QJsonObject{{DebugLabel, kind}, {u"app.kubernetes.io/managed-by"_s, u"krateyard"_s}}},
            {u"annotations"_s,
             QJsonObject{{u"krateyard/debug-of"_s, spec.name},
                         {DefaultContainerAnnotation, container}}}};
}

QJsonArray waitCommand(const QString &script)
{
    return {u"sh"_s, u"-c"_s, script};
}

QJsonObject changed(QJsonObject container, const DebugSpec &spec)
{
    // A copy that is looked into must not be killed for not answering.
    for (const auto probe : {"livenessProbe"_L1, "readinessProbe"_L1, "startupProbe"_L1})
        container.remove(probe);
    if (container["name"_L1].toString() != spec.container)
        return container;
    if (!spec.image.isEmpty())
        container.insert("image"_L1, spec.image);
    container.remove("lifecycle"_L1);
    container.remove("args"_L1);
    container.insert("command"_L1,
                     spec.command.isEmpty() ? waitCommand(WaitScript)
                                            : QJsonArray::fromStringList(spec.command));
    return container;
}

} // namespace

QString debugName(const QString &base)
{
    static constexpr char letters[] = "bcdfghjklmnpqrstvwxz2456789"; // as Kubernetes' own suffixes
    QString suffix;
    for (int i = 0; i < 5; ++i)
        suffix +=
            QLatin1Char(letters[QRandomGenerator::global()->bounded(int(sizeof letters) - 1)]);
    auto stem = base.left(63 - 12);
    while (stem.endsWith(u'-') || stem.endsWith(u'.'))
        stem.chop(1);
    return stem + u"-debug-"_s + suffix;
}

QJsonObject nodeShellPod(const DebugSpec &spec, const QString &name)
{
    const auto container = u"shell"_s;
    const QJsonObject shell{
        {u"name"_s, container},
        {u"image"_s, spec.image},
        {u"imagePullPolicy"_s, u"IfNotPresent"_s},
        {u"command"_s, waitCommand(NodeScript)},
        {u"env"_s,
         QJsonArray{QJsonObject{{u"name"_s, u"ENV"_s}, {u"value"_s, u"/tmp/.krateyard-rc"_s}}}},
        {u"securityContext"_s, QJsonObject{{u"privileged"_s, true}}},
        {u"volumeMounts"_s,
         QJsonArray{QJsonObject{{u"name"_s, u"host"_s}, {u"mountPath"_s, u"/host"_s}}}}};
    const QJsonObject volume{{u"name"_s, u"host"_s},
                             {u"hostPath"_s, QJsonObject{{u"path"_s, u"/"_s}}}};
    return {{u"apiVersion"_s, u"v1"_s},
            {u"kind"_s, u"Pod"_s},
            {u"metadata"_s, metaFor(spec, name, u"node-shell"_s, container)},
            {u"spec"_s,
             QJsonObject{{u"nodeName"_s, spec.name},
                         {u"hostPID"_s, true},
                         {u"hostNetwork"_s, true},
                         {u"hostIPC"_s, true},
                         {u"restartPolicy"_s, u"Never"_s},
                         {u"terminationGracePeriodSeconds"_s, 0},
                         {u"activeDeadlineSeconds"_s, LongestSeconds},
                         {u"tolerations"_s, QJsonArray{QJsonObject{{u"operator"_s, u"Exists"_s}}}},
                         {u"containers"_s, QJsonArray{shell}},
                         {u"volumes"_s, QJsonArray{volume}}}}};
}

QJsonObject podCopy(const QJsonObject &pod, const DebugSpec &spec, const QString &name)
{
    auto podSpec = pod["spec"_L1].toObject();
    podSpec.remove("nodeName"_L1); // the scheduler finds a place
    podSpec.remove("ephemeralContainers"_L1);
    podSpec.insert("terminationGracePeriodSeconds"_L1, 0);
    QJsonArray containers;
    for (const auto &container : podSpec["containers"_L1].toArray())
        containers.append(changed(container.toObject(), spec));
    podSpec.insert("containers"_L1, containers);
    return {{u"apiVersion"_s, u"v1"_s},
            {u"kind"_s, u"Pod"_s},
            {u"metadata"_s, metaFor(spec, name, u"pod-copy"_s, spec.container)},
            {u"spec"_s, podSpec}};
}

QJsonObject ephemeralPatch(const DebugSpec &spec, const QString &containerName)
{
    QJsonObject container{{u"name"_s, containerName},
                          {u"image"_s, spec.image},
                          {u"imagePullPolicy"_s, u"IfNotPresent"_s},
                          {u"command"_s, waitCommand(WaitScript)}};
    if (!spec.container.isEmpty())
        container.insert(u"targetContainerName"_s, spec.container);
    return {{u"spec"_s, QJsonObject{{u"ephemeralContainers"_s, QJsonArray{container}}}}};
}

} // namespace kube
