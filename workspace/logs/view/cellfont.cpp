// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/view/cellfont.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace workspace {

CellFont::CellFont(const QFont &font)
    : m_font(QRawFont::fromFont(font))
    , m_ascent(QFontMetricsF(font).ascent())
{
    QString all;
    for (int c = First; c <= Last; ++c)
        all += QChar(c);
    const auto glyphs = m_font.glyphIndexesForString(all);
    const auto widths = m_font.advancesForGlyphIndexes(glyphs);
    if (glyphs.size() != all.size() || widths.size() != all.size())
        return;
    const bool isOneWidth = std::ranges::all_of(widths, [&widths](QPointF width) {
        return std::abs(width.x() - widths.front().x()) < 0.01;
    });
    if (!isOneWidth || glyphs.contains(0))
        return;
    std::ranges::copy(glyphs, m_glyphs.begin());
    m_width = widths.front().x();
}

bool CellFont::canDraw(QStringView text) const
{
    return m_width > 0 && std::ranges::all_of(text, [](QChar c) {
               return c.unicode() >= First && c.unicode() <= Last;
           });
}

QGlyphRun CellFont::run(QStringView text, int start, int length) const
{
    QList<quint32> glyphs;
    QList<QPointF> places;
    glyphs.reserve(length);
    places.reserve(length);
    for (int i = start; i < start + length; ++i) {
        const auto c = text[i].unicode();
        if (c == First)
            continue;
        glyphs.append(m_glyphs[c - First]);
        places.append({i * m_width, 0});
    }
    QGlyphRun run;
    run.setRawFont(m_font);
    run.setGlyphIndexes(glyphs);
    run.setPositions(places);
    return run;
}

} // namespace workspace
