// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/actions/actioncenter.h"

#include <QObject>
#include <QPointer>

namespace workspace {

class CopyPanel;
class DebugBook;
class DebugPanel;
class ForwardBook;
class ForwardPanel;
class Journal;

/// Offers what can be done with one object besides changing it: forwarding its ports,
/// copying files, looking into it. In menus and
/// as Spotlight commands, whose ids begin with "tool/". GUI thread only.
class ToolCenter final : public QObject
{
    Q_OBJECT

public:
    /// All are borrowed and must outlive the center; the panels are made over `canvas`, each when
    /// it is first wanted.
    ToolCenter(ClusterSet &clusters, const ContextMarks &marks, ForwardBook &forwards,
               DebugBook &debugs, Journal &journal, Look &look, QWidget *canvas);
    ~ToolCenter() override;

    void addTo(QMenu &menu, const ActionSubject &subject);
    /// Adds a command for each tool, about what `subject` says whenever one is asked for; their ids
    /// begin with "tool.".
    void addCommands(CommandSet &commands, const std::function<ActionSubject()> &subject);
    /// Starts the tool of this id ("tool/forward") for the subject; whether it can be had.
    bool run(const QString &id, const ActionSubject &subject);

    ForwardPanel &forwardPanel();
    CopyPanel &copyPanel();
    DebugPanel &debugPanel();

Q_SIGNALS:
    /// A shell is to be opened in this pod.
    void shellWanted(const QString &context, const workspace::ObjectId &pod);
    void forwardsWanted(); ///< the window with the forwards is to be seen
    void closed(); ///< a panel

private:
    enum class Tool { Forward, CopyFrom, CopyTo, Debug };

    std::vector<Tool> toolsFor(const ActionSubject &subject) const;
    static QString idOf(Tool tool);
    static QString labelOf(Tool tool);
    void start(Tool tool, const ActionSubject &subject);
    void dismiss();

    ClusterSet &m_clusters;
    const ContextMarks &m_marks;
    ForwardBook &m_forwards;
    DebugBook &m_debugs;
    Journal &m_journal;
    Look &m_look;
    QWidget *m_canvas; ///< borrowed
    QPointer<ForwardPanel> m_forward;
    QPointer<CopyPanel> m_copy;
    QPointer<DebugPanel> m_debug;
};

} // namespace workspace
