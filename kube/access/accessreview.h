// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/error.h"
#include "kube/objectref.h"

#include <QFuture>
#include <QHash>
#include <QObject>

#include <chrono>
#include <vector>

namespace kube {

class ApiClient;

/// What somebody wants to do: `ResourceAttributes` of an access review. Empty `nameSpace` asks for
/// all of them, empty `name` for any object.
struct AccessQuestion
{
    QString verb = {}; ///< "patch", "delete", "create"
    QString group = {}; ///< empty for the core group
    QString resource = {}; ///< "pods"
    QString subresource = {}; ///< "exec", "eviction"; may be empty
    QString nameSpace = {};
    QString name = {};

    bool operator==(const AccessQuestion &) const = default;

    static AccessQuestion about(const ObjectRef &ref, const QString &verb,
                                const QString &subresource = {});
};

size_t qHash(const AccessQuestion &question, size_t seed = 0);

struct AccessAnswer
{
    bool allowed = false;
    QString reason = {}; ///< the server's own text; often empty

    bool operator==(const AccessAnswer &) const = default;
};

/// Asks the server what its user may do (SelfSubjectAccessReview), so that what is forbidden can be
/// said before it is tried.
/// https://kubernetes.io/docs/reference/kubernetes-api/authorization-resources/self-subject-access-review-v1/
///
/// An answer holds for a minute; who asks the same meanwhile, or while it is under way, gets that
/// one. Lives and answers on its client's thread.
class AccessReview : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds Lasting = std::chrono::minutes(1);

    /// `client` is borrowed and must outlive the review.
    explicit AccessReview(ApiClient &client, QObject *parent = nullptr,
                          std::chrono::milliseconds lasting = Lasting);
    ~AccessReview() override;

    /// Fails when the server does not answer the question itself; then nothing is known.
    [[nodiscard]] QFuture<Result<AccessAnswer>> ask(const AccessQuestion &question);
    /// What a review of the last minute said; no value when there was none.
    std::optional<AccessAnswer> known(const AccessQuestion &question) const;
    /// Forgets every answer: rights were changed, or other credentials are in use.
    void forget();

private:
    struct Known
    {
        AccessAnswer answer = {};
        qint64 at = 0; ///< milliseconds of the steady clock
    };
    using Waiting = std::vector<QPromise<Result<AccessAnswer>>>;

    void settle(const AccessQuestion &question, const Result<AccessAnswer> &answer);

    ApiClient &m_client;
    std::chrono::milliseconds m_lasting;
    QHash<AccessQuestion, Known> m_known;
    std::vector<std::pair<AccessQuestion, Waiting>> m_waiting;
};

} // namespace kube
