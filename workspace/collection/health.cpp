// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/collection/health.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace workspace {

namespace {

/// A row with its cells by column name.
struct RowView
{
    const QList<kube::TableColumn> &columns;
    const kube::ResourceItem &item;

    QString cell(QLatin1StringView name) const
    {
        const auto count = qMin(columns.size(), item.cells.size());
        for (qsizetype i = 0; i < count; ++i) {
            if (columns[i].name.compare(name, Qt::CaseInsensitive) == 0)
                return item.cells[i];
        }
        return {};
    }
    int number(QLatin1StringView name) const { return cell(name).toInt(); }
};

/// "2/3": how many there are of how many there should be.
struct Share
{
    int have = 0;
    int want = 0;
    bool valid = false;
};

Share shareOf(const QString &text)
{
    const auto slash = text.indexOf(u'/');
    Share share;
    bool haveOk = false;
    bool wantOk = false;
    share.have = text.left(slash).toInt(&haveOk);
    share.want = text.mid(slash + 1).section(u' ', 0, 0).toInt(&wantOk); // jobs: "0/1 of 3"
    share.valid = slash > 0 && haveOk && wantOk;
    return share;
}

Health ofShare(int have, int want)
{
    if (have >= want)
        return Health::Ok;
    return have == 0 ? Health::Error : Health::Warning;
}

Health ofPod(const RowView &row)
{
    const auto status = row.cell("Status"_L1);
    if (status == "Running"_L1) {
        const auto ready = shareOf(row.cell("Ready"_L1));
        return ready.valid && ready.have < ready.want ? Health::Warning : Health::Ok;
    }
    if (status == "Completed"_L1 || status == "Succeeded"_L1)
        return Health::Done;
    static const QStringList underWay {u"Pending"_s, u"ContainerCreating"_s, u"PodInitializing"_s,
                                       u"Terminating"_s, u"SchedulingGated"_s};
    if (underWay.contains(status))
        return Health::Pending;
    if (status.startsWith("Init:"_L1) && shareOf(status.mid(5)).valid)
        return Health::Pending;
    if (status == "NotReady"_L1)
        return Health::Warning;
    if (status.isEmpty() || status == "Unknown"_L1)
        return Health::Unknown;
    return Health::Error; // CrashLoopBackOff, ImagePullBackOff, OOMKilled, Evicted, Init:Error, …
}

Health ofDeployment(const RowView &row)
{
    const auto ready = shareOf(row.cell("Ready"_L1));
    if (!ready.valid)
        return Health::Unknown;
    if (ready.want == 0)
        return Health::Done;
    const auto upToDate = row.cell("Up-to-date"_L1);
    const auto health = ofShare(ready.have, ready.want);
    if (health == Health::Error)
        return health;
    return !upToDate.isEmpty() && upToDate.toInt() < ready.want ? Health::Pending : health;
}

Health ofStatefulSet(const RowView &row)
{
    const auto ready = shareOf(row.cell("Ready"_L1));
    if (!ready.valid)
        return Health::Unknown;
    return ready.want == 0 ? Health::Done : ofShare(ready.have, ready.want);
}

Health ofReplicas(const RowView &row)
{
    const int desired = row.number("Desired"_L1);
    return desired == 0 ? Health::Done : ofShare(row.number("Ready"_L1), desired);
}

Health ofNode(const RowView &row)
{
    const auto parts = row.cell("Status"_L1).split(u',');
    if (!parts.contains("Ready"_L1))
        return Health::Error;
    return parts.contains("SchedulingDisabled"_L1) ? Health::Warning : Health::Ok;
}

Health ofJob(const RowView &row)
{
    const auto status = row.cell("Status"_L1);
    if (status == "Failed"_L1 || status == "FailureTarget"_L1)
        return Health::Error;
    if (status == "Complete"_L1 || status == "Suspended"_L1)
        return Health::Done;
    const auto done = shareOf(row.cell("Completions"_L1));
    return done.valid && done.have >= done.want ? Health::Done : Health::Pending;
}

Health ofCronJob(const RowView &row)
{
    return row.cell("Suspend"_L1) == "True"_L1 ? Health::Done : Health::Ok;
}

Health ofPhase(const RowView &row)
{
    static const QHash<QString, Health> phases {
        {u"Bound"_s, Health::Ok},         {u"Available"_s, Health::Ok},
        {u"Active"_s, Health::Ok},        {u"Pending"_s, Health::Pending},
        {u"Terminating"_s, Health::Pending}, {u"Released"_s, Health::Warning},
        {u"Lost"_s, Health::Error},       {u"Failed"_s, Health::Error},
    };
    return phases.value(row.cell("Status"_L1), Health::Unknown);
}

Health ofEvent(const RowView &row)
{
    return row.cell("Type"_L1) == "Warning"_L1 ? Health::Warning : Health::Ok;
}

Health ofService(const RowView &row)
{
    return row.cell("External-IP"_L1) == "<pending>"_L1 ? Health::Pending : Health::Ok;
}

Health ofOther(const RowView &row)
{
    auto ready = row.cell("Ready"_L1);
    if (ready.isEmpty())
        ready = row.cell("Available"_L1);
    if (ready == "False"_L1 || ready.startsWith("False "_L1))
        return Health::Error;
    return ready == "Unknown"_L1 ? Health::Unknown : Health::Ok;
}

} // namespace

Health healthOf(const QString &kind, const QList<kube::TableColumn> &columns,
                const kube::ResourceItem &item)
{
    if (item.meta.deleting)
        return Health::Pending;
    static const QHash<QString, Health (*)(const RowView &)> judges {
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
    return judges.value(kind, ofOther)({columns, item});
}

} // namespace workspace
