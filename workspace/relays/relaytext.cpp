// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/relays/relaytext.h"

#include <QCoreApplication>

namespace workspace {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(workspace)
};

} // namespace

QString relayProblem(const collab::SignInError &error, const QString &relay)
{
    using Kind = collab::SignInError::Kind;
    switch (error.kind) {
    case Kind::Unreachable:
        return Tr::tr("%1, or the provider that it signs in with, does not answer (%2). Is the "
                      "address right, is the network or VPN up?")
            .arg(relay, error.message);
    case Kind::NoSignIn:
        return Tr::tr("%1 has no sign-in by browser. Ask who runs it for an API key.").arg(relay);
    case Kind::NoGateway:
        return Tr::tr("%1 answers, but serves no clusters. Ask who runs it to switch on its "
                      "gateway.")
            .arg(relay);
    case Kind::Unsafe:
        return Tr::tr("Your sign-in would go over a connection without TLS, so nothing was sent "
                      "(%1).")
            .arg(error.message);
    case Kind::Refused:
        return Tr::tr("%1 did not take your sign-in. Try again, or with another account or key.")
            .arg(relay);
    case Kind::NotAllowed:
        return Tr::tr("%1 knows who you are, but you may not use its clusters (%2). Ask who runs "
                      "it for the right group.")
            .arg(relay, error.message);
    case Kind::TookTooLong:
        return Tr::tr("Nobody came back from the browser within five minutes. Try again.");
    case Kind::Nonsense:
        return Tr::tr("What %1 answers makes no sense (%2). Is it a Krateyard relay, and is "
                      "nothing in between?")
            .arg(relay, error.message);
    }
    Q_UNREACHABLE_RETURN({});
}

QString signInSentence(RelayTokens::State state, const QString &relay)
{
    switch (state) {
    case RelayTokens::State::Unknown:
    case RelayTokens::State::SignedIn: return {};
    case RelayTokens::State::SignedOut:
        return Tr::tr("You are not signed in at %1. Sign in to see its clusters.").arg(relay);
    case RelayTokens::State::Ended:
        return Tr::tr("Your sign-in at %1 has ended. Sign in again.").arg(relay);
    case RelayTokens::State::Rejected:
        return Tr::tr("%1 does not take your API key any more. Ask for another, or sign in "
                      "otherwise.")
            .arg(relay);
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace workspace
