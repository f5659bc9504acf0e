// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/policy/access.h"

#include <QByteArray>
#include <QStringList>
#include <QUrlQuery>

#include <optional>

namespace gateway {

/// What a request to a Kubernetes API server is about, found as that server finds it.
/// https://kubernetes.io/docs/reference/using-api/api-concepts/#resource-uris
/// https://kubernetes.io/docs/reference/access-authn-authz/authorization/#determine-the-request-verb
struct ApiTarget
{
    /// get, list, watch, create, update, patch, delete, deletecollection
    QString verb = {};
    QString group = {};
    QString version = {};
    QString resource = {}; ///< plural; empty: a document, as "/version" and "/openapi/v3" are
    QString subresource = {}; ///< "log", "exec", "scale"
    QString below = {}; ///< behind the subresource, of proxies: "stats/summary"
    QString nameSpace = {};
    QString name = {};
    QString path = {}; ///< what the server is asked for: absolute, percent-encoded, in one form

    bool operator==(const ApiTarget &) const = default;

    bool isDocument() const { return resource.isEmpty(); }
    /// Pods, or the figures that a metrics server has of them by the same names and labels.
    bool isOfPods() const
    {
        return resource == QLatin1StringView("pods")
            && (group.isEmpty() || group == QLatin1StringView("metrics.k8s.io"));
    }
    bool isOfCore(QLatin1StringView what) const { return group.isEmpty() && resource == what; }
    /// The same as the rules of the gateway know it: a log is "logs" of pods, and whatever puts
    /// somebody into a container is "exec". Other subresources count as their objects, but for
    /// tokens of service accounts, which are "serviceaccounts/token".
    Access access(bool isNamespaced) const;
};

/// `path` is the part of the address behind the cluster's name, as it was sent. No value: no server
/// has anything there, or nothing that the gateway passes on: the outdated ways to watch and to
/// proxy, figures and logs of the server itself.
std::optional<ApiTarget> apiTargetOf(const QByteArray &method, const QString &path,
                                     const QUrlQuery &query);

/// Whether a parameter of a query that may be without a value says yes, as an API server reads it.
bool isOn(const QUrlQuery &query, const QString &parameter);

} // namespace gateway
