// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/textview/textdocument.h"

namespace workspace {

/// Writes a TextDocument piece by piece.
class TextBuilder
{
public:
    TextBuilder &put(const QString &text, TextTone tone = TextTone::Plain, bool bold = false);
    /// Text that opens an object.
    TextBuilder &link(const QString &text, const ObjectId &object);
    /// Text that does what the owner of the text calls `action`.
    TextBuilder &action(const QString &text, const QString &action, TextTone tone = TextTone::Link,
                        const QString &hint = {});
    /// Spaces up to this column, one at least.
    TextBuilder &padTo(qsizetype column);
    TextBuilder &endLine();
    /// A whole line, which may have spans of its own but no targets.
    TextBuilder &line(TextLine line);
    TextBuilder &blank() { return endLine(); }

    /// How many lines are ended.
    int lineCount() const { return int(m_document.lines.size()); }
    /// Makes a part of an ended line clickable; what was said of its tone before gives way.
    void mark(int line, int start, int length, TextTone tone, const QString &action);
    TextDocument take(); ///< the builder is empty then

private:
    TextDocument m_document;
    TextLine m_line;
};

} // namespace workspace
