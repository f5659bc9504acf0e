// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/paint/windowpainter.h"

#include "workspace/canvas/chrome.h"
#include "workspace/canvas/freshness.h"
#include "workspace/canvas/paint/corners.h"
#include "workspace/canvas/paint/textpaint.h"
#include "workspace/look/glyphs.h"
#include "workspace/yard/kinds.h"
#include "workspace/yard/yardcopies.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace workspace {

static Glyph glyphOf(View view)
{
    switch (view) {
    case View::Yaml: return Glyph::Yaml;
    case View::Describe: return Glyph::Describe;
    case View::Logs: return Glyph::Logs;
    case View::Shell: return Glyph::Shell;
    case View::Changes: return Glyph::Changes;
    case View::Inspect: return Glyph::Inspect;
    case View::Collection: return Glyph::List;
    case View::Values: return Glyph::Values;
    case View::Manifest: return Glyph::Yaml;
    case View::History: return Glyph::Changes;
    case View::Notes: return Glyph::Describe;
    case View::Topology: return Glyph::Topology;
    }
    Q_UNREACHABLE_RETURN(Glyph::Yaml);
}

/// How many units one device pixel is.
static qreal pixelOf(const QPainter &painter)
{
    return 1 / painter.transform().m11();
}

/// How thick a line one unit wide is, on whole pixels.
static qreal lineOf(const QPainter &painter)
{
    const qreal pixel = pixelOf(painter);
    return std::max(1.0, std::floor(1 / pixel + 0.25)) * pixel;
}

/// A horizontal line that ends at `bottom`, on whole pixels.
static void paintRule(QPainter &painter, qreal bottom, qreal width, const QColor &color)
{
    const qreal pixel = pixelOf(painter);
    const qreal line = lineOf(painter);
    painter.fillRect(QRectF(0, std::round(bottom / pixel) * pixel - line, width, line), color);
}

void WindowPainter::paint(QPainter &painter, const WindowPlace &place, QSizeF size,
                          bool focused) const
{
    const auto &theme = m_look.theme();
    const auto &window = *place.window;
    const auto views = tabsOf(window.record, place.krate->status.views);
    const auto chrome = chromeOf(place, size);
    const QRectF whole(QPointF(), size);
    painter.fillRect(whole, theme.panel);

    painter.save();
    painter.setClipRect(chrome.content);
    paintShown(painter, place, chrome, focused);
    painter.restore();

    const qreal pixel = pixelOf(painter);
    QRectF header = chrome.header;
    header.setBottom(std::round(header.bottom() / pixel) * pixel);
    painter.fillRect(header, theme.raised);
    paintHeader(painter, place, chrome);
    for (size_t i = 0; i < views.size(); ++i)
        paintTab(painter, chrome.tabs[i], views[i], views[i] == window.record.view, false);
    if (!chrome.more.isEmpty())
        paintMore(painter, chrome.more, false);
    paintRule(painter, chrome.header.bottom(), size.width(), theme.border);
    if (!views.empty())
        paintRule(painter, chrome.content.top(), size.width(), theme.border);
    paintBorder(painter, whole);
}

void WindowPainter::paintShown(QPainter &painter, const WindowPlace &place,
                               const WindowChrome &chrome, bool focused) const
{
    const auto &window = *place.window;
    painter.save();
    if (window.isLent) {
        const QRectF button = chrome.bringBack();
        const QRectF line(chrome.content.left() + 16, button.top() - 42,
                          chrome.content.width() - 32, 28);
        drawLine(painter, line, tr("Shown in its own window"), m_look.sans(13.5),
                 m_look.theme().textDim, Qt::AlignHCenter);
        paintBringBack(painter, chrome, false);
    } else if (window.content) {
        painter.translate(chrome.content.topLeft());
        window.content->paint(painter, focused);
    }
    painter.restore();
}

void WindowPainter::paintBringBack(QPainter &painter, const WindowChrome &chrome,
                                   bool hovered) const
{
    const auto &theme = m_look.theme();
    const QRectF rect = chrome.bringBack();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hovered ? theme.accent : theme.borderStrong, 1));
    painter.setBrush(hovered ? blended(theme.panel, theme.hover) : theme.raised);
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), Look::RadiusMedium,
                            Look::RadiusMedium);
    drawLine(painter, rect.adjusted(8, 0, -8, 0), tr("Bring it back"),
             m_look.sans(13, QFont::Medium), theme.text, Qt::AlignHCenter);
}

void WindowPainter::paintMore(QPainter &painter, const QRectF &rect, bool hovered) const
{
    const auto &theme = m_look.theme();
    if (hovered) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.hover);
        painter.drawRoundedRect(rect.adjusted(2, 4, -2, -5), Look::RadiusSmall, Look::RadiusSmall);
    }
    drawLine(painter, rect, u"…"_s, m_look.sans(14, QFont::DemiBold),
             hovered ? theme.text : theme.textDim, Qt::AlignHCenter);
}

void WindowPainter::paintContent(QPainter &painter, const WindowPlace &place, QSizeF size,
                                 bool focused) const
{
    const auto chrome = chromeOf(place, size);
    const qreal pixel = pixelOf(painter);
    // Whole pixels below the rule above the content, which stays as it is.
    const qreal top = std::ceil(chrome.content.top() / pixel) * pixel;
    const QRectF area(0, top, size.width(), size.height() - top);
    painter.setClipRect(area, Qt::IntersectClip);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    painter.fillRect(area, m_look.theme().panel);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    paintShown(painter, place, chrome, focused);
    paintBorder(painter, QRectF(QPointF(), size));
}

