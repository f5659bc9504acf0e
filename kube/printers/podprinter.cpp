// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/printers/podprinter.h"

#include "kube/apimachinery/conditions.h"
#include "kube/printers/rowtext.h"

#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

bool isSet(const QJsonValue &value)
{
    return !value.isUndefined() && !value.isNull();
}

// Why a container ended: its reason, else its signal, else its exit code.
QString endOf(const QJsonValue &terminated)
{
    if (const auto reason = terminated["reason"_L1].toString(); !reason.isEmpty())
        return reason;
    if (const auto signal = terminated["signal"_L1].toInt(); signal != 0)
        return u"Signal:%1"_s.arg(signal);
    return u"ExitCode:%1"_s.arg(terminated["exitCode"_L1].toInt());
}

// How often containers restarted, and when they last did.
struct Restarts
{
    qint64 count = 0;
    QDateTime last = {};

    void add(const QJsonValue &container)
    {
        count += container["restartCount"_L1].toInteger();
        const auto finished = timeFrom(container["lastState"_L1]["terminated"_L1]["finishedAt"_L1]);
        if (finished.isValid() && (!last.isValid() || last < finished))
            last = finished;
    }
};

// Follows printPod() of k8s.io/kubernetes/pkg/printers/internalversion/printers.go.
class PodSummary
{
public:
    explicit PodSummary(const QJsonObject &pod)
        : m_pod(pod)
        , m_spec(pod["spec"_L1].toObject())
        , m_status(pod["status"_L1].toObject())
        , m_conditions(m_status["conditions"_L1].toArray())
        , m_total(m_spec["containers"_L1].toArray().size())
    {
        findSidecars();
        takePhase();
        const bool isInitializing = takeInitContainers();
        if (!isInitializing || isConditionTrue(m_conditions, "Initialized"_L1))
            takeContainers();
        takeDeletion();
    }

    QString reason() const { return m_reason; }
    QString ready() const { return u"%1/%2"_s.arg(m_ready).arg(m_total); }

    QString restarts(const QDateTime &now) const
    {
        if (m_restarts.count == 0 || !m_restarts.last.isValid())
            return QString::number(m_restarts.count);
        return u"%1 (%2 ago)"_s.arg(m_restarts.count).arg(ageText(m_restarts.last, now));
    }

    QString readinessGates() const
    {
        const auto gates = m_spec["readinessGates"_L1].toArray();
        qsizetype open = 0;
        for (const auto &gate : gates)
            open += isGateOpen(gate["conditionType"_L1].toString()) ? 1 : 0;
        return gates.isEmpty() ? u"<none>"_s : u"%1/%2"_s.arg(open).arg(gates.size());
    }

private:
    bool isGateOpen(const QString &type) const
    {
        for (const auto &condition : m_conditions)
            if (condition["type"_L1] == type)
                return condition["status"_L1] == "True"_L1;
        return false;
    }

    bool isSidecar(const QJsonValue &container) const
    {
        return m_sidecars.contains(container["name"_L1].toString());
    }

    // Init containers that keep running count as containers.
    void findSidecars()
    {
        const auto initContainers = m_spec["initContainers"_L1].toArray();
        for (const auto &container : initContainers) {
            if (container["restartPolicy"_L1] != "Always"_L1)
                continue;
            m_sidecars.insert(container["name"_L1].toString());
            ++m_total;
        }
    }

    void takePhase()
    {
        m_reason = m_status["phase"_L1].toString();
        if (const auto reason = m_status["reason"_L1].toString(); !reason.isEmpty())
            m_reason = reason;
        for (const auto &condition : m_conditions)
            if (condition["type"_L1] == "PodScheduled"_L1
                && condition["reason"_L1] == "SchedulingGated"_L1)
                m_reason = u"SchedulingGated"_s;
    }

