// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/yard/yarddocument.h"

/// What people do to a yard, each as one transaction and one undo step. Ids that are unknown (a
/// peer was faster) change nothing.
namespace workspace::yard {

/// Shows an object or a collection: finds its krate or makes one where there is room near `near`
/// (world units), expands it, raises it, and adds a window for each of `views` it lacks. Only
/// `cluster`, `object`, `collection` and `label` of `wanted` are read. Returns the krate's id.
QString open(YardDocument &document, const KrateRecord &wanted, const std::vector<View> &views,
             QPointF near);

/// The same for several together, as one step: each with one view, usualView() of its object.
void openAll(YardDocument &document, const std::vector<KrateRecord> &wanted, QPointF near);

/// The krate of that object or collection; empty when there is none.
QString find(const YardDocument &document, const KrateRecord &wanted);

/// Adds a window in the krate's next free cell; others make room. Returns the window's id.
QString addWindow(YardDocument &document, const QString &krate, View view);
/// Closing the last window dismisses the krate; that of a pinned krate stays.
void closeWindow(YardDocument &document, const QString &krate, const QString &window);
void setView(YardDocument &document, const QString &krate, const QString &window, View view);
/// Shows other namespaces in a collection; none: all of them. `resource` is how the kind is called
/// in its label ("pods").
void setNamespaces(YardDocument &document, const QString &krate, const QString &resource,
                   const QStringList &nameSpaces);
void resizeWindow(YardDocument &document, const QString &krate, const QString &window,
                  Qt::Edges edges, QPointF delta);

/// Drops a krate at `position`, nudged off others and in front of them; a pinned one stays.
void move(YardDocument &document, const QString &krate, QPointF position);
/// Gives the windows of a krate their usual sizes in its grid. Not of a minimised one.
void tidyWindows(YardDocument &document, const QString &krate);
bool isUntidy(const KrateRecord &krate); ///< whether that would change anything
void setMinimized(YardDocument &document, const QString &krate, bool minimized);
void setPinned(YardDocument &document, const QString &krate, bool pinned);
void dismiss(YardDocument &document, const QString &krate); ///< not when it is pinned

/// Within a transaction: `grown` (which is one of its records) takes the room it needs now. Others
/// move away; off what is pinned it moves itself.
void makeRoom(YardTransaction &transaction, KrateRecord &grown);

} // namespace workspace::yard
