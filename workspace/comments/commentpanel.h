// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/look/overlaypanel.h"
#include "workspace/yarddoc/yardcomments.h"

#include <QHash>
#include <QTimer>

#include <functional>
#include <set>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace workspace {

class CommentEntry;
class CommentInbox;

/// What people wrote to one krate, the oldest first, and a field to answer; or what was written to
/// krates that are gone. Follows what others write while it is open. What was typed and not sent is
/// kept for its krate until the program ends. GUI thread only.
class CommentPanel final : public OverlayPanel
{
    Q_OBJECT

public:
    static constexpr qsizetype MostShown = 200; ///< more are shown when asked for

    /// All are borrowed and must outlive the panel.
    CommentPanel(YardComments &comments, CommentInbox &inbox, Look &look, QWidget *parent);

    /// `title` is how the krate is called now.
    void openKrate(const QString &krate, const QString &title);
    /// Those whose krate `exists` does not know.
    void openRemoved(std::function<bool(const QString &krate)> exists);
    void dismiss();
    /// Shows what there is now: comments tell by themselves, krates that came or went do not.
    void refresh();
    QString krate() const { return m_krate; } ///< empty: it is closed, or about removed ones

    /// Whom "@" offers, those who are present first; authors are added.
    void setPeople(const QStringList &names);
    /// Whether this person may only read.
    void setReadOnly(bool on);
    CommentEntry &entry() { return *m_entry; }

protected:
    void back() override { dismiss(); }

private:
    void open(const QString &heading);
    void fill(const std::vector<CommentRecord> &shown);
    void addRow(QVBoxLayout &rows, const CommentRecord &comment, const QStringList &names);
    QWidget *makeHead(const CommentRecord &comment);
    void remove(const QString &id);
    void send();
    void measure();
    void say(const QString &text, bool isError = false);
    void arrange();
    void tellTimes();
    std::vector<CommentRecord> wanted() const;
    QStringList names() const;

    YardComments &m_comments;
    CommentInbox &m_inbox;
    QString m_krate;
    QString m_title;
    std::function<bool(const QString &)> m_exists; ///< set: removed krates are shown
    QStringList m_people;
    QHash<QString, QString> m_drafts; ///< by krate
    std::set<QString> m_new; ///< comments that were new when it was opened
    std::vector<std::pair<QLabel *, QDateTime>> m_times;
    qsizetype m_most = MostShown;
    bool m_readOnly = false;
    QScrollArea *m_area;
    QLabel *m_empty;
    QLabel *m_note;
    CommentEntry *m_entry;
    QPushButton *m_send;
    QTimer m_minute;
};

} // namespace workspace
