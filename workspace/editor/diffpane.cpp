// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/editor/diffpane.h"

#include "workspace/look/look.h"
#include "workspace/textview/linefield.h"
#include "workspace/yaml/yamlhighlighting.h"

#include <QClipboard>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr int context = 3; // equal rows shown about a change
static constexpr qreal padding = 6;

DiffPane::DiffPane(YamlHighlighting &highlighting, Look &look, QObject *parent)
    : PaintedPane(parent)
    , m_highlighting(highlighting)
    , m_look(look)
{
    const QFontMetricsF metrics(m_look.mono(FontPixels));
    m_rowHeight = std::ceil(metrics.height() * 1.2);
    m_charWidth = metrics.horizontalAdvance(u'0');
    connect(&m_look, &Look::changed, this, &DiffPane::updated);
}

void DiffPane::setHeadings(const QString &left, const QString &right)
{
    m_left.heading = left;
    m_right.heading = right;
    Q_EMIT updated();
}

static QStringList linesOf(const QString &text)
{
    auto lines = text.split(u'\n');
    if (lines.back().isEmpty())
        lines.removeLast();
    return lines;
}

/// Colours take time by length: a very long text is shown without.
static std::vector<TextLine> coloured(const QString &text, const QStringList &lines,
                                      YamlHighlighting &highlighting)
{
    static constexpr qsizetype mostColoured = 600'000;
    if (text.size() <= mostColoured)
        return highlighting.highlight(lines);
    std::vector<TextLine> plain;
    plain.reserve(size_t(lines.size()));
    for (const auto &line : lines)
        plain.push_back({.text = line});
    return plain;
}

void DiffPane::setTexts(const QString &left, const QString &right)
{
    m_left.texts = linesOf(left);
    m_right.texts = linesOf(right);
    m_left.lines = coloured(left, m_left.texts, m_highlighting);
    m_right.lines = coloured(right, m_right.texts, m_highlighting);
    m_diff = diffLines(m_left.texts, m_right.texts);
    m_all = alignedRows(m_diff, m_left.texts, m_right.texts);
    m_opened.clear();
    m_current = -1;
    m_vertical.setOffset(0);
    m_horizontal.setOffset(0);
    refold();
    if (!m_diff.hunks.empty())
        goToChange(1);
}

void DiffPane::refold()
{
    m_rows = foldedRows(m_all, context, m_opened);
    m_hovered = -1;
    relayout();
    Q_EMIT updated();
}

void DiffPane::relayout()
{
    qsizetype longest = 0;
    for (const auto *side : {&m_left, &m_right}) {
        for (const auto &text : side->texts)
            longest = std::max(longest, text.size());
    }
    const auto body = bodyRect();
    m_vertical.setTrack({body.right(), body.top(), BarWidth, body.height() - BarWidth});
    m_vertical.setRange(qreal(m_rows.size()) * m_rowHeight + 2 * padding, body.height());
    m_horizontal.setTrack({0, m_size.height() - BarWidth, body.width(), BarWidth});
    m_horizontal.setRange(qreal(longest) * m_charWidth + 2 * padding,
                          body.width() / 2 - gutterWidth());
}

QRectF DiffPane::bodyRect() const
{
    return {0, HeadingHeight, std::max(0.0, m_size.width() - BarWidth - OverviewWidth),
            std::max(0.0, m_size.height() - HeadingHeight)};
}

qreal DiffPane::gutterWidth() const
{
    const auto most = std::max(m_left.texts.size(), m_right.texts.size());
    const auto digits = std::max<qsizetype>(2, QString::number(most).size());
    return qreal(digits + 2) * m_charWidth + padding + 4;
}

int DiffPane::firstVisibleRow() const
{
    return qBound(0, int((m_vertical.offset() - padding) / m_rowHeight),
                  std::max(0, int(m_rows.size()) - 1));
}

QRectF DiffPane::rectOfRow(int row) const
{
    const auto body = bodyRect();
    return {0, body.top() + padding + row * m_rowHeight - m_vertical.offset(), body.width(),
            m_rowHeight};
}

