// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/access/accessreview.h"

#include "kube/api/apiclient.h"

#include <QDeadlineTimer>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {

static constexpr qsizetype MostKnown = 10'000;

static qint64 now()
{
    return QDeadlineTimer::current().deadline();
}

AccessQuestion AccessQuestion::about(const ObjectRef &ref, const QString &verb,
                                     const QString &subresource)
{
    return {.verb = verb,
            .group = ref.gvr.group,
            .resource = ref.gvr.resource,
            .subresource = subresource,
            .nameSpace = ref.nameSpace,
            .name = ref.name};
}

size_t qHash(const AccessQuestion &question, size_t seed)
{
    return qHashMulti(seed, question.verb, question.group, question.resource, question.subresource,
                      question.nameSpace, question.name);
}

static QByteArray bodyOf(const AccessQuestion &question)
{
    const QJsonObject attributes{
        {u"verb"_s, question.verb},           {u"group"_s, question.group},
        {u"resource"_s, question.resource},   {u"subresource"_s, question.subresource},
        {u"namespace"_s, question.nameSpace}, {u"name"_s, question.name}};
    const QJsonObject review{{u"apiVersion"_s, u"authorization.k8s.io/v1"_s},
                             {u"kind"_s, u"SelfSubjectAccessReview"_s},
                             {u"spec"_s, QJsonObject{{u"resourceAttributes"_s, attributes}}}};
    return QJsonDocument(review).toJson(QJsonDocument::Compact);
}

static Result<AccessAnswer> answerFrom(const Result<ApiAnswer> &answer)
{
    if (!answer)
        return std::unexpected(answer.error());
    const auto status =
        QJsonDocument::fromJson(answer->body).object().value("status"_L1).toObject();
    const auto allowed = status.value("allowed"_L1);
    if (!allowed.isBool())
        return std::unexpected(Error{.kind = Error::Kind::Malformed,
                                     .message = u"an access review without an answer"_s});
    return AccessAnswer{.allowed = allowed.toBool(),
                        .reason = status.value("reason"_L1).toString()};
}

AccessReview::AccessReview(ApiClient &client, QObject *parent, std::chrono::milliseconds lasting)
    : QObject(parent)
    , m_client(client)
    , m_lasting(lasting)
{
}

AccessReview::~AccessReview() = default; // promises that are destroyed cancel their futures

QFuture<Result<AccessAnswer>> AccessReview::ask(const AccessQuestion &question)
{
    if (const auto answer = known(question))
        return QtFuture::makeReadyValueFuture(Result<AccessAnswer>(*answer));
    QPromise<Result<AccessAnswer>> promise;
    promise.start();
    auto future = promise.future();
    const auto asked =
        std::ranges::find(m_waiting, question, &std::pair<AccessQuestion, Waiting>::first);
    if (asked != m_waiting.end()) {
        asked->second.push_back(std::move(promise));
        return future;
    }
    m_waiting.emplace_back(question, Waiting());
    m_waiting.back().second.push_back(std::move(promise));
    m_client
        .send({.path = u"/apis/authorization.k8s.io/v1/selfsubjectaccessreviews"_s,
               .method = "POST",
               .body = bodyOf(question),
               .contentType = "application/json",
               .bodyLimit = 1024 * 1024,
               .changesNothing = true})
        .then(this, [this, question](const Result<ApiAnswer> &answer) {
            settle(question, answerFrom(answer));
        });
    return future;
}

void AccessReview::settle(const AccessQuestion &question, const Result<AccessAnswer> &answer)
{
    const auto asked =
        std::ranges::find(m_waiting, question, &std::pair<AccessQuestion, Waiting>::first);
    if (asked == m_waiting.end())
        return;
    auto waiting = std::move(asked->second);
    m_waiting.erase(asked);
    if (answer) {
        if (m_known.size() >= MostKnown)
            m_known.clear();
        m_known.insert(question, {*answer, now()});
    }
    for (auto &promise : waiting) {
        promise.addResult(answer);
        promise.finish();
    }
}

std::optional<AccessAnswer> AccessReview::known(const AccessQuestion &question) const
{
    const auto found = m_known.constFind(question);
    if (found == m_known.constEnd() || now() - found->at > m_lasting.count())
        return std::nullopt;
    return found->answer;
}

void AccessReview::forget()
{
    m_known.clear();
}

} // namespace kube
