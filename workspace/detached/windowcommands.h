// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QMenu;
class QString;

namespace workspace {

class CommandSet;
class DetachedWindows;
class YardCanvas;
class YardDocument;

/// What can be done with the window that has the keys, and with its krate. All are borrowed and
/// must outlive the commands.
void addWindowCommands(CommandSet &commands, YardCanvas &canvas, YardDocument &document,
                       DetachedWindows &detached);

/// The same for the krate and window of a menu; `windowId` may be empty. What the menu needs must
/// outlive it.
void addWindowActions(QMenu &menu, const QString &krateId, const QString &windowId,
                      YardCanvas &canvas, YardDocument &document, DetachedWindows &detached);

} // namespace workspace
