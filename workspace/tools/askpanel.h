// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/tools/toolpanel.h"

#include <functional>

class QLineEdit;

namespace workspace {

/// Asks for a name, or whether something is to be done.
class AskPanel final : public ToolPanel
{
    Q_OBJECT

public:
    /// `look` is borrowed and must outlive the panel.
    AskPanel(Look &look, QWidget *parent);

    /// Asks for a name, `name` at first. `take` gives the sentence why it cannot be, or nothing:
    /// then the panel closes.
    void askName(const QString &heading, const QString &act, const QString &name,
                 const std::function<QString(const QString &)> &take);
    enum class Weight { Ordinary, Destructive };

    /// Asks whether to do it. Enter does not: the other button has the focus.
    void askWhether(const QString &heading, const QString &explanation, const QString &act,
                    Weight weight, const std::function<QString()> &take);

protected:
    void act() override;

private:
    QLineEdit *m_name;
    std::function<QString(const QString &)> m_take;
};

} // namespace workspace
