// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QString>

#include <vector>

namespace kube {

/// One address behind a service, as the cluster itself counts it.
struct ServiceAddress
{
    QString service = {}; ///< in the same namespace as the object it was read from
    QString nameSpace = {};
    QString address = {}; ///< an IP, or a name of an FQDN slice
    QString pod = {}; ///< the pod's name; empty for what is no pod
    bool isReady = false;

    bool operator==(const ServiceAddress &) const = default;
};

/// The service that an Endpoints or an EndpointSlice belongs to.
QString serviceOf(const QJsonObject &endpoints);

/// Reads an Endpoints (v1) or an EndpointSlice (discovery.k8s.io v1 or v1beta1).
/// https://kubernetes.io/docs/reference/kubernetes-api/service-resources/endpoint-slice-v1/
std::vector<ServiceAddress> addressesIn(const QJsonObject &object);

} // namespace kube
