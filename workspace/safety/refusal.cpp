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

QFuture<QString> whyRefused(kube::AccessReview &access, const std::vector<AnyRight> &needs)
{
    using Answer = QFuture<kube::Result<kube::AccessAnswer>>;
    QList<Answer> asked;
    std::vector<size_t> ends; // of each need, in `asked`
    ends.reserve(needs.size());
    for (const auto &need : needs) {
        for (const auto &question : need)
            asked.append(access.ask(question));
        ends.push_back(size_t(asked.size()));
    }
    return QtFuture::whenAll(asked.begin(), asked.end())
        .then([needs, ends](const QList<Answer> &answers) {
            size_t begin = 0;
            for (size_t i = 0; i < needs.size(); begin = ends[i++]) {
                const auto from = answers.begin() + qsizetype(begin);
                const auto to = answers.begin() + qsizetype(ends[i]);
                const bool refused = from != to && std::all_of(from, to, [](const Answer &answer) {
                                         const auto result = answer.result();
                                         return result && !result->allowed;
                                     });
                if (refused)
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
