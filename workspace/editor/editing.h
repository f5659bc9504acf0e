// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTextCursor>

namespace workspace {

/// What the keys of an editor do to a text: each is one step of undo and leaves the cursor where it
/// is to be afterwards. Marks of masked values go along with their lines.
namespace editing {

void newLine(QTextCursor &cursor);
/// Without a selection over several lines: spaces to the next even column.
void indent(QTextCursor &cursor);
void outdent(QTextCursor &cursor);
void toggleComments(QTextCursor &cursor);
/// The selection, or without one the line.
void duplicate(QTextCursor &cursor);
/// Swaps the selected lines with the one above (-1) or below (+1).
void moveLines(QTextCursor &cursor, int step);
/// A bracket or quote: in pairs about a selection or where nothing follows, past a closing one that
/// is there already. Returns false when it is to be typed as any other character.
bool typePaired(QTextCursor &cursor, QChar typed);
/// Deletes both of an empty pair about the cursor.
bool deletePair(QTextCursor &cursor);

} // namespace editing

/// The bracket that belongs to the one at or before `position`, and that one; both -1 when there is
/// none within 100,000 characters.
std::pair<int, int> bracketPair(const QTextDocument &document, int position);

} // namespace workspace
