// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/actions/change.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace kube {

ApiRequest Change::request() const
{
    ApiRequest request{.path = pathOf(method == "POST" && subresource.isEmpty()
                                          ? ObjectRef{target.resource.gvr(), target.nameSpace, {}}
                                          : target.ref(),
                                      subresource),
                       .query = query,
                       .method = method,
                       .body = body,
                       .contentType = contentType,
                       .bodyLimit = 32 * 1024 * 1024};
    if (method != "DELETE")
        request.query.addQueryItem(u"fieldManager"_s, FieldManager);
    return request;
}

ApiRequest Change::dryRun() const
{
    auto asked = request();
    asked.query.addQueryItem(u"dryRun"_s, u"All"_s);
    asked.changesNothing = true;
    return asked;
}

AccessQuestion Change::question() const
{
    const auto verb = method == "POST" ? u"create"_s
        : method == "DELETE"           ? u"delete"_s
        : method == "PUT"              ? u"update"_s
                                       : u"patch"_s;
    auto question = AccessQuestion::about(target.ref(), verb, subresource);
    if (method == "POST" && subresource.isEmpty())
        question.name.clear(); // what is made has no name yet for the authorizer
    return question;
}

QString kubectlKind(const ApiResource &resource)
{
    auto kind = resource.singular.isEmpty() ? resource.kind.toLower() : resource.singular;
    // What kubectl finds under its bare name in every cluster.
    static constexpr std::array Known{"apps"_L1, "batch"_L1, "autoscaling"_L1, "policy"_L1};
    const auto &group = resource.group;
    if (group.isEmpty() || group.endsWith(".k8s.io"_L1)
        || std::ranges::find(Known, group) != Known.end())
        return kind;
    return kind + u'.' + group;
}

QString kubectlName(const ObjectTarget &target)
{
    return kubectlKind(target.resource) + u'/' + target.name;
}

QString quotedForShell(const QString &argument)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_@%+=:,./-]+\\z"_s);
    if (plain.match(argument).hasMatch())
        return argument;
    QString text = argument;
    text.replace(u"'"_s, u"'\\''"_s);
    return u'\'' + text + u'\'';
}

QString kubectlLine(const QString &context, const QString &nameSpace, const QStringList &arguments)
{
    QStringList words{u"kubectl"_s, u"--context"_s, context};
    if (!nameSpace.isEmpty())
        words << u"-n"_s << nameSpace;
    words += arguments;
    std::ranges::transform(words, words.begin(), quotedForShell);
    return words.join(u' ');
}

QString kubectlLine(const QString &context, const Change &change)
{
    return kubectlLine(context, change.target.nameSpace, change.kubectl);
}

} // namespace kube
