// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace workspace {

/// An "@" and the name of a person behind it, in a comment.
struct Mention
{
    qsizetype at = 0; ///< of the "@"
    qsizetype length = 0; ///< with the "@"
    QString name = {}; ///< as the list of names writes it

    bool operator==(const Mention &) const = default;
};

/// The people of `names` that are mentioned, whatever the case: the longest name that fits, from
/// left to right. An "@" within a word (an e-mail address) mentions nobody.
std::vector<Mention> mentionsIn(const QString &text, const QStringList &names);
bool isMentioned(const QString &text, const QString &name);

/// A name that is being typed: where its "@" is and what stands between that and the cursor.
struct MentionBegun
{
    qsizetype at = 0;
    QString typed = {};

    bool operator==(const MentionBegun &) const = default;
};
std::optional<MentionBegun> mentionBegun(const QString &text, qsizetype cursor);

/// Those with a word that begins with what is typed, at most `most`; in their order, which begins
/// with who is present.
QStringList namesFor(const QString &typed, const QStringList &names, qsizetype most = 6);

/// "just now", "5 min ago", "3 h ago", "2 days ago", then the date. A clock ahead of ours says
/// "just now".
QString timeAgo(const QDateTime &at, const QDateTime &now);

} // namespace workspace
