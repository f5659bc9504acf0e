// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/people/peoplebar.h"
#include "workspace/people/peopledrawer.h"
#include "workspace/people/presenceteller.h"
#include "workspace/people/sharingdesk.h"
#include "workspace/people/spectator.h"

namespace workspace {

/// Whoever else is in the yard: wires what tells of this person and shows the others.
class PeopleDesk final : public QObject
{
    Q_OBJECT

public:
    /// All are borrowed and must outlive it.
    PeopleDesk(SharingDesk &sharing, MainWindow &window, Look &look);
    ~PeopleDesk() override;

    PresenceTeller &teller() { return m_teller; }
    Spectator &spectator() { return m_spectator; }
    PeopleBar &bar() { return *m_bar; }
    PeopleDrawer &drawer() { return *m_drawer; }

private:
    void addCommands(MainWindow &window);

    SharingDesk &m_sharing;
    PresenceTeller m_teller;
    Spectator m_spectator;
    QPointer<PeopleBar> m_bar; ///< the top bar's
    QPointer<PeopleDrawer> m_drawer; ///< the canvas's
};

} // namespace workspace
