// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/window/contentrows.h"

namespace workspace {

class LogPanes;

/// The lines of a log for people who hear them: those of the left pane.
class LogRows final : public ContentRows
{
public:
    /// `panes` is borrowed and must outlive this.
    explicit LogRows(LogPanes &panes);

    Kind rowKind() const override { return Kind::Text; }
    int rows() const override;
    QString rowText(int row) const override;
    /// About where it is: lines that are wrapped are higher than others.
    QRectF rowRect(int row) const override;
    int firstRowInView() const override;
    int currentRow() const override;
    void goToRow(int row) override;
    void openRow(int row) override;

private:
    LogPanes &m_panes;
};

} // namespace workspace
