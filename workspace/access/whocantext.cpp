// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/access/whocantext.h"

#include "workspace/textview/textbuilder.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::WhoCan)
};

const QString RbacVersion = u"rbac.authorization.k8s.io/v1"_s;

QString placeOf(const WhoCanState &state, const QString &nameSpace)
{
    if (!state.isNamespaced)
        return {};
    return nameSpace.isEmpty() ? Tr::tr("in all namespaces") : Tr::tr("in %1").arg(nameSpace);
}

void writeSubject(TextBuilder &text, const kube::Grant &grant)
{
    text.put(u"  "_s + grant.subjectKind + u' ', TextTone::Dim);
    if (grant.subjectKind == "ServiceAccount"_L1)
        text.link(grant.subjectNamespace + u'/' + grant.subject,
                  {u"v1"_s, grant.subjectKind, grant.subjectNamespace, grant.subject});
    else
        text.put(grant.subject, TextTone::Plain, true);
}

void writeGrant(TextBuilder &text, const kube::Grant &grant)
{
    writeSubject(text, grant);
    text.padTo(46).put(Tr::tr("by") + u' ', TextTone::Faint);
    text.link(grant.bindingKind + u' ' + grant.binding,
              {RbacVersion, grant.bindingKind, grant.bindingNamespace, grant.binding});
    text.put(u" → "_s, TextTone::Faint);
    const bool cluster = grant.roleKind == "ClusterRole"_L1;
    text.link(
        grant.roleKind + u' ' + grant.role,
        {RbacVersion, grant.roleKind, cluster ? QString() : grant.bindingNamespace, grant.role});
    if (!grant.names.isEmpty())
        text.put(u"  "_s + Tr::tr("only %1").arg(grant.names.join(u", "_s)), TextTone::Warn);
    text.endLine();
}

} // namespace

TextDocument whoCanDocument(const WhoCanState &state)
{
    TextBuilder text;
    text.action(Tr::tr("‹ what I may do"), u"back"_s, TextTone::Link, Tr::tr("Escape"))
        .endLine()
        .blank();
    for (const auto &verb : state.verbs) {
        if (verb == state.verb)
            text.put(verb, TextTone::Heading, true);
        else
            text.action(verb, u"verb:"_s + verb);
        text.put(u"  "_s);
    }
    text.endLine().blank();
    for (qsizetype i = 0; i < state.nameSpaces.size(); ++i) {
        const auto place = placeOf(state, state.nameSpaces[i]);
        text.put(Tr::tr("Who may %1 %2 %3").arg(state.verb, state.title, place).trimmed(),
                 TextTone::Heading, true)
            .endLine();
        if (size_t(i) < state.grants.size()) {
            for (const auto &grant : state.grants[size_t(i)])
                writeGrant(text, grant);
            if (state.grants[size_t(i)].empty())
                text.put(u"  "_s + Tr::tr("Nobody, as far as roles and bindings tell."),
                         TextTone::Dim)
                    .endLine();
        }
        text.blank();
    }
    if (state.isReading)
        text.put(Tr::tr("Reading roles and bindings…"), TextTone::Faint).endLine();
    if (!state.problem.isEmpty())
        text.put(state.problem, TextTone::Error).endLine();
    if (!state.missing.isEmpty())
        text.put(Tr::tr("You may not list %1 here: somebody may be missing.")
                     .arg(state.missing.join(u", "_s)),
                 TextTone::Warn)
            .endLine();
    if (!state.isReading)
        text.put(Tr::tr("By roles and bindings alone. The group system:masters and other "
                        "authorizers may allow more."),
                 TextTone::Faint);
    return text.take();
}

} // namespace workspace
