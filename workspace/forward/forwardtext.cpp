// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/forward/forwardtext.h"

#include "workspace/errortext.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::ForwardText)
};

using Kind = kube::ForwardProblem::Kind;
using State = kube::PortForward::State;

QString apiVersionOf(const QString &kind)
{
    const auto resource = kube::forwardResource(kind);
    return resource ? resource->apiVersion() : QString();
}

} // namespace

bool canForward(QStringView apiVersion, QStringView kind)
{
    const auto resource = kube::forwardResource(kind);
    return resource && resource->apiVersion() == apiVersion;
}

kube::ForwardTarget forwardTargetOf(const ObjectId &object)
{
    return {object.kind, object.nameSpace, object.name};
}

ObjectId objectOf(const kube::ForwardTarget &target)
{
    return {apiVersionOf(target.kind), target.kind, target.nameSpace, target.name};
}

QString forwardProblemText(const kube::ForwardProblem &problem, const kube::ForwardTarget &target)
{
    const QString what = target.kind + u' ' + target.name;
    switch (problem.kind) {
    case Kind::None: return {};
    case Kind::PortTaken:
        return Tr::tr("Another program uses the local port %1. Choose a free one.")
            .arg(problem.detail);
    case Kind::AddressRefused:
        return Tr::tr("This computer does not let Krateyard listen there: %1. Choose another local "
                      "port.")
            .arg(problem.detail);
    case Kind::NoTarget:
        return Tr::tr("%1 is not there. It goes on when the object comes back.").arg(what);
    case Kind::NoSelector:
        return Tr::tr("%1 selects no pods. Forward to a pod or a workload instead.").arg(what);
    case Kind::NoPod:
        return Tr::tr("%1 has no pod that is ready. It goes on when there is one.").arg(what);
    case Kind::NoPort:
        return problem.choices.isEmpty()
            ? Tr::tr("%1 has no port %2. Give the number of a port.").arg(what, problem.detail)
            : Tr::tr("%1 has no port %2. It has %3.")
                  .arg(what, problem.detail, problem.choices.join(u", "_s));
    case Kind::NotTcp:
        return Tr::tr("Port %1 is not TCP: only TCP can be forwarded.").arg(problem.detail);
    case Kind::Refused: return errorText(problem.error);
    case Kind::PodRefused:
        return problem.detail.contains("connection refused"_L1)
            ? Tr::tr(
                  "Nothing in the pod listens on this port. Choose another, or start what should "
                  "listen.")
            : Tr::tr("The pod refused the last connection: %1").arg(problem.detail);
    }
    return {};
}

QString forwardStateText(const ForwardBook::Entry &entry)
{
    if (!entry.forward)
        return entry.waitsForCluster ? Tr::tr("Waiting for the cluster") : Tr::tr("Stopped");
    switch (entry.forward->state()) {
    case State::Stopped: return Tr::tr("Stopped");
    case State::Connecting: return Tr::tr("Connecting");
    case State::Listening: return Tr::tr("Listening");
    case State::Live: return Tr::tr("Live, %Ln connections", nullptr, entry.forward->connections());
    case State::Waiting:
        return entry.forward->problem().kind == Kind::Refused ? Tr::tr("Waiting for the server")
                                                              : Tr::tr("Waiting for a pod");
    case State::Failed: return Tr::tr("Failed");
    }
    return {};
}

QString forwardPortsText(const ForwardBook::Entry &entry)
{
    const auto &spec = entry.record.spec;
    const auto local =
        entry.forward && entry.forward->localPort() ? entry.forward->localPort() : spec.localPort;
    return u"localhost:%1 → %2"_s.arg(local ? QString::number(local) : u"…"_s, spec.port);
}

QString forwardUrl(const ForwardBook::Entry &entry)
{
    if (!entry.forward || entry.forward->localPort() == 0)
        return {};
    const auto &port = entry.record.spec.port;
    const auto remote = entry.forward->place().port;
    const bool tls = port.startsWith("https"_L1) || remote == 443 || remote == 8443
        || remote == 6443 || port == "443"_L1;
    return u"%1://localhost:%2"_s.arg(tls ? u"https"_s : u"http"_s).arg(entry.forward->localPort());
}

QString forwardTrafficText(const kube::PortForward &forward)
{
    const QLocale locale;
    const auto size = [&locale](qint64 bytes) {
        return locale.formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
    };
    return u"↑ %1   ↓ %2"_s.arg(size(forward.bytesSent()), size(forward.bytesReceived()));
}

} // namespace workspace
