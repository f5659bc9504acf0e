// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/signin/oidcclient.h"
#include "workspace/relays/relaytokens.h"

#include <QString>

namespace workspace {

/// Why a relay's clusters cannot be had, and what to do about it: a sentence or two, for people.
/// `relay` is how it is shown.
QString relayProblem(const collab::SignInError &error, const QString &relay);

/// The same of a sign-in that gives no tokens.
QString signInSentence(RelayTokens::State state, const QString &relay);

} // namespace workspace
