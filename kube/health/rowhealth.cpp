// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/health/rowhealth.h"

#include <QHash>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

/// A row with its cells by column name.
struct RowView
{
    const QList<TableColumn> &columns;
    const ResourceItem &item;

    QString cell(QLatin1StringView name) const
    {
        const auto count = qMin(columns.size(), item.cells.size());
        for (qsizetype i = 0; i < count; ++i) {
            if (columns[i].name.compare(name, Qt::CaseInsensitive) == 0)
                return item.cells[i];
        }
        return {};
    }
    int number(QLatin1StringView name) const { return cell(name).section(u' ', 0, 0).toInt(); }
};

/// "2/3": how many there are of how many there should be.
struct Share
{
    int have = 0;
    int want = 0;
    bool valid = false;
};

Share shareOf(QStringView text)
{
    const auto slash = text.indexOf(u'/');
    Share share;
    bool haveOk = false;
    bool wantOk = false;
    const auto words = text.mid(slash + 1); // jobs: "0/1 of 3"
    const auto end = words.indexOf(u' ');
    share.have = text.left(slash).toInt(&haveOk);
    share.want = (end < 0 ? words : words.first(end)).toInt(&wantOk);
    share.valid = slash > 0 && haveOk && wantOk;
    return share;
}

Diagnosis ofShare(int have, int want)
{
    if (want == 0)
        return {.health = Health::Done, .reason = Reason::ScaledToZero};
    if (have >= want)
        return {.health = Health::Ok, .have = have, .want = want};
    return {.health = have == 0 ? Health::Error : Health::Warning,
            .reason = Reason::Unavailable,
            .have = have,
            .want = want};
}

Diagnosis worded(Health health, const QString &word)
{
    return {.health = health, .reason = Reason::Worded, .subject = word};
}

/// What kubectl prints for a pod that fails:
/// https://github.com/kubernetes/kubernetes/blob/master/pkg/printers/internalversion/printers.go
Diagnosis ofFailingPod(const QString &status, const RowView &row)
{
    const bool isInit = status.startsWith("Init:"_L1);
    const auto word = isInit ? status.sliced(5) : status;
    Diagnosis result{.health = Health::Error, .isInit = isInit, .count = row.number("Restarts"_L1)};
    if (word == "CrashLoopBackOff"_L1)
        result.reason = Reason::CrashLoop;
    else if (word == "ImagePullBackOff"_L1 || word == "ErrImagePull"_L1)
        result.reason = Reason::ImagePull;
    else if (word == "InvalidImageName"_L1)
        result.reason = Reason::ImageName;
    else if (word == "CreateContainerConfigError"_L1)
        result.reason = Reason::ContainerConfig;
    else if (word == "Evicted"_L1)
        result.reason = Reason::Evicted;
    else if (word == "NodeLost"_L1 || word == "Unknown"_L1)
        result.reason = Reason::NodeLost;
    else
        return {.health = Health::Error, .reason = Reason::Worded, .subject = status};
    return result;
}

Diagnosis ofPod(const RowView &row)
{
    const auto status = row.cell("Status"_L1);
    if (status.isEmpty())
        return {};
    const auto ready = shareOf(row.cell("Ready"_L1));
    if (status == "Running"_L1 || status == "NotReady"_L1) {
        const bool all = status == "Running"_L1 && !(ready.valid && ready.have < ready.want);
        return {.health = all ? Health::Ok : Health::Warning,
                .reason = all ? Reason::None : Reason::NotReady,
                .have = ready.have,
                .want = ready.want};
    }
    if (status == "Completed"_L1 || status == "Succeeded"_L1)
        return {.health = Health::Done, .reason = Reason::Completed};
    if (status == "Terminating"_L1)
        return {.health = Health::Pending, .reason = Reason::Terminating};
    if (status == "SchedulingGated"_L1)
        return {.health = Health::Pending, .reason = Reason::SchedulingGated};
    if (status == "Pending"_L1)
        return worded(Health::Pending, status);
    if (status == "ContainerCreating"_L1 || status == "PodInitializing"_L1)
        return {.health = Health::Pending, .reason = Reason::Starting, .want = ready.want};
    if (status.startsWith("Init:"_L1))
        if (const auto through = shareOf(status.sliced(5)); through.valid)
            return {.health = Health::Pending,
                    .reason = Reason::Initializing,
                    .have = through.have,
                    .want = through.want};
    return ofFailingPod(status, row);
}

Diagnosis ofDeployment(const RowView &row)
{
    const auto ready = shareOf(row.cell("Ready"_L1));
    if (!ready.valid)
        return {};
    auto result = ofShare(ready.have, ready.want);
    const auto upToDate = row.cell("Up-to-date"_L1);
    if (result.health == Health::Error || result.health == Health::Done || upToDate.isEmpty()
        || upToDate.toInt() >= ready.want)
        return result;
    return {.health = Health::Pending,
            .reason = Reason::RollingOut,
            .have = upToDate.toInt(),
            .want = ready.want};
}

Diagnosis ofStatefulSet(const RowView &row)
{
    const auto ready = shareOf(row.cell("Ready"_L1));
    return ready.valid ? ofShare(ready.have, ready.want) : Diagnosis();
}

Diagnosis ofReplicas(const RowView &row)
{
    return ofShare(row.number("Ready"_L1), row.number("Desired"_L1));
}

