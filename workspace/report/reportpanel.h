// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/tools/toolpanel.h"

class QPlainTextEdit;

namespace workspace {

/// Shows a report before anybody else sees it: a person reads it, may take out more, and saves or
/// copies what is left. Nothing is sent.
class ReportPanel final : public ToolPanel
{
    Q_OBJECT

public:
    /// `look` is borrowed and must outlive the panel.
    ReportPanel(Look &look, QWidget *parent);

    void ask(const QString &report);
    QString text() const;
    /// Writes what is shown; returns why it could not.
    QString write(const QString &path);

Q_SIGNALS:
    void written(const QString &path);

protected:
    void act() override;

private:
    QPlainTextEdit *m_text;
};

} // namespace workspace
