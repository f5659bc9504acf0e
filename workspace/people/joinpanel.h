// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/sharing/sharedyards.h"
#include "workspace/tools/toolpanel.h"

class QLineEdit;
class QToolButton;

namespace workspace {

/// Asks which yard to join and as whom, or only the latter.
class JoinPanel final : public ToolPanel
{
    Q_OBJECT

public:
    /// `look` is borrowed and must outlive the panel.
    JoinPanel(Look &look, QWidget *parent);

    void askJoin(const OwnProfile &profile, const QString &link);
    void askProfile(const OwnProfile &profile);

    void setTrying(const QString &where); ///< it is being tried; nothing can be done meanwhile
    void explain(const QString &sentence); ///< why it did not work

Q_SIGNALS:
    void joinWanted(const workspace::ShareAddress &address, const workspace::OwnProfile &profile);
    void profileChosen(const workspace::OwnProfile &profile);
    void abandoned(); ///< closed, whatever was being tried

protected:
    void act() override;
    void dismissed() override { Q_EMIT abandoned(); }

private:
    void readLink();
    void showRows(bool joins, bool apart);
    void chooseColor(quint32 color);

    QLineEdit *m_link;
    QLineEdit *m_yard;
    QLineEdit *m_token;
    QLineEdit *m_name;
    QWidget *m_swatches;
    std::vector<std::pair<quint32, QToolButton *>> m_colors;
    OwnProfile m_profile;
    bool m_joins = true;
};

} // namespace workspace