int DiffPane::rowAt(QPointF point) const
{
    const auto body = bodyRect();
    if (!body.contains(point))
        return -1;
    const int row =
        int(std::floor((point.y() - body.top() - padding + m_vertical.offset()) / m_rowHeight));
    return row >= 0 && size_t(row) < m_rows.size() ? row : -1;
}

void DiffPane::revealRow(int row)
{
    const qreal top = row * m_rowHeight;
    const qreal room = std::min(4 * m_rowHeight, bodyRect().height() / 3);
    m_vertical.reveal(top - room, top + m_rowHeight + room);
}

void DiffPane::goToChange(int step)
{
    const int count = int(m_diff.hunks.size());
    if (count == 0)
        return;
    m_current = m_current < 0 ? (step > 0 ? 0 : count - 1) : (m_current + step + count) % count;
    const auto first = std::ranges::find(m_rows, m_current, &DiffRow::hunk);
    const int row = int(first - m_rows.begin());
    int last = row;
    while (size_t(last + 1) < m_rows.size() && m_rows[size_t(last + 1)].hunk == m_current)
        ++last;
    revealRow(last);
    revealRow(row);
    Q_EMIT updated();
}

void DiffPane::openGap(int row)
{
    if (row < 0 || size_t(row) >= m_rows.size() || m_rows[size_t(row)].kind != DiffRow::Kind::Gap)
        return;
    m_opened.push_back(m_rows[size_t(row)].left);
    refold();
}

void DiffPane::openAll()
{
    for (const auto &row : m_rows) {
        if (row.kind == DiffRow::Kind::Gap)
            m_opened.push_back(row.left);
    }
    refold();
    if (m_current >= 0)
        revealRow(int(std::ranges::find(m_rows, m_current, &DiffRow::hunk) - m_rows.begin()));
}

QString DiffPane::summary() const
{
    if (m_diff.hunks.empty())
        return tr("No differences");
    return u"+%1 −%2"_s.arg(m_diff.added).arg(m_diff.removed);
}

QString DiffPane::accessibleText() const
{
    if (m_diff.hunks.empty())
        return tr("%1 and %2 do not differ.").arg(m_left.heading, m_right.heading);
    const QString lines = tr("%n lines added", nullptr, m_diff.added) + u", "_s
        + tr("%n lines removed", nullptr, m_diff.removed);
    const QString text =
        tr("Differences between %1 and %2: ").arg(m_left.heading, m_right.heading) + lines;
    if (m_current < 0)
        return text;
    const auto &hunk = m_diff.hunks[size_t(m_current)];
    const auto removed = m_left.texts.mid(hunk.left, std::min(hunk.leftCount, 5)).join(u' ');
    const auto added = m_right.texts.mid(hunk.right, std::min(hunk.rightCount, 5)).join(u' ');
    return text + u". "_s
        + tr("Change %1 of %2: before: %3; after: %4")
              .arg(m_current + 1)
              .arg(m_diff.hunks.size())
              .arg(removed.simplified(), added.simplified());
}

void DiffPane::setSize(QSizeF size)
{
    m_size = size;
    relayout();
    if (m_current >= 0 && m_vertical.offset() <= 0)
        revealRow(int(std::ranges::find(m_rows, m_current, &DiffRow::hunk) - m_rows.begin()));
    Q_EMIT updated();
}

Qt::CursorShape DiffPane::cursorAt(QPointF position) const
{
    const int row = rowAt(position);
    return row >= 0 && m_rows[size_t(row)].kind == DiffRow::Kind::Gap ? Qt::PointingHandCursor
                                                                      : Qt::ArrowCursor;
}

