// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/logbar.h"

#include "workspace/logs/logicons.h"
#include "workspace/logs/view/logpane.h"
#include "workspace/look/look.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr qreal TextPixels = 11;
static constexpr qreal Margin = 8;
static constexpr qreal ChipHeight = 22;
static constexpr qreal SwitchWidth = 23;

// 7, 980, 1.2k, 15k
static QString shortCount(qint64 count)
{
    if (count < 1000)
        return QString::number(count);
    if (count < 10'000) {
        const auto tenths = count / 100;
        return QString::number(double(tenths) / 10, 'f', 1) + u'k';
    }
    return QString::number(count / 1000) + u'k';
}

logstore::Level LogBar::levelOf(Button button)
{
    switch (button) {
    case Error: return logstore::Level::Error;
    case Warn: return logstore::Level::Warn;
    case Info: return logstore::Level::Info;
    case Debug: return logstore::Level::Debug;
    default: return logstore::Level::None;
    }
}

static QString letterOf(LogBar::Button button)
{
    switch (button) {
    case LogBar::Error: return u"E"_s;
    case LogBar::Warn: return u"W"_s;
    case LogBar::Info: return u"I"_s;
    default: return u"D"_s;
    }
}

qreal LogBar::chipWidth(Button button, const QString &count, const Look &look)
{
    return 17 + m_glyphs.widthOf(letterOf(button), look.sans(TextPixels, QFont::DemiBold))
        + m_glyphs.widthOf(count, look.sans(TextPixels));
}

void LogBar::forget()
{
    m_items.clear();
    m_glyphs.clear();
    m_switches.clear();
}

void LogBar::layout(const State &state, qreal width, const Look &look)
{
    if (state == m_state && qFuzzyCompare(width, m_width) && !m_items.empty())
        return;
    m_state = state;
    m_width = width;
    m_items.clear();
    const qreal top = (Height - ChipHeight) / 2;
    const auto font = look.sans(TextPixels);
    std::vector switches{Timeline, Filter, Wrap, Stamps, Previous, Pause, More};
    if (!state.canPrevious)
        std::erase(switches, Previous);
    const qreal switchesLeft = width - Margin + 3 - SwitchWidth * qreal(switches.size());
    qreal left = Margin;
    if (!state.container.isEmpty()) {
        const qreal wanted = m_glyphs.widthOf(state.container, font) + 30;
        const qreal most = qMax(62.0, (switchesLeft - left) * 0.4);
        m_items.push_back({Container, {left, top, qMin(wanted, most), ChipHeight}});
        left = m_items.back().rect.right() + 6;
    }
    const std::array levels{Error, Warn, Info, Debug};
    std::array<QString, 4> counts;
    qreal needed = 0;
    for (size_t i = 0; i < levels.size(); ++i) {
        counts[i] = shortCount(state.counts[size_t(levelOf(levels[i]))]);
        needed += chipWidth(levels[i], counts[i], look);
    }
    const bool withCounts = left + needed + 9 <= switchesLeft - 4;
    for (size_t i = 0; i < levels.size(); ++i) {
        const qreal chip = withCounts ? chipWidth(levels[i], counts[i], look) : 20;
        m_items.push_back({levels[i],
                           {left, top, chip, ChipHeight},
                           withCounts ? counts[i] : QString(),
                           state.shown[size_t(levelOf(levels[i]))]});
        left += chip + 3;
    }
    left = switchesLeft;
    for (const auto button : switches) {
        const bool on = (button == Filter && state.filter) || (button == Timeline && state.timeline)
            || (button == Wrap && state.wrapped) || (button == Stamps && state.stamps)
            || (button == Previous && state.previous) || (button == Pause && state.paused);
        m_items.push_back({button, {left, top, SwitchWidth, ChipHeight}, {}, on});
        left += SwitchWidth;
    }
}

void LogBar::paint(QPainter &painter, const Look &look)
{
    const auto &theme = look.theme();
    painter.fillRect(QRectF(0, 0, m_width, Height), theme.raised);
    painter.fillRect(QRectF(0, Height - 1, m_width, 1), theme.border);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const auto &item : m_items) {
        if (item.button == Container) {
            painter.setPen(QPen(m_hovered == Container ? theme.borderStrong : theme.border, 1));
            painter.setBrush(m_hovered == Container ? theme.hover : theme.panel);
            painter.drawRoundedRect(item.rect.adjusted(0.5, 0.5, -0.5, -0.5), Look::RadiusSmall,
                                    Look::RadiusSmall);
            painter.setPen(theme.text);
            m_glyphs.draw(painter, item.rect.bottomLeft() + QPointF(8, -7), m_state.container,
                          look.sans(TextPixels), item.rect.width() - 28, Qt::ElideMiddle);
            drawChevron(painter, QPointF(item.rect.right() - 11, item.rect.center().y()),
                        theme.textDim);
        } else if (levelOf(item.button) != logstore::Level::None) {
            paintLevel(painter, look, item);
        } else {
            paintSwitch(painter, look, item);
        }
    }
    painter.restore();
}

