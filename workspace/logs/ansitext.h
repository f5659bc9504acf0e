// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace workspace {

/// A run of characters in one style.
struct AnsiSpan
{
    static constexpr int DefaultColor = -1;
    static constexpr int RgbFlag = 0x1000000; ///< set: the lower 24 bits are red, green, blue

    int start = 0; ///< in UTF-16 units of AnsiText::text
    int length = 0;
    int foreground = DefaultColor; ///< DefaultColor, 0 to 255 of xterm's palette, or RgbFlag | rgb
    int background = DefaultColor;
    bool bold = false;
    bool dim = false;
    bool underline = false;
    bool italic = false;
    bool inverse = false; ///< foreground and background change places
    bool strike = false;

    bool operator==(const AnsiSpan &) const = default;
};

/// A line as people read it: escapes taken out, tabs spread, control characters dropped.
struct AnsiText
{
    QString text = {};
    std::vector<AnsiSpan> spans = {}; ///< cover the text without gaps
};

AnsiText ansiText(QByteArrayView bytes);

} // namespace workspace
