// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace workspace {

/// A place between two characters of an edited text.
struct EditorPosition
{
    int line = 0; ///< from 0
    int column = 0; ///< in UTF-16 units

    auto operator<=>(const EditorPosition &) const = default;
};

/// Something to be put right in an edited text. It stays with its place while the text is edited.
struct EditorProblem
{
    enum class Severity { Error, Warning, Info };

    Severity severity = Severity::Error;
    EditorPosition at = {};
    int length = 0; ///< 0: the word at that place, or the whole line
    QString message = {}; ///< one sentence with its remedy; plain text

    bool operator==(const EditorProblem &) const = default;
};

/// A value that an editor shows as dots. The editor never holds it: it knows only where it belongs
/// and the name under which its owner keeps it.
struct EditorMask
{
    qsizetype position = 0; ///< where in the given text, which does not contain the value
    QString id = {}; ///< unique in one text, for example "data.password"

    bool operator==(const EditorMask &) const = default;
};

} // namespace workspace
