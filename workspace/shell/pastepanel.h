// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/shell/shellpanel.h"

class QPlainTextEdit;

namespace workspace {

/// Shows several lines that are about to be pasted where that may do harm, and asks.
class PastePanel final : public ShellPanel
{
    Q_OBJECT

public:
    PastePanel(Look &look, QWidget *parent);

    /// `text` as it would be typed, its lines apart by '\r'. `where` is one sentence that says what
    /// it would reach.
    void ask(const QString &text, const QString &where);

Q_SIGNALS:
    void accepted(const QString &text);

protected:
    void act() override;
    void back() override;

private:
    QLabel *m_where;
    QPlainTextEdit *m_preview;
    QString m_text;
};

} // namespace workspace
