// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace kube {

/// Where in an object a cursor stands, in a text that need not be whole: told by indentation, as a
/// person reads it.
struct ManifestCursor
{
    QString apiVersion = {}; ///< of the document; empty when it does not say
    QString kind = {};
    /// Keys from the root to the map the cursor is in, "[]" for an element of a list; with
    /// `inValue` or `onKey`, down to that key.
    QStringList path = {};
    bool inValue = false; ///< behind "key: "
    bool onKey = false; ///< on a key that has its colon already
    bool inText = false; ///< in a comment or a text of many lines: there is nothing to say
    QString word = {}; ///< what stands of the key or the value before the cursor
    qsizetype wordStart = 0; ///< where it begins in the text
    int indent = 0; ///< column of the keys of this map, from 0
    QStringList siblings = {}; ///< keys that this map already has
};

/// `position` counts UTF-16 units from the start of the text.
ManifestCursor cursorAt(const QString &text, qsizetype position);

} // namespace kube
