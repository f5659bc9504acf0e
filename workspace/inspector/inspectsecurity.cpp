// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/inspector/inspectwriter.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

/// What a container's security context says, else the pod's.
QJsonValue effective(const QJsonValue &pod, const QJsonValue &container, QLatin1StringView key)
{
    const auto own = container[key];
    return own.isUndefined() || own.isNull() ? pod[key] : own;
}

void inspectUser(InspectWriter &out, const QJsonValue &pod, const QJsonValue &container)
{
    const auto user = effective(pod, container, "runAsUser"_L1);
    const bool neverRoot = effective(pod, container, "runAsNonRoot"_L1).toBool();
    const auto label = InspectTr::tr("Runs as");
    if (user.isDouble() && user.toInteger() == 0)
        out.risk(label, InspectTr::tr("root (user 0)"));
    else if (user.isDouble())
        out.field(label, InspectTr::tr("user %1").arg(user.toInteger()), TextTone::Ok);
    else if (neverRoot)
        out.field(label, InspectTr::tr("the user of the image, never root"), TextTone::Ok);
    else
        out.field(label, InspectTr::tr("the user of the image, which may be root"), TextTone::Dim);
    if (const auto group = effective(pod, container, "runAsGroup"_L1); group.isDouble())
        out.field(InspectTr::tr("Group"), QString::number(group.toInteger()));
}

// https://kubernetes.io/docs/concepts/security/pod-security-standards/
void inspectCapabilities(InspectWriter &out, const QJsonValue &capabilities)
{
    // The only one that the restricted standard lets add; the baseline adds those that a container
    // runtime gives anyway.
    static const QStringList harmless{
        u"NET_BIND_SERVICE"_s, u"AUDIT_WRITE"_s, u"CHOWN"_s,     u"DAC_OVERRIDE"_s, u"FOWNER"_s,
        u"FSETID"_s,           u"KILL"_s,        u"MKNOD"_s,     u"SETFCAP"_s,      u"SETGID"_s,
        u"SETPCAP"_s,          u"SETUID"_s,      u"SYS_CHROOT"_s};
    QStringList plain;
    QStringList risky;
    const auto added = capabilities["add"_L1].toArray();
    for (const auto &one : added)
        (harmless.contains(one.toString()) ? plain : risky).append(one.toString());
    if (!risky.isEmpty())
        out.risk(InspectTr::tr("Capabilities"),
                 InspectTr::tr("beyond the usual: %1").arg(risky.join(u", "_s)));
    out.field(InspectTr::tr("Capabilities"), plain.join(u", "_s));
    out.field(InspectTr::tr("Dropped"), inLine(capabilities["drop"_L1]), TextTone::Ok);
}

void inspectContainerSecurity(InspectWriter &out, const QJsonValue &container)
{
    const auto pod = out.podSpec["securityContext"_L1];
    const auto own = container["securityContext"_L1];
    out.heading(container["name"_L1].toString());
    if (own["privileged"_L1].toBool())
        out.risk(InspectTr::tr("Privileged"),
                 InspectTr::tr("may do all that root of the node may"));
    inspectUser(out, pod, own);
    inspectCapabilities(out, own["capabilities"_L1]);
    const bool closed = own["readOnlyRootFilesystem"_L1].toBool();
    out.field(InspectTr::tr("Root files"),
              closed ? InspectTr::tr("read only") : InspectTr::tr("writable"),
              closed ? TextTone::Ok : TextTone::Dim);
    const auto more = own["allowPrivilegeEscalation"_L1];
    if (more.isBool() && !more.toBool())
        out.field(InspectTr::tr("More rights"), InspectTr::tr("cannot be gained"), TextTone::Ok);
    else if (more.toBool() && !own["privileged"_L1].toBool())
        out.risk(InspectTr::tr("More rights"), InspectTr::tr("may be gained by its processes"));
    const auto seccomp = effective(pod, own, "seccompProfile"_L1)["type"_L1].toString();
    if (seccomp == "Unconfined"_L1)
        out.risk(InspectTr::tr("Seccomp"), InspectTr::tr("unconfined: every system call"));
    else
        out.field(InspectTr::tr("Seccomp"), seccomp);
}

} // namespace

void inspectSecurity(InspectWriter &out)
{
    out.card(InspectTr::tr("Security"));
    for (const auto &[key, text] :
         {std::pair("hostNetwork"_L1, InspectTr::tr("uses the network of the node")),
          std::pair("hostPID"_L1, InspectTr::tr("sees all processes of the node")),
          std::pair("hostIPC"_L1, InspectTr::tr("shares memory with the node"))}) {
        if (out.podSpec[key].toBool())
            out.risk(InspectTr::tr("Pod"), text);
    }
    if (const auto group = out.podSpec["securityContext"_L1]["fsGroup"_L1]; group.isDouble())
        out.field(InspectTr::tr("Volumes"),
                  InspectTr::tr("belong to group %1").arg(group.toInteger()));
    const auto token = out.podSpec["automountServiceAccountToken"_L1];
    if (token.isBool() && !token.toBool())
        out.field(InspectTr::tr("API token"), InspectTr::tr("not mounted"), TextTone::Ok);
    for (const auto key : {"containers"_L1, "initContainers"_L1}) {
        const auto containers = out.podSpec[key].toArray();
        for (const auto &container : containers)
            inspectContainerSecurity(out, container);
    }
    out.dropEmptyCard();
}

} // namespace workspace