void LogBar::paintLevel(QPainter &painter, const Look &look, const Item &item)
{
    const auto &theme = look.theme();
    const auto level = levelOf(item.button);
    const auto color = item.on ? colorOf(level, look) : theme.textFaint;
    auto fill = color;
    fill.setAlpha(item.on ? 34 : 0);
    if (m_hovered == item.button)
        fill.setAlpha(fill.alpha() + 22);
    painter.setPen(item.on ? QPen(Qt::NoPen) : QPen(theme.border, 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(item.rect.adjusted(0.5, 0.5, -0.5, -0.5), Look::RadiusSmall,
                            Look::RadiusSmall);
    painter.setPen(level == logstore::Level::Debug && item.on ? theme.textDim : color);
    const auto bold = look.sans(TextPixels, QFont::DemiBold);
    const auto baseline = item.rect.bottom() - 7;
    const qreal letter = m_glyphs.widthOf(letterOf(item.button), bold);
    const qreal start =
        item.count.isEmpty() ? item.rect.center().x() - letter / 2 : item.rect.left() + 6;
    m_glyphs.draw(painter, {start, baseline}, letterOf(item.button), bold, 40);
    if (!item.on) // struck through: colour alone would not tell
        painter.fillRect(QRectF(start - 2, item.rect.center().y() - 0.5, letter + 4, 1), color);
    if (item.count.isEmpty())
        return;
    painter.setPen(item.on ? theme.textDim : theme.textFaint);
    m_glyphs.draw(painter, {item.rect.left() + 11 + letter, baseline}, item.count,
                  look.sans(TextPixels), 200);
}

void LogBar::paintSwitch(QPainter &painter, const Look &look, const Item &item)
{
    const auto &theme = look.theme();
    const bool hovered = m_hovered == item.button;
    const int sign =
        (int(item.button) << 3) | (item.on ? 4 : 0) | (hovered ? 2 : 0) | (m_state.paused ? 1 : 0);
    m_switches.draw(painter, item.rect, sign, theme.textDim,
                    [&](QPainter &own) { paintSwitchAnew(own, look, item); });
}

void LogBar::paintSwitchAnew(QPainter &painter, const Look &look, const Item &item) const
{
    const auto &theme = look.theme();
    const auto box = item.rect.adjusted(1.5, 0.5, -1.5, -0.5);
    if (item.on || m_hovered == item.button) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(item.on ? theme.selection : theme.hover);
        painter.drawRoundedRect(box, Look::RadiusSmall, Look::RadiusSmall);
    }
    const auto color = item.on     ? theme.accent
        : m_hovered == item.button ? theme.text
                                   : theme.textDim;
    const auto center = item.rect.center();
    switch (item.button) {
    case Timeline: return drawTimelineIcon(painter, center, color);
    case More: return drawMoreIcon(painter, center, color);
    case Filter: return drawFilterIcon(painter, center, color);
    case Wrap: return drawWrapIcon(painter, center, color);
    case Stamps: return drawClockIcon(painter, center, color);
    case Previous: return drawPreviousIcon(painter, center, color);
    case Pause:
        return m_state.paused ? drawPlayIcon(painter, center, color)
                              : drawPauseIcon(painter, center, color);
    default: return;
    }
}

QString LogBar::nameOf(Button button) const
{
    switch (button) {
    case Container: return tr("Choose the container");
    case Error: return tr("Errors");
    case Warn: return tr("Warnings");
    case Info: return tr("Information and lines without a level");
    case Debug: return tr("Debug");
    case Timeline: return tr("When lines were written  H");
    case Filter: return tr("Filter lines  /");
    case Wrap: return tr("Wrap long lines  W");
    case Stamps: return tr("Time stamps  T");
    case Previous: return tr("Log before the last restart  O");
    case Pause: return m_state.paused ? tr("Go on reading  P") : tr("Pause  P");
    case More: return tr("More  .");
    case None: return {};
    }
    Q_UNREACHABLE_RETURN({});
}

void LogBar::paintHint(QPainter &painter, const Look &look)
{
    const auto name = nameOf(m_hovered);
    if (name.isEmpty())
        return;
    const auto &theme = look.theme();
    const auto font = look.sans(TextPixels);
    const qreal width = m_glyphs.widthOf(name, font) + 16;
    const qreal left =
        qBound(4.0, rectOf(m_hovered).center().x() - width / 2, qMax(4.0, m_width - width - 4));
    const QRectF box(left, Height + 3, width, 22);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.borderStrong, 1));
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), Look::RadiusSmall,
                            Look::RadiusSmall);
    painter.setPen(theme.text);
    m_glyphs.draw(painter, {left + 8, box.bottom() - 7}, name, font, width);
    painter.restore();
}

LogBar::Button LogBar::buttonAt(QPointF position) const
{
    const auto found = std::ranges::find_if(
        m_items, [position](const Item &item) { return item.rect.contains(position); });
    return found == m_items.end() ? None : found->button;
}

QRectF LogBar::rectOf(Button button) const
{
    const auto found = std::ranges::find(m_items, button, &Item::button);
    return found == m_items.end() ? QRectF() : found->rect;
}

bool LogBar::hover(QPointF position)
{
    const auto over = buttonAt(position);
    return std::exchange(m_hovered, over) != over;
}

} // namespace workspace
