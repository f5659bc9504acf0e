// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/textview/glyphcache.h"

#include <QFontMetricsF>
#include <QPaintEngine>
#include <QPainter>
#include <QTextLayout>

namespace workspace {

static constexpr int unlimited = 1 << 20;
static constexpr qsizetype MostWhole = 200; ///< characters

const GlyphCache::Entry &GlyphCache::entryFor(const QString &text, const QFont &font, qreal width,
                                              Qt::TextElideMode elide)
{
    const Key key{text, font.pixelSize(), int(font.weight()), int(width), font.family()};
    if (const auto found = m_entries.constFind(key); found != m_entries.cend())
        return *found;
    if (m_entries.size() > 4000)
        m_entries.clear();

    const auto shown =
        int(width) >= unlimited ? text : QFontMetricsF(font).elidedText(text, elide, width);
    QTextLayout layout(shown, font);
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setUseDesignMetrics(true);
    layout.setTextOption(option);
    layout.setCacheEnabled(false);
    layout.beginLayout();
    auto line = layout.createLine();
    Entry entry{.shown = shown};
    if (line.isValid()) {
        line.setLineWidth(unlimited);
        entry.ascent = line.ascent();
        entry.width = line.naturalTextWidth();
    }
    layout.endLayout();
    entry.runs = layout.glyphRuns();
    return *m_entries.insert(key, entry);
}

void GlyphCache::draw(QPainter &painter, QPointF baseline, const QString &text, const QFont &font,
                      qreal width, Qt::TextElideMode elide)
{
    if (text.isEmpty() || width < 1)
        return;
    // A short text is shaped once for all widths that it fits; of a long one only what is shown.
    const auto *entry =
        text.size() <= MostWhole ? &entryFor(text, font, unlimited, Qt::ElideNone) : nullptr;
    if (!entry || entry->width > width)
        entry = &entryFor(text, font, width, elide);
    if (painter.paintEngine()->type() != QPaintEngine::Raster) {
        painter.setFont(font); // a document keeps text as text: glyphs would be lines there
        painter.drawText(baseline, entry->shown);
        return;
    }
    for (const auto &run : entry->runs)
        painter.drawGlyphRun(baseline - QPointF(0, entry->ascent), run);
}

qreal GlyphCache::widthOf(const QString &text, const QFont &font)
{
    return entryFor(text, font, unlimited, Qt::ElideNone).width;
}

} // namespace workspace
