// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/editor/diffview.h"
#include "workspace/manifest/applysession.h"

class QLabel;
class QListWidget;

namespace workspace {

class ConflictList;

/// What an apply is going to do, or has done: a list of its documents, and for the one that is
/// picked the difference side by side, its conflicts with their boxes, warnings, or why it was
/// refused.
class ReviewPanel final : public QWidget
{
    Q_OBJECT

public:
    /// All are borrowed and must outlive the panel.
    ReviewPanel(ApplySession &session, YamlHighlighting &highlighting, Look &look,
                QWidget *parent = nullptr);

    QListWidget &list() { return *m_list; }
    ConflictList &conflicts() { return *m_conflicts; }
    DiffView &diff() { return *m_diff; }
    QString message() const;
    void setZoom(qreal zoom);

Q_SIGNALS:
    /// A refused document was opened: its place in the text wants to be seen.
    void lineRequested(int line);

private:
    void refresh();
    void refreshList();
    void showEntry(int row);
    void applyLook();

    ApplySession &m_session;
    Look &m_look;
    QListWidget *m_list;
    DiffView *m_diff;
    QLabel *m_message;
    ConflictList *m_conflicts;
    qreal m_zoom = 1;
    bool m_hasPicked = false; ///< a row was picked for this check
    bool m_pending = false; ///< a refresh comes with the next turn of the event loop
};

} // namespace workspace
