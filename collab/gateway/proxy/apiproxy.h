// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/http/route.h"
#include "collab/gateway/limits/streamlimits.h"
#include "collab/gateway/proxy/answerfilter.h"
#include "collab/gateway/proxy/pagemarks.h"
#include "collab/gateway/proxy/unsentanswers.h"
#include "collab/gateway/service/gatewayparts.h"
#include "kube/api/apiclient.h"

#include <QObject>

namespace gateway {

class ApiPolicy;

/// A cluster's own API at `/k8s/{cluster}/…`, for whatever speaks to Kubernetes: the desktop,
/// kubectl. What the gateway's rules say holds here, too (ApiPolicy, AnswerFilter), before the
/// cluster's own. Errors are `Status` objects, as the cluster's are. What leaves HTTP is
/// PodTunnels'.
class ApiProxy final : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 BodyLimit = 3 * 1024 * 1024; ///< as kube-apiserver has it
    static constexpr qint64 AnswerLimit = 64 * 1024 * 1024; ///< longer lists must be asked in pages

    /// All is borrowed and must outlive it.
    ApiProxy(const GatewayParts &parts, StreamLimits &limits, QObject *parent = nullptr);
    ~ApiProxy() override;

    std::vector<Route> routes();

private:
    using Reply = std::shared_ptr<Exchange>; ///< of the request and of what answers it
    struct Call;

    void handle(const Request &request, const Reply &reply);
    void send(const std::shared_ptr<Call> &call);
    void watch(const std::shared_ptr<Call> &call);
    void log(const std::shared_ptr<Call> &call);
    void reviewSelf(const std::shared_ptr<Call> &call);
    bool openPageMark(const Call &call, QUrlQuery &query) const;
    void take(const std::shared_ptr<Call> &call, const kube::Result<kube::ApiAnswer> &answer);

    const GatewayParts m_parts;
    StreamLimits &m_limits;
    const PageMarks m_marks;
    UnsentAnswers m_unsent;
};

/// Asks the cluster for a pod and calls `then` when filters show it, or with why not; at once where
/// no filter looks at labels. For what is done to a pod, or read out of it.
void whenShown(const GatewayParts &parts, const std::shared_ptr<kube::Cluster> &cluster,
               const ApiTarget &target, QObject *context,
               const std::function<void(const std::optional<kube::Error> &)> &then);

} // namespace gateway
