// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/manifest/applyjournal.h"

#include "kube/actions/change.h"
#include "workspace/actions/journal.h"
#include "workspace/errortext.h"
#include "workspace/manifest/applytext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace workspace {

struct ApplyJournalTr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::ApplyJournal)
};

using Outcome = kube::ApplyResult::Outcome;

static QString problemOf(const ApplySession::Entry &entry)
{
    if (entry.result.outcome == Outcome::Conflicted)
        return ApplyJournalTr::tr("Fields of it belong to others.");
    if (entry.result.outcome != Outcome::Refused)
        return {};
    // The server's words about fields may hold their values.
    return entry.result.error && entry.result.error->kind == kube::Error::Kind::Forbidden
        ? errorText(*entry.result.error)
        : ApplyJournalTr::tr("The cluster refused what was written.");
}

void noteApplied(Journal &journal, const QString &context, const ApplySession &session)
{
    for (const auto &entry : session.entries()) {
        const bool isOver = entry.result.outcome != Outcome::Cancelled
            && entry.result.outcome != Outcome::Waiting
            && entry.result.outcome != Outcome::Unchanged;
        if (!entry.sent || !isOver)
            continue;
        const auto &document = entry.document;
        const auto nameSpace = entry.result.ref.nameSpace;
        journal.add(
            {.at = QDateTime::currentDateTimeUtc(),
             .context = context,
             .action = ApplyJournalTr::tr("Apply"),
             .object = document.kind().toLower() + u'/' + document.name(),
             .nameSpace = nameSpace,
             .apiVersion = document.apiVersion(),
             .kind = document.kind(),
             .name = document.name(),
             .kubectl = kube::kubectlLine(
                 context, nameSpace,
                 {u"apply"_s, u"--server-side"_s, u"--field-manager=krateyard"_s, u"-f"_s, u"-"_s}),
             .problem = problemOf(entry)});
    }
}

void noteSecretEdit(Journal &journal, const QString &context, const QString &nameSpace,
                    const QString &name, const std::optional<kube::Error> &error)
{
    const QString object = u"secret/"_s + name;
    journal.add({.at = QDateTime::currentDateTimeUtc(),
                 .context = context,
                 .action = ApplyJournalTr::tr("Edit"),
                 .object = object,
                 .nameSpace = nameSpace,
                 .apiVersion = u"v1"_s,
                 .kind = u"Secret"_s,
                 .name = name,
                 .kubectl = kube::kubectlLine(context, nameSpace, {u"edit"_s, object}),
                 .problem = !error ? QString()
                     : error->kind == kube::Error::Kind::Forbidden
                     ? errorText(*error)
                     : ApplyJournalTr::tr("The cluster refused what was written.")});
}

} // namespace workspace
