// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/kubelens/asked.h"

using namespace Qt::StringLiterals;

namespace gateway {

using relay::ApiAnswer;
using Status = ApiAnswer::Status;

std::optional<Asked> askedOf(const GatewayParts &parts, const Request &request, Exchange &exchange,
                             const Access &access)
{
    const auto wanted = request.parameter(u"cluster"_s);
    const auto *own = parts.clusters.find(wanted);
    const auto name = own == nullptr ? QString() : own->config().contextName;
    exchange.isAbout(access, name);
    if (!parts.authorizer.allows(request.caller, access)) {
        exchange.send(ApiAnswer::failure(Status::Forbidden, u"You may not do that there."_s));
        return std::nullopt;
    }
    if (own == nullptr) {
        exchange.send(notFound(u"cluster"_s));
        return std::nullopt;
    }
    auto cluster = parts.clusters.forCaller(request.caller, wanted);
    if (!cluster) {
        exchange.send(ApiAnswer::failure(Status::ServiceUnavailable,
                                         u"The cluster cannot be asked for you now."_s));
        return std::nullopt;
    }
    return Asked{.cluster = std::move(cluster), .name = name, .access = access};
}

Access podAccess(const Request &request, const QString &verb)
{
    return {.verb = verb,
            .resource = u"pods"_s,
            .nameSpace = request.part(u"ns"_s),
            .name = request.part(u"name"_s)};
}

bool showsKept(const LogHub &logs, const Authorizer &authorizer, const LogName &name)
{
    if (!authorizer.hidesByLabels())
        return authorizer.showsPod(name.pod, {});
    const auto labels = logs.labelsOf(name.uid);
    return labels && authorizer.showsPod(name.pod, *labels);
}

ApiAnswer notFound(const QString &what)
{
    return ApiAnswer::failure(Status::NotFound, u"There is no %1 of that name."_s.arg(what));
}

ApiAnswer answerTo(const kube::Error &error)
{
    using Kind = kube::Error::Kind;
    switch (error.kind) {
    case Kind::NotFound: return ApiAnswer::failure(Status::NotFound, u"That is not there."_s);
    case Kind::Forbidden:
        return ApiAnswer::failure(Status::Forbidden, u"The cluster does not allow that."_s);
    case Kind::Invalid:
        return ApiAnswer::failure(Status::BadRequest, u"The cluster did not understand that."_s);
    case Kind::TooManyRequests: {
        auto answer = ApiAnswer::failure(Status::TooManyRequests,
                                         u"The cluster is asked too often: wait a little."_s);
        answer.headers.append(QHttpHeaders::WellKnownHeader::RetryAfter,
                              QByteArray::number(std::max(1, error.retryAfterSeconds)));
        return answer;
    }
    case Kind::Timeout:
        return ApiAnswer::failure(Status::GatewayTimeout, u"The cluster does not answer."_s);
    default: return ApiAnswer::failure(Status::BadGateway, u"The cluster cannot be asked now."_s);
    }
}

} // namespace gateway
