// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/editor/diffview.h"

namespace workspace {

DiffView::DiffView(YamlHighlighting &highlighting, Look &look, QWidget *parent)
    : PaneHost(m_pane, look, parent)
    , m_pane(highlighting, look)
{
    watch();
}

MergeView::MergeView(YamlHighlighting &highlighting, Look &look, QWidget *parent)
    : PaneHost(m_pane, look, parent)
    , m_pane(highlighting, look)
{
    watch();
}

} // namespace workspace
