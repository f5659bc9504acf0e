// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/health/judge.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

ContainerEnd endOf(const QJsonValue &terminated)
{
    return {.exitCode = terminated["exitCode"_L1].toInt(),
            .signal = terminated["signal"_L1].toInt(),
            .reason = terminated["reason"_L1].toString(),
            .message = terminated["message"_L1].toString().trimmed()};
}

/// Leaves of what the kubelet says what the registry answered.
QString registryAnswer(QString text, const QString &image)
{
    for (const auto &before : {u"Back-off pulling image \"%1\""_s.arg(image),
                               u"Failed to pull image \"%1\""_s.arg(image), u"ErrImagePull"_s}) {
        if (text.startsWith(before))
            text = text.sliced(before.size());
        if (text.startsWith(": "_L1))
            text = text.sliced(2);
    }
    // gRPC's envelope: "rpc error: code = NotFound desc = …"
    if (const auto at = text.indexOf(" desc = "_L1); text.startsWith("rpc error:"_L1) && at > 0)
        text = text.sliced(at + 8);
    return text.simplified();
}

Diagnosis diagnosePull(const Judged &pod, Diagnosis result, const QString &message)
{
    result.health = Health::Error;
    result.reason = Reason::ImagePull;
    result.text = registryAnswer(message, result.object);
    if (!result.text.isEmpty())
        return result;
    // Older kubelets put the answer into an event only.
    const EventGroup *told = nullptr;
    for (const auto &event : pod.evidence.events) {
        if (event.reason == "Failed"_L1 && event.message.startsWith("Failed to pull image"_L1)
            && event.message.contains(result.object) && (!told || event.last >= told->last))
            told = &event;
    }
    if (told)
        result.text = registryAnswer(told->message, result.object);
    return result;
}

Diagnosis diagnoseWaiting(const Judged &pod, const QJsonObject &status, Diagnosis result)
{
    const auto waiting = status["state"_L1]["waiting"_L1];
    const auto why = waiting["reason"_L1].toString();
    const auto message = waiting["message"_L1].toString();
    static const QStringList pulls{u"ErrImagePull"_s,        u"ImagePullBackOff"_s,
                                   u"RegistryUnavailable"_s, u"ErrImageNeverPull"_s,
                                   u"ImageInspectError"_s,   u"SignatureValidationFailed"_s};
    if (pulls.contains(why))
        return diagnosePull(pod, std::move(result), message);
    const auto failing = [&result, &message](Reason reason) {
        result.health = Health::Error;
        result.reason = reason;
        result.text = message.simplified();
        return result;
    };
    if (why == "CrashLoopBackOff"_L1) {
        const auto last = status["lastState"_L1]["terminated"_L1];
        if (last.isObject())
            result.end = endOf(last);
        return failing(Reason::CrashLoop);
    }
    if (why == "InvalidImageName"_L1)
        return failing(Reason::ImageName);
    if (why == "CreateContainerConfigError"_L1)
        return failing(Reason::ContainerConfig);
    if (why.endsWith("Error"_L1)) // CreateContainerError, RunContainerError, PreStartHookError, …
        return failing(Reason::ContainerCreate);
    return {}; // ContainerCreating, PodInitializing
}

} // namespace

QJsonObject containerOf(const Judged &pod, const QString &name, bool isInit)
{
    const auto containers = pod.spec[isInit ? "initContainers"_L1 : "containers"_L1].toArray();
    for (const auto &container : containers) {
        if (container["name"_L1] == name)
            return container.toObject();
    }
    return {};
}

