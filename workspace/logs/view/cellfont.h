// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QGlyphRun>
#include <QRawFont>

#include <array>

namespace workspace {

/// A font whose letters of ASCII are all of one width, so that lines of them can be drawn cell by
/// cell, from the painter's cache of glyphs, without shaping: a fifth of the time. Other letters
/// need a QTextLayout.
class CellFont
{
public:
    CellFont() = default;
    explicit CellFont(const QFont &font);

    /// Whether all of a text can be drawn this way.
    bool canDraw(QStringView text) const;
    /// The letters from `start` on, at their places in the line; the baseline is 0.
    QGlyphRun run(QStringView text, int start, int length) const;

    qreal width() const { return m_width; }
    qreal ascent() const { return m_ascent; }

private:
    static constexpr int First = 0x20;
    static constexpr int Last = 0x7e;

    QRawFont m_font;
    std::array<quint32, Last - First + 1> m_glyphs{};
    qreal m_width = 0; ///< 0: not such a font
    qreal m_ascent = 0;
};

} // namespace workspace
