// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/error.h"
#include "kube/objectref.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace kube {

/// What to forward to: a Pod, a Service, or a workload that has a selector.
struct ForwardTarget
{
    QString kind = {}; ///< "Pod", "Service", "Deployment", "ReplicaSet", "StatefulSet",
                       ///< "DaemonSet", "ReplicationController" or "Job"
    QString nameSpace = {};
    QString name = {};

    bool operator==(const ForwardTarget &) const = default;
};

/// The resource of a target's kind; no value when such objects cannot be forwarded to.
std::optional<ApiResource> forwardResource(QStringView kind);

/// Why a forward does not lead anywhere.
struct ForwardProblem
{
    enum class Kind {
        None,
        PortTaken, ///< `detail`: the port
        AddressRefused, ///< cannot listen; `detail`: the system's words
        NoTarget, ///< there is no such object, now
        NoSelector, ///< `detail` is the name of a Service or workload that selects no pods
        NoPod, ///< no pod that it selects is ready
        NoPort, ///< `detail`: the port; `choices`: those it has
        NotTcp, ///< `detail`: the port
        Refused, ///< the server refused, or is not there: `error`
        PodRefused, ///< nothing took the connection inside the pod; `detail`: the server's words
    };

    Kind kind = Kind::None;
    QString detail = {};
    QStringList choices = {};
    Error error = {};

    bool operator==(const ForwardProblem &) const = default;
    explicit operator bool() const { return kind != Kind::None; }
};

/// A port that can be forwarded to, for a person to choose from.
struct ForwardablePort
{
    quint16 number = 0;
    QString name = {}; ///< may be empty
    QString container = {}; ///< of a pod's or template's port
    bool isTcp = true; ///< others cannot be forwarded

    bool operator==(const ForwardablePort &) const = default;
};

/// The ports of a Pod's containers, of a workload's template or of a Service, in their order.
std::vector<ForwardablePort> forwardablePorts(const QJsonObject &object);

/// What the choice of a pod needs to know of one.
struct ForwardPod
{
    QString name = {};
    QString uid = {};
    QString created = {}; ///< RFC 3339: sorts as text
    QString controllerKind = {};
    QString controllerName = {};
    bool ready = false;
    bool running = false; ///< a container may be there to answer
    bool leaving = false; ///< being deleted, or all its containers have ended
    std::vector<ForwardablePort> ports = {};

    bool operator==(const ForwardPod &) const = default;
};

ForwardPod forwardPodFrom(const QJsonObject &pod);

/// The pod to lead to: `current` (a uid) while it runs and is not leaving, else the youngest that
/// is ready, or only runs where `unready` ones will do. nullptr when there is none.
const ForwardPod *choosePod(const std::vector<ForwardPod> &pods, const QString &current,
                            bool unready);

/// The port of `pod` that `port`, a number or name, means: of a Service its own, led on as
/// `targetPort` says (a headless one's as it is), else a container's name or any number.
/// kubectl: pkg/util/podutils and polymorphichelpers, translateServicePortToTargetPort.
std::expected<quint16, ForwardProblem> portIn(const ForwardPod &pod, const QJsonObject &object,
                                              const QString &port);

} // namespace kube
