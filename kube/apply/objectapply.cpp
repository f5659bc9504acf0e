// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/apply/objectapply.h"

#include "kube/access/maskedsecret.h"
#include "kube/api/apiclient.h"
#include "kube/apply/applyproblems.h"
#include "kube/apply/objecttrim.h"
#include "kube/manifest/fieldplace.h"

#include <QJsonDocument>
#include <QPromise>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

using Outcome = ApplyAnswer::Outcome;

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// `patch` over `object`: maps are united, anything else is replaced.
QJsonObject putOver(QJsonObject object, const QJsonObject &patch)
{
    for (auto entry = patch.begin(); entry != patch.end(); ++entry) {
        const auto old = object[entry.key()];
        if (old.isObject() && entry.value().isObject())
            object[entry.key()] = putOver(old.toObject(), entry.value().toObject());
        else
            object[entry.key()] = entry.value();
    }
    return object;
}

/// What was asked for, with all that the server keeps of the object.
QJsonObject withServerFields(QJsonObject wanted, const QJsonObject &live)
{
    auto meta = live["metadata"_L1].toObject();
    for (const auto key : {"labels"_L1, "annotations"_L1, "finalizers"_L1, "ownerReferences"_L1})
        meta.remove(key);
    wanted["metadata"_L1] = putOver(meta, wanted["metadata"_L1].toObject());
    if (live.contains("status"_L1))
        wanted["status"_L1] = live["status"_L1];
    return wanted;
}

bool isRefusedMethod(const Error &error)
{
    return error.code == 405 || error.code == 415;
}

/// One object on its way. Lives as long as its continuations do.
class Attempt : public std::enable_shared_from_this<Attempt>
{
public:
    Attempt(ApiClient &client, const ApplyRequest &request)
        : m_client(client)
        , m_request(request)
        , m_ref{request.resource.gvr(), request.nameSpace,
                request.object["metadata"_L1]["name"_L1].toString()}
    {
        m_wanted = withoutServerFields(request.object);
        if (!request.nameSpace.isEmpty()) {
            auto meta = m_wanted["metadata"_L1].toObject();
            meta["namespace"_L1] = request.nameSpace;
            m_wanted["metadata"_L1] = meta;
        }
    }

    QFuture<ApplyAnswer> start()
    {
        m_promise.start();
        auto future = m_promise.future();
        if (isMasked(m_request.object))
            refuse({.kind = Error::Kind::Invalid,
                    .code = 422,
                    .message = u"the values of this Secret were left out by a gateway: it would be "
                               u"emptied"_s});
        else if (m_ref.name.isEmpty())
            create();
        else
            readLive();
        return future;
    }

private:
    void readLive()
    {
        m_client.get(m_ref).then(
            &m_client, [self = shared_from_this()](const Result<QJsonObject> &live) {
                if (live && isMasked(*live))
                    return self->readValues();
                if (live)
                    self->m_answer.before = *live;
                else if (live.error().kind == Error::Kind::Forbidden && !self->m_request.base)
                    self->m_isBlind = true; // who may not read may still be allowed to write
                else if (live.error().kind != Error::Kind::NotFound)
                    return self->refuse(live.error());
                self->choose();
            });
    }

    /// What one manager owns is sent as a whole: not as the empty texts that a gateway shows.
    void readValues()
    {
        readRevealed(m_client, m_ref)
            .then(&m_client, [self = shared_from_this()](const Result<QJsonObject> &live) {
                if (!live)
                    return self->refuse(live.error());
                self->m_answer.before = *live;
                self->choose();
            });
    }

    void choose()
    {
        const bool exists = !m_answer.before.isEmpty();
        if (m_request.base && !exists)
            return refuse({.kind = Error::Kind::NotFound,
                           .code = 404,
                           .message = u"the object was deleted meanwhile"_s});
        if (m_request.base)
            takeBase();
        else if (!m_request.resource.can(u"patch"))
            exists ? replace(putOver(m_answer.before, m_wanted)) : create();
        else
            applyWithoutForce();
    }

    /// Only what the person changed, on top of what the object is now.
    void takeBase()
    {
        const auto &live = m_answer.before;
        // The managedFields tell how elements of lists are told apart.
        const auto owners = live["metadata"_L1]["managedFields"_L1];
        const auto theirs = withOwners(withoutServerFields(live), owners);
        m_wanted = withoutServerFields(
            mergeThree(withoutServerFields(*m_request.base), m_wanted, theirs, m_request.leave)
                .object);
        const auto edits = fieldEdits(theirs, withOwners(m_wanted, owners));
        if (edits.empty())
            return finish(live);
        const bool removes = std::ranges::any_of(
            edits, [](const FieldEdit &edit) { return edit.after.isUndefined(); });
        if (!removes && m_request.resource.can(u"patch")) {
            m_wanted = configurationFor(FieldManager, live, m_wanted);
            return applyWithoutForce();
        }
        m_answer.conflicts = conflictsOf(edits, live, FieldManager);
        if (!areSettled(m_answer.conflicts))
            return conclude(Outcome::Conflicted);
        replace(withServerFields(m_wanted, live));
    }

