// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/help/shortcutstext.h"
#include "workspace/look/overlaypanel.h"

class QLineEdit;
class QTreeWidget;

namespace workspace {

/// What can be done and by which keys, and the product's words, with a search. Made from the
/// commands each time it opens. Enter on a line does what it says where that is possible. GUI
/// thread only.
class HelpPanel final : public OverlayPanel
{
    Q_OBJECT

public:
    /// `commands` and `look` are borrowed and must outlive the panel.
    HelpPanel(const CommandSet &commands, Look &look, QWidget *parent);

    void open();
    void dismiss();

Q_SIGNALS:
    void commandChosen(const QString &id); ///< after closed()

protected:
    void back() override { dismiss(); }
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void addGroup(const HelpGroup &group);
    void filter(const QString &typed);

    const CommandSet &m_commands;
    QLineEdit *m_search;
    QTreeWidget *m_lines;
};

} // namespace workspace
