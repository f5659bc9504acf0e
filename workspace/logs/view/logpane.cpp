// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/view/logpane.h"

#include "workspace/logs/view/jsonline.h"
#include "workspace/look/look.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace workspace {

static constexpr qreal RightMargin = 10; ///< the scroll bar's

static qreal fontPixels(LogPane::Density density)
{
    switch (density) {
    case LogPane::Density::Compact: return 11;
    case LogPane::Density::Usual: return 12;
    case LogPane::Density::Roomy: return 13;
    }
    Q_UNREACHABLE_RETURN(12);
}

static qreal leading(LogPane::Density density)
{
    switch (density) {
    case LogPane::Density::Compact: return 0;
    case LogPane::Density::Usual: return 1.5;
    case LogPane::Density::Roomy: return 6;
    }
    Q_UNREACHABLE_RETURN(1.5);
}

LogPane::LogPane(LogModel &model, Look &look, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_look(look)
{
    relayout();
    connect(&m_look, &Look::changed, this, [this] {
        m_glyphs.clear();
        relayout();
    });
}

LogPane::~LogPane() = default;

void LogPane::setArea(const QRectF &area)
{
    if (area == m_area)
        return;
    const bool isOtherWidth = area.width() != m_area.width();
    m_area = area;
    if (m_wrapped && isOtherWidth)
        relayout();
    m_scroll.setTrack(QRectF(area.right() - 9, area.top() + 2, 8, area.height() - 4));
    scrollSideways(0);
}

QRectF LogPane::rowsRect() const
{
    return m_area.adjusted(0, m_style.columns.empty() ? 0 : m_rules.rowHeight + 2, 0, 0);
}

void LogPane::relayout()
{
    const auto font = m_look.mono(fontPixels(m_density));
    const QFontMetricsF metrics(font);
    if (font != m_rules.font) {
        m_rules.font = font;
        m_rules.cells = CellFont(font);
    }
    m_rules.rowHeight = std::ceil(metrics.height() + leading(m_density));
    m_rules.inset = (m_rules.rowHeight - metrics.height()) / 2;
    m_rules.wrapWidth = m_wrapped ? qMax(40.0, m_area.right() - RightMargin - textLeft()) : 0;
    m_charWidth = metrics.horizontalAdvance(u'0');
    m_laid.clear();
    Q_EMIT updated();
}

void LogPane::setWrapped(bool wrapped)
{
    m_wrapped = wrapped;
    m_style.whole = wrapped;
    m_left = 0;
    m_topHidden = 0;
    relayout();
}

void LogPane::setStampsShown(bool shown)
{
    m_style.stamps = shown;
    clearSelection(); // its columns mean other characters now
    relayout();
}

void LogPane::setDensity(Density density)
{
    m_density = density;
    m_topHidden = 0;
    relayout();
}

std::optional<QString> LogPane::noteOf(const LogModel::Line &line) const
{
    return m_noteOf ? m_noteOf(line) : std::nullopt;
}

void LogPane::setSources(const QStringList &names, const std::vector<QColor> &colors)
{
    if (names == m_style.sources && colors == m_style.sourceColors)
        return;
    m_style.sources = names;
    m_style.sourceColors = colors;
    clearSelection();
    relayout();
}

void LogPane::setColumns(const std::vector<LineStyle::Column> &columns)
{
    m_style.columns = columns;
    clearSelection();
    relayout();
}

void LogPane::setFollowing(bool following)
{
    m_following = following;
    Q_EMIT updated();
}

LogPane::Laid LogPane::makeLaid(qint64 number) const
{
    const auto line = m_model.line(number);
    const bool isJson = line.level != LogModel::Level::Mark && looksLikeJson(line.bytes);
    return {.line = LaidLine(shownLine(m_model, number, m_style, isOpen(number), m_look.theme()),
                             m_rules),
            .isJson = isJson};
}

LogPane::Laid &LogPane::laidOf(qint64 number)
{
    if (number >= m_model.store().end()) {
        m_unfinished = makeLaid(number);
        return m_unfinished;
    }
    auto &laid = m_laid[number];
    if (laid.line.isEmpty())
        laid = makeLaid(number);
    return laid;
}

qreal LogPane::heightOf(qint64 number)
{
    const bool isOneRow = !m_wrapped && !m_open.contains(number);
    return isOneRow ? m_rules.rowHeight : laidOf(number).line.rows() * m_rules.rowHeight;
}

/// Keeps what is near the view, so that scrolling costs no more than the lines it brings.
void LogPane::forgetUnseen()
{
    if (m_laid.size() < 400)
        return;
    const auto seen = qint64(m_area.height() / m_rules.rowHeight) + 1;
    const auto row = m_model.rowOf(m_topLine);
    const auto rows = m_model.rowCount();
    const auto first = m_model.numberAt(std::clamp<qint64>(row - seen, 0, rows - 1));
    const auto last = m_model.numberAt(std::clamp<qint64>(row + 2 * seen, 0, rows - 1));
    std::erase_if(m_laid, [first, last](const auto &entry) {
        return entry.first < first || entry.first > last;
    });
}

// Finds which line is at the top: after new lines, a filter, another size.
void LogPane::settle()
{
    const auto rows = m_model.rowCount();
    const auto height = rowsRect().height();
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
        for (auto next = qMin(row, rows - 1); next < rows && below < height; ++next)
            below += heightOf(m_model.numberAt(next));
        if (below >= height - 0.5 || (row == 0 && m_topHidden <= 0))
            return;
        m_following = below < height - 0.5 && row + 1 < rows ? true : m_following;
    }
    qreal room = height;
    auto row = rows;
    while (row > 0 && room > 0)
        room -= heightOf(m_model.numberAt(--row));
    m_topLine = m_model.numberAt(row);
    m_topHidden = qMax(0.0, -room);
}

void LogPane::syncScroll()
{
    const auto rows = qreal(m_model.rowCount());
    m_scroll.setRange(rows * m_rules.rowHeight, rowsRect().height());
    if (m_following)
        m_scroll.setOffset(m_scroll.maximum());
    else
        m_scroll.setOffset(qreal(m_model.rowOf(m_topLine)) * m_rules.rowHeight
                           + qMin(m_topHidden, m_rules.rowHeight));
}

qint64 LogPane::rowsBelow() const
{
    const auto seen = qint64(rowsRect().height() / m_rules.rowHeight);
    return qMax<qint64>(0, m_model.rowCount() - m_model.rowOf(m_topLine) - seen);
}

qint64 LogPane::lineOfKeys() const
{
    const bool isThere = m_current >= m_model.store().begin() && m_model.isShown(m_current);
    return isThere ? m_current : m_topLine;
}

std::pair<qint64, qint64> LogPane::timesInView()
{
    settle();
    const auto &store = m_model.store();
    const auto rows = m_model.rowCount();
    if (rows == 0)
        return {logstore::NoTime, logstore::NoTime};
    qreal below = -m_topHidden;
    auto row = m_model.rowOf(m_topLine);
    auto last = m_topLine;
    for (; row < rows && below < rowsRect().height(); ++row) {
        last = m_model.numberAt(row);
        below += heightOf(last);
    }
    const auto timeOf = [&store](qint64 number) {
        return store.count() == 0 ? logstore::NoTime
                                  : store.timeBefore(std::min(number, store.end() - 1));
    };
    return {timeOf(m_topLine), timeOf(last)};
}

} // namespace workspace
