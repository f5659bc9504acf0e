// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/window/menuentry.h"

class QMenu;
class QWidget;

namespace workspace {

/// Makes actions of what a content offers. Those that ask a question do so in a dialog over
/// `parent`, without waiting for it.
void addEntries(QMenu &menu, const std::vector<MenuEntry> &entries, QWidget &parent);

} // namespace workspace
