// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/apply/applyrun.h"

#include "kube/api/apiclient.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

using Outcome = ApplyResult::Outcome;

constexpr int LookAgainMs = 500;
constexpr int MostLooks = 20; // 10 s: a definition is served about a second after it was accepted

Outcome outcomeOf(ApplyAnswer::Outcome outcome)
{
    switch (outcome) {
    case ApplyAnswer::Outcome::Created: return Outcome::Created;
    case ApplyAnswer::Outcome::Changed: return Outcome::Changed;
    case ApplyAnswer::Outcome::Unchanged: return Outcome::Unchanged;
    case ApplyAnswer::Outcome::Conflicted: return Outcome::Conflicted;
    case ApplyAnswer::Outcome::Refused: return Outcome::Refused;
    }
    Q_UNREACHABLE_RETURN(Outcome::Refused);
}

bool isDefinition(const ManifestDocument &document)
{
    return document.kind() == "CustomResourceDefinition"_L1;
}

/// Whether this document makes the server know the kind of that one.
bool defines(const ManifestDocument &definition, const ManifestDocument &document)
{
    const auto spec = definition.object["spec"_L1];
    return isDefinition(definition)
        && spec["group"_L1].toString() == document.apiVersion().section(u'/', 0, 0)
        && spec["names"_L1]["kind"_L1].toString() == document.kind();
}

bool isNamespace(const ManifestDocument &document, const QString &name)
{
    return document.kind() == "Namespace"_L1 && document.apiVersion() == "v1"_L1
        && document.name() == name;
}

} // namespace

ApplyRun::ApplyRun(ApiClient &client, const ApiResources &resources,
                   std::vector<ManifestDocument> documents, const Options &options, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_resources(resources)
    , m_documents(std::move(documents))
    , m_options(options)
    , m_results(m_documents.size())
{
    m_again.setSingleShot(true);
    m_again.setInterval(LookAgainMs);
    connect(&m_again, &QTimer::timeout, this, &ApplyRun::lookAgain);
}

void ApplyRun::start()
{
    QMetaObject::invokeMethod(this, &ApplyRun::next, Qt::QueuedConnection);
}

void ApplyRun::cancel()
{
    m_cancelled = true;
    if (m_again.isActive()) {
        m_again.stop();
        next();
    }
}

void ApplyRun::next()
{
    if (m_finished)
        return;
    if (m_cancelled) {
        for (; m_next < m_results.size(); ++m_next)
            m_results[m_next].outcome = Outcome::Cancelled;
    }
    if (m_next == m_documents.size()) {
        m_finished = true;
        Q_EMIT finished();
        return;
    }
    const auto &document = m_documents[m_next];
    if (document.problem)
        return refuse({.line = document.problem->line, .text = document.problem->text});
    if (const auto *resource = resourceOf(document))
        return apply(*resource);
    if (m_options.dryRun && comesFromThisFile(document))
        return settle(Outcome::Deferred);
    const bool mayAppear = m_definesKinds && comesFromThisFile(document);
    if (!m_hasLooked || (mayAppear && m_looks < MostLooks))
        return lookAgain();
    const auto *tree = document.tree->find(u"kind");
    refuse({.line = tree->line,
            .column = tree->column,
            .field = u"kind"_s,
            .text = u"the server does not know the kind %1 (%2)"_s.arg(document.kind(),
                                                                       document.apiVersion())});
}

/// The exact version: another one of the same group may have other fields.
const ApiResource *ApplyRun::resourceOf(const ManifestDocument &document) const
{
    const auto found = std::ranges::find_if(m_resources.resources, [&](const ApiResource &one) {
        return one.kind == document.kind() && one.apiVersion() == document.apiVersion();
    });
    return found == m_resources.resources.end()
        ? m_resources.findKind(document.apiVersion(), document.kind())
        : &*found;
}

bool ApplyRun::comesFromThisFile(const ManifestDocument &document) const
{
    return std::any_of(m_documents.begin(), m_documents.begin() + qsizetype(m_next),
                       [&](const auto &earlier) { return defines(earlier, document); });
}

void ApplyRun::lookAgain()
{
    if (m_hasLooked && m_looks == 0 && m_definesKinds) {
        ++m_looks;
        return m_again.start(); // the server needs a moment
    }
    ++m_looks;
    m_hasLooked = true;
    discover(m_client).then(this, [this](const Result<ApiResources> &found) {
        if (found)
            m_resources = *found;
        const auto &document = m_documents[m_next];
        if (!m_cancelled && !resourceOf(document) && m_definesKinds && m_looks < MostLooks
            && comesFromThisFile(document))
            return m_again.start();
        next();
    });
}

void ApplyRun::apply(const ApiResource &resource)
{
    const auto &document = m_documents[m_next];
    ApplyRequest request{.resource = resource,
                         .object = document.object,
                         .base = m_options.base,
                         .dryRun = m_options.dryRun};
    // Discovery keeps one version of a kind; the document may be of another that is served, too.
    const auto apiVersion = document.apiVersion();
    request.resource.version = apiVersion.section(u'/', -1);
    if (resource.namespaced)
        request.nameSpace =
            document.nameSpace().isEmpty() ? m_options.nameSpace : document.nameSpace();
    else if (auto meta = document.object["metadata"_L1].toObject(); meta.contains("namespace"_L1)) {
        meta.remove("namespace"_L1);
        request.object["metadata"_L1] = meta;
    }
    if (const auto choice = m_options.choices.find(m_next); choice != m_options.choices.end()) {
        request.takeOver = choice->second.takeOver;
        request.leave = choice->second.leave;
    }
    m_results[m_next].ref = {request.resource.gvr(), request.nameSpace, document.name()};
    applyObject(m_client, request).then(this, [this](const ApplyAnswer &answer) { take(answer); });
}

void ApplyRun::take(const ApplyAnswer &answer)
{
    const auto &document = m_documents[m_next];
    auto &result = m_results[m_next];
    result.before = answer.before;
    result.after = answer.after;
    result.conflicts = answer.conflicts;
    result.warnings = answer.warnings;
    result.error = answer.error;
    if (answer.outcome == ApplyAnswer::Outcome::Refused && answer.error) {
        const auto nameSpace = result.ref.nameSpace;
        const bool waitsForNamespace = m_options.dryRun
            && answer.error->kind == Error::Kind::NotFound && !nameSpace.isEmpty()
            && std::any_of(m_documents.begin(), m_documents.begin() + qsizetype(m_next),
                           [&](const auto &one) { return isNamespace(one, nameSpace); });
        if (waitsForNamespace)
            return settle(Outcome::Deferred);
        result.problems = problemsIn(*answer.error, *document.tree);
    } else if (!m_options.dryRun && isDefinition(document)) {
        m_definesKinds = true;
    }
    settle(outcomeOf(answer.outcome));
}

void ApplyRun::refuse(const ManifestProblem &problem)
{
    m_results[m_next].problems = {problem};
    settle(Outcome::Refused);
}

void ApplyRun::settle(Outcome outcome)
{
    m_results[m_next].outcome = outcome;
    m_looks = 0;
    Q_EMIT resultReady(m_next++);
    // By the event loop: a thousand documents that cannot be read are not a thousand calls deep.
    QMetaObject::invokeMethod(this, &ApplyRun::next, Qt::QueuedConnection);
}

} // namespace kube
