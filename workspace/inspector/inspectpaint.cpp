// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/inspector/inspectpaint.h"

#include "workspace/inspector/gaugepaint.h"
#include "workspace/look/healthlook.h"
#include "workspace/look/look.h"
#include "workspace/textview/glyphcache.h"

#include <QPainter>

namespace workspace {

static QColor colorOf(const Theme &theme, TextTone tone)
{
    switch (tone) {
    case TextTone::Plain:
    case TextTone::Heading:
    case TextTone::Key:
    case TextTone::String:
    case TextTone::Number:
    case TextTone::Constant: return theme.text;
    case TextTone::Dim:
    case TextTone::Comment: return theme.textDim;
    case TextTone::Faint: return theme.textFaint;
    case TextTone::Link: return theme.accent;
    case TextTone::Ok: return theme.ok;
    case TextTone::Warn: return theme.warn;
    case TextTone::Error: return theme.error;
    case TextTone::Info: return theme.info;
    }
    Q_UNREACHABLE_RETURN({});
}

static void paintBoxes(QPainter &painter, const PlacedInspection &page, const QRectF &view,
                       const Theme &theme)
{
    for (const auto &card : page.cards) {
        if (!card.intersects(view))
            continue;
        painter.setPen(QPen(theme.border, 1));
        painter.setBrush(theme.raised);
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), Look::RadiusMedium,
                                Look::RadiusMedium);
    }
    for (const auto &rule : page.rules)
        painter.fillRect(rule, theme.border);
    for (const auto &chip : page.chips) {
        if (!chip.intersects(view))
            continue;
        painter.setPen(QPen(theme.border, 1));
        painter.setBrush(theme.panel);
        painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), Look::RadiusSmall + 1,
                                Look::RadiusSmall + 1);
    }
}

static void paintHot(QPainter &painter, const PlacedInspection &page, const Theme &theme,
                     int hovered, int focused)
{
    if (hovered >= 0 && hovered < int(page.hots.size())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.hover);
        painter.drawRoundedRect(page.hots[size_t(hovered)].box, Look::RadiusSmall,
                                Look::RadiusSmall);
    }
    if (focused >= 0 && focused < int(page.hots.size())) {
        painter.setPen(QPen(theme.accent, 1.2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(page.hots[size_t(focused)].box, Look::RadiusSmall,
                                Look::RadiusSmall);
    }
}

static void paintTexts(QPainter &painter, const PlacedInspection &page, const QRectF &view,
                       const Look &look, GlyphCache &glyphs, int hovered)
{
    for (const auto &text : page.texts) {
        if (text.baseline.y() < view.top() - 4 || text.baseline.y() > view.bottom() + 20)
            continue;
        const auto font = inspectFont(look, text.font);
        painter.setPen(colorOf(look.theme(), text.tone));
        glyphs.draw(painter, text.baseline, text.text, font, text.width);
        const bool opens = text.hot >= 0 && text.hot == hovered
            && page.hots[size_t(text.hot)].action.kind != InspectAction::Kind::Copy;
        if (opens) {
            const qreal width = qMin(text.width, glyphs.widthOf(text.text, font));
            const auto below = text.baseline + QPointF(0, 2.5);
            painter.setPen(QPen(colorOf(look.theme(), text.tone), 1));
            painter.drawLine(below, below + QPointF(width, 0));
        }
    }
}

void paintInspection(QPainter &painter, const PlacedInspection &page, const QRectF &view,
                     const Look &look, GlyphCache &glyphs, int hovered, int focused)
{
    const auto &theme = look.theme();
    painter.setRenderHint(QPainter::Antialiasing);
    paintBoxes(painter, page, view, theme);
    paintHot(painter, page, theme, hovered, focused);
    for (const auto &mark : page.marks) {
        if (mark.health)
            paintMark(painter, markOf(*mark.health), mark.box, colorOf(theme, *mark.health),
                      theme.raised);
        else
            paintMark(painter, Mark::Triangle, mark.box, theme.warn, theme.raised);
    }
    for (const auto &bar : page.bars) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.border);
        painter.drawRoundedRect(bar.box, 3, 3);
        painter.setBrush(colorOf(theme, bar.tone));
        const QRectF full(bar.box.left(), bar.box.top(), bar.box.width() * bar.share,
                          bar.box.height());
        if (full.width() > 1)
            painter.drawRoundedRect(full, 3, 3);
    }
    for (const auto &gauge : page.gauges) {
        if (!gauge.spark.united(gauge.bar).intersects(view))
            continue;
        paintSparkline(painter, gauge.spark, gauge.gauge, theme);
        if (!gauge.bar.isEmpty())
            paintUsageBar(painter, gauge.bar, gauge.gauge, theme);
    }
    paintTexts(painter, page, view, look, glyphs, hovered);
}

} // namespace workspace
