// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/topology/topologytext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::Topology)
};

using Problem = kube::TopologyProblem;

TextTone toneOf(Problem problem)
{
    return problem == Problem::NotReady ? TextTone::Warn : TextTone::Error;
}

void writeProblem(TextBuilder &text, Problem problem, const QString &title, const QString &lacking)
{
    if (problem == Problem::None)
        return;
    text.put(u"  "_s + topologyProblemText(problem, title, lacking), toneOf(problem)).endLine();
}

/// "shop.example/ → storefront → 3 pods" would hide which; each link is a line.
void writeLink(TextBuilder &text, const kube::Topology &topology, const kube::TopologyLink &link)
{
    const auto put = [&text](const kube::TopologyBox &box) {
        if (box.more > 0)
            text.put(Tr::tr("%n more pod(s)", nullptr, box.more), TextTone::Dim);
        else if (box.object.kind.isEmpty())
            text.put(box.title);
        else
            text.link(box.title, objectIdOf(box.object));
    };
    text.put(u"  "_s);
    put(topology.boxes[size_t(link.from)]);
    text.put(u" → "_s, TextTone::Faint);
    put(topology.boxes[size_t(link.to)]);
    if (!link.label.isEmpty())
        text.put(u"  ("_s + link.label + u')', TextTone::Dim);
    text.endLine();
}

} // namespace

ObjectId objectIdOf(const kube::ObjectKey &key)
{
    const auto version = key.group.isEmpty() ? u"v1"_s : QString(key.group + u"/v1"_s);
    return {version, key.kind, key.nameSpace, key.name};
}

QString topologyProblemText(Problem problem, const QString &title, const QString &lacking)
{
    switch (problem) {
    case Problem::None: return {};
    case Problem::NoSuchService:
        return Tr::tr("There is no service %1. Make it, or correct the ingress.").arg(lacking);
    case Problem::NoSuchPort:
        return Tr::tr("%1 has no port %2. Correct the ingress or the service.").arg(title, lacking);
    case Problem::NoSuchSecret:
        return Tr::tr("%1: there is no secret %2 for TLS.").arg(title, lacking);
    case Problem::NoSuchTargetPort:
        return Tr::tr("%1: no container has a port named %2.").arg(title, lacking);
    case Problem::NoPods: return Tr::tr("%1: no pod has the labels that it selects.").arg(title);
    case Problem::NoReadyPod: return Tr::tr("%1: none of its pods is ready.").arg(title);
    case Problem::NoAddresses:
        return Tr::tr("%1 has no selector, and nobody gave it addresses.").arg(title);
    case Problem::NotReady: return Tr::tr("%1 is not ready and gets nothing.").arg(title);
    }
    Q_UNREACHABLE_RETURN({});
}

void writeTopology(TextBuilder &text, const kube::Topology &topology)
{
    bool broken = false;
    for (const auto &box : topology.boxes) {
        broken = broken || box.problem != Problem::None;
        writeProblem(text, box.problem, box.title, box.lacking);
    }
    for (const auto &link : topology.links) {
        broken = broken || link.problem != Problem::None;
        const auto &at = link.problem == Problem::NoSuchPort ? link.to
            : link.problem == Problem::NoSuchTargetPort      ? link.to
                                                             : link.from;
        writeProblem(text, link.problem, topology.boxes[size_t(at)].title, link.lacking);
    }
    if (topology.boxes.empty())
        text.put(u"  "_s + Tr::tr("No service leads here, and this leads nowhere."), TextTone::Dim)
            .endLine();
    else if (!broken)
        text.put(u"  "_s + Tr::tr("Every way is whole."), TextTone::Ok).endLine();
    if (topology.links.empty())
        return;
    text.blank().put(Tr::tr("Ways"), TextTone::Heading, true).endLine();
    for (const auto &link : topology.links)
        writeLink(text, topology, link);
}

} // namespace workspace
