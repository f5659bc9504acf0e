// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/safety/refusal.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

struct RefusalTr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::Refusal)
};

QString refusalText(const kube::AccessQuestion &question, const QString &reason)
{
    const auto resource = question.subresource.isEmpty()
        ? question.resource
        : QString(question.resource + u'/' + question.subresource);
    QString text = question.nameSpace.isEmpty()
        ? RefusalTr::tr("You may not %1 %2.").arg(question.verb, resource)
        : RefusalTr::tr("You may not %1 %2 in the namespace %3.")
              .arg(question.verb, resource, question.nameSpace);
    if (!reason.isEmpty())
        text += u' ' + reason;
    return text;
}

QString lockedText(const kube::AccessQuestion &question, const QString &context)
{
    const auto resource = question.group.isEmpty()
        ? question.resource
        : QString(question.resource + u'.' + question.group);
    const auto missing = question.nameSpace.isEmpty()
        ? RefusalTr::tr("You do not have the right to %1 %2 in %3.")
              .arg(question.verb, resource, context)
        : RefusalTr::tr("You do not have the right to %1 %2 in the namespace %3 of %4.")
              .arg(question.verb, resource, question.nameSpace, context);
    return missing + u' ' + RefusalTr::tr("It opens by itself once you have it.");
}

using Answer = QFuture<kube::Result<kube::AccessAnswer>>;

/// Not when nothing is known: the server did not say, or the cluster is gone meanwhile.
static bool isRefusal(const Answer &answer)
{
    if (answer.resultCount() == 0)
        return false;
    const auto result = answer.result();
    return result && !result->allowed;
}

QFuture<QString> whyRefused(kube::AccessReview &access, const std::vector<AnyRight> &needs)
{
    QList<Answer> asked;
    std::vector<qsizetype> sizes;
    sizes.reserve(needs.size());
    for (const auto &need : needs) {
        for (const auto &question : need)
            asked.append(access.ask(question));
        sizes.push_back(qsizetype(need.size()));
    }
    return QtFuture::whenAll(asked.begin(), asked.end())
        .then([needs, sizes](const QList<Answer> &answers) {
            auto from = answers.begin();
            for (size_t i = 0; i < needs.size(); from += sizes[i++]) {
                if (sizes[i] > 0 && std::all_of(from, from + sizes[i], isRefusal))
                    return refusalText(needs[i].front(), from->result()->reason);
            }
            return QString();
        });
}

AnyRight rightToStream(const QString &subresource, const QString &nameSpace, const QString &pod)
{
    const auto right = [&](const QString &verb) {
        return kube::AccessQuestion{.verb = verb,
                                    .resource = u"pods"_s,
                                    .subresource = subresource,
                                    .nameSpace = nameSpace,
                                    .name = pod};
    };
    return {right(u"create"_s), right(u"get"_s)};
}

} // namespace workspace
