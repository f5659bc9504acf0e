// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/health/healthtext.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::Health)
};

using kube::Diagnosis;
using kube::Reason;

QString workloadSentence(const Diagnosis &d)
{
    switch (d.reason) {
    case Reason::Unavailable:
        return Tr::tr("%1 of %n replica(s) are available.", nullptr, d.want).arg(d.have);
    case Reason::RollingOut:
        return Tr::tr("A rollout is under way: %1 of %n replica(s) so far.", nullptr, d.want)
            .arg(d.have);
    case Reason::ProgressDeadline:
        return Tr::tr("The rollout got stuck: %1 of %n replica(s) are available and its deadline "
                      "has passed.",
                      nullptr, d.want)
            .arg(d.have);
    case Reason::QuotaExceeded:
        return withWords(Tr::tr("A quota of the namespace forbids more pods."), d.text);
    case Reason::AdmissionRefused:
        return withWords(Tr::tr("The cluster refuses to make its pods."), d.text);
    case Reason::ReplicaFailure: return withWords(Tr::tr("Its pods cannot be made."), d.text);
    case Reason::Paused: return Tr::tr("Its rollout is paused.");
    case Reason::ScaledToZero: return Tr::tr("It is scaled to nothing.");
    case Reason::Misscheduled:
        return Tr::tr("%n pod(s) run on nodes where they should not.", nullptr, d.count);
    case Reason::JobRunning:
        return d.count == 0
            ? Tr::tr("%1 of %n completion(s) so far.", nullptr, d.want).arg(d.have)
            : Tr::tr("%1 of %2 completions so far, %n pod(s) failed.", nullptr, d.count)
                  .arg(d.have)
                  .arg(d.want);
    case Reason::JobBackoffLimit:
        return Tr::tr("The job gave up after %n failed pod(s).", nullptr, d.count);
    case Reason::JobDeadline: return withWords(Tr::tr("The job took too long."), d.text);
    case Reason::JobFailed: return withWords(Tr::tr("The job failed."), d.text);
    case Reason::Suspended: return Tr::tr("It is suspended.");
    case Reason::CronJobFailing:
        return Tr::tr("Its last run did not succeed; the last that did was at %1.")
            .arg(d.since.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s));
    case Reason::Completed: return Tr::tr("It has completed.");
    default: return {};
    }
}

QString networkSentence(const Diagnosis &d)
{
    switch (d.reason) {
    case Reason::NoPods:
        return Tr::tr("It has no endpoints: no pod matches its selector %1.").arg(d.object);
    case Reason::NoReadyPods:
        return Tr::tr("It has no endpoints: none of the %n pod(s) that match is ready.", nullptr,
                      d.count);
    case Reason::LoadBalancerPending:
        return withWords(Tr::tr("It waits for an address of a load balancer."), d.text);
    case Reason::NoBackend:
        return Tr::tr("It leads to Services that do not exist: %1.").arg(d.object);
    default: return {};
    }
}

QString storageSentence(const Diagnosis &d)
{
    switch (d.reason) {
    case Reason::ProvisioningFailed:
        return withWords(Tr::tr("Its volume cannot be provisioned."), d.text);
    case Reason::WaitsForConsumer:
        return Tr::tr("It gets its volume once a pod that uses it is scheduled.");
    case Reason::WaitsForProvisioner:
        return d.object.isEmpty()
            ? withWords(Tr::tr("It waits for a volume."), d.text)
            : withWords(Tr::tr("It waits for a volume of class %1.").arg(d.object), d.text);
    case Reason::NoStorageClass:
        return withWords(Tr::tr("No volume fits it and it names no storage class."), d.text);
    case Reason::ClaimLost:
        return d.object.isEmpty() ? Tr::tr("Its volume is gone.")
                                  : Tr::tr("Its volume %1 is gone.").arg(d.object);
    case Reason::VolumeFailed: return withWords(Tr::tr("It could not be reclaimed."), d.text);
    case Reason::VolumeReleased:
        return Tr::tr("The claim %1 is deleted; the volume waits to be reclaimed.").arg(d.object);
    default: return {};
    }
}

