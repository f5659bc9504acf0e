// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/textview/textpane.h"

#include "workspace/look/look.h"
#include "workspace/textview/tonecolor.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr qreal fontSize = 12;
static constexpr qreal barWidth = 9;
static constexpr qsizetype layoutsKept = 240;

TextPane::TextPane(Look &look, QObject *parent)
    : QObject(parent)
    , m_look(look)
{
    const QFontMetricsF metrics(m_look.mono(fontSize));
    m_rowHeight = std::ceil(metrics.height() * 1.25);
    m_charWidth = metrics.horizontalAdvance(u'0');
    connect(&m_look, &Look::changed, this, [this] {
        m_layouts.clear();
        Q_EMIT updated();
    });
}

static bool sameLines(const TextDocument &before, const TextDocument &after, int first, int last)
{
    for (int line = first; line <= last; ++line) {
        if (size_t(line) >= before.lines.size() || size_t(line) >= after.lines.size()
            || before.lines[size_t(line)].text != after.lines[size_t(line)].text)
            return false;
    }
    return true;
}

void TextPane::setDocument(TextDocument document)
{
    if (document == m_document)
        return;
    const auto [first, last] = std::minmax(m_anchor, m_cursor);
    if (!sameLines(m_document, document, first.line, last.line)) {
        m_anchor = m_cursor = {};
        m_selecting = false;
    }
    m_document = std::move(document);
    m_hoveredTarget = m_pressedTarget = -1;
    m_layouts.clear();
    relayout();
    searchAgain();
    Q_EMIT updated();
}

void TextPane::setRoomAbove(qreal room)
{
    m_top = Padding + room;
    relayout();
}

void TextPane::setLineNumbers(bool shown)
{
    m_lineNumbers = shown;
    relayout();
    Q_EMIT updated();
}

void TextPane::setSize(QSizeF size)
{
    m_size = size;
    relayout();
    Q_EMIT updated();
}

void TextPane::relayout()
{
    qsizetype longest = 0;
    for (const auto &line : m_document.lines)
        longest = qMax(longest, line.text.size());
    m_vertical.setTrack({m_size.width() - barWidth, 0, barWidth, m_size.height() - barWidth});
    m_horizontal.setTrack({0, m_size.height() - barWidth, m_size.width() - barWidth, barWidth});
    m_horizontal.setRange(textLeft() + qreal(longest) * m_charWidth + 2 * Padding, m_size.width());
    const qreal bar = m_horizontal.maximum() > 0 ? barWidth : 0; // the last line stays clear of it
    m_vertical.setRange(qreal(m_document.lines.size()) * m_rowHeight + m_top + Padding + bar,
                        m_size.height());
}

qreal TextPane::textLeft() const
{
    if (!m_lineNumbers)
        return Padding + 2;
    const auto digits = qMax<qsizetype>(2, QString::number(m_document.lines.size()).size());
    return Padding + qreal(digits) * m_charWidth + 12;
}

static QList<QTextLayout::FormatRange> formatsOf(const TextLine &line, const Theme &theme,
                                                 const QFont &font)
{
    // A document (SVG) is told the font of the formats, not the layout's.
    QTextLayout::FormatRange whole{0, int(line.text.size()), {}};
    whole.format.setFont(font);
    QList<QTextLayout::FormatRange> formats{whole};
    for (const auto &span : line.spans) {
        QTextLayout::FormatRange range;
        range.start = span.start;
        range.length = span.length;
        range.format.setForeground(colorOf(span.tone, theme));
        if (span.bold || span.tone == TextTone::Heading)
            range.format.setFontWeight(QFont::Bold);
        formats.append(range);
    }
    return formats;
}

QTextLayout &TextPane::layoutOf(int line)
{
    if (const auto found = m_layouts.find(line); found != m_layouts.end())
        return *found->second;
    if (m_layouts.size() > layoutsKept)
        m_layouts.clear();
    const auto &source = m_document.lines[size_t(line)];
    auto layout = std::make_unique<QTextLayout>(source.text, m_look.mono(fontSize));
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setUseDesignMetrics(true);
    layout->setTextOption(option);
    layout->setFormats(formatsOf(source, m_look.theme(), m_look.mono(fontSize)));
    layout->setCacheEnabled(true);
    layout->beginLayout();
    if (auto row = layout->createLine(); row.isValid())
        row.setLineWidth(1e7);
    layout->endLayout();
    return *m_layouts.emplace(line, std::move(layout)).first->second;
}