Diagnosis ofNode(const RowView &row)
{
    const auto parts = row.cell("Status"_L1).split(u',');
    if (!parts.contains("Ready"_L1))
        return {.health = Health::Error, .reason = Reason::NodeNotReady};
    if (parts.contains("SchedulingDisabled"_L1))
        return {.health = Health::Warning, .reason = Reason::Cordoned};
    return {.health = Health::Ok};
}

Diagnosis ofJob(const RowView &row)
{
    const auto status = row.cell("Status"_L1);
    const auto done = shareOf(row.cell("Completions"_L1));
    if (status == "Failed"_L1 || status == "FailureTarget"_L1)
        return {.health = Health::Error, .reason = Reason::JobFailed};
    if (status == "Suspended"_L1)
        return {.health = Health::Done, .reason = Reason::Suspended};
    if (status == "Complete"_L1 || (done.valid && done.have >= done.want))
        return {.health = Health::Done, .reason = Reason::Completed};
    return {.health = Health::Pending,
            .reason = Reason::JobRunning,
            .have = done.have,
            .want = qMax(1, done.want)};
}

Diagnosis ofCronJob(const RowView &row)
{
    if (row.cell("Suspend"_L1) == "True"_L1)
        return {.health = Health::Done, .reason = Reason::Suspended};
    return {.health = Health::Ok};
}

Diagnosis ofPhase(const RowView &row)
{
    static const QHash<QString, Health> phases{
        {u"Bound"_s, Health::Ok},
        {u"Available"_s, Health::Ok},
        {u"Active"_s, Health::Ok},
        {u"Pending"_s, Health::Pending},
        {u"Terminating"_s, Health::Pending},
        {u"Released"_s, Health::Warning},
        {u"Lost"_s, Health::Error},
        {u"Failed"_s, Health::Error},
    };
    const auto phase = row.cell("Status"_L1);
    const auto health = phases.value(phase, Health::Unknown);
    if (health == Health::Ok || health == Health::Unknown)
        return {.health = health};
    if (phase == "Lost"_L1)
        return {.health = health, .reason = Reason::ClaimLost, .object = row.cell("Volume"_L1)};
    if (phase == "Released"_L1)
        return {.health = health, .reason = Reason::VolumeReleased, .object = row.cell("Claim"_L1)};
    if (phase == "Terminating"_L1)
        return {.health = health, .reason = Reason::Terminating};
    return worded(health, phase);
}

Diagnosis ofEvent(const RowView &row)
{
    if (row.cell("Type"_L1) != "Warning"_L1)
        return {.health = Health::Ok};
    return {.health = Health::Warning,
            .reason = Reason::Warned,
            .subject = row.cell("Reason"_L1),
            .text = row.cell("Message"_L1).simplified()};
}

Diagnosis ofService(const RowView &row)
{
    if (row.cell("External-IP"_L1) == "<pending>"_L1)
        return {.health = Health::Pending, .reason = Reason::LoadBalancerPending};
    return {.health = Health::Ok};
}

Diagnosis ofOther(const RowView &row)
{
    for (const auto name : {"Ready"_L1, "Available"_L1}) {
        const auto state = row.cell(name);
        if (state.isEmpty())
            continue;
        if (state == "False"_L1 || state.startsWith("False "_L1))
            return {.health = Health::Error, .reason = Reason::Condition, .subject = name};
        if (state == "Unknown"_L1)
            return {.health = Health::Unknown};
        break;
    }
    return {.health = Health::Ok};
}

} // namespace

Diagnosis diagnoseRow(const QString &kind, const QList<TableColumn> &columns,
                      const ResourceItem &item)
{
    static const QHash<QString, Diagnosis (*)(const RowView &)> judges{
        {u"Pod"_s, ofPod},
        {u"Deployment"_s, ofDeployment},
        {u"StatefulSet"_s, ofStatefulSet},
        {u"ReplicaSet"_s, ofReplicas},
        {u"ReplicationController"_s, ofReplicas},
        {u"DaemonSet"_s, ofReplicas},
        {u"Node"_s, ofNode},
        {u"Job"_s, ofJob},
        {u"CronJob"_s, ofCronJob},
        {u"PersistentVolumeClaim"_s, ofPhase},
        {u"PersistentVolume"_s, ofPhase},
        {u"Namespace"_s, ofPhase},
        {u"Event"_s, ofEvent},
        {u"Service"_s, ofService},
    };
    const RowView row{columns, item};
    if (!item.meta.deleting)
        return judges.value(kind, ofOther)(row);
    if (kind == "Pod"_L1 && row.cell("Status"_L1) == "Unknown"_L1)
        return ofPod(row); // its node is lost: it cannot go
    return {.health = Health::Pending, .reason = Reason::Terminating};
}

bool isRowConclusive(const QString &kind)
{
    static constexpr std::array kinds{"Pod"_L1,
                                      "Deployment"_L1,
                                      "StatefulSet"_L1,
                                      "ReplicaSet"_L1,
                                      "Job"_L1,
                                      "PersistentVolumeClaim"_L1,
                                      "DaemonSet"_L1,
                                      "Namespace"_L1,
                                      "PersistentVolume"_L1,
                                      "Event"_L1,
                                      "ConfigMap"_L1,
                                      "Secret"_L1,
                                      "ServiceAccount"_L1,
                                      "Role"_L1,
                                      "ReplicationController"_L1,
                                      "ClusterRole"_L1,
                                      "RoleBinding"_L1,
                                      "ClusterRoleBinding"_L1,
                                      "StorageClass"_L1,
                                      "NetworkPolicy"_L1};
    return std::ranges::any_of(kinds, [&kind](QLatin1StringView known) { return kind == known; });
}

} // namespace kube
