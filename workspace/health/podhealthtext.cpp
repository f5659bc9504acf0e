// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/health/healthtext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::Health)
};

using kube::Diagnosis;
using kube::Reason;

/// "Container web", "Init container migrate", or, when a row does not name it, "A container".
QString containerOf(const Diagnosis &d)
{
    if (d.subject.isEmpty())
        return d.isInit ? Tr::tr("An init container") : Tr::tr("A container");
    return d.isInit ? Tr::tr("Init container %1").arg(d.subject)
                    : Tr::tr("Container %1").arg(d.subject);
}

/// Signals a person meets: signal(7). Shells and runtimes report a signal as exit code 128 + n.
QString signalName(int number)
{
    switch (number) {
    case 4: return u"SIGILL"_s;
    case 6: return u"SIGABRT"_s;
    case 7: return u"SIGBUS"_s;
    case 8: return u"SIGFPE"_s;
    case 9: return u"SIGKILL"_s;
    case 11: return u"SIGSEGV"_s;
    case 15: return u"SIGTERM"_s;
    default: return Tr::tr("signal %1").arg(number);
    }
}

/// How the last run ended, as the second half of a sentence.
QString endText(const kube::ContainerEnd &end)
{
    if (end.reason == "OOMKilled"_L1)
        return Tr::tr("it used more memory than its limit and was killed (OOMKilled, exit code %1)")
            .arg(end.exitCode);
    const bool bySignal = end.exitCode > 128 && end.exitCode <= 128 + 64;
    const int number = end.signal != 0 ? end.signal : bySignal ? end.exitCode - 128 : 0;
    if (number != 0)
        return Tr::tr("it ended by %1 (exit code %2)").arg(signalName(number)).arg(end.exitCode);
    const bool plain =
        end.reason.isEmpty() || end.reason == "Error"_L1 || end.reason == "Completed"_L1;
    return plain ? Tr::tr("it ended with exit code %1").arg(end.exitCode)
                 : Tr::tr("it ended with exit code %1 (%2)").arg(end.exitCode).arg(end.reason);
}

QString crashSentence(const Diagnosis &d)
{
    auto text = d.end
        ? Tr::tr("%1 crashes again and again: %2").arg(containerOf(d), endText(*d.end))
        : Tr::tr("%1 crashes again and again").arg(containerOf(d));
    text = d.count > 0 ? Tr::tr("%1, %n restart(s).", nullptr, d.count).arg(text)
                       : Tr::tr("%1.", "a sentence").arg(text);
    return d.end ? withWords(text, d.end->message) : text;
}

QString endedSentence(const Diagnosis &d)
{
    if (!d.end)
        return Tr::tr("%1 failed.").arg(containerOf(d));
    return withWords(Tr::tr("%1 failed: %2.").arg(containerOf(d), endText(*d.end)), d.end->message);
}

QString imageSentence(const Diagnosis &d)
{
    if (d.object.isEmpty())
        return withWords(Tr::tr("%1 waits for an image that cannot be pulled.").arg(containerOf(d)),
                         d.text);
    return withWords(
        Tr::tr("%1 waits for image %2, which cannot be pulled.").arg(containerOf(d), d.object),
        d.text);
}

QString probeSentence(const Diagnosis &d)
{
    const auto container = containerOf(d);
    if (d.reason == Reason::LivenessProbe)
        return withWords(
            Tr::tr("%1 fails its liveness probe and will be restarted.").arg(container), d.text);
    if (d.reason == Reason::StartupProbe)
        return withWords(Tr::tr("%1 fails its startup probe.").arg(container), d.text);
    return withWords(Tr::tr("%1 fails its readiness probe and gets no traffic.").arg(container),
                     d.text);
}

QString notReadySentence(const Diagnosis &d)
{
    if (!d.subject.isEmpty())
        return Tr::tr("%1 runs but is not ready (%2 of %3 are).")
            .arg(containerOf(d))
            .arg(d.have)
            .arg(d.want);
    return withWords(Tr::tr("%1 of %n container(s) are ready.", nullptr, d.want).arg(d.have),
                     d.text);
}

QString leavingSentence(const Diagnosis &d)
{
    const auto since = d.since.toLocalTime().toString(u"HH:mm:ss"_s);
    if (d.reason == Reason::Terminating)
        return Tr::tr("It is being deleted.");
    if (!d.object.isEmpty())
        return Tr::tr("It should have been gone at %1, but its finalizers hold it: %2.")
            .arg(since, d.object);
    return Tr::tr(
               "It should have been gone at %1. Its node may be away, or a process does not end.")
        .arg(since);
}

} // namespace

QString withWords(const QString &sentence, const QString &words)
{
    if (words.isEmpty())
        return sentence;
    const bool ends = sentence.endsWith(u'.') || sentence.endsWith(u'。');
    const auto stem = ends ? sentence.chopped(1) : sentence;
    return stem + u": "_s + words.simplified();
}

QString podSentence(const Diagnosis &d)
{
    switch (d.reason) {
    case Reason::CrashLoop: return crashSentence(d);
    case Reason::ContainerEnded: return endedSentence(d);
    case Reason::ImagePull: return imageSentence(d);
    case Reason::ImageName:
        return d.object.isEmpty()
            ? Tr::tr("%1 names an image that is no valid name.").arg(containerOf(d))
            : Tr::tr("%1 names the image “%2”, which is no valid name.")
                  .arg(containerOf(d), d.object);
    case Reason::ContainerConfig:
        return withWords(Tr::tr("%1 cannot be configured.").arg(containerOf(d)), d.text);
    case Reason::ContainerCreate:
        return withWords(Tr::tr("%1 cannot be started.").arg(containerOf(d)), d.text);
    case Reason::Unschedulable: return withWords(Tr::tr("No node can take the pod."), d.text);
    case Reason::SchedulingGated: return Tr::tr("The pod is held back by its scheduling gates.");
    case Reason::NotScheduled: return Tr::tr("The pod waits for the scheduler.");
    case Reason::Mount: return withWords(Tr::tr("A volume cannot be mounted."), d.text);
    case Reason::Sandbox:
        return withWords(Tr::tr("The pod's network or sandbox cannot be made."), d.text);
    case Reason::Starting: return Tr::tr("Its containers are being made.");
    case Reason::Initializing:
        return Tr::tr("%1 of %n init container(s) are through.", nullptr, d.want).arg(d.have);
    case Reason::ReadinessProbe:
    case Reason::LivenessProbe:
    case Reason::StartupProbe: return probeSentence(d);
    case Reason::NotReady: return notReadySentence(d);
    case Reason::Evicted: return withWords(Tr::tr("It was evicted from its node."), d.text);
    case Reason::Preempted:
        return withWords(Tr::tr("It had to make room for a pod that is more important."), d.text);
    case Reason::NodeLost:
        return d.object.isEmpty() ? Tr::tr("Its node is lost.")
                                  : withWords(Tr::tr("Its node %1 is lost.").arg(d.object), d.text);
    case Reason::PodFailed: return withWords(Tr::tr("It failed."), d.text);
    case Reason::Terminating:
    case Reason::TerminatingStuck: return leavingSentence(d);
    default: return {};
    }
}

} // namespace workspace