bool DiffPane::handleInput(QEvent &event)
{
    switch (event.type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick: return press(static_cast<const QMouseEvent &>(event));
    case QEvent::MouseMove:
        if (static_cast<const QMouseEvent &>(event).buttons() & Qt::LeftButton) {
            const auto point = *pointerOf(event);
            if (!m_vertical.drag(point) && !m_horizontal.drag(point))
                return false;
            Q_EMIT updated();
            return true;
        }
        return hover(*pointerOf(event));
    case QEvent::HoverMove: return hover(*pointerOf(event));
    case QEvent::HoverLeave: return hover({-1, -1});
    case QEvent::MouseButtonRelease:
        m_vertical.release();
        m_horizontal.release();
        return true;
    case QEvent::Wheel: return wheel(static_cast<const QWheelEvent &>(event));
    case QEvent::KeyPress: return key(static_cast<const QKeyEvent &>(event));
    default: return false;
    }
}

bool DiffPane::press(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton)
        return false;
    const auto point = event.position();
    if (m_vertical.press(point) || m_horizontal.press(point)) {
        Q_EMIT updated();
        return true;
    }
    const int row = rowAt(point);
    if (row < 0)
        return true;
    if (m_rows[size_t(row)].kind == DiffRow::Kind::Gap)
        openGap(row);
    else if (m_rows[size_t(row)].hunk >= 0)
        m_current = m_rows[size_t(row)].hunk;
    Q_EMIT updated();
    return true;
}

bool DiffPane::hover(QPointF point)
{
    const bool vertical = m_vertical.hover(point);
    const bool horizontal = m_horizontal.hover(point);
    int row = rowAt(point);
    if (row >= 0 && m_rows[size_t(row)].kind != DiffRow::Kind::Gap)
        row = -1;
    if (std::exchange(m_hovered, row) != row || vertical || horizontal)
        Q_EMIT updated();
    return true;
}

bool DiffPane::wheel(const QWheelEvent &event)
{
    if (event.modifiers() & Qt::ControlModifier)
        return false;
    const auto turned = event.angleDelta();
    const bool sideways = event.modifiers() & Qt::ShiftModifier;
    const qreal down = sideways ? 0 : -turned.y() * 3 * m_rowHeight / 120;
    const qreal right = -(sideways ? turned.x() + turned.y() : turned.x()) * 4 * m_charWidth / 120;
    const bool moved = m_vertical.scrollBy(down);
    const bool shifted = m_horizontal.scrollBy(right);
    if (moved || shifted)
        Q_EMIT updated();
    return true;
}

bool DiffPane::key(const QKeyEvent &event)
{
    const bool back = event.modifiers() & Qt::ShiftModifier;
    if (event.matches(QKeySequence::Copy)) {
        copyCurrent();
        return true;
    }
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier))
        return false;
    const qreal page = bodyRect().height() - m_rowHeight;
    switch (event.key()) {
    case Qt::Key_N: goToChange(back ? -1 : 1); return true;
    case Qt::Key_P: goToChange(-1); return true;
    case Qt::Key_F7: goToChange(back ? -1 : 1); return true;
    case Qt::Key_O: openAll(); return true;
    case Qt::Key_Up: m_vertical.scrollBy(-m_rowHeight); break;
    case Qt::Key_Down: m_vertical.scrollBy(m_rowHeight); break;
    case Qt::Key_PageUp: m_vertical.scrollBy(-page); break;
    case Qt::Key_PageDown: m_vertical.scrollBy(page); break;
    case Qt::Key_Home: m_vertical.setOffset(0); break;
    case Qt::Key_End: m_vertical.setOffset(m_vertical.maximum()); break;
    case Qt::Key_Left: m_horizontal.scrollBy(-4 * m_charWidth); break;
    case Qt::Key_Right: m_horizontal.scrollBy(4 * m_charWidth); break;
    default: return false;
    }
    Q_EMIT updated();
    return true;
}

/// The change gone to, as a unified diff shows it.
void DiffPane::copyCurrent() const
{
    if (m_current < 0)
        return;
    const auto &hunk = m_diff.hunks[size_t(m_current)];
    QString text;
    for (int i = 0; i < hunk.leftCount; ++i)
        text += u'-' + m_left.texts[hunk.left + i] + u'\n';
    for (int i = 0; i < hunk.rightCount; ++i)
        text += u'+' + m_right.texts[hunk.right + i] + u'\n';
    QGuiApplication::clipboard()->setText(text);
}

} // namespace workspace