int TextPane::columnsInView() const
{
    static constexpr qreal scrollBar = 14;
    return qMax(0, int((m_size.width() - textLeft() - scrollBar) / m_charWidth));
}

int TextPane::firstVisibleLine() const
{
    return qBound(0, int((m_vertical.offset() - m_top) / m_rowHeight),
                  qMax(0, int(m_document.lines.size()) - 1));
}

void TextPane::scrollToLine(int line)
{
    if (m_vertical.setOffset(line * m_rowHeight))
        Q_EMIT updated();
}

void TextPane::paint(QPainter &painter, bool focused)
{
    const auto &theme = m_look.theme();
    const int count = int(m_document.lines.size());
    painter.save();
    painter.setClipRect(QRectF({}, m_size), Qt::IntersectClip);
    const int first = firstVisibleLine();
    for (int line = first; line < count; ++line) {
        const qreal top = m_top + line * m_rowHeight - m_vertical.offset();
        if (top > m_size.height())
            break;
        paintLine(painter, line, top);
    }
    m_vertical.paint(painter, theme);
    m_horizontal.paint(painter, theme);
    if (m_findOpen)
        paintFind(painter, focused);
    painter.restore();
}

void TextPane::paintLine(QPainter &painter, int line, qreal top)
{
    const auto &theme = m_look.theme();
    auto &layout = layoutOf(line);
    const qreal left = textLeft() - m_horizontal.offset();
    const QRectF row(left, top, m_size.width() - left, m_rowHeight);
    painter.save();
    if (m_lineNumbers)
        painter.setClipRect(QRectF(textLeft() - 4, 0, m_size.width(), m_size.height()),
                            Qt::IntersectClip);
    paintMarks(painter, line, row);
    painter.setPen(theme.text);
    const qreal height = layout.lineCount() > 0 ? layout.lineAt(0).height() : m_rowHeight;
    layout.draw(&painter, {left, top + (m_rowHeight - height) / 2});
    for (const auto &span : m_document.lines[size_t(line)].spans) {
        if (span.target < 0 || span.target != m_hoveredTarget || layout.lineCount() == 0)
            continue;
        const auto textLine = layout.lineAt(0);
        const qreal y = top + m_rowHeight - 2.5;
        painter.setPen(QPen(colorOf(span.tone, theme), 1));
        painter.drawLine(QPointF(left + textLine.cursorToX(span.start), y),
                         QPointF(left + textLine.cursorToX(span.start + span.length), y));
    }
    painter.restore();
    if (m_lineNumbers) {
        painter.setFont(m_look.mono(fontSize - 1));
        painter.setPen(theme.textFaint);
        painter.drawText(QRectF(0, top, textLeft() - 12, m_rowHeight),
                         Qt::AlignRight | Qt::AlignVCenter, QString::number(line + 1));
    }
}

void TextPane::paintMark(QPainter &painter, int line, const QRectF &row, int from, int to,
                         const QColor &fill)
{
    auto &layout = layoutOf(line);
    if (layout.lineCount() == 0)
        return;
    const auto textLine = layout.lineAt(0);
    const auto length = int(m_document.lines[size_t(line)].text.size());
    const qreal begin = textLine.cursorToX(qMin(from, length));
    // A selected line end shows as half a character.
    const qreal end = textLine.cursorToX(qMin(to, length)) + (to > length ? m_charWidth / 2 : 0);
    painter.fillRect(QRectF(row.left() + begin, row.top(), end - begin, row.height()), fill);
}

