// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace workspace {

/// A line of YAML as far as indentation tells: for folding, and for the next line's indentation.
struct YamlShape
{
    int indent = 0; ///< spaces before the text
    bool isBlank = false; ///< nothing, or only a comment: says nothing about structure
    bool isItem = false; ///< begins with "- "
    bool isSeparator = false; ///< "---" or "..."

    bool operator==(const YamlShape &) const = default;
};

YamlShape shapeOf(QStringView line);

/// Whether `line` is part of what `header` opens: deeper, or an item of the list of a key at the
/// same indentation; for a separator everything up to the next one.
bool belongsTo(const YamlShape &header, const YamlShape &line);

/// How far the line after one that begins with `before` (all of it, or what is left of the cursor)
/// is to be indented: deeper after "key:", "- " and "|"; below the key after "- key: value".
int indentAfter(QStringView before);

/// Comments the lines out at their common indentation, or in again when all of them were out.
QStringList withCommentsToggled(const QStringList &lines);

/// With spaces up to the next even column in place of every tab; `column` is where the text begins.
QString withoutTabs(const QString &text, int column = 0);

} // namespace workspace
