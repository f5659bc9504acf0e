// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/hosting/yardhost.h"
#include "workspace/tools/toolpanel.h"

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace workspace {

class QrView;
class YardPeople;

/// Asks where to share the open yard from this computer, and while it is shared shows the links
/// that let others in, one of them as a QR code, and who is there. GUI thread only.
class HostPanel final : public ToolPanel
{
    Q_OBJECT

public:
    /// All are borrowed and must outlive the panel.
    HostPanel(YardHost &host, const YardPeople &people, Look &look, QWidget *parent);

    /// `yardName` is how the yard is called on the relay.
    void ask(const QString &yardName);
    /// Asks whether to end it with the program; leavingChosen() follows when that is wanted.
    void askLeaving();
    void setPlace(const HostPlace &place); ///< as if chosen

Q_SIGNALS:
    void leavingChosen();

protected:
    void act() override;

private:
    void addPlaces();
    void refresh();
    void showCode();
    void sayWhatHolds();
    QWidget *linkRow(QLineEdit &field);
    QString whatSharingIs() const;
    QString peopleText() const;

    YardHost &m_host;
    const YardPeople &m_people;
    QString m_yardName;
    bool m_isLeaving = false; ///< the question is whether the program may end
    QComboBox *m_address;
    QSpinBox *m_port;
    QLineEdit *m_editor;
    QLineEdit *m_viewer;
    QWidget *m_editorRow;
    QWidget *m_viewerRow;
    QComboBox *m_which;
    QrView *m_code;
    QLabel *m_present;
};

} // namespace workspace
