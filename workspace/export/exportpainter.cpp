// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/export/exportpainter.h"

#include "workspace/canvas/chrome.h"
#include "workspace/canvas/paint/textpaint.h"
#include "workspace/look/glyphs.h"
#include "workspace/look/healthlook.h"
#include "workspace/yard/kinds.h"
#include "workspace/yard/layout.h"

#include <QPaintEngine>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

static QColor faded(QColor color, qreal alpha)
{
    color.setAlphaF(float(alpha));
    return color;
}

/// Half a unit inside: lines one unit wide lie within.
static QRectF inside(const QRectF &rect)
{
    return rect.adjusted(0.5, 0.5, -0.5, -0.5);
}

QSizeF ExportPainter::contentSize(const KrateStatus &status, const WindowRecord &window)
{
    return WindowChrome(window.rect.size(), tabsOf(window, status.views), window.view)
        .content.size();
}

void ExportPainter::paintGround(QPainter &painter, const QRectF &world) const
{
    painter.fillRect(world, m_look.theme().ground);
}

void ExportPainter::paintKrate(QPainter &painter, const KrateRecord &krate,
                               const KrateStatus &status, const ContentOf &contentOf) const
{
    const auto frame = layout::bounds(krate);
    if (krate.minimized)
        return paintCard(painter, krate, status, frame);
    const auto color = m_look.theme().forNamespace(nameSpaceOf(krate));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(faded(color, m_look.theme().dark ? 0.42 : 0.55), 1, Qt::DashLine));
    painter.setBrush(faded(color, 0.04));
    painter.drawRoundedRect(inside(frame), Look::RadiusKrate, Look::RadiusKrate);
    const QRectF row(frame.left() + layout::Padding, frame.top() + 18,
                     frame.width() - 2 * layout::Padding, 28);
    paintHeader(painter, krate, status, row);
    for (const auto &window : krate.windows)
        paintWindow(painter, krate, status, window, contentOf(window));
}

void ExportPainter::paintHeader(QPainter &painter, const KrateRecord &krate,
                                const KrateStatus &status, const QRectF &row) const
{
    const auto &theme = m_look.theme();
    const auto color = theme.forNamespace(nameSpaceOf(krate));
    const auto kind = status.kind.isEmpty() ? kindOf(krate) : status.kind;
    const QRectF tile(row.left(), row.top(), 26, 26);
    painter.setPen(Qt::NoPen);
    painter.setBrush(faded(color, 0.16));
    painter.drawRoundedRect(tile, 7, 7);
    paintGlyph(painter, glyphForKind(kind), tile.adjusted(5, 5, -5, -5), color);
    const qreal left = row.left() + 36;
    const QFont bold = m_look.sans(15, QFont::DemiBold);
    const qreal drawn = drawLine(painter, QRectF(left, row.top(), row.right() - left, 26),
                                 titleOf(krate), bold, theme.text);
    QRectF rest(left + drawn + 14, row.top(), row.right() - left - drawn - 14, 26);
    paintStatus(painter, status, rest);
    const qreal used = status.word.isEmpty() ? 20 : 30 + lineWidth(status.word, m_look.sans(12));
    rest.setLeft(rest.left() + used);
    drawLine(painter, rest, krate.cluster + u"  ·  "_s + nameSpaceOf(krate), m_look.sans(12),
             color);
}

/// The mark and the word.
void ExportPainter::paintStatus(QPainter &painter, const KrateStatus &status,
                                const QRectF &row) const
{
    const auto &theme = m_look.theme();
    const auto color = colorOf(theme, status.health);
    const qreal middle = row.center().y();
    paintMark(painter, markOf(status.health), QRectF(row.left(), middle - 6, 12, 12), color,
              theme.ground);
    drawLine(painter, QRectF(row.left() + 18, row.top(), row.width() - 18, row.height()),
             status.word, m_look.sans(12, QFont::Medium), color);
}

void ExportPainter::paintCard(QPainter &painter, const KrateRecord &krate,
                              const KrateStatus &status, const QRectF &card) const
{
    const auto &theme = m_look.theme();
    const auto color = theme.forNamespace(nameSpaceOf(krate));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(faded(color, 0.55), 1));
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(inside(card), Look::RadiusLarge, Look::RadiusLarge);
    const qreal left = card.left() + 12;
    const qreal width = card.width() - 24;
    drawLine(painter, QRectF(left, card.top() + 10, width, 20), titleOf(krate),
             m_look.sans(14, QFont::DemiBold), theme.text);
    drawLine(painter, QRectF(left, card.top() + 32, width, 18),
             kindOf(krate) + u"  ·  "_s + nameSpaceOf(krate), m_look.sans(11.5), color);
    paintStatus(painter, status, QRectF(left, card.top() + 60, width, 20));
}

void ExportPainter::paintContent(QPainter &painter, const QRectF &area,
                                 WindowContent &content) const
{
    const bool isRaster = painter.paintEngine()->type() == QPaintEngine::Raster;
    if (isRaster || !content.liveWidget()) {
        painter.save();
        painter.setClipRect(area);
        painter.translate(area.topLeft());
        content.paint(painter, false);
        painter.restore();
        return;
    }
    constexpr qreal Sharpness = 2; // pixels a unit
    QImage image((area.size() * Sharpness).toSize(), QImage::Format_RGB32);
    if (image.isNull())
        return; // a window as low as its header
    image.fill(m_look.theme().panel);
    QPainter own(&image);
    own.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    own.scale(Sharpness, Sharpness);
    content.paint(own, false);
    own.end();
    painter.drawImage(area, image);
}

void ExportPainter::paintWindow(QPainter &painter, const KrateRecord &krate,
                                const KrateStatus &status, const WindowRecord &window,
                                WindowContent *content) const
{
    const auto &theme = m_look.theme();
    const QRectF rect = window.rect.translated(krate.position);
    const auto views = tabsOf(window, status.views);
    const WindowChrome chrome(rect.size(), views, window.view);
    painter.save();
    painter.translate(rect.topLeft());
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF whole(QPointF(), rect.size());
    painter.fillRect(whole, theme.panel);
    if (content)
        paintContent(painter, chrome.content, *content);
    else
        drawLine(painter, chrome.content, tr("Not shown"), m_look.sans(13), theme.textFaint,
                 Qt::AlignHCenter);
    painter.fillRect(chrome.header, theme.raised);
    const QString label = window.view == View::Collection ? titleOf(krate) : viewLabel(window.view);
    const QFont bold = m_look.sans(13, QFont::DemiBold);
    drawLine(painter, chrome.header.adjusted(12, 0, -12, 0), label, bold, theme.text);
    if (content)
        drawLine(painter, chrome.header.adjusted(24 + lineWidth(label, bold), 0, -12, 0),
                 content->statusText(), m_look.sans(11.5), theme.textFaint, Qt::AlignRight);
    for (size_t i = 0; i < std::min(views.size(), chrome.tabs.size()); ++i)
        drawLine(painter, chrome.tabs[i], viewLabel(views[i]), m_look.sans(12),
                 views[i] == window.view ? theme.text : theme.textFaint, Qt::AlignHCenter);
    painter.setPen(QPen(theme.borderStrong, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(inside(whole));
    painter.restore();
}

} // namespace workspace
