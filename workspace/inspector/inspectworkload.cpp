// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/inspector/inspectwriter.h"

using namespace Qt::StringLiterals;

namespace workspace {

static void replicaBar(InspectWriter &out, const QString &label, int have, int want, bool matters)
{
    const auto tone = have >= want ? TextTone::Ok : matters ? TextTone::Warn : TextTone::Info;
    out.bar(label, InspectTr::tr("%1 of %2").arg(have).arg(want),
            want > 0 ? double(have) / want : 1, tone);
}

static void inspectJob(InspectWriter &out)
{
    const int want = out.spec["completions"_L1].toInt(1);
    replicaBar(out, InspectTr::tr("Succeeded"), out.status["succeeded"_L1].toInt(), want, false);
    out.field(InspectTr::tr("Active"), inLine(out.status["active"_L1]));
    if (const int failed = out.status["failed"_L1].toInt(); failed > 0)
        out.field(InspectTr::tr("Failed"), QString::number(failed), TextTone::Error);
    out.field(InspectTr::tr("Started"), out.age(out.status["startTime"_L1].toString()));
}

static void inspectCronJob(InspectWriter &out)
{
    out.value(InspectTr::tr("Schedule"), out.spec["schedule"_L1].toString());
    out.field(InspectTr::tr("Time zone"), out.spec["timeZone"_L1].toString());
    if (out.spec["suspend"_L1].toBool())
        out.field(InspectTr::tr("Suspended"), InspectTr::tr("starts no jobs"), TextTone::Warn);
    out.field(InspectTr::tr("Last start"), out.age(out.status["lastScheduleTime"_L1].toString()));
    out.field(InspectTr::tr("Last success"),
              out.age(out.status["lastSuccessfulTime"_L1].toString()));
}

void inspectReplicas(InspectWriter &out)
{
    const auto count = [&out](QLatin1StringView key) { return out.status[key].toInt(); };
    const bool daemon = out.kind == "DaemonSet"_L1;
    out.card(out.kind == "CronJob"_L1 ? InspectTr::tr("Schedule") : InspectTr::tr("Replicas"));
    if (out.kind == "Job"_L1) {
        inspectJob(out);
    } else if (out.kind == "CronJob"_L1) {
        inspectCronJob(out);
    } else if (daemon || out.kind == "Deployment"_L1 || out.kind == "ReplicaSet"_L1
               || out.kind == "StatefulSet"_L1) {
        const int want =
            daemon ? count("desiredNumberScheduled"_L1) : out.spec["replicas"_L1].toInt(1);
        out.result.cards.back().note = InspectTr::tr("%n wanted", nullptr, want);
        replicaBar(out, InspectTr::tr("Ready"),
                   count(daemon ? "numberReady"_L1 : "readyReplicas"_L1), want, true);
        if (out.kind != "ReplicaSet"_L1)
            replicaBar(out, InspectTr::tr("Updated"),
                       count(daemon ? "updatedNumberScheduled"_L1 : "updatedReplicas"_L1), want,
                       false);
        replicaBar(out, InspectTr::tr("Available"),
                   count(daemon ? "numberAvailable"_L1 : "availableReplicas"_L1), want, true);
        out.field(
            InspectTr::tr("Strategy"),
            out.spec[out.kind == "Deployment"_L1 ? "strategy"_L1 : "updateStrategy"_L1]["type"_L1]
                .toString());
        if (out.spec["paused"_L1].toBool())
            out.field(InspectTr::tr("Paused"), InspectTr::tr("changes are not rolled out"),
                      TextTone::Warn);
        if (const auto service = out.spec["serviceName"_L1].toString(); !service.isEmpty())
            out.link(InspectTr::tr("Service"), service, out.idOf(u"v1"_s, u"Service"_s, service));
    }
    out.dropEmptyCard();
}

void inspectPods(InspectWriter &out)
{
    static constexpr size_t most = 60;
    if (out.facts.podsError) {
        out.card(InspectTr::tr("Pods"));
        out.text(InspectTr::tr("The pods cannot be listed: %1").arg(out.facts.podsError->message),
                 TextTone::Warn);
        return;
    }
    if (!out.facts.pods)
        return;
    const auto &pods = *out.facts.pods;
    out.card(InspectTr::tr("Pods"), QString::number(pods.size()));
    for (size_t i = 0; i < std::min(most, pods.size()); ++i) {
        const auto &pod = pods[i];
        QStringList told{pod.status};
        if (!pod.ready.isEmpty())
            told.append(InspectTr::tr("%1 ready").arg(pod.ready));
        if (pod.usage)
            told.append(kube::topCpu(pod.usage->cpu) + u' ' + kube::topMemory(pod.usage->memory));
        told.append(pod.age);
        const bool elsewhere = !out.nameSpace.isEmpty() && pod.id.nameSpace != out.nameSpace;
        const bool qualified = out.nameSpace.isEmpty() || elsewhere;
        out.link({}, qualified ? pod.id.nameSpace + u'/' + pod.id.name : pod.id.name, pod.id);
        auto &item = out.result.cards.back().items.back();
        item.health = pod.health;
        item.source = told.join(u" · "_s);
    }
    if (pods.size() > most)
        out.text(InspectTr::tr("and %n more", nullptr, int(pods.size() - most)), TextTone::Dim);
    if (pods.empty())
        out.text(InspectTr::tr("There are none."), TextTone::Dim);
}

} // namespace workspace
