// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/editor/completionpopup.h"

#include "workspace/look/look.h"
#include "workspace/spotlight/spotlightscore.h"

#include <QAccessible>
#include <QAccessibleAnnouncementEvent>
#include <QFontMetricsF>
#include <QMouseEvent>
#include <QPainter>
#include <QTextLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr qreal inset = 4;

CompletionPopup::CompletionPopup(Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Suggestions"));
    hide();
}

qreal CompletionPopup::rowHeight() const
{
    return std::round(23 * m_zoom);
}

int CompletionPopup::rowsInView() const
{
    return std::min(int(m_fitting.size()), MostRows);
}

void CompletionPopup::setItems(const std::vector<CompletionItem> &items, qreal zoom)
{
    m_items = items;
    m_zoom = zoom;
}

int CompletionPopup::filter(const QString &typed)
{
    m_typed = typed;
    m_fitting = fittingItems(m_items, typed);
    m_first = 0;
    const QFontMetricsF mono(m_look.mono(12 * m_zoom));
    const QFontMetricsF small(m_look.sans(11 * m_zoom));
    qreal width = 180 * m_zoom;
    for (const int index : m_fitting) {
        const auto &item = m_items[size_t(index)];
        width = std::max(width,
                         mono.horizontalAdvance(item.text) + small.horizontalAdvance(item.type)
                             + 64 * m_zoom);
    }
    resize(int(std::min(width, 420 * m_zoom)),
           int(std::ceil(rowsInView() * rowHeight() + 2 * inset * m_zoom)));
    setCurrent(0);
    return int(m_fitting.size());
}

void CompletionPopup::showAt(const QRect &word)
{
    const auto area = parentWidget()->rect();
    int top = word.bottom() + 3;
    if (top + height() > area.bottom() && word.top() - 3 - height() >= 0)
        top = word.top() - 3 - height();
    const int left = word.left() - qRound(30 * m_zoom); // the names stand below what is typed
    move(qBound(2, left, qMax(2, area.right() - 2 - width())), top);
    show();
    raise();
}

const CompletionItem *CompletionPopup::current() const
{
    return size_t(m_current) < m_fitting.size() ? &m_items[size_t(m_fitting[size_t(m_current)])]
                                                : nullptr;
}

QStringList CompletionPopup::texts() const
{
    QStringList texts;
    for (const int index : m_fitting)
        texts.append(m_items[size_t(index)].text);
    return texts;
}

void CompletionPopup::step(int by)
{
    const int count = int(m_fitting.size());
    if (count == 0)
        return;
    const int wanted = m_current + by;
    setCurrent(std::abs(by) == 1 ? (wanted + count) % count : qBound(0, wanted, count - 1));
}

void CompletionPopup::setCurrent(int row)
{
    m_current = row;
    m_first = qBound(row - MostRows + 1, m_first, row);
    m_first = qBound(0, m_first, qMax(0, int(m_fitting.size()) - MostRows));
    update();
    if (const auto *item = current()) {
        QString spoken = item->text + u' ' + item->type;
        if (item->required)
            spoken += u' ' + tr("required");
        QAccessibleAnnouncementEvent announcement(this, spoken);
        QAccessible::updateAccessibility(&announcement);
    }
    Q_EMIT currentChanged();
}

void CompletionPopup::paintEvent(QPaintEvent * /*event*/)
{
    const auto &theme = m_look.theme();
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(blended(theme.raised, theme.borderStrong), 1));
    painter.setBrush(theme.raised);
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    for (int i = 0; i < rowsInView(); ++i) {
        const QRectF row(inset * m_zoom, inset * m_zoom + i * rowHeight(),
                         width() - 2 * inset * m_zoom, rowHeight());
        paintRow(painter, m_items[size_t(m_fitting[size_t(m_first + i)])], row,
                 m_first + i == m_current);
    }
    if (int(m_fitting.size()) <= MostRows)
        return;
    const qreal track = height() - 4;
    const qreal length = qMax(16.0, track * MostRows / qreal(m_fitting.size()));
    const qreal start = 2 + (track - length) * m_first / qreal(int(m_fitting.size()) - MostRows);
    QColor thumb = theme.textFaint;
    thumb.setAlphaF(0.4F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(thumb);
    painter.drawRoundedRect(QRectF(width() - 4.5, start, 3, length), 1.5, 1.5);
}

