// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/paint/kratepainter.h"

#include "workspace/canvas/chrome.h"
#include "workspace/canvas/freshness.h"
#include "workspace/canvas/paint/corners.h"
#include "workspace/canvas/paint/grid.h"
#include "workspace/canvas/paint/textpaint.h"
#include "workspace/yard/kinds.h"
#include "workspace/yard/layout.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace workspace {

static QColor faded(QColor color, qreal alpha)
{
    color.setAlphaF(float(alpha));
    return color;
}

/// One colour on another, as one opaque colour.
static QColor over(const QColor &ground, const QColor &color, qreal alpha)
{
    const auto mix = [alpha](int a, int b) { return int(a + (b - a) * alpha); };
    return {mix(ground.red(), color.red()), mix(ground.green(), color.green()),
            mix(ground.blue(), color.blue())};
}

QColor KratePainter::colorOf(const KrateItem &item) const
{
    return m_look.theme().forNamespace(nameSpaceOf(item.record));
}

int FramePlace::radius() const
{
    return std::max(0, qRound(std::min(Look::RadiusKrate * scale, rect.height() / 2.0)));
}

void KratePainter::paintFrame(QPainter &painter, const KrateItem &item, const FramePlace &place,
                              Grid &grid, BoxPainter &boxes) const
{
    const QColor color = colorOf(item);
    const QColor tint = faded(color, place.lifted ? 0.08 : 0.04);
    const QColor line = faded(color, place.lifted ? 0.8 : m_look.theme().dark ? 0.42 : 0.55);
    const BoxStyle style{place.radius(), tint.rgba(), line.rgba(), place.line, 5 * place.line};
    const QRect &rect = place.rect;
    const int r = style.radius;
    QRegion open(place.band() & place.visible);
    open += QRect(rect.left() + r, rect.top(), rect.width() - 2 * r, r) & place.visible;
    open += QRect(rect.left() + r, rect.bottom() + 1 - r, rect.width() - 2 * r, r) & place.visible;
    for (const QRect &hole : place.holes)
        open -= hole;
    for (const QRect &part : open)
        grid.paint(painter, part, tint);
    boxes.paintCorners(painter, rect, style);
    boxes.paintEdges(painter, rect, style, place.visible);
}

void KratePainter::paintTile(QPainter &painter, const KrateItem &item, const QRectF &rect) const
{
    const QColor color = colorOf(item);
    painter.setPen(Qt::NoPen);
    painter.setBrush(faded(color, 0.16));
    painter.drawRoundedRect(rect, 7, 7);
    const qreal inset = rect.width() * 0.18;
    paintGlyph(painter,
               glyphForKind(item.status.kind.isEmpty() ? kindOf(item.record) : item.status.kind),
               rect.adjusted(inset, inset, -inset, -inset), color);
}

/// A pill with mark and word. Returns its width; 0 when there is no room for it.
qreal KratePainter::paintBadge(QPainter &painter, const KrateStatus &status, QPointF leftMiddle,
                               qreal room) const
{
    const auto &theme = m_look.theme();
    const QColor color = workspace::colorOf(theme, status.health);
    const QFont font = m_look.sans(12, QFont::Medium);
    const qreal wanted = status.word.isEmpty() ? 24 : 30 + lineWidth(status.word, font);
    const qreal width = std::min(wanted, room);
    if (width < 24)
        return 0;
    const QRectF pill(leftMiddle - QPointF(0, 11), QSizeF(width, 22));
    const QColor ground = over(theme.ground, color, 0.14);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(pill, 11, 11);
    if (status.isLocked)
        paintGlyph(painter, Glyph::Lock, QRectF(pill.left() + 6, pill.top() + 4, 14, 14), color);
    else
        paintMark(painter, markOf(status.health), QRectF(pill.left() + 7, pill.top() + 5.5, 11, 11),
                  color, ground);
    drawLine(painter, pill.adjusted(23, 0, -7, 0), status.word, font, color);
    return width;
}

