// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/comments/commentinbox.h"

#include "workspace/comments/mentions.h"
#include "workspace/session/session.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

static const auto SectionName = u"comments"_s;

static qint64 horizon()
{
    return QDateTime::currentDateTimeUtc()
        .addDays(-CommentInbox::RememberedDays)
        .toMSecsSinceEpoch();
}

CommentInbox::CommentInbox(const YardComments &comments, Session &session, QObject *parent)
    : QObject(parent)
    , m_comments(comments)
    , m_session(session)
{
    connect(&comments, &YardComments::changed, this, &CommentInbox::refresh);
    connect(&session, &Session::restored, this, [this] {
        readSection();
        refresh();
    });
    readSection();
    refresh();
}

void CommentInbox::setMe(const QString &name)
{
    if (std::exchange(m_me, name) != name)
        refresh();
}

void CommentInbox::readSection()
{
    m_read.clear();
    const auto read = m_session.section(SectionName)["read"_L1].toObject();
    const auto oldest = double(horizon());
    for (auto it = read.begin(); it != read.end() && m_read.size() < MostRemembered; ++it) {
        if (const double at = it->toDouble(); at >= oldest && at < 8.64e15)
            m_read.insert(it.key(), qint64(at));
    }
}

void CommentInbox::keep()
{
    const auto oldest = horizon();
    erase_if(m_read, [oldest](const auto &entry) { return entry.value() < oldest; });
    if (m_read.size() > MostRemembered) { // the newest are the ones that would be taken for new
        auto times = m_read.values();
        std::ranges::nth_element(times, times.end() - MostRemembered);
        const auto limit = times[times.size() - MostRemembered];
        erase_if(m_read, [limit](const auto &entry) { return entry.value() < limit; });
    }
    QJsonObject read;
    for (auto it = m_read.cbegin(); it != m_read.cend(); ++it)
        read.insert(it.key(), double(it.value()));
    m_session.setSection(SectionName, {{u"read"_s, read}});
}

bool CommentInbox::isUnread(const CommentRecord &comment) const
{
    return comment.author != m_me && !m_read.contains(comment.id)
        && comment.at.toMSecsSinceEpoch() >= horizon();
}

QString CommentInbox::nextUnread() const
{
    const auto found = std::ranges::find_if(
        m_comments.all(), [this](const CommentRecord &comment) { return isUnread(comment); });
    return found == m_comments.all().end() ? QString() : found->krate;
}

void CommentInbox::markRead(const QString &krate)
{
    bool isNew = false;
    for (const auto &comment : m_comments.all()) {
        if (comment.krate != krate || !isUnread(comment))
            continue;
        m_read.insert(comment.id, comment.at.toMSecsSinceEpoch());
        isNew = true;
    }
    if (!isNew)
        return;
    keep();
    refresh();
}

void CommentInbox::refresh()
{
    QHash<QString, CommentTally> tallies;
    for (const auto &comment : m_comments.all()) {
        auto &tally = tallies[comment.krate];
        ++tally.comments;
        tally.hasUnread = tally.hasUnread || isUnread(comment);
    }
    const auto before = std::exchange(m_tallies, tallies);
    for (auto it = tallies.cbegin(); it != tallies.cend(); ++it) {
        if (before.value(it.key()) != it.value())
            Q_EMIT tallyChanged(it.key());
    }
    for (auto it = before.cbegin(); it != before.cend(); ++it) {
        if (!tallies.contains(it.key()))
            Q_EMIT tallyChanged(it.key());
    }
    tellMentions();
}

void CommentInbox::tellMentions()
{
    if (m_me.isEmpty())
        return;
    std::vector<CommentRecord> news;
    for (const auto &comment : m_comments.all()) {
        if (isUnread(comment) && isMentioned(comment.text, m_me) && !m_told.contains(comment.id))
            news.push_back(comment);
    }
    for (const auto &comment : news) {
        m_told.insert(comment.id);
        Q_EMIT mentioned(comment);
    }
}

} // namespace workspace
