// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/relays/relayclusters.h"
#include "workspace/tools/toolpanel.h"

class QScrollArea;

namespace workspace {

/// The relays whose clusters a person uses: who they are there, which clusters there are and what
/// is wrong; to sign in and out, to ask again, to take one away, to add one. GUI thread only.
class RelayList final : public ToolPanel
{
    Q_OBJECT

public:
    /// Both are borrowed and must outlive the panel.
    RelayList(RelayClusters &relays, Look &look, QWidget *parent);

    void openList();
    /// How it is with a relay: "Signed in as Jane · 2 clusters: prod, staging".
    static QString stateText(const RelayClusters::Entry &entry);

Q_SIGNALS:
    void addWanted();
    void signInWanted(const QUrl &relay);
    void removeWanted(const QUrl &relay);

protected:
    void act() override { Q_EMIT addWanted(); }

private:
    void refresh();
    QWidget *makeRow(const RelayClusters::Entry &entry);

    RelayClusters &m_relays;
    QScrollArea *m_scroll;
    QWidget *m_rows = nullptr; ///< the scroll area's
};

} // namespace workspace
