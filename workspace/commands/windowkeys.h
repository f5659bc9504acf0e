// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/yard/records.h"

#include <functional>

namespace workspace {

class CommandSet;
class WindowContent;

/// The window that has the keys; none: `content` is null.
struct FocusedWindow
{
    WindowContent *content = nullptr;
    View view = View::Yaml;
};

/// Adds what logs, lists and texts do by keys of their own while they have the focus, so that it
/// can be found in the palette and in the help: run, such a command gives its window the key.
/// Ids begin with "keys.".
void addWindowKeys(CommandSet &commands, const std::function<FocusedWindow()> &focused);

} // namespace workspace