Diagnosis diagnoseContainer(const Judged &pod, const QJsonObject &status, bool isInit)
{
    Diagnosis result{.subject = status["name"_L1].toString(),
                     .isInit = isInit,
                     .object = status["image"_L1].toString(),
                     .count = status["restartCount"_L1].toInt()};
    const auto image = containerOf(pod, result.subject, isInit).value("image"_L1);
    if (image.isString())
        result.object = image.toString(); // as it was asked for
    const auto state = status["state"_L1].toObject();
    if (state.contains("waiting"_L1))
        return diagnoseWaiting(pod, status, std::move(result));
    const auto terminated = state["terminated"_L1];
    if (!terminated.isObject() || terminated["exitCode"_L1].toInt() == 0)
        return {};
    result.health = Health::Error;
    result.reason = Reason::ContainerEnded;
    result.end = endOf(terminated);
    return result;
}

std::optional<Diagnosis> diagnosePreparation(const Judged &pod)
{
    const auto *mount =
        pod.event({"FailedMount"_L1, "FailedAttachVolume"_L1, "FailedMapVolume"_L1});
    const auto *sandbox = pod.event({"FailedCreatePodSandBox"_L1, "NetworkNotReady"_L1});
    const auto *told = mount && (!sandbox || mount->last >= sandbox->last) ? mount : sandbox;
    if (!told)
        return {};
    return Diagnosis{.health = Health::Warning,
                     .reason = told == mount ? Reason::Mount : Reason::Sandbox,
                     .text = told->message.simplified(),
                     .count = int(told->count)};
}

/// The last "Unhealthy" event about a container, not before `since`; nullptr when there is none.
/// `probe`: only of that one.
static const EventGroup *failedProbe(const Judged &pod, const QString &container,
                                     const QDateTime &since, QLatin1StringView probe = {})
{
    const auto path = u"spec.containers{%1}"_s.arg(container);
    const EventGroup *told = nullptr;
    for (const auto &event : pod.evidence.events) {
        const bool recent = !since.isValid() || event.last >= since.toMSecsSinceEpoch();
        const bool own = event.object.fieldPath.isEmpty() || event.object.fieldPath == path;
        if (event.reason == "Unhealthy"_L1 && event.message.startsWith(probe) && recent && own
            && (!told || event.last >= told->last))
            told = &event;
    }
    return told;
}

/// "Readiness probe failed: HTTP probe failed with statuscode: 503"
static void takeProbe(Diagnosis &result, const EventGroup &told)
{
    result.reason = told.message.startsWith("Liveness"_L1) ? Reason::LivenessProbe
        : told.message.startsWith("Startup"_L1)            ? Reason::StartupProbe
                                                           : Reason::ReadinessProbe;
    const auto at = told.message.indexOf(": "_L1);
    result.text = at < 0 ? told.message : told.message.sliced(at + 2).simplified();
    result.count = int(told.count);
}

Diagnosis diagnoseUnready(const Judged &pod, const QJsonObject &status, int ready, int wanted)
{
    Diagnosis result{.health = Health::Warning,
                     .reason = Reason::NotReady,
                     .subject = status["name"_L1].toString(),
                     .have = ready,
                     .want = wanted};
    const auto started = instantOf(status["state"_L1]["running"_L1]["startedAt"_L1]);
    if (const auto *told = failedProbe(pod, result.subject, started))
        takeProbe(result, *told);
    return result;
}

std::optional<Diagnosis> diagnoseLiveness(const Judged &pod, const QJsonObject &status, int ready,
                                          int wanted)
{
    const auto name = status["name"_L1].toString();
    const auto probe = containerOf(pod, name, false).value("livenessProbe"_L1);
    if (!probe.isObject())
        return {};
    // It goes on failing at every period, until the container is restarted; what is older is over.
    const int period = probe["periodSeconds"_L1].toInt(10);
    const auto since = pod.evidence.now.addSecs(-std::max(60, 2 * period));
    const auto *told = failedProbe(pod, name, since, "Liveness"_L1);
    if (!told)
        return {};
    Diagnosis result{.health = Health::Warning, .subject = name, .have = ready, .want = wanted};
    takeProbe(result, *told);
    return result;
}

} // namespace kube