    // Whether one of them has still to finish; the first of these gives the reason.
    bool takeInitContainers()
    {
        const auto statuses = m_status["initContainerStatuses"_L1].toArray();
        for (qsizetype at = 0; at < statuses.size(); ++at) {
            const QJsonValue container = statuses[at];
            m_restarts.add(container);
            if (isSidecar(container))
                m_sidecarRestarts.add(container);
            const auto terminated = container["state"_L1]["terminated"_L1];
            if (isSet(terminated) && terminated["exitCode"_L1].toInt() == 0)
                continue;
            if (isSidecar(container) && container["started"_L1].toBool()) {
                m_ready += container["ready"_L1].toBool() ? 1 : 0;
                continue;
            }
            m_reason = u"Init:"_s + initReason(container, at);
            return true;
        }
        return false;
    }

    QString initReason(const QJsonValue &container, qsizetype at) const
    {
        if (const auto terminated = container["state"_L1]["terminated"_L1]; isSet(terminated))
            return endOf(terminated);
        auto waiting = container["state"_L1]["waiting"_L1]["reason"_L1].toString();
        if (!waiting.isEmpty() && waiting != "PodInitializing"_L1)
            return waiting;
        return u"%1/%2"_s.arg(at).arg(m_spec["initContainers"_L1].toArray().size());
    }

    // From last to first, so that the first container's reason is the one that stays.
    void takeContainers()
    {
        m_restarts = m_sidecarRestarts;
        bool hasRunning = false;
        const auto statuses = m_status["containerStatuses"_L1].toArray();
        for (auto at = statuses.size() - 1; at >= 0; --at) {
            const QJsonValue container = statuses[at];
            m_restarts.add(container);
            const auto state = container["state"_L1];
            const auto waiting = state["waiting"_L1]["reason"_L1].toString();
            if (!waiting.isEmpty()) {
                m_reason = waiting;
            } else if (isSet(state["terminated"_L1])) {
                m_reason = endOf(state["terminated"_L1]);
            } else if (container["ready"_L1].toBool() && isSet(state["running"_L1])) {
                hasRunning = true;
                ++m_ready;
            }
        }
        if (m_reason == "Completed"_L1 && hasRunning)
            m_reason = isConditionTrue(m_conditions, "Ready"_L1) ? u"Running"_s : u"NotReady"_s;
    }

    void takeDeletion()
    {
        if (!isSet(m_pod["metadata"_L1]["deletionTimestamp"_L1]))
            return;
        const auto phase = m_status["phase"_L1].toString();
        if (m_status["reason"_L1] == "NodeLost"_L1)
            m_reason = u"Unknown"_s;
        else if (phase != "Succeeded"_L1 && phase != "Failed"_L1)
            m_reason = u"Terminating"_s;
    }

    const QJsonObject m_pod;
    const QJsonObject m_spec;
    const QJsonObject m_status;
    const QJsonArray m_conditions;
    QSet<QString> m_sidecars;
    QString m_reason;
    Restarts m_restarts;
    Restarts m_sidecarRestarts;
    qsizetype m_total = 0;
    qsizetype m_ready = 0;
};

QString ipOf(const QJsonObject &pod)
{
    const auto status = pod["status"_L1];
    const auto ip = status["podIP"_L1].toString();
    return orNone(ip.isEmpty() ? status["podIPs"_L1][0]["ip"_L1].toString() : ip);
}

} // namespace

PodRow podRow(const QJsonObject &pod, const QDateTime &now)
{
    const PodSummary summary(pod);
    return {.name = pod["metadata"_L1]["name"_L1].toString(),
            .ready = summary.ready(),
            .status = summary.reason(),
            .restarts = summary.restarts(now),
            .age = ageOf(pod, now),
            .ip = ipOf(pod),
            .node = orNone(pod["spec"_L1]["nodeName"_L1].toString()),
            .nominatedNode = orNone(pod["status"_L1]["nominatedNodeName"_L1].toString()),
            .readinessGates = summary.readinessGates()};
}

} // namespace kube
