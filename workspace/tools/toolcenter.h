// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/actions/actioncenter.h"

#include <QObject>
#include <QPointer>

namespace workspace {

class ForwardBook;
class ForwardPanel;

/// Offers what can be done with one object besides changing it: forwarding its ports. In menus and
/// as Spotlight commands, whose ids begin with "tool/". GUI thread only.
class ToolCenter final : public QObject
{
    Q_OBJECT

public:
    /// All are borrowed and must outlive the center; the panels are made over `canvas`.
    ToolCenter(ClusterSet &clusters, ForwardBook &forwards, Look &look, QWidget *canvas);
    ~ToolCenter() override;

    void addTo(QMenu &menu, const ActionSubject &subject);
    std::vector<SpotlightEntry> commands(const ActionSubject &subject) const;
    /// Whether the id is one of commands(); starts it.
    bool run(const QString &id, const ActionSubject &subject);

    ForwardPanel &forwardPanel();

Q_SIGNALS:
    void forwardsWanted(); ///< the window with the forwards is to be seen
    void closed(); ///< a panel

private:
    enum class Tool { Forward };

    static std::vector<Tool> toolsFor(const ActionSubject &subject);
    static QString idOf(Tool tool);
    static QString labelOf(Tool tool);
    void start(Tool tool, const ActionSubject &subject);
    void dismiss();

    ClusterSet &m_clusters;
    Look &m_look;
    QPointer<ForwardPanel> m_forward;
};

} // namespace workspace
