// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QDateTime>
#include <QString>

#include <vector>

namespace workspace {

/// What a line says about itself, from the words in it.
enum class LogLevel : quint8 { None, Debug, Info, Warn, Error };
inline constexpr int LogLevelCount = 5;

/// One line of a log. The views point into the buffer that handed the line out and are good until
/// it changes.
struct LogLine
{
    QByteArrayView stamp = {}; ///< RFC 3339, without the space after it; empty when there is none
    QByteArrayView bytes = {}; ///< UTF-8 with ANSI escapes, without stamp and newline
    LogLevel level = LogLevel::None;
};

/// Reads the level: `level=warn` and `"level":"warn"`, else klog's first letter, else the first
/// word that names a level, capitals before small letters. Looks at the first 512 bytes.
LogLevel levelOf(QByteArrayView line);

/// How long the RFC 3339 time stamp is that the line begins with; 0 when it begins with none.
qsizetype stampLength(QByteArrayView line);
/// The whole second a stamp lies in; invalid when the stamp is none.
QDateTime secondOf(QByteArrayView stamp);

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
