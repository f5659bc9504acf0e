// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/http/exchange.h"
#include "collab/gateway/logs/loghub.h"
#include "collab/gateway/service/gatewayparts.h"

#include <memory>

namespace gateway {

/// What one request asks of which cluster, allowed or refused already.
struct Asked
{
    std::shared_ptr<kube::Cluster> cluster = {}; ///< as the caller sees it; shared with the pool
    QString name = {}; ///< the cluster's
    Access access = {};
};

/// Names what is asked for the audit log, and answers who may not, or names a cluster that there is
/// not: then there is no value.
std::optional<Asked> askedOf(const GatewayParts &parts, const Request &request, Exchange &exchange,
                             const Access &access);

/// To the pods, or the pod, that the address names: its parts {ns} and {name}.
Access podAccess(const Request &request, const QString &verb);

/// Whether the log of a pod that is gone may be seen. Where labels hide pods, those whose labels
/// nobody remembers are hidden, too.
bool showsKept(const LogHub &logs, const Authorizer &authorizer, const LogName &name);

/// What the cluster's refusal or failure is for who asked. Its own words are not: they may tell
/// what is there.
relay::ApiAnswer answerTo(const kube::Error &error);

relay::ApiAnswer notFound(const QString &what); ///< "There is no pod of that name."

} // namespace gateway