QString nodeSentence(const Diagnosis &d)
{
    switch (d.reason) {
    case Reason::NodeNotReady: return withWords(Tr::tr("The node is not ready."), d.text);
    case Reason::NodeSilent:
        return Tr::tr("The node has not been heard of since %1.")
            .arg(d.since.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s));
    case Reason::MemoryPressure: return withWords(Tr::tr("The node is short of memory."), d.text);
    case Reason::DiskPressure: return withWords(Tr::tr("The node is short of disk space."), d.text);
    case Reason::PidPressure: return withWords(Tr::tr("The node runs too many processes."), d.text);
    case Reason::NetworkUnavailable:
        return withWords(Tr::tr("The node's network is not set up."), d.text);
    case Reason::Cordoned: return Tr::tr("The node is cordoned: it takes no new pods.");
    default: return {};
    }
}

QString conditionSentence(const Diagnosis &d)
{
    const auto why = d.object.isEmpty() || d.text.contains(d.object) ? d.text
        : d.text.isEmpty()                                           ? d.object
                           : QString(d.object + u": "_s + d.text);
    static const QStringList good{u"Ready"_s,      u"Available"_s,  u"Healthy"_s,
                                  u"Accepted"_s,   u"Synced"_s,     u"Established"_s,
                                  u"Programmed"_s, u"Reconciled"_s, u"Succeeded"_s};
    return withWords(good.contains(d.subject) ? Tr::tr("It is not %1.").arg(d.subject)
                                              : Tr::tr("It is %1.").arg(d.subject),
                     why);
}

QString otherSentence(const Diagnosis &d)
{
    switch (d.reason) {
    case Reason::NamespaceTerminating:
        return withWords(Tr::tr("The namespace is being deleted."), d.text);
    case Reason::PodsInTrouble:
        return d.have > 0
            ? Tr::tr("Of its %n pod(s), %1 fail.", nullptr, d.want).arg(d.have)
            : Tr::tr("Of its %n pod(s), %1 need a look.", nullptr, d.want).arg(d.count);
    case Reason::ScalingUnable: return withWords(Tr::tr("It cannot scale."), d.text);
    case Reason::ScalingLimited:
        return Tr::tr("It wants more than its maximum of %n replica(s).", nullptr, d.want);
    case Reason::ScalingUnmeasured:
        return withWords(Tr::tr("It gets no metrics to scale by."), d.text);
    case Reason::DisruptionBlocked:
        return Tr::tr("It allows no disruption now: %1 of the %2 pods it needs are healthy.")
            .arg(d.have)
            .arg(d.want);
    case Reason::QuotaFull: return Tr::tr("It is used up: %1.").arg(d.object);
    case Reason::NotEstablished: return withWords(Tr::tr("Its kind is not served yet."), d.text);
    case Reason::NamesTaken:
        return withWords(Tr::tr("Its names are taken by another definition."), d.text);
    case Reason::Condition: return conditionSentence(d);
    case Reason::Outdated: return Tr::tr("Its controller has not seen the last change yet.");
    case Reason::Warned: return withWords(d.subject, d.text);
    case Reason::Worded: return withWords(Tr::tr("Its status is %1.").arg(d.subject), d.text);
    default: return {};
    }
}

QString ownSentence(const Diagnosis &diagnosis)
{
    for (const auto &tell : {podSentence, workloadSentence, networkSentence, storageSentence,
                             nodeSentence, otherSentence}) {
        if (const auto sentence = tell(diagnosis); !sentence.isEmpty())
            return sentence;
    }
    return {};
}

} // namespace

QString healthSentence(const kube::Diagnosis &diagnosis)
{
    auto text = ownSentence(diagnosis);
    for (const auto &cause : diagnosis.causes) {
        const auto more = ownSentence(cause);
        if (!more.isEmpty())
            text += u' ' + Tr::tr("Pod %1: %2").arg(cause.about, more);
    }
    return text;
}

QString healthWord(Health health)
{
    switch (health) {
    case Health::Error: return Tr::tr("Failing");
    case Health::Warning: return Tr::tr("Degraded");
    case Health::Pending: return Tr::tr("Pending");
    case Health::Ok: return Tr::tr("Healthy");
    case Health::Unknown: return Tr::tr("Unknown");
    case Health::Done: return Tr::tr("Finished");
    }
    Q_UNREACHABLE_RETURN({});
}

QString troubleText(const kube::HealthCounts &counts)
{
    QStringList parts;
    if (counts.failing > 0)
        parts += Tr::tr("%Ln failing", nullptr, counts.failing);
    if (counts.warning > 0)
        parts += Tr::tr("%Ln degraded", nullptr, counts.warning);
    if (counts.pending > 0)
        parts += Tr::tr("%Ln pending", nullptr, counts.pending);
    return parts.join(u", "_s);
}

} // namespace workspace
