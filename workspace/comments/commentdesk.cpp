// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/comments/commentdesk.h"

#include "workspace/canvas/yardcanvas.h"
#include "workspace/comments/commentpanel.h"
#include "workspace/look/comesforward.h"
#include "workspace/mainwindow/mainwindow.h"
#include "workspace/topbar/noticebar.h"
#include "workspace/yard/kinds.h"
#include "workspace/yard/yarddocument.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr qsizetype QuoteLength = 80; // of a comment in a notice

CommentDesk::CommentDesk(MainWindow &window, YardDocument &document, Session &session, Look &look)
    : m_window(window)
    , m_document(document)
    , m_look(look)
    , m_comments(document)
    , m_inbox(m_comments, session)
{
    auto &contents = m_window.contents();
    contents.setCommentTally([this](const QString &krate) { return m_inbox.tally(krate); });
    connect(&m_inbox, &CommentInbox::tallyChanged, &contents, &ContentFactory::statusChanged);
    connect(&m_inbox, &CommentInbox::mentioned, this, &CommentDesk::tell);
    connect(&m_comments, &YardComments::problemFound, &m_window.notices(), &NoticeBar::say);
    connect(&m_window.canvas(), &YardCanvas::commentsRequested, this, &CommentDesk::open);
    connect(&m_document, &YardDocument::docReplaced, this, [this] {
        if (m_panel)
            m_panel->dismiss(); // it is another yard
    });
    connect(&m_document, &YardDocument::changed, this, [this](const YardChange &change) {
        if (m_panel && (!change.added.isEmpty() || !change.removed.isEmpty()))
            m_panel->refresh();
    });
    addCommands();
}

CommentDesk::~CommentDesk()
{
    m_window.contents().setCommentTally({});
    delete m_panel; // what it shows goes with the desk
}

void CommentDesk::addCommands()
{
    auto &commands = m_window.commands();
    commands.add({.id = u"comments.next"_s,
                  .name = tr("Go to the next comment that is new"),
                  .group = tr("Yards"),
                  .aliases = {tr("unread")},
                  .run = [this] { go(m_inbox.nextUnread()); },
                  .isEnabled = [this] { return !m_inbox.nextUnread().isEmpty(); }});
    commands.add({.id = u"comments.removed"_s,
                  .name = tr("Comments of removed krates"),
                  .group = tr("Yards"),
                  .run = [this] { openRemoved(); },
                  .isEnabled =
                      [this] {
                          return std::ranges::any_of(m_comments.all(),
                                                     [this](const CommentRecord &comment) {
                                                         return !m_document.krate(comment.krate);
                                                     });
                      }});
}

void CommentDesk::ready()
{
    if (!m_panel) {
        m_panel = new CommentPanel(m_comments, m_inbox, m_look, &m_window.canvas());
        const auto follow = [this] { m_panel->setReadOnly(m_document.isReadOnly()); };
        connect(&m_document, &YardDocument::readOnlyChanged, m_panel, follow);
        follow();
    }
    m_panel->setPeople(m_people);
}

void CommentDesk::open(const QString &krate)
{
    const auto *record = m_document.krate(krate);
    if (!record)
        return;
    ready();
    m_panel->openKrate(krate, titleOf(*record));
}

void CommentDesk::openRemoved()
{
    ready();
    m_panel->openRemoved(
        [this](const QString &krate) { return m_document.krate(krate) != nullptr; });
}

/// Flies to the krate and opens what was written to it.
void CommentDesk::go(const QString &krate)
{
    if (krate.isEmpty())
        return;
    comeForward(m_window);
    if (!m_document.krate(krate))
        return openRemoved();
    m_window.canvas().setMaximisedWindow({});
    m_window.canvas().flyToKrate(krate);
    open(krate);
}

void CommentDesk::tell(const CommentRecord &comment)
{
    if (m_panel && !m_panel->isHidden() && m_panel->krate() == comment.krate)
        return; // they are reading it
    auto &notices = m_window.notices();
    const auto *krate = m_document.krate(comment.krate);
    const auto place = krate ? titleOf(*krate) : comment.title;
    auto quote = comment.text.simplified();
    if (quote.size() > QuoteLength)
        quote = quote.left(QuoteLength - 1) + u'…';
    const auto sentence =
        tr("%1 mentions you at %2: “%3”")
            .arg(comment.author.simplified().left(60), place.simplified().left(60), quote);
    m_notices.append(sentence);
    while (m_notices.size() > MostNotices)
        notices.dismiss(m_notices.takeFirst());
    notices.offer(sentence, tr("Show"), [this, id = comment.krate] { go(id); });
}

} // namespace workspace
