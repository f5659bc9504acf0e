// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/tools/toolentries.h"

#include "kube/actions/change.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace workspace {

struct ToolEntriesTr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::ToolEntries)
};

static JournalEntry entryOf(const QString &context, const QString &action,
                            const kube::ObjectTarget &target, const QStringList &arguments,
                            const QString &problem)
{
    return {.at = QDateTime::currentDateTimeUtc(),
            .context = context,
            .action = action,
            .object = kube::kubectlName(target),
            .nameSpace = target.nameSpace,
            .apiVersion = target.resource.apiVersion(),
            .kind = target.resource.kind,
            .name = target.name,
            .kubectl = kube::kubectlLine(context, target.nameSpace, arguments),
            .problem = problem};
}

static kube::ObjectTarget coreTarget(const QString &kind, const QString &nameSpace,
                                     const QString &name)
{
    return {.resource = {.version = u"v1"_s,
                         .resource = QString(kind.toLower() + u's'),
                         .singular = kind.toLower(),
                         .kind = kind,
                         .namespaced = !nameSpace.isEmpty()},
            .nameSpace = nameSpace,
            .name = name};
}

JournalEntry forwardEntry(const QString &context, const kube::ForwardSpec &spec, quint16 localPort)
{
    const auto &to = spec.target;
    const kube::ObjectTarget target{kube::forwardResource(to.kind).value_or(kube::ApiResource()),
                                    to.nameSpace, to.name};
    return entryOf(context, ToolEntriesTr::tr("Port forward"), target,
                   {u"port-forward"_s, kube::kubectlName(target),
                    u"%1:%2"_s.arg(QString::number(localPort), spec.port)},
                   {});
}

JournalEntry copyEntry(const QString &context, const kube::CopySpec &spec, const QString &problem)
{
    const QString remote = spec.pod + u':' + spec.remotePath;
    QStringList words{u"cp"_s};
    if (spec.way == kube::CopySpec::Way::ToContainer)
        words << spec.localPath << remote;
    else
        words << remote << spec.localPath;
    if (!spec.container.isEmpty())
        words << u"-c"_s << spec.container;
    return entryOf(context, ToolEntriesTr::tr("Copy files"),
                   coreTarget(u"Pod"_s, spec.nameSpace, spec.pod), words, problem);
}

JournalEntry debugEntry(const QString &context, const kube::DebugSpec &spec, const QString &pod,
                        const QString &problem)
{
    using Kind = kube::DebugSpec::Kind;
    const bool isNode = spec.kind == Kind::NodeShell;
    QStringList words{u"debug"_s, u"-it"_s, isNode ? QString(u"node/"_s + spec.name) : spec.name};
    if (!spec.image.isEmpty())
        words << u"--image="_s + spec.image;
    if (spec.kind == Kind::Ephemeral && !spec.container.isEmpty())
        words << u"--target="_s + spec.container;
    if (spec.kind == Kind::PodCopy && !pod.isEmpty())
        words << u"--copy-to="_s + pod;
    auto entry = entryOf(context, ToolEntriesTr::tr("Debug"),
                         isNode ? coreTarget(u"Node"_s, {}, spec.name)
                                : coreTarget(u"Pod"_s, spec.nameSpace, spec.name),
                         words, problem);
    if (isNode) // the pod's namespace: the node has none
        entry.kubectl = kube::kubectlLine(context, spec.nameSpace, words);
    return entry;
}

} // namespace workspace
