// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/debug/debugtext.h"

#include "workspace/errortext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::DebugText)
};

QString failureText(const kube::Error &error)
{
    if (error.reason == "NotOffered"_L1)
        return Tr::tr(
            "This cluster is older than Kubernetes 1.23 and takes no ephemeral containers. "
            "Make a copy of the pod instead.");
    if (error.reason == "Stuck"_L1)
        return Tr::tr("The container does not start: %1. Try another image or command.")
            .arg(error.message);
    return errorText(error);
}

} // namespace

QString debugStateText(const kube::DebugSession &session)
{
    using State = kube::DebugSession::State;
    switch (session.state()) {
    case State::Idle: return {};
    case State::Making: return Tr::tr("Making it…");
    case State::Starting: return Tr::tr("Waiting for %1 to start…").arg(session.container());
    case State::Ready: return Tr::tr("%1 runs.").arg(session.container());
    case State::Failed: return failureText(session.error().value_or(kube::Error()));
    case State::Cleaning: return Tr::tr("Taking it away…");
    case State::Gone: return Tr::tr("It is gone.");
    }
    return {};
}

QString debugRemainText(const kube::DebugSession &session, const QString &context)
{
    const QString pod = session.spec().nameSpace + u'/' + session.pod();
    return session.spec().kind == kube::DebugSpec::Kind::Ephemeral
        ? Tr::tr("container %1 of pod %2 in %3").arg(session.container(), pod, context)
        : Tr::tr("pod %1 in %2").arg(pod, context);
}

} // namespace workspace
