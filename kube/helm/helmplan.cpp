// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/helm/helmplan.h"

#include "kube/helm/helmstore.h"
#include "kube/helm/threeway.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace kube {

int HelmPlan::changes() const
{
    return int(std::ranges::count_if(steps, &HelmStep::writes));
}

/// Kinds that the server itself brings; all else is a custom resource, whose lists have no keys.
static ListMerge listsOf(const QString &group)
{
    static constexpr std::array Others{"apps"_L1, "batch"_L1, "autoscaling"_L1, "policy"_L1,
                                       "extensions"_L1};
    if (group.isEmpty() || std::ranges::any_of(Others, [&](auto name) { return group == name; }))
        return ListMerge::ByKey;
    return group.endsWith(".k8s.io"_L1) && group.count(u'.') <= 2 ? ListMerge::ByKey
                                                                  : ListMerge::Replace;
}

static std::unexpected<Error> invalid(const QString &message)
{
    return std::unexpected(Error{.kind = Error::Kind::Invalid, .message = message});
}

/// A secret's `stringData` can be written and never read: it is data in clear.
static QJsonObject withoutStringData(QJsonObject object)
{
    if (object["kind"_L1].toString() != "Secret"_L1 || !object.contains("stringData"_L1))
        return object;
    auto data = object["data"_L1].toObject();
    const auto clear = object["stringData"_L1].toObject();
    for (auto entry = clear.begin(); entry != clear.end(); ++entry)
        data.insert(entry.key(), QString::fromLatin1(entry->toString().toUtf8().toBase64()));
    object.insert("data"_L1, data);
    object.remove("stringData"_L1);
    return object;
}

static void mark(QJsonObject &meta, QLatin1StringView field, const QString &key,
                 const QString &value)
{
    auto marks = meta[field].toObject();
    marks.insert(key, value);
    meta.insert(field, marks);
}

/// Helm marks what it makes as belonging to the release.
/// https://helm.sh/docs/topics/charts_hooks/
/// https://github.com/helm/helm/blob/v3.17.0/pkg/action/validate.go
static QJsonObject owned(QJsonObject object, const HelmRevision &by)
{
    auto meta = object["metadata"_L1].toObject();
    mark(meta, "labels"_L1, u"app.kubernetes.io/managed-by"_s, u"Helm"_s);
    mark(meta, "annotations"_L1, u"meta.helm.sh/release-name"_s, by.name);
    mark(meta, "annotations"_L1, u"meta.helm.sh/release-namespace"_s, by.nameSpace);
    object.insert("metadata"_L1, meta);
    return object;
}

static Result<HelmStep> stepFor(const HelmDocument &document, const ApiResources &resources,
                                const HelmRevision &made)
{
    if (!document.problem.isEmpty())
        return invalid(u"manifest line %1: %2"_s.arg(document.line).arg(document.problem));
    const auto *resource = resources.findKind(document.apiVersion(), document.kind());
    if (!resource)
        return invalid(u"the server does not know the kind %1 (%2)"_s.arg(document.kind(),
                                                                          document.apiVersion()));
    if (document.name().isEmpty())
        return invalid(
            u"manifest line %1: a %2 without a name"_s.arg(document.line).arg(document.kind()));
    const auto nameSpace = document.nameSpace().isEmpty() ? made.nameSpace : document.nameSpace();
    auto gvr = resource->gvr();
    if (const auto version = document.apiVersion().section(u'/', -1); !version.isEmpty())
        gvr.version = resource->apiVersion() == document.apiVersion() ? gvr.version : version;
    return HelmStep{.resource = *resource,
                    .ref = {gvr, resource->namespaced ? nameSpace : QString(), document.name()}};
}

/// Whether both are one object, whatever the version it is written in.
static bool isSameObject(const HelmStep &a, const HelmStep &b)
{
    return a.resource.group == b.resource.group && a.resource.kind == b.resource.kind
        && a.ref.nameSpace == b.ref.nameSpace && a.ref.name == b.ref.name;
}

Result<std::vector<HelmStep>> helmSteps(const std::vector<HelmDocument> &current,
                                        const std::vector<HelmDocument> &target,
                                        const ApiResources &resources, const HelmRevision &made)
{
    std::vector<HelmStep> steps;
    const auto find = [&steps](const HelmStep &step) {
        return std::ranges::find_if(steps, [&](const auto &s) { return isSameObject(s, step); });
    };
    for (const auto &document : target) {
        auto step = stepFor(document, resources, made);
        if (!step)
            return std::unexpected(step.error());
        step->what = HelmStep::Do::Change;
        step->target = owned(withoutStringData(document.object), made);
        if (const auto twice = find(*step); twice != steps.end())
            twice->target = step->target;
        else
            steps.push_back(std::move(*step));
    }
    const auto wanted = steps.size();
    for (const auto &document : current) {
        auto step = stepFor(document, resources, made);
        if (!step)
            return std::unexpected(step.error());
        step->what = HelmStep::Do::Delete;
        step->old = withoutStringData(document.object);
        if (const auto both = find(*step); both != steps.end())
            both->old = step->old;
        else
            steps.push_back(std::move(*step));
    }
    std::reverse(steps.begin() + qsizetype(wanted), steps.end());
    return steps;
}

static bool isKept(const QJsonObject &object)
{
    return object["metadata"_L1]["annotations"_L1]["helm.sh/resource-policy"_L1]
               .toString()
               .trimmed()
               .compare("keep"_L1, Qt::CaseInsensitive)
        == 0;
}

void settleHelmStep(HelmStep &step, const std::optional<QJsonObject> &live)
{
    using Do = HelmStep::Do;
    step.patch = {};
    if (step.target.isEmpty()) {
        step.what = !live ? Do::Nothing : isKept(*live) || isKept(step.old) ? Do::Keep : Do::Delete;
        return;
    }
    if (!live) {
        step.what = Do::Create;
        return;
    }
    const auto merged = threeWayMerge(step.old, *live, step.target, listsOf(step.resource.group));
    step.patch = mergePatch(*live, merged);
    step.patch.remove("status"_L1); // not the manifest's to say
    step.patch.remove("apiVersion"_L1);
    step.what = step.patch.isEmpty() ? Do::Nothing : Do::Change;
}

static void need(std::vector<AccessQuestion> &questions, const ObjectRef &ref, const QString &verb)
{
    auto question = AccessQuestion::about(ref, verb);
    question.name.clear();
    if (std::ranges::find(questions, question) == questions.end())
        questions.push_back(std::move(question));
}

std::vector<AccessQuestion> accessNeeded(const HelmPlan &plan)
{
    std::vector<AccessQuestion> questions;
    const auto holder = HelmStore::refOf(plan.made);
    for (const auto &verb : {u"list"_s, u"get"_s, u"create"_s, u"update"_s})
        need(questions, holder, verb);
    for (const auto &step : plan.steps) {
        switch (step.what) {
        case HelmStep::Do::Create: need(questions, step.ref, u"create"_s); break;
        case HelmStep::Do::Change: need(questions, step.ref, u"patch"_s); break;
        case HelmStep::Do::Delete: need(questions, step.ref, u"delete"_s); break;
        case HelmStep::Do::Keep:
        case HelmStep::Do::Nothing: break;
        }
    }
    return questions;
}

} // namespace kube
