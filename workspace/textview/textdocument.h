// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/yard/records.h"

#include <QString>

#include <vector>

namespace workspace {

/// What a piece of text means; the theme says how that looks.
enum class TextTone {
    Plain,
    Dim,
    Faint,
    Heading,
    Key,
    String,
    Number,
    Constant, ///< true, null, …
    Comment,
    Link,
    Ok,
    Warn,
    Error,
    Info,
};

/// Something in a text that can be clicked: an object to open, or an action that the owner of the
/// text knows by name.
struct TextTarget
{
    ObjectId object = {}; ///< a link when its kind is not empty
    QString action = {};
    QString hint = {}; ///< for a screen reader

    bool operator==(const TextTarget &) const = default;
};

/// A run of characters of one line, in UTF-16 units. Characters outside of every span are plain.
struct TextSpan
{
    int start = 0;
    int length = 0;
    TextTone tone = TextTone::Plain;
    bool bold = false;
    int target = -1; ///< index into TextDocument::targets

    bool operator==(const TextSpan &) const = default;
};

struct TextLine
{
    QString text = {}; ///< without a line end and without tabs
    std::vector<TextSpan> spans = {}; ///< sorted, not overlapping

    bool operator==(const TextLine &) const = default;
};

/// A text that TextPane shows.
struct TextDocument
{
    std::vector<TextLine> lines = {};
    std::vector<TextTarget> targets = {};

    bool operator==(const TextDocument &) const = default;
};

} // namespace workspace
