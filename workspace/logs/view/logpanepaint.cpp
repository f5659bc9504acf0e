// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/view/logpane.h"

#include "workspace/logs/view/marktext.h"
#include "workspace/look/look.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

// The third of LogPane that paints.

namespace workspace {

QColor colorOf(logstore::Level level, const Look &look)
{
    switch (level) {
    case logstore::Level::Error: return look.theme().error;
    case logstore::Level::Warn: return look.theme().warn;
    case logstore::Level::Info: return look.theme().info;
    case logstore::Level::Debug: return look.theme().textFaint;
    case logstore::Level::Mark:
    case logstore::Level::None: return Qt::transparent;
    }
    Q_UNREACHABLE_RETURN({});
}

QColor podColor(int index, const Theme &theme)
{
    // Steps of the golden ratio never come near a hue that was taken.
    const double hue = std::fmod(0.47 + index * 0.618034, 1.0);
    double lightness = theme.dark ? 0.68 : 0.42;
    auto color = QColor::fromHslF(float(hue), 0.55F, float(lightness));
    while (contrastOf(color, theme.panel) < 4.5 && lightness > 0.05 && lightness < 0.95) {
        lightness += theme.dark ? 0.02 : -0.02;
        color = QColor::fromHslF(float(hue), 0.55F, float(lightness));
    }
    return color;
}

void LogPane::paint(QPainter &painter, bool focused)
{
    settle();
    forgetUnseen();
    syncScroll();
    painter.save();
    painter.setClipRect(m_area, Qt::IntersectClip);
    const auto rowsArea = rowsRect();
    qreal top = rowsArea.top() - m_topHidden;
    const auto rows = m_model.rowCount();
    painter.save();
    painter.setClipRect(rowsArea, Qt::IntersectClip);
    for (auto row = m_model.rowOf(m_topLine); row < rows && top < rowsArea.bottom(); ++row) {
        const auto number = m_model.numberAt(row);
        paintLine(painter, number, top, focused);
        top += heightOf(number);
    }
    painter.restore();
    paintHeader(painter);
    m_scroll.paint(painter, m_look.theme());
    painter.restore();
}

/// The names of the columns that JSON lines are shown in.
void LogPane::paintHeader(QPainter &painter)
{
    if (m_style.columns.empty())
        return;
    const auto &theme = m_look.theme();
    const QRectF strip(m_area.left(), m_area.top(), m_area.width(), m_rules.rowHeight + 2);
    painter.fillRect(strip, theme.raised);
    painter.fillRect(QRectF(strip.left(), strip.bottom() - 1, strip.width(), 1), theme.border);
    int at = (m_style.sources.isEmpty() ? 0 : m_style.sourceWidth())
        + (m_style.stamps ? LineStyle::StampWidth : 0);
    painter.save();
    painter.setClipRect(strip.adjusted(textLeft() - strip.left(), 0, 0, 0), Qt::IntersectClip);
    painter.setPen(theme.textDim);
    for (const auto &column : m_style.columns) {
        const qreal left = textLeft() - m_left + at * m_charWidth;
        m_glyphs.draw(painter, {left, strip.bottom() - 5}, column.field,
                      m_look.sans(10.5, QFont::DemiBold), qMax(column.width * m_charWidth, 60.0));
        at += column.width + LineStyle::ColumnGap;
    }
    painter.restore();
}

/// First column and the one behind the last.
std::pair<int, int> LogPane::selectionIn(qint64 number, const QString &text) const
{
    const auto [from, to] = std::minmax(m_anchor, m_cursor);
    if (from == to || number < from.line || number > to.line)
        return {0, 0};
    return {number == from.line ? from.column : 0,
            number == to.line ? to.column : int(text.size())};
}

void LogPane::paintLine(QPainter &painter, qint64 number, qreal top, bool focused)
{
    const auto &theme = m_look.theme();
    auto &laid = laidOf(number);
    const QRectF row(m_area.left(), top, m_area.width(), heightOf(number));
    paintGutter(painter, number, row);
    painter.setPen(theme.text);
    painter.save();
    painter.setClipRect(
        QRectF(textLeft() - 1, m_area.top(), m_area.right() - textLeft(), m_area.height()),
        Qt::IntersectClip);
    auto fill = theme.selection;
    fill.setAlpha(focused ? fill.alpha() + 40 : fill.alpha());
    const auto [from, to] = selectionIn(number, laid.line.text());
    laid.line.paint(painter, {textLeft() - m_left, top}, from, to, fill, m_rules);
    const int folded = m_model.isFolded() ? m_model.foldable(number) : 0;
    if (folded > 0 && !m_model.isOpen(number))
        paintAfter(painter, laid, row, QStringLiteral("⋯ %1").arg(folded), theme.accent);
    const auto note = noteOf(m_model.line(number));
    if (note && !note->isEmpty())
        paintAfter(painter, laid, row, *note, theme.warn);
    painter.restore();
    if (note) {
        QPainterPath flag;
        flag.addPolygon(QPolygonF({{row.right() - 20, row.top() + 2},
                                   {row.right() - 12, row.top() + 2},
                                   {row.right() - 12, row.top() + 13},
                                   {row.right() - 16, row.top() + 9.5},
                                   {row.right() - 20, row.top() + 13}}));
        painter.fillPath(flag, theme.warn);
    }
    if (laid.isJson)
        paintSign(painter, signRect(top), isOpen(number));
    else if (folded > 0)
        paintSign(painter, signRect(top), m_model.isOpen(number));
}

void LogPane::paintGutter(QPainter &painter, qint64 number, const QRectF &row)
{
    const auto &theme = m_look.theme();
    const auto level = m_model.line(number).level;
    if (number == m_current) {
        painter.fillRect(row, theme.hover);
        painter.fillRect(QRectF(row.right() - 2, row.top(), 2, row.height()), theme.warn);
    }
    if (level == logstore::Level::Mark) { // between lines, not one of them
        const auto full = isGap(m_model.line(number).bytes) ? theme.warn : theme.accent;
        auto color = full;
        color.setAlpha(theme.dark ? 26 : 20);
        painter.fillRect(row, color);
        painter.fillRect(QRectF(row.left() + 8, row.center().y() - 1.5, 8, 3), full);
        return;
    }
    if (level == logstore::Level::None)
        return;
    auto color = colorOf(level, m_look);
    painter.fillRect(QRectF(row.left() + 2, row.top() + 1, 3, row.height() - 2), color);
    if (level == logstore::Level::Error) {
        color.setAlpha(theme.dark ? 20 : 16);
        painter.fillRect(row.adjusted(5, 0, 0, 0), color);
    }
}

QRectF LogPane::signRect(qreal top) const
{
    return {m_area.left() + 6, top, 13, m_rules.rowHeight};
}

void LogPane::paintSign(QPainter &painter, const QRectF &box, bool isOpen) const
{
    const auto center = box.center();
    QPolygonF sign;
    if (isOpen)
        sign << center + QPointF(-3.5, -2) << center + QPointF(3.5, -2) << center + QPointF(0, 3);
    else
        sign << center + QPointF(-2, -3.5) << center + QPointF(3, 0) << center + QPointF(-2, 3.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_look.theme().textDim);
    painter.drawPolygon(sign);
    painter.restore();
}

/// A chip behind the text of a line.
void LogPane::paintAfter(QPainter &painter, const Laid &laid, const QRectF &row,
                         const QString &text, const QColor &color)
{
    const auto font = m_look.sans(10.5, QFont::DemiBold);
    const qreal width = qMin(m_glyphs.widthOf(text, font), 260.0) + 12;
    const qreal wanted = textLeft() - m_left + laid.line.firstRowWidth() + 10;
    const qreal left = qMin(wanted, m_area.right() - width - 24);
    const QRectF chip(left, row.top() + 1, width, m_rules.rowHeight - 2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1));
    painter.setBrush(m_look.theme().raised);
    painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    painter.setPen(m_look.theme().text);
    m_glyphs.draw(painter, {chip.left() + 6, chip.bottom() - 4}, text, font, width - 10);
    painter.restore();
}

} // namespace workspace
