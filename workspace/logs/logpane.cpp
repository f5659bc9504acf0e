// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/logpane.h"

#include "kube/logstore/stamp.h"
#include "workspace/logs/ansipalette.h"
#include "workspace/logs/ansitext.h"
#include "workspace/logs/logmodel.h"
#include "workspace/look/look.h"

#include <QFontMetricsF>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr qreal FontPixels = 12;
static constexpr qreal RightMargin = 10; ///< the scroll bar's

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

LogPane::LogPane(LogModel &model, Look &look, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_look(look)
{
    relayout();
    connect(&m_look, &Look::changed, this, &LogPane::relayout);
}

LogPane::~LogPane() = default;

void LogPane::setArea(const QRectF &area)
{
    if (area == m_area)
        return;
    if (m_wrapped && area.width() != m_area.width())
        m_layouts.clear();
    m_area = area;
    m_scroll.setTrack(QRectF(area.right() - 9, area.top() + 2, 8, area.height() - 4));
    scrollSideways(0);
}

void LogPane::relayout()
{
    const QFontMetricsF metrics(m_look.mono(FontPixels));
    m_rowHeight = std::ceil(metrics.height() + 1.5);
    m_inset = (m_rowHeight - metrics.height()) / 2;
    m_charWidth = metrics.horizontalAdvance(u'0');
    m_layouts.clear();
    Q_EMIT updated();
}

void LogPane::setWrapped(bool wrapped)
{
    m_wrapped = wrapped;
    m_left = 0;
    m_topHidden = 0;
    relayout();
}

void LogPane::setStampsShown(bool shown)
{
    m_stamps = shown;
    clearSelection(); // its columns mean other characters now
    relayout();
}

void LogPane::setFollowing(bool following)
{
    m_following = following;
    Q_EMIT updated();
}

qsizetype LogPane::stampPart(const LogModel::Line &line) const
{
    return m_stamps && line.time != logstore::NoTime ? 14 : 0; // "03:04:05.123  "
}

static QString shortStamp(qint64 nanoseconds)
{
    const auto stamp = logstore::stampText(nanoseconds);
    auto time = QString::fromLatin1(stamp.sliced(11)).first(qMin<qsizetype>(12, stamp.size() - 11));
    if (time[8] != u'.')
        time = time.first(8) + ".000"_L1;
    else if (time.endsWith(u'Z'))
        time = time.chopped(1).leftJustified(12, u'0');
    return time + "  "_L1;
}

QString LogPane::textOf(qint64 number) const
{
    const auto line = m_model.line(number);
    const auto text = ansiText(line.bytes).text;
    return stampPart(line) > 0 ? shortStamp(line.time) + text : text;
}

// The formats of the shown text: the stamp, the line's own colours, then what was searched for.
static QList<QTextLayout::FormatRange> formatsFor(const AnsiText &ansi, int stamp,
                                                  const LogModel &model, const Theme &theme)
{
    QList<QTextLayout::FormatRange> formats;
    const auto add = [&formats](int start, int length) -> QTextCharFormat & {
        formats.append({start, length, {}});
        return formats.last().format;
    };
    if (stamp > 0)
        add(0, stamp).setForeground(theme.textFaint);
    for (const auto &span : ansi.spans) {
        const auto foreground = ansiSpanColor(span.foreground, theme);
        const auto background = ansiSpanColor(span.background, theme);
        if (!foreground.isValid() && !background.isValid() && !span.bold && !span.dim
            && !span.underline)
            continue;
        auto &format = add(stamp + span.start, span.length);
        if (foreground.isValid() || span.dim)
            format.setForeground(foreground.isValid() ? foreground : theme.textFaint);
        if (background.isValid())
            format.setBackground(background);
        if (span.bold)
            format.setFontWeight(QFont::Bold);
        format.setFontUnderline(span.underline);
    }
    for (const auto *matcher : {&model.filter(), &model.find()}) {
        auto fill = matcher == &model.find() ? theme.warn : theme.accent;
        fill.setAlpha(matcher == &model.find() ? 110 : 60);
        for (const auto &range : matcher->rangesIn(ansi.text))
            add(stamp + range.start, range.length).setBackground(fill);
    }
    return formats;
}

std::unique_ptr<QTextLayout> LogPane::makeLayout(qint64 number) const
{
    const auto line = m_model.line(number);
    auto ansi = ansiText(line.bytes);
    const auto stamp = stampPart(line);
    if (!m_wrapped)
        ansi.text.truncate(m_columns); // a line can be 10,000 characters: not all need shaping
    auto layout = std::make_unique<QTextLayout>(
        stamp > 0 ? shortStamp(line.time) + ansi.text : ansi.text, m_look.mono(FontPixels));
    layout->setFormats(formatsFor(ansi, int(stamp), m_model, m_look.theme()));
    layout->setCacheEnabled(true);
    QTextOption option;
    option.setWrapMode(m_wrapped ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::NoWrap);
    option.setTextDirection(Qt::LeftToRight);
    option.setUseDesignMetrics(true);
    layout->setTextOption(option);
    const qreal width = m_wrapped ? qMax(40.0, m_area.right() - RightMargin - textLeft()) : 1e7;
    layout->beginLayout();
    for (auto row = layout->createLine(); row.isValid(); row = layout->createLine()) {
        row.setLineWidth(width);
        row.setPosition({0, (row.lineNumber() * m_rowHeight)});
    }
    layout->endLayout();
    return layout;
}

QTextLayout &LogPane::layoutOf(qint64 number)
{
    if (number >= m_model.store().end()) {
        m_unfinished = makeLayout(number);
        return *m_unfinished;
    }
    auto &layout = m_layouts[number];
    if (!layout)
        layout = makeLayout(number);
    return *layout;
}

qreal LogPane::heightOf(qint64 number)
{
    return m_wrapped ? qMax(1, layoutOf(number).lineCount()) * m_rowHeight : m_rowHeight;
}

// Finds which line is at the top: after new lines, a filter, another size.
void LogPane::settle()
{
    const auto rows = m_model.rowCount();
    if (rows == 0) {
        m_topHidden = 0;
        return;
    }
    if (!m_following) {
        const auto row = m_model.rowOf(m_topLine);
        const auto number = m_model.numberAt(qMin(row, rows - 1));
        if (number != m_topLine)
            m_topHidden = 0;
        m_topLine = number;
        // Not further down than the last line at the bottom.
        qreal below = -m_topHidden;
        for (auto next = qMin(row, rows - 1); next < rows && below < m_area.height(); ++next)
            below += heightOf(m_model.numberAt(next));
        if (below >= m_area.height() - 0.5 || (row == 0 && m_topHidden <= 0))
            return;
        m_following = below < m_area.height() - 0.5 && row + 1 < rows ? true : m_following;
    }
    qreal room = m_area.height();
    auto row = rows;
    while (row > 0 && room > 0)
        room -= heightOf(m_model.numberAt(--row));
    m_topLine = m_model.numberAt(row);
    m_topHidden = qMax(0.0, -room);
}

void LogPane::syncScroll()
{
    const auto rows = qreal(m_model.rowCount());
    m_scroll.setRange(rows * m_rowHeight, m_area.height());
    if (m_following)
        m_scroll.setOffset(m_scroll.maximum());
    else
        m_scroll.setOffset(qreal(m_model.rowOf(m_topLine)) * m_rowHeight
                           + qMin(m_topHidden, m_rowHeight));
}

qint64 LogPane::rowsBelow() const
{
    const auto seen = qint64(m_area.height() / m_rowHeight);
    return qMax<qint64>(0, m_model.rowCount() - m_model.rowOf(m_topLine) - seen);
}

void LogPane::paint(QPainter &painter, bool focused)
{
    if (m_layouts.size() > 400)
        m_layouts.clear();
    settle();
    syncScroll();
    painter.save();
    painter.setClipRect(m_area, Qt::IntersectClip);
    painter.setFont(m_look.mono(FontPixels));
    qreal top = m_area.top() - m_topHidden;
    const auto rows = m_model.rowCount();
    for (auto row = m_model.rowOf(m_topLine); row < rows && top < m_area.bottom(); ++row) {
        const auto number = m_model.numberAt(row);
        paintLine(painter, number, top, focused);
        top += heightOf(number);
    }
    m_scroll.paint(painter, m_look.theme());
    painter.restore();
}

void LogPane::paintLine(QPainter &painter, qint64 number, qreal top, bool focused)
{
    const auto &theme = m_look.theme();
    auto &layout = layoutOf(number);
    const QRectF row(m_area.left(), top, m_area.width(), heightOf(number));
    const auto level = m_model.line(number).level;
    if (number == m_current) {
        painter.fillRect(row, theme.hover);
        painter.fillRect(QRectF(row.right() - 2, row.top(), 2, row.height()), theme.warn);
    }
    if (level != logstore::Level::None) {
        auto color = colorOf(level, m_look);
        painter.fillRect(QRectF(row.left() + 2, row.top() + 1, 3, row.height() - 2), color);
        if (level == logstore::Level::Error) {
            color.setAlpha(theme.dark ? 20 : 16);
            painter.fillRect(row.adjusted(5, 0, 0, 0), color);
        }
    }
    QList<QTextLayout::FormatRange> selections;
    const auto [from, to] = std::minmax(m_anchor, m_cursor);
    if (from != to && number >= from.line && number <= to.line) {
        const int begin = number == from.line ? from.column : 0;
        const int end = number == to.line ? to.column : int(layout.text().size());
        QTextCharFormat format;
        auto fill = theme.selection;
        fill.setAlpha(focused ? fill.alpha() + 40 : fill.alpha());
        format.setBackground(fill);
        if (end > begin)
            selections.append({begin, end - begin, format});
    }
    painter.setPen(theme.text);
    painter.save();
    painter.setClipRect(
        QRectF(textLeft() - 1, m_area.top(), m_area.right() - textLeft(), m_area.height()),
        Qt::IntersectClip);
    layout.draw(&painter, {textLeft() - m_left, top + m_inset}, selections, m_area);
    painter.restore();
}

} // namespace workspace