/// The letters that fit what was typed, in the accent colour.
static QList<QTextLayout::FormatRange> fitMarks(const QString &text, const QString &typed,
                                                const QColor &color)
{
    QList<QTextLayout::FormatRange> marks;
    const auto mark = [&](int start, int length) {
        QTextLayout::FormatRange range;
        range.start = start;
        range.length = length;
        range.format.setForeground(color);
        range.format.setFontWeight(QFont::DemiBold);
        marks.append(range);
    };
    if (text.startsWith(typed, Qt::CaseInsensitive)) {
        mark(0, int(typed.size()));
        return marks;
    }
    for (const int at : charMatches(typed.toLower(), SpotlightName(text)))
        mark(at, 1);
    return marks;
}

void CompletionPopup::paintRow(QPainter &painter, const CompletionItem &item, const QRectF &row,
                               bool isCurrent)
{
    const auto &theme = m_look.theme();
    if (isCurrent) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.selection);
        painter.drawRoundedRect(row, Look::RadiusSmall, Look::RadiusSmall);
    }
    const QRectF badge(row.left() + 4 * m_zoom, row.center().y() - 8 * m_zoom, 16 * m_zoom,
                       16 * m_zoom);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.hover);
    painter.drawRoundedRect(badge, 3 * m_zoom, 3 * m_zoom);
    painter.setPen(theme.textDim);
    painter.setFont(m_look.sans(10 * m_zoom, QFont::DemiBold));
    painter.drawText(badge, Qt::AlignCenter, item.kind.left(1).toUpper());

    const auto small = m_look.sans(11 * m_zoom);
    const qreal left = badge.right() + 7 * m_zoom;
    const auto mono = m_look.mono(12 * m_zoom);
    const qreal most = row.right() - left - 10 * m_zoom;
    const auto name = QFontMetricsF(mono).elidedText(item.text, Qt::ElideRight, most);
    QTextLayout layout(name, mono);
    if (!m_typed.isEmpty())
        layout.setFormats(fitMarks(name, m_typed, theme.accent));
    layout.beginLayout();
    auto line = layout.createLine();
    line.setLineWidth(1e5);
    layout.endLayout();
    painter.setPen(theme.text);
    layout.draw(&painter, {left, row.center().y() - line.height() / 2});
    qreal end = left + line.naturalTextWidth();
    if (item.required) {
        painter.setPen(theme.warn);
        painter.setFont(small);
        painter.drawText(QRectF(end + 3 * m_zoom, row.top(), 12 * m_zoom, row.height()),
                         Qt::AlignVCenter, u"✱"_s);
        end += 14 * m_zoom;
    }
    const QRectF rest(end + 8 * m_zoom, row.top(), row.right() - end - 14 * m_zoom, row.height());
    painter.setPen(theme.textFaint);
    painter.setFont(small);
    painter.drawText(rest, Qt::AlignVCenter | Qt::AlignRight,
                     QFontMetricsF(small).elidedText(item.type, Qt::ElideRight, rest.width()));
}

void CompletionPopup::mousePressEvent(QMouseEvent *event)
{
    const int row = int((event->position().y() - inset * m_zoom) / rowHeight());
    if (row < 0 || row >= rowsInView())
        return;
    setCurrent(m_first + row);
    Q_EMIT chosen();
}

void CompletionPopup::wheelEvent(QWheelEvent *event)
{
    const int rows = event->angleDelta().y() > 0 ? -3 : 3;
    m_first = qBound(0, m_first + rows, qMax(0, int(m_fitting.size()) - MostRows));
    update();
    event->accept();
}

} // namespace workspace