void TextPane::paintMarks(QPainter &painter, int line, const QRectF &row)
{
    const auto &theme = m_look.theme();
    auto match =
        std::ranges::lower_bound(m_matches, line, {}, [](const Match &m) { return m.start.line; });
    for (; match != m_matches.end() && match->start.line == line; ++match) {
        const bool current = match - m_matches.begin() == m_current;
        QColor fill = theme.warn;
        fill.setAlphaF(current ? 0.5F : 0.2F);
        paintMark(painter, line, row, match->start.column, match->start.column + match->length,
                  fill);
    }
    const auto [first, last] = std::minmax(m_anchor, m_cursor);
    if (first == last || line < first.line || line > last.line)
        return;
    const int length = int(m_document.lines[size_t(line)].text.size());
    paintMark(painter, line, row, line == first.line ? first.column : 0,
              line == last.line ? last.column : length + 1, theme.selection);
}

QRectF TextPane::findField() const
{
    const qreal width = qMin(250.0, m_size.width() - 24);
    return {m_size.width() - width - 14, 8, width, 28};
}

void TextPane::paintFind(QPainter &painter, bool focused)
{
    const auto &theme = m_look.theme();
    const auto field = findField();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.shadow);
    painter.drawRoundedRect(field.adjusted(-2, 0, 2, 4), 7, 7);
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(field, 6, 6);
    const auto count = m_findField.text().isEmpty()
        ? QString()
        : u"%1/%2"_s.arg(m_current + 1).arg(m_matches.size());
    m_findField.paint(painter, field, m_look, focused && m_findTyping, tr("Find"), count);
}

TextPane::Position TextPane::positionAt(QPointF point)
{
    const int count = int(m_document.lines.size());
    if (count == 0)
        return {};
    const int line = int(std::floor((point.y() - m_top + m_vertical.offset()) / m_rowHeight));
    if (line < 0)
        return {};
    if (line >= count)
        return {count - 1, int(m_document.lines.back().text.size())};
    auto &layout = layoutOf(line);
    if (layout.lineCount() == 0)
        return {line, 0};
    const qreal x = point.x() - textLeft() + m_horizontal.offset();
    return {line, layout.lineAt(0).xToCursor(x)};
}

int TextPane::targetAt(QPointF point)
{
    const int line = int(std::floor((point.y() - m_top + m_vertical.offset()) / m_rowHeight));
    if (line < 0 || size_t(line) >= m_document.lines.size())
        return -1;
    const qreal x = point.x() - textLeft() + m_horizontal.offset();
    for (const auto &span : m_document.lines[size_t(line)].spans) {
        if (span.target < 0)
            continue;
        auto &layout = layoutOf(line);
        if (layout.lineCount() > 0 && x >= layout.lineAt(0).cursorToX(span.start)
            && x < layout.lineAt(0).cursorToX(span.start + span.length))
            return span.target;
    }
    return -1;
}

QRectF TextPane::rowRect(int row) const
{
    const QRectF box(0, m_top + row * m_rowHeight - m_vertical.offset(), m_size.width(),
                     m_rowHeight);
    return box.intersected(QRectF({}, m_size));
}

void TextPane::openRow(int row)
{
    goToRow(row);
    for (const auto &span : m_document.lines[size_t(row)].spans) {
        if (span.target < 0)
            continue;
        const auto target = m_document.targets[size_t(span.target)]; // it may change the text
        if (target.object.kind.isEmpty())
            Q_EMIT actionActivated(target.action);
        else
            Q_EMIT linkActivated(target.object);
        return;
    }
}

QRectF TextPane::rectOfTarget(int target)
{
    for (int line = firstVisibleLine(); size_t(line) < m_document.lines.size(); ++line) {
        const qreal top = m_top + line * m_rowHeight - m_vertical.offset();
        if (top > m_size.height())
            break;
        for (const auto &span : m_document.lines[size_t(line)].spans) {
            if (span.target != target)
                continue;
            const auto row = layoutOf(line).lineAt(0);
            const qreal begin = row.cursorToX(span.start);
            return {textLeft() - m_horizontal.offset() + begin, top,
                    row.cursorToX(span.start + span.length) - begin, m_rowHeight};
        }
    }
    return {};
}

} // namespace workspace
