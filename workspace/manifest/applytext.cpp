// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/manifest/applytext.h"

#include "workspace/errortext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace workspace {

struct ApplyTr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::Apply)
};

using Outcome = kube::ApplyResult::Outcome;

QString entryTitle(const ApplySession::Entry &entry)
{
    const auto &document = entry.document;
    if (document.kind().isEmpty())
        return ApplyTr::tr("Document at line %1").arg(document.line);
    auto name = document.name();
    if (name.isEmpty())
        name = document.object["metadata"_L1]["generateName"_L1].toString() + u'…';
    auto nameSpace = entry.result.ref.nameSpace;
    if (nameSpace.isEmpty())
        nameSpace = document.nameSpace();
    return nameSpace.isEmpty() ? QString(document.kind() + u' ' + name)
                               : QString(document.kind() + u' ' + nameSpace + u'/' + name);
}

QString outcomeWord(Outcome outcome, bool applied)
{
    switch (outcome) {
    case Outcome::Waiting: return ApplyTr::tr("waiting");
    case Outcome::Created: return applied ? ApplyTr::tr("created") : ApplyTr::tr("new");
    case Outcome::Changed: return applied ? ApplyTr::tr("changed") : ApplyTr::tr("will change");
    case Outcome::Unchanged: return ApplyTr::tr("unchanged");
    case Outcome::Conflicted: return ApplyTr::tr("in conflict");
    case Outcome::Refused: return ApplyTr::tr("refused");
    case Outcome::Deferred: return ApplyTr::tr("new, not checked");
    case Outcome::Cancelled: return ApplyTr::tr("not reached");
    }
    Q_UNREACHABLE_RETURN({});
}

QString refusalText(const ApplySession::Entry &entry)
{
    const auto &result = entry.result;
    if (result.outcome != Outcome::Refused || result.problems.empty())
        return {};
    const auto &error = result.error;
    // What the server says about fields is for who wrote them; anything else is about the call.
    const bool isAboutText = !error || error->kind == kube::Error::Kind::Invalid
        || error->kind == kube::Error::Kind::Conflict || error->kind == kube::Error::Kind::Server;
    if (!isAboutText)
        return errorText(*error);
    QStringList lines;
    for (const auto &problem : result.problems) {
        const auto text = problem.field.isEmpty() ? problem.text
                                                  : QString(problem.field + u": "_s + problem.text);
        lines.append(problem.line > 0 ? ApplyTr::tr("Line %1: %2").arg(problem.line).arg(text)
                                      : text);
    }
    return lines.join(u'\n');
}

QString questionText(const ApplySession &session, const QString &context)
{
    constexpr qsizetype MostNames = 4;
    QStringList names;
    for (const auto &entry : session.entries()) {
        const auto outcome = entry.result.outcome;
        if (outcome == Outcome::Created || outcome == Outcome::Changed
            || outcome == Outcome::Deferred)
            names.append(entryTitle(entry));
    }
    if (names.isEmpty())
        return session.refused() + session.undecided() > 0
            ? ApplyTr::tr("Nothing can be applied to %1 yet.").arg(context)
            : ApplyTr::tr("Nothing would change in %1.").arg(context);
    const auto more = names.size() - MostNames;
    auto listed = names.mid(0, MostNames).join(u", "_s);
    if (more > 0)
        listed = ApplyTr::tr("%1 and %n more", nullptr, int(more)).arg(listed);
    return ApplyTr::tr("Apply %n change(s) to %1: %2?", nullptr, int(names.size()))
        .arg(context, listed);
}

QString resultText(const ApplySession &session)
{
    int applied = 0;
    int failed = 0;
    int cancelled = 0;
    for (const auto &entry : session.entries()) {
        switch (entry.result.outcome) {
        case Outcome::Created:
        case Outcome::Changed: ++applied; break;
        case Outcome::Conflicted:
        case Outcome::Refused: ++failed; break;
        case Outcome::Waiting:
        case Outcome::Deferred:
        case Outcome::Cancelled: ++cancelled; break;
        case Outcome::Unchanged: break;
        }
    }
    auto text = ApplyTr::tr("%n applied", nullptr, applied);
    if (failed > 0)
        text += u", "_s + ApplyTr::tr("%n refused", nullptr, failed);
    if (cancelled > 0)
        text += u", "_s + ApplyTr::tr("%n not reached", nullptr, cancelled);
    return text + u'.';
}

QString faultText(const kube::SchemaFault &fault)
{
    using Kind = kube::SchemaFault::Kind;
    switch (fault.kind) {
    case Kind::UnknownField:
        return fault.expected.isEmpty()
            ? ApplyTr::tr("There is no field “%1” here. Remove it, or correct its name.")
                  .arg(fault.field)
            : ApplyTr::tr("There is no field “%1” here. Did you mean “%2”?")
                  .arg(fault.field, fault.expected);
    case Kind::WrongType:
        return fault.expected == "string"_L1
            ? ApplyTr::tr("“%1” must be a string: put the value into quotes.").arg(fault.field)
            : ApplyTr::tr("“%1” must be of the type %2.").arg(fault.field, fault.expected);
    case Kind::MissingField: return ApplyTr::tr("“%1” is required: add it.").arg(fault.field);
    case Kind::NotAllowed:
        return ApplyTr::tr("“%1” must be one of: %2.").arg(fault.field, fault.expected);
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace workspace
