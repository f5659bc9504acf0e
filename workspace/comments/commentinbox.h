// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/yarddoc/yardcomments.h"

#include <QHash>
#include <QObject>

namespace workspace {

class Session;

/// How many comments a krate has, for its header.
struct CommentTally
{
    int comments = 0;
    bool hasUnread = false;

    bool operator==(const CommentTally &) const = default;
};

/// Which comments this person has read, and which name them. Kept in the session's section
/// "comments", as `{"read": {id: milliseconds since 1970}}` for those of the last 30 days: what is
/// older counts as read. Nobody else learns of it. Lives on the GUI thread.
class CommentInbox final : public QObject
{
    Q_OBJECT

public:
    static constexpr int RememberedDays = 30;
    static constexpr qsizetype MostRemembered = 5000;

    /// Both are borrowed and must outlive the inbox.
    CommentInbox(const YardComments &comments, Session &session, QObject *parent = nullptr);

    /// How this person is called by others; what they wrote themselves is never new.
    void setMe(const QString &name);
    QString me() const { return m_me; }

    CommentTally tally(const QString &krate) const { return m_tallies.value(krate); }
    bool isUnread(const CommentRecord &comment) const;
    /// The krate of the oldest comment that is new; empty: none is.
    QString nextUnread() const;
    /// All that is written to this krate has been seen.
    void markRead(const QString &krate);

Q_SIGNALS:
    void tallyChanged(const QString &krate);
    /// Somebody else names this person in a comment that is new. Once for each, also when it was
    /// written while the program was not running.
    void mentioned(const workspace::CommentRecord &comment);

private:
    void readSection();
    void keep();
    void refresh();
    void tellMentions();

    const YardComments &m_comments;
    Session &m_session;
    QString m_me;
    QHash<QString, qint64> m_read; ///< when those were written
    QHash<QString, CommentTally> m_tallies;
    QSet<QString> m_told; ///< mentions
};

} // namespace workspace