void KratePainter::paintHeader(QPainter &painter, const KrateItem &item,
                               const KrateChrome &chrome) const
{
    const auto &theme = m_look.theme();
    painter.scale(chrome.scale, chrome.scale);
    const QRectF row(chrome.title.topLeft() / chrome.scale, chrome.title.size() / chrome.scale);
    paintTile(painter, item, QRectF(row.left(), row.top(), 26, 26));

    const qreal left = row.left() + 36;
    qreal right = row.right();
    const QString count = countOf(item);
    const QFont small = m_look.sans(12);
    const QFont bold = m_look.sans(15, QFont::DemiBold);
    const QString name = titleOf(item.record);
    const qreal nameWidth = lineWidth(name, bold);
    const qreal countWidth = lineWidth(count, small);
    const qreal badgeWidth = 30 + lineWidth(item.status.word, m_look.sans(12, QFont::Medium));
    // What is least missed gives way first: the count, then the end of the name.
    if (right - left > std::min(nameWidth, 160.0) + badgeWidth + countWidth + 28) {
        drawLine(painter, QRectF(right - countWidth, row.top(), countWidth, row.height()), count,
                 small, theme.textFaint);
        right -= countWidth + 14;
    }
    const qreal nameRoom = std::min(nameWidth + 1, std::max(60.0, right - left - badgeWidth - 10));
    const qreal drawn =
        drawLine(painter, QRectF(left, row.top(), nameRoom, row.height()), name, bold, theme.text);
    const qreal badgeLeft = left + drawn + 10;
    const qreal badge =
        paintBadge(painter, item.status, {badgeLeft, row.center().y()}, right - badgeLeft);
    const QString nameSpace = placeOf(item);
    qreal spaceLeft = badgeLeft + badge + 10;
    if (item.status.isProduction && right - spaceLeft > 40) {
        const auto tag = m_look.sans(11, QFont::DemiBold);
        spaceLeft += 10
            + drawLine(painter, QRectF(spaceLeft, row.top(), right - spaceLeft, row.height()),
                       tr("PRODUCTION"), tag, theme.error);
    }
    if (!nameSpace.isEmpty() && right - spaceLeft > 50)
        drawLine(painter, QRectF(spaceLeft, row.top(), right - spaceLeft, row.height()), nameSpace,
                 small, colorOf(item));

    const auto button = [&](const QRectF &rect) {
        return QRectF(rect.topLeft() / chrome.scale, rect.size() / chrome.scale);
    };
    if (!chrome.comments.isEmpty())
        paintComments(painter, item, button(chrome.comments), false);
    paintPin(painter, item, button(chrome.pin), false);
    paintButton(painter, Glyph::Minimise, button(chrome.minimise), false, false);
    if (!item.record.pinned)
        paintButton(painter, Glyph::Close, button(chrome.dismiss), false, false);
}

/// Like other buttons, or, of a krate that is pinned, pressed in: a box about a pin of its own
/// colour.
void KratePainter::paintPin(QPainter &painter, const KrateItem &item, const QRectF &rect,
                            bool hovered) const
{
    const auto &theme = m_look.theme();
    if (!item.record.pinned)
        return paintButton(painter, Glyph::Pin, rect, hovered, false);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.accent, 1));
    painter.setBrush(over(theme.raised, theme.accent, hovered ? 0.3 : 0.16));
    painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), Look::RadiusSmall, Look::RadiusSmall);
    const qreal inset = rect.width() * 0.24;
    paintGlyph(painter, Glyph::Pin, rect.adjusted(inset, inset, -inset, -inset), theme.accent);
}

void KratePainter::paintComments(QPainter &painter, const KrateItem &item, const QRectF &rect,
                                 bool hovered) const
{
    const auto &theme = m_look.theme();
    const bool isNew = item.status.hasUnread;
    const qreal unit = rect.height() / 26; // a header far away is painted larger
    painter.setRenderHint(QPainter::Antialiasing);
    if (isNew || hovered) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(over(theme.raised, isNew ? theme.accent : theme.text,
                              isNew ? (hovered ? 0.3 : 0.18) : 0.12));
        painter.drawRoundedRect(rect.adjusted(0, 2 * unit, 0, -2 * unit), 7 * unit, 7 * unit);
    }
    const QColor color = isNew ? theme.accent : hovered ? theme.text : theme.textDim;
    const qreal sign = 14 * unit;
    paintGlyph(painter, Glyph::Comment,
               QRectF(rect.left() + 5 * unit, rect.center().y() - sign / 2, sign, sign), color);
    const int count = item.status.comments;
    const QString text = count > 99 ? u"99+"_s : QString::number(count);
    const QFont font = m_look.sans((count > 99 ? 9.5 : 12) * unit, QFont::DemiBold);
    drawLine(painter, rect.adjusted(21 * unit, 0, 0, 0), text, font, color);
}

