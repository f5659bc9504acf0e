// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/helm/rollbacktext.h"

#include "workspace/errortext.h"
#include "workspace/textview/textbuilder.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::Rollback)
};

using Do = kube::HelmStep::Do;
using State = kube::HelmStep::State;

struct StepWord
{
    QString sign = {};
    QString word = {};
    TextTone tone = TextTone::Plain;
};

StepWord wordOf(Do what)
{
    switch (what) {
    case Do::Create: return {u"+"_s, Tr::tr("create"), TextTone::Ok};
    case Do::Change: return {u"~"_s, Tr::tr("change"), TextTone::Info};
    case Do::Delete: return {u"−"_s, Tr::tr("delete"), TextTone::Error};
    case Do::Keep: return {u"="_s, Tr::tr("keep, as its resource policy says"), TextTone::Dim};
    case Do::Nothing: return {u"="_s, Tr::tr("as it is"), TextTone::Faint};
    }
    Q_UNREACHABLE_RETURN({});
}

int countOf(const kube::HelmPlan &plan, Do what)
{
    return int(std::ranges::count(plan.steps, what, &kube::HelmStep::what));
}

void writeHead(TextBuilder &text, const RollbackState &state)
{
    const auto &plan = state.plan;
    text.put(Tr::tr("Roll %1 back to revision %2").arg(plan.target.name).arg(plan.target.revision),
             TextTone::Heading, true)
        .endLine();
    text.put(Tr::tr("Cluster %1, namespace %2").arg(state.cluster, plan.target.nameSpace))
        .endLine();
    if (plan.made.revision > 0)
        text.put(Tr::tr("From revision %1 to what revision %2 was, as revision %3")
                     .arg(plan.current.revision)
                     .arg(plan.target.revision)
                     .arg(plan.made.revision))
            .endLine();
    text.blank();
}

void writeCounts(TextBuilder &text, const kube::HelmPlan &plan)
{
    if (plan.changes() == 0) {
        text.put(Tr::tr("No object changes: they are as that revision has them.")).endLine();
        return;
    }
    text.put(Tr::tr("%n object(s) change", nullptr, plan.changes()), TextTone::Plain, true);
    text.put(u": "_s
             + Tr::tr("%1 changed, %2 created, %3 deleted")
                   .arg(countOf(plan, Do::Change))
                   .arg(countOf(plan, Do::Create))
                   .arg(countOf(plan, Do::Delete)));
    text.endLine();
}

void writeHooks(TextBuilder &text, const kube::HelmPlan &plan)
{
    if (plan.hooks.isEmpty())
        return;
    text.put(Tr::tr("Hooks are not run: %1. Helm itself would run them.")
                 .arg(plan.hooks.join(u", "_s)),
             TextTone::Warn)
        .endLine();
}

void writeStep(TextBuilder &text, const kube::HelmStep &step, bool isBegun)
{
    const auto word = wordOf(step.what);
    text.put(u" "_s + word.sign + u" "_s, word.tone);
    text.put(step.resource.kind + u' ' + step.ref.name).padTo(46);
    if (!isBegun) {
        text.put(word.word, word.tone).endLine();
        return;
    }
    switch (step.state) {
    case State::Waiting: text.put(Tr::tr("waiting"), TextTone::Faint); break;
    case State::Running: text.put(Tr::tr("at it…"), TextTone::Info); break;
    case State::Done:
        text.put(step.writes() ? Tr::tr("done") : word.word,
                 step.writes() ? TextTone::Ok : TextTone::Faint);
        break;
    case State::Failed:
        text.put(step.problem ? errorText(*step.problem) : Tr::tr("failed"), TextTone::Error);
        break;
    case State::Skipped: text.put(Tr::tr("left alone, since others failed"), TextTone::Warn); break;
    }
    text.endLine();
}

void writeSteps(TextBuilder &text, const RollbackState &state)
{
    const bool begun = state.stage == RollbackStage::Running || state.stage == RollbackStage::Done
        || state.stage == RollbackStage::Failed;
    text.blank();
    for (const auto &step : state.plan.steps)
        writeStep(text, step, begun);
    text.blank();
}

void writeDenied(TextBuilder &text, const kube::HelmPlan &plan)
{
    if (plan.denied.empty())
        return;
    text.put(Tr::tr("You may not do all that it needs:"), TextTone::Error).endLine();
    for (const auto &denied : plan.denied) {
        const auto resource = denied.group.isEmpty()
            ? denied.resource
            : QString(denied.resource + u'.' + denied.group);
        text.put(u"   "_s + Tr::tr("%1 %2 in %3").arg(denied.verb, resource, denied.nameSpace))
            .endLine();
    }
    text.put(Tr::tr("Ask whoever grants rights in this cluster for these.")).endLine();
}

} // namespace

TextDocument rollbackDocument(const RollbackState &state)
{
    TextBuilder text;
    writeHead(text, state);
    switch (state.stage) {
    case RollbackStage::Looking:
        text.put(Tr::tr("Looking at what would change…"), TextTone::Faint).endLine();
        break;
    case RollbackStage::Refused:
        if (!state.problem.isEmpty())
            text.put(state.problem, TextTone::Error).endLine();
        writeDenied(text, state.plan);
        break;
    case RollbackStage::Asking:
        writeCounts(text, state.plan);
        writeHooks(text, state.plan);
        writeSteps(text, state);
        text.action(Tr::tr("[ Roll back ]"), u"do"_s, TextTone::Error, Tr::tr("Enter"))
            .put(u"   "_s);
        break;
    case RollbackStage::Running: writeSteps(text, state); break;
    case RollbackStage::Done:
        writeSteps(text, state);
        text.put(Tr::tr("Done: revision %1 is deployed.").arg(state.plan.made.revision),
                 TextTone::Ok)
            .endLine();
        break;
    case RollbackStage::Failed:
        writeSteps(text, state);
        text.put(state.problem, TextTone::Error).endLine();
        break;
    }
    if (state.stage == RollbackStage::Asking)
        text.action(Tr::tr("[ Cancel ]"), u"cancel"_s, TextTone::Link, Tr::tr("Escape"));
    else if (state.stage != RollbackStage::Running)
        text.blank().action(Tr::tr("[ Back to the history ]"), u"cancel"_s, TextTone::Link,
                            Tr::tr("Escape"));
    return text.take();
}

QString rollbackProblem(const kube::Error &error)
{
    using Kind = kube::Error::Kind;
    if (error.reason == "HelmPending"_L1)
        return Tr::tr("Another operation on this release is under way, or was cut off (%1). Wait "
                      "for it; if nobody is at it, delete that revision's secret first.")
            .arg(error.message);
    if (error.kind == Kind::Conflict)
        return Tr::tr("Somebody else changed this release at the same moment. Look at its history, "
                      "then try again.");
    if (error.kind == Kind::NotFound)
        return Tr::tr("That revision does not exist any more: Helm keeps only the last ones.");
    if (error.kind == Kind::Invalid)
        return Tr::tr("The manifest does not fit this cluster: %1. Upgrade the chart instead.")
            .arg(error.message);
    if (error.kind == Kind::Malformed)
        return Tr::tr("The release cannot be read: %1.").arg(error.message);
    return errorText(error);
}

QString rollbackCommand(const RollbackState &state)
{
    return u"helm rollback %1 %2 --namespace %3 --no-hooks --kube-context %4"_s.arg(
        state.plan.target.name, QString::number(state.plan.target.revision),
        state.plan.target.nameSpace, state.cluster);
}

} // namespace workspace