void WindowPainter::paintBorder(QPainter &painter, const QRectF &whole) const
{
    const QTransform transform = painter.transform();
    const qreal scale = transform.m11();
    const BoxStyle style{.radius = int(std::ceil(Look::RadiusMedium * scale)),
                         .line = m_look.theme().borderStrong.rgba(),
                         .width = qRound(lineOf(painter) * scale)};
    const QRect pixels = transform.mapRect(whole).toRect();
    painter.save();
    painter.resetTransform();
    m_boxes.cutCorners(painter, pixels, style.radius);
    m_boxes.paintCorners(painter, pixels, style);
    m_boxes.paintEdges(painter, pixels, style, pixels);
    painter.restore();
}

void WindowPainter::paintHeader(QPainter &painter, const WindowPlace &place,
                                const WindowChrome &chrome) const
{
    const auto &theme = m_look.theme();
    const auto &window = *place.window;
    paintGlyph(painter, glyphOf(window.record.view), chrome.glyph,
               theme.forNamespace(nameSpaceOf(place.krate->record)));
    QRectF room = chrome.title;
    if (window.shown())
        room.setRight(room.right() - paintFreshness(painter, window, chrome.title) - 10);
    const QFont bold = m_look.sans(13, QFont::DemiBold);
    const QString label = window.record.view == View::Collection ? titleOf(place.krate->record)
                                                                 : viewLabel(window.record.view);
    const qreal used = drawLine(painter, room, label, bold, theme.text);
    const QString name = window.record.view == View::Collection ? nameSpaceOf(place.krate->record)
                                                                : titleOf(place.krate->record);
    if (!label.endsWith(name)) // "Everything · shop" says it
        drawLine(painter, room.adjusted(used + 8, 0, 0, 0), name, m_look.sans(13), theme.textDim);
    paintButtons(painter, place, chrome);
}

void WindowPainter::paintButtons(QPainter &painter, const WindowPlace &place,
                                 const WindowChrome &chrome) const
{
    const auto button = [&](Glyph glyph, const QRectF &rect) {
        if (!rect.isEmpty())
            paintGlyph(painter, glyph, rect.adjusted(6, 6, -6, -6), m_look.theme().textFaint);
    };
    button(place.window->isLent ? Glyph::Attach : Glyph::Detach, chrome.detach);
    if (!place.window->isLent)
        button(Glyph::Maximise, chrome.maximise);
    if (yard::mayClose(place.krate->record))
        button(Glyph::Close, chrome.close);
}

/// The dot and its words at the right end of the title. Returns the width they take.
qreal WindowPainter::paintFreshness(QPainter &painter, const WindowItem &window,
                                    const QRectF &title) const
{
    const auto &theme = m_look.theme();
    const auto &content = *window.shown();
    const QString words = lineOf(content, window.leftBehind);
    const QFont font = m_look.sans(11.5);
    const qreal room = std::min(lineWidth(words, font) + 1, title.width() * 0.5);
    const QRectF place(title.right() - room, title.top(), room, title.height());
    drawLine(painter, place, words, font, theme.textFaint, Qt::AlignRight);
    workspace::paintFreshness(painter, content.freshness(),
                              QRectF(place.left() - 13, title.center().y() - 4, 8, 8), theme);
    return room + 18;
}

void WindowPainter::paintTab(QPainter &painter, const QRectF &rect, View view, bool active,
                             bool hovered) const
{
    const auto &theme = m_look.theme();
    if (rect.isEmpty())
        return;
    if (hovered) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.hover);
        painter.drawRoundedRect(rect.adjusted(3, 4, -3, -5), Look::RadiusSmall, Look::RadiusSmall);
    }
    drawLine(painter, rect, viewLabel(view),
             m_look.sans(12, active ? QFont::DemiBold : QFont::Normal),
             active        ? theme.text
                 : hovered ? theme.textDim
                           : theme.textFaint,
             Qt::AlignHCenter);
    if (active) {
        const qreal wide = std::min(
            lineWidth(viewLabel(view), m_look.sans(12, QFont::DemiBold)) + 6, rect.width());
        painter.fillRect(QRectF(rect.center().x() - wide / 2, rect.bottom() - 2, wide, 2),
                         theme.accent);
    }
}

void WindowPainter::paintHoveredTab(QPainter &painter, const WindowPlace &place, QSizeF size,
                                    int tab) const
{
    const auto views = tabsOf(place.window->record, place.krate->status.views);
    const auto chrome = chromeOf(place, size);
    if (tab < 0 || tab >= int(views.size()) || views[size_t(tab)] == place.window->record.view)
        return;
    const auto &theme = m_look.theme();
    painter.fillRect(chrome.tabs[size_t(tab)].adjusted(0, 0, 0, -1), theme.panel);
    paintTab(painter, chrome.tabs[size_t(tab)], views[size_t(tab)], false, true);
}

void WindowPainter::paintRing(QPainter &painter, const QRectF &rect, qreal scale) const
{
    const qreal radius = Look::RadiusMedium * scale + 1;
    QColor glow = m_look.theme().accent;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(glow, 1.6));
    painter.drawRoundedRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5), radius, radius);
    glow.setAlphaF(0.18F);
    painter.setPen(QPen(glow, 4));
    painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), radius + 2, radius + 2);
}

} // namespace workspace