void KratePainter::paintButton(QPainter &painter, Glyph glyph, const QRectF &rect, bool hovered,
                               bool dangerous) const
{
    const auto &theme = m_look.theme();
    if (hovered) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(
            over(theme.raised, dangerous ? theme.error : theme.text, dangerous ? 0.24 : 0.12));
        painter.drawRoundedRect(rect, rect.width() * 0.28, rect.width() * 0.28);
    }
    const QColor color = !hovered ? theme.textFaint : dangerous ? theme.error : theme.text;
    const qreal inset = rect.width() * 0.24;
    paintGlyph(painter, glyph, rect.adjusted(inset, inset, -inset, -inset), color);
}

/// Returns where the last badge ends.
qreal KratePainter::paintViews(QPainter &painter, const KrateItem &item, const QRectF &row) const
{
    const auto &theme = m_look.theme();
    qreal x = row.left();
    std::vector<View> shown;
    for (const auto &window : item.record.windows) {
        const bool known = std::ranges::find(shown, window.view) != shown.end();
        if (known || x + 20 > row.right())
            continue;
        shown.push_back(window.view);
        const QRectF box(x, row.top(), 20, 18);
        painter.setPen(QPen(theme.border, 1));
        painter.setBrush(theme.panel);
        painter.drawRoundedRect(box, Look::RadiusSmall, Look::RadiusSmall);
        drawLine(painter, box, viewLetter(window.view), m_look.sans(11, QFont::DemiBold),
                 theme.textDim, Qt::AlignHCenter);
        x += 24;
    }
    return x;
}

QString KratePainter::countOf(const KrateItem &item)
{
    const auto count = int(item.record.windows.size());
    return count == 1 ? tr("1 window") : tr("%n windows", nullptr, count);
}

QString KratePainter::placeOf(const KrateItem &item)
{
    QString nameSpace = nameSpaceOf(item.record);
    if (!nameSpace.isEmpty())
        return nameSpace;
    return item.record.collection ? tr("All namespaces") : kindOf(item.record);
}

void KratePainter::paintCard(QPainter &painter, const KrateItem &item, QSizeF size) const
{
    const auto &theme = m_look.theme();
    const QColor color = colorOf(item);
    const QRectF card(QPointF(), size);
    painter.setPen(QPen(over(theme.raised, color, 0.55), 1));
    painter.setBrush(over(theme.raised, color, theme.dark ? 0.05 : 0.03));
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), Look::RadiusLarge,
                            Look::RadiusLarge);

    paintTile(painter, item, QRectF(12, 12, 28, 28));
    const qreal left = 50;
    const qreal right = card.right() - 12;
    qreal titleRight = right;
    if (const auto freshness = item.freshness()) {
        paintFreshness(painter, *freshness, QRectF(right - 9, 15, 8, 8), theme);
        titleRight -= 16;
    }
    if (item.record.pinned) {
        paintGlyph(painter, Glyph::Pin, QRectF(titleRight - 14, 12, 14, 14), theme.accent);
        titleRight -= 20;
    }
    if (const QRectF comments = cardComments(item); !comments.isEmpty()) {
        paintComments(painter, item, comments, false);
        titleRight = comments.left() - 4;
    }
    drawLine(painter, QRectF(left, 10, titleRight - left, 18), titleOf(item.record),
             m_look.sans(14, QFont::DemiBold), theme.text);
    const QFont small = m_look.sans(11.5);
    const QString count = countOf(item);
    const qreal countWidth = lineWidth(count, small);
    drawLine(painter, QRectF(right - countWidth, 28, countWidth, 16), count, small,
             theme.textFaint);
    drawLine(painter, QRectF(left, 28, right - countWidth - 8 - left, 16), placeOf(item), small,
             color);

    const QRectF row(12, 60, right - 12, 20);
    const qreal used = paintViews(painter, item, QRectF(row.left(), row.top() + 1, 120, 18));
    const QFont word = m_look.sans(12, QFont::Medium);
    const qreal wordWidth = std::min(lineWidth(item.status.word, word) + 1, right - used - 22);
    const QColor health = workspace::colorOf(theme, item.status.health);
    drawLine(painter, QRectF(right - wordWidth, row.top(), wordWidth + 1, row.height()),
             item.status.word, word, health);
    const QRectF mark(right - wordWidth - 17, row.top() + 4, 12, 12);
    if (item.status.isLocked)
        paintGlyph(painter, Glyph::Lock, mark.adjusted(-1, -1, 1, 1), health);
    else
        paintMark(painter, markOf(item.status.health), mark, health, theme.raised);
}

} // namespace workspace
