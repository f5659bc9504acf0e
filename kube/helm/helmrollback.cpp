// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/helm/helmrollback.h"

#include "kube/api/apiclient.h"

#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {

static constexpr int MostTries = 4; ///< when somebody else writes the same object meanwhile

HelmRollback::HelmRollback(ApiClient &client, AccessReview &access, ApiResources resources,
                           HelmRevision to, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_access(access)
    , m_resources(std::move(resources))
    , m_store(client)
{
    m_plan.target = std::move(to);
}

int HelmRollback::failures() const
{
    return int(std::ranges::count(m_plan.steps, HelmStep::State::Failed, &HelmStep::state));
}

void HelmRollback::prepare()
{
    const auto &to = m_plan.target;
    m_store.revisions(to.nameSpace, to.name, to.driver)
        .then(this, [this](const Result<std::vector<HelmRevision>> &revisions) {
            takeRevisions(revisions);
        });
}

void HelmRollback::answer(const std::optional<Error> &problem)
{
    m_prepared = !problem;
    Q_EMIT prepared(problem);
}

void HelmRollback::takeRevisions(const Result<std::vector<HelmRevision>> &revisions)
{
    if (!revisions)
        return answer(revisions.error());
    m_history = *revisions;
    const auto found =
        std::ranges::find(m_history, m_plan.target.revision, &HelmRevision::revision);
    if (found == m_history.end())
        return answer(
            Error{.kind = Error::Kind::NotFound,
                  .message = u"the release has no revision %1"_s.arg(m_plan.target.revision)});
    m_plan.target = *found;
    m_plan.current = m_history.front();
    m_plan.made = m_plan.current;
    m_plan.made.revision += 1;
    m_plan.made.status = u"pending-rollback"_s;
    m_plan.made.object = helmObjectName(m_plan.made.name, m_plan.made.revision);
    if (m_plan.current.isPending())
        return answer(Error{.kind = Error::Kind::Conflict,
                            .reason = u"HelmPending"_s,
                            .message = m_plan.current.status});
    m_store.read(m_plan.current).then(this, [this](const Result<HelmStored> &current) {
        m_store.read(m_plan.target).then(this, [this, current](const Result<HelmStored> &target) {
            takeReleases(current, target);
        });
    });
}

static QStringList hooksOf(const HelmRelease &release)
{
    QStringList names;
    for (const auto &hook : release.hooks) {
        if (hook.events.contains("pre-rollback"_L1) || hook.events.contains("post-rollback"_L1))
            names.append(hook.kind + u' ' + hook.name);
    }
    return names;
}

void HelmRollback::takeReleases(const Result<HelmStored> &current, const Result<HelmStored> &target)
{
    if (!current || !target)
        return answer(current ? target.error() : current.error());
    m_current = *current;
    m_target = *target;
    m_plan.hooks = hooksOf(m_target.release);
    auto steps = helmSteps(readHelmManifest(m_current.release.manifest),
                           readHelmManifest(m_target.release.manifest), m_resources, m_plan.made);
    if (!steps)
        return answer(steps.error());
    m_plan.steps = std::move(*steps);
    lookUp(0);
}

/// One after the other: a manifest has tens of objects, and the server other users.
void HelmRollback::lookUp(size_t index)
{
    if (index == m_plan.steps.size()) {
        m_questions = accessNeeded(m_plan);
        return askAccess(0);
    }
    m_client.get(m_plan.steps[index].ref)
        .then(this, [this, index](const Result<QJsonObject> &live) {
            auto &step = m_plan.steps[index];
            if (live)
                settleHelmStep(step, *live);
            else if (live.error().kind == Error::Kind::NotFound)
                settleHelmStep(step, {});
            else if (live.error().kind == Error::Kind::Forbidden)
                m_plan.denied.push_back(AccessQuestion::about(step.ref, u"get"_s));
            else
                return answer(live.error());
            lookUp(index + 1);
        });
}

void HelmRollback::askAccess(size_t index)
{
    if (index == m_questions.size())
        return answer({});
    m_access.ask(m_questions[index]).then(this, [this, index](const Result<AccessAnswer> &allowed) {
        // Who cannot be told beforehand finds out: the server has the last word anyway.
        if (allowed && !allowed->allowed)
            m_plan.denied.push_back(m_questions[index]);
        askAccess(index + 1);
    });
}

/// Everything of the target but when and what for: see prepareRollback() in Helm's rollback.go.
HelmStored HelmRollback::madeRelease() const
{
    auto stored = m_target;
    auto &document = stored.release.document;
    auto info = document["info"_L1].toObject();
    const auto first = m_current.release.document["info"_L1]["first_deployed"_L1];
    info.insert("first_deployed"_L1, first);
    info.insert("last_deployed"_L1, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
    info.insert("deleted"_L1, QString());
    info.insert("status"_L1, u"pending-rollback"_s);
    info.insert("description"_L1, u"Rollback to %1"_s.arg(m_plan.target.revision));
    document.insert("info"_L1, info);
    document.insert("version"_L1, m_plan.made.revision);
    document.insert("namespace"_L1, m_plan.made.nameSpace);
    return stored;
}

void HelmRollback::start()
{
    if (!m_prepared || m_running || !m_plan.denied.empty())
        return;
    m_prepared = false; // what was prepared is used up
    m_running = true;
    m_store.create(m_plan.made, madeRelease()).then(this, [this](const Result<HelmStored> &made) {
        if (!made)
            return end(made.error());
        m_made = *made;
        runStep(0);
    });
}

void HelmRollback::runStep(size_t index, int tries)
{
    if (index == m_plan.steps.size())
        return finish();
    auto &step = m_plan.steps[index];
    if (step.target.isEmpty() && failures() > 0) { // as Helm: what is broken loses nothing
        step.state = HelmStep::State::Skipped;
        Q_EMIT stepChanged(int(index));
        return runStep(index + 1);
    }
    if (step.state != HelmStep::State::Running) {
        step.state = HelmStep::State::Running;
        Q_EMIT stepChanged(int(index));
    }
    m_client.get(step.ref).then(this, [this, index, tries](const Result<QJsonObject> &live) {
        runLive(index, live, tries);
    });
}

void HelmRollback::runLive(size_t index, const Result<QJsonObject> &live, int tries)
{
    auto &step = m_plan.steps[index];
    if (!live && live.error().kind != Error::Kind::NotFound)
        return finishStep(index, live.error());
    settleHelmStep(step, live ? std::optional(*live) : std::nullopt);
    if (!step.writes())
        return finishStep(index, {});
    if (step.what == HelmStep::Do::Change) { // a list is replaced whole: only of what was seen
        auto meta = step.patch["metadata"_L1].toObject();
        meta.insert("resourceVersion"_L1, live->value("metadata"_L1)["resourceVersion"_L1]);
        step.patch.insert("metadata"_L1, meta);
    }
    send(index, tries);
}

static ApiRequest requestFor(const HelmStep &step)
{
    const auto bytes = [](const QJsonObject &object) {
        return QJsonDocument(object).toJson(QJsonDocument::Compact);
    };
    if (step.what == HelmStep::Do::Create) {
        auto object = step.target;
        if (step.resource.namespaced) {
            auto meta = object["metadata"_L1].toObject();
            meta.insert("namespace"_L1, step.ref.nameSpace);
            object.insert("metadata"_L1, meta);
        }
        return {.path = pathOf({step.ref.gvr, step.ref.nameSpace, {}}),
                .method = "POST",
                .body = bytes(object),
                .contentType = "application/json"};
    }
    if (step.what == HelmStep::Do::Change)
        return {.path = pathOf(step.ref),
                .method = "PATCH",
                .body = bytes(step.patch),
                .contentType = "application/merge-patch+json"};
    return {.path = pathOf(step.ref),
            .method = "DELETE",
            .body = bytes({{u"apiVersion"_s, u"v1"_s},
                           {u"kind"_s, u"DeleteOptions"_s},
                           {u"propagationPolicy"_s, u"Background"_s}}),
            .contentType = "application/json"};
}

void HelmRollback::send(size_t index, int tries)
{
    const auto &step = m_plan.steps[index];
    m_client.send(requestFor(step))
        .then(this, [this, index, tries](const Result<ApiAnswer> &answer) {
            const auto what = m_plan.steps[index].what;
            if (answer)
                return finishStep(index, {});
            const auto &error = answer.error();
            if (error.kind == Error::Kind::Conflict && tries + 1 < MostTries)
                return runStep(index, tries + 1);
            if (what == HelmStep::Do::Delete && error.kind == Error::Kind::NotFound)
                return finishStep(index, {});
            finishStep(index, error);
        });
}

void HelmRollback::finishStep(size_t index, const std::optional<Error> &problem)
{
    auto &step = m_plan.steps[index];
    step.problem = problem;
    step.state = problem ? HelmStep::State::Failed : HelmStep::State::Done;
    Q_EMIT stepChanged(int(index));
    runStep(index + 1);
}

void HelmRollback::finish()
{
    supersede(0);
}

/// Of a success every revision that is in use gives way; of a failure the newest one does.
void HelmRollback::supersede(size_t index)
{
    if (index == m_history.size())
        return closeMade();
    const auto &revision = m_history[index];
    const bool gives = failures() > 0 ? index == 0 : revision.status == "deployed"_L1;
    if (!gives)
        return supersede(index + 1);
    setStatus(revision, u"superseded"_s, 0, [this, index](const std::optional<Error> &problem) {
        if (problem)
            return end(problem);
        supersede(index + 1);
    });
}

void HelmRollback::setStatus(const HelmRevision &revision, const QString &status, int tries,
                             const std::function<void(const std::optional<Error> &)> &then)
{
    m_store.read(revision).then(this, [=, this](const Result<HelmStored> &stored) {
        if (!stored)
            return then(stored.error());
        m_store.replace(revision, withHelmStatus(*stored, status))
            .then(this, [=, this](const Result<HelmStored> &written) {
                const bool raced = !written && written.error().kind == Error::Kind::Conflict;
                if (raced && tries + 1 < MostTries)
                    return setStatus(revision, status, tries + 1, then);
                then(written ? std::nullopt : std::optional(written.error()));
            });
    });
}

void HelmRollback::closeMade()
{
    std::optional<Error> first;
    for (const auto &step : m_plan.steps) {
        if (step.problem && !first)
            first = step.problem;
    }
    const auto closed = first
        ? withHelmStatus(m_made, u"failed"_s,
                         u"Rollback \"%1\" failed: %2"_s.arg(m_plan.made.name, first->message))
        : withHelmStatus(m_made, u"deployed"_s);
    m_store.replace(m_plan.made, closed).then(this, [this, first](const Result<HelmStored> &done) {
        end(first ? first : done ? std::nullopt : std::optional(done.error()));
    });
}

void HelmRollback::end(const std::optional<Error> &problem)
{
    m_running = false;
    Q_EMIT ended(problem);
}

} // namespace kube
