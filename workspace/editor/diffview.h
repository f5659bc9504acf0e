// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/editor/diffpane.h"
#include "workspace/editor/mergepane.h"
#include "workspace/editor/panehost.h"

namespace workspace {

/// Two texts side by side, as a widget for a dialog: DiffPane does the work, and paints the same on
/// the canvas as part of a WindowContent. Height and width in pixels at zoom 1.
class DiffView final : public PaneHost
{
    Q_OBJECT

public:
    /// `highlighting` and `look` are borrowed and must outlive the view.
    DiffView(YamlHighlighting &highlighting, Look &look, QWidget *parent = nullptr);

    DiffPane &pane() { return m_pane; }

private:
    DiffPane m_pane;
};

/// The conflicts of a merge with their choices, as a widget for a dialog.
class MergeView final : public PaneHost
{
    Q_OBJECT

public:
    /// `highlighting` and `look` are borrowed and must outlive the view.
    MergeView(YamlHighlighting &highlighting, Look &look, QWidget *parent = nullptr);

    MergePane &pane() { return m_pane; }

private:
    MergePane m_pane;
};

} // namespace workspace