    static QJsonObject withOwners(QJsonObject object, const QJsonValue &managedFields)
    {
        auto meta = object["metadata"_L1].toObject();
        meta["managedFields"_L1] = managedFields;
        object["metadata"_L1] = meta;
        return object;
    }

    bool areSettled(const std::vector<FieldConflict> &conflicts) const
    {
        return std::ranges::all_of(conflicts, [this](const FieldConflict &conflict) {
            return conflict.manager == FieldManager || m_request.takeOver.contains(conflict.field)
                || m_request.leave.contains(conflict.field);
        });
    }

    /// The server names the conflicts only when nothing is forced: so it is asked that way first,
    /// and nothing is taken over that the person was not told of.
    void applyWithoutForce()
    {
        const bool decided = !m_request.takeOver.isEmpty() || !m_request.leave.isEmpty();
        const bool trial = decided && !m_request.dryRun;
        apply(false, m_request.dryRun || trial, [this, trial](const Result<ApiAnswer> &answer) {
            if (answer)
                return trial ? apply(false, false, [this](const auto &real) { takeReal(real); })
                             : take(*answer);
            if (isRefusedMethod(answer.error()))
                return m_answer.before.isEmpty() ? create()
                                                 : replace(putOver(m_answer.before, m_wanted));
            m_answer.conflicts = conflictsIn(answer.error());
            if (m_answer.conflicts.empty())
                return refuse(answer.error());
            if (!areSettled(m_answer.conflicts)) {
                m_answer.error = answer.error();
                return conclude(Outcome::Conflicted);
            }
            for (const auto &field : m_request.leave)
                m_wanted = withoutField(m_wanted, field);
            apply(true, m_request.dryRun, [this](const auto &real) { takeReal(real); });
        });
    }

    template<typename Next>
    void apply(bool force, bool dryRun, Next next)
    {
        QUrlQuery query;
        query.addQueryItem(u"fieldManager"_s, FieldManager);
        query.addQueryItem(u"fieldValidation"_s, u"Strict"_s); // unknown to servers before 1.25
        query.addQueryItem(u"force"_s, force ? u"true"_s : u"false"_s);
        send({.path = pathOf(m_ref),
              .query = query,
              .method = "PATCH",
              .body = compact(m_wanted),
              .contentType = "application/apply-patch+yaml"},
             dryRun, next);
    }

    void create()
    {
        QUrlQuery query;
        query.addQueryItem(u"fieldManager"_s, FieldManager);
        query.addQueryItem(u"fieldValidation"_s, u"Strict"_s);
        const ObjectRef collection{m_ref.gvr, m_ref.nameSpace, {}};
        send({.path = pathOf(collection),
              .query = query,
              .method = "POST",
              .body = compact(m_wanted),
              .contentType = "application/json"},
             m_request.dryRun, [this](const auto &answer) { takeReal(answer); });
    }

    void replace(const QJsonObject &object)
    {
        QUrlQuery query;
        query.addQueryItem(u"fieldManager"_s, FieldManager);
        query.addQueryItem(u"fieldValidation"_s, u"Strict"_s);
        send({.path = pathOf(m_ref),
              .query = query,
              .method = "PUT",
              .body = compact(object),
              .contentType = "application/json"},
             m_request.dryRun, [this](const auto &answer) { takeReal(answer); });
    }

    template<typename Next>
    void send(ApiRequest request, bool dryRun, Next next)
    {
        if (dryRun)
            request.query.addQueryItem(u"dryRun"_s, u"All"_s);
        m_client.send(request).then(
            &m_client,
            [self = shared_from_this(), next](const Result<ApiAnswer> &answer) { next(answer); });
    }

    void takeReal(const Result<ApiAnswer> &answer)
    {
        if (answer)
            take(*answer);
        else
            refuse(answer.error());
    }

    void take(const ApiAnswer &answer)
    {
        const auto object = QJsonDocument::fromJson(answer.body).object();
        m_answer.warnings = warningsIn(answer.warning);
        if (object.isEmpty())
            return refuse({.kind = Error::Kind::Malformed,
                           .code = 200,
                           .message = u"the answer is not a JSON object"_s});
        finish(object);
    }

    void finish(const QJsonObject &after)
    {
        m_answer.after = after;
        if (m_answer.before.isEmpty())
            return conclude(m_isBlind ? Outcome::Changed : Outcome::Created);
        const bool same = withoutServerFields(m_answer.before) == withoutServerFields(after);
        conclude(same ? Outcome::Unchanged : Outcome::Changed);
    }

    void refuse(const Error &error)
    {
        m_answer.error = error;
        conclude(Outcome::Refused);
    }

    void conclude(Outcome outcome)
    {
        m_answer.outcome = outcome;
        if (outcome != Outcome::Conflicted)
            m_answer.conflicts.clear();
        m_promise.addResult(std::move(m_answer));
        m_promise.finish();
    }

    ApiClient &m_client;
    ApplyRequest m_request;
    ObjectRef m_ref;
    QJsonObject m_wanted;
    ApplyAnswer m_answer;
    bool m_isBlind = false; ///< whether the object exists is not known
    QPromise<ApplyAnswer> m_promise;
};

} // namespace

QFuture<ApplyAnswer> applyObject(ApiClient &client, const ApplyRequest &request)
{
    return std::make_shared<Attempt>(client, request)->start();
}

} // namespace kube
