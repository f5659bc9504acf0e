// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/yard/arrange.h"
#include "workspace/yard/yarddocument.h"

/// What people do to several krates at once: each is one transaction and one undo step, whose label
/// tells how many. Pinned krates stay and are not dismissed; unknown ids change nothing. Where
/// there is no room in the world, everything stays as it was.
namespace workspace::yard {

/// Drops krates at these positions, in front of others: nudged off them, together where possible.
void moveAll(YardDocument &document, const std::map<QString, QPointF> &positions);

void align(YardDocument &document, const QStringList &krates, layout::Alignment alignment);
void distribute(YardDocument &document, const QStringList &krates, Qt::Orientation along);
/// In a calm grid; no ids: all of them.
void tidy(YardDocument &document, const QStringList &krates);
void setMinimizedAll(YardDocument &document, const QStringList &krates, bool minimized);
void dismissAll(YardDocument &document, const QStringList &krates);

/// Those of the krates that exist and are not pinned: what the above are about.
QStringList movable(const YardDocument &document, const QStringList &krates);

} // namespace workspace::yard
