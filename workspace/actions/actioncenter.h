// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/actions/actionpanel.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QMenu;

namespace workspace {

class ClusterSet;
class CommandSet;
class ContextMarks;

/// What a menu or a command is about: objects of one cluster.
struct ActionSubject
{
    QString context = {};
    std::vector<ObjectId> objects = {};

    bool isEmpty() const { return objects.empty(); }
};

/// Offers the actions for what a person has picked, in menus and as Spotlight commands, and asks
/// about the chosen one. What the cluster's kinds or the context's mark rule out is not offered, or
/// is there with the reason. GUI thread only.
class ActionCenter final : public QObject
{
    Q_OBJECT

public:
    /// All are borrowed and must outlive the center; the panel is made over `canvas` when
    /// it is first wanted.
    ActionCenter(ClusterSet &clusters, ContextMarks &marks, Journal &journal,
                 YamlHighlighting &highlighting, Look &look, QWidget *canvas);

    /// Adds the actions to a menu; when there are none, a line that says why.
    void addTo(QMenu &menu, const ActionSubject &subject);
    /// Adds a command for each action, about what `subject` says whenever one is asked for; their
    /// ids begin with "action.".
    void addCommands(CommandSet &commands, const std::function<ActionSubject()> &subject);
    void start(Action action, const ActionSubject &subject);

    ActionPanel &panel();

Q_SIGNALS:
    void closed(); ///< the panel

private:
    std::vector<Action> actionsFor(const ActionSubject &subject) const;

    ClusterSet &m_clusters;
    ContextMarks &m_marks;
    Journal &m_journal;
    YamlHighlighting &m_highlighting;
    Look &m_look;
    QWidget *m_canvas; ///< borrowed
    QPointer<ActionPanel> m_panel;
};

/// How a subject is called in a command: "shop/web", "3 objects".
QString nameOf(const ActionSubject &subject);

} // namespace workspace
