// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/comments/commentinbox.h"

#include <QObject>
#include <QStringList>

namespace workspace {

class CommentPanel;
class Look;
class MainWindow;
class YardDocument;

/// Comments of krates: their mark on the canvas, the panel, the commands, and a calm notice when
/// somebody names this person, which leads there. GUI thread only.
class CommentDesk final : public QObject
{
    Q_OBJECT

public:
    static constexpr int MostNotices = 3; ///< of mentions, in the window at a time

    /// All are borrowed and must outlive the desk.
    CommentDesk(MainWindow &window, YardDocument &document, Session &session, Look &look);
    ~CommentDesk() override;

    /// How this person is called, from whoever knows.
    void setMe(const QString &name) { m_inbox.setMe(name); }
    /// Who is in the yard now, but this person.
    void setPeople(const QStringList &names) { m_people = names; }

    void open(const QString &krate);
    void openRemoved();
    CommentPanel *panel() const { return m_panel; } ///< null: it was never wanted
    YardComments &comments() { return m_comments; }

private:
    void addCommands();
    void ready();
    void tell(const CommentRecord &comment);
    void go(const QString &krate);

    MainWindow &m_window;
    YardDocument &m_document;
    Look &m_look;
    YardComments m_comments;
    CommentInbox m_inbox;
    CommentPanel *m_panel = nullptr; ///< the canvas's; made when first wanted
    QStringList m_people;
    QStringList m_notices;
};

} // namespace workspace
