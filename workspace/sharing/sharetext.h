// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/sharing/yardconnection.h"

#include <QString>

namespace workspace {

/// Why a connection to a relay ended, and what to do about it: one sentence or two, for people.
/// Names the relay and the yard, never the token.
QString connectionProblem(const collab::CloseReason &reason, const ShareAddress &address);

/// How it is with the connection, in a word or two: "synced", "offline · try 3 in 5 s". `nextTry`
/// is how long until then, now.
QString statusWords(const YardConnection::Status &status, std::chrono::milliseconds nextTry);
/// The same as a whole sentence, for a tooltip.
QString statusSentence(const YardConnection &connection);

/// "active in web", "idle 5m", "in the yard"; `krate` is how the krate they are in is called.
QString activityText(const YardPeople &people, const Person &person, const QString &krate);
/// "Anna", "Anna and Berta", "Anna, Berta and 3 others".
QString namesText(const QStringList &names);

} // namespace workspace
