// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/relations/objectkey.h"
#include "kube/topology/endpoints.h"

#include <QSet>

namespace kube {

/// The objects of one namespace that a way from outside to a pod leads through.
struct TopologyObjects
{
    std::vector<QJsonObject> ingresses = {};
    std::vector<QJsonObject> services = {};
    std::vector<QJsonObject> pods = {};
    std::vector<ServiceAddress> addresses = {};
    QSet<QString> counted = {}; ///< services that have endpoints, be they empty
    bool knowsAddresses = false; ///< whether all endpoints are among these
    QSet<QString> secrets = {}; ///< their names
    bool knowsSecrets = false; ///< else no secret is said to be missing
};

/// Why a way is broken there.
enum class TopologyProblem {
    None,
    NoSuchService, ///< an ingress names a service that does not exist
    NoSuchPort, ///< … a port that the service does not have
    NoSuchSecret, ///< … a secret for TLS that does not exist
    NoSuchTargetPort, ///< a service names a port that no container of the pod has
    NoPods, ///< a service's selector matches no pod
    NoReadyPod, ///< … pods, and none is ready
    NoAddresses, ///< a service without selector has no endpoints
    NotReady, ///< a pod that gets nothing for now
};

struct TopologyBox
{
    enum class Column { Route, Service, End };

    Column column = Column::Route;
    ObjectKey object = {}; ///< what it stands for; without kind it is nothing of the cluster
    QString title = {}; ///< "shop.example/cart", "cart", "cart-6c9f8-x2x"
    QString detail = {}; ///< "80 → http, 443 → 8443"; an address
    TopologyProblem problem = TopologyProblem::None;
    QString lacking = {}; ///< the name or port of what is not there
    int more = 0; ///< how many more of its like are not told one by one

    bool operator==(const TopologyBox &) const = default;
};

struct TopologyLink
{
    int from = 0; ///< index of a box
    int to = 0;
    QString label = {}; ///< "80", "80 → 8080"
    TopologyProblem problem = TopologyProblem::None;
    QString lacking = {};

    bool operator==(const TopologyLink &) const = default;
};

/// Boxes in three columns: hosts and paths of ingresses, services, and what is behind them.
struct Topology
{
    std::vector<TopologyBox> boxes = {};
    std::vector<TopologyLink> links = {};

    bool isBroken() const; ///< something is missing, or nothing is ready
};

/// The way that leads through `focus`: a Service, an Ingress, a Pod, or a workload (anything with a
/// label selector in its spec). At most 12 pods of a service are boxes of their own.
/// https://kubernetes.io/docs/concepts/services-networking/ingress/
/// https://kubernetes.io/docs/concepts/services-networking/service/
Topology topologyOf(const TopologyObjects &objects, const QJsonObject &focus);

} // namespace kube
