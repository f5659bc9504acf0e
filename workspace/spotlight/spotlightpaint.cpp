// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/spotlight/spotlightpanel.h"

#include "workspace/look/look.h"
#include "workspace/spotlight/spotlightscore.h"
#include "workspace/textview/messagepaint.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace workspace {

static QColor faded(QColor color, float alpha)
{
    color.setAlphaF(alpha);
    return color;
}

void SpotlightPanel::paintEvent(QPaintEvent *)
{
    const auto &theme = m_look.theme();
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.borderStrong, 1));
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Look::RadiusLarge,
                            Look::RadiusLarge);
    paintInput(painter);
    const auto list = listRect();
    if (m_hits.empty()) {
        const bool asked = !m_input.text().isEmpty() || !m_kind.isEmpty();
        paintMessage(
            painter, list, m_look,
            asked ? Message{.title = tr("Nothing found"),
                            .text = tr("No name has these letters in this order.")}
                  : Message{.title = tr("Type to search"),
                            .text = tr("A kind such as pod or svc and Tab narrows it down.")});
    }
    painter.save();
    painter.setClipRect(list);
    for (int row = scrolledRows(); row < int(m_hits.size()); ++row) {
        const QRectF box(rowRect(row));
        if (box.top() > list.bottom())
            break;
        if (row == m_selected) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.selection);
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), Look::RadiusMedium,
                                    Look::RadiusMedium);
        }
        paintHit(painter, m_hits[size_t(row)], box);
        const bool isPinned = m_memory.isPinned(m_hits[size_t(row)].entry);
        if (isPinned || row == m_selected)
            paintStar(painter, box, isPinned);
    }
    painter.restore();
    m_scroll.paint(painter, theme);
    paintHint(painter);
}

void SpotlightPanel::paintInput(QPainter &painter)
{
    const auto &theme = m_look.theme();
    const QPointF c(29, InputHeight / 2.0);
    painter.setPen(QPen(theme.accent, 1.8, Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(c - QPointF(1.5, 1.5), 6, 6);
    painter.drawLine(c + QPointF(3, 3), c + QPointF(7, 7));
    painter.setPen(theme.border);
    painter.drawLine(QPointF(1, InputHeight - 0.5), QPointF(width() - 1.0, InputHeight - 0.5));
    if (m_kind.isEmpty())
        return;
    const auto font = m_look.sans(13, QFont::DemiBold);
    const QRectF pill(46, InputHeight / 2.0 - 13, pillWidth() - 8, 26);
    painter.setPen(QPen(faded(theme.accent, 0.5F), 1));
    painter.setBrush(faded(theme.accent, 0.14F));
    painter.drawRoundedRect(pill, 13, 13);
    painter.setPen(theme.accent);
    m_glyphs.draw(painter, {pill.left() + 10, pill.center().y() + 4.6}, m_kind, font, 400);
}

static QColor kindColor(const SpotlightEntry &entry, const Theme &theme)
{
    switch (entry.type) {
    case SpotlightEntry::Type::Object: return theme.accent;
    case SpotlightEntry::Type::Krate: return theme.warn;
    case SpotlightEntry::Type::Namespace: return theme.forNamespace(entry.name);
    case SpotlightEntry::Type::Collection: return theme.info;
    case SpotlightEntry::Type::Command: return theme.textDim;
    }
    Q_UNREACHABLE_RETURN({});
}

void SpotlightPanel::paintHit(QPainter &painter, const SpotlightHit &hit, const QRectF &box)
{
    const auto &theme = m_look.theme();
    const auto &entry = hit.entry;
    const auto color = kindColor(entry, theme);
    const QRectF badge(box.left() + 8, box.center().y() - 11, 54, 22);
    painter.setPen(Qt::NoPen);
    painter.setBrush(faded(color, theme.dark ? 0.13F : 0.1F));
    painter.drawRoundedRect(badge, 5, 5);
    painter.setPen(color);
    const auto badgeFont = m_look.mono(11);
    const auto word = kindShort(entry);
    m_glyphs.draw(
        painter,
        {badge.center().x() - m_glyphs.widthOf(word, badgeFont) / 2, badge.center().y() + 4}, word,
        badgeFont, 54);

    qreal right = starRect(box).left() - 6;
    const auto drawAtRight = [&](const QString &text, const QFont &font, const QColor &pen) {
        if (text.isEmpty())
            return;
        const qreal width = qMin(150.0, m_glyphs.widthOf(text, font) + 1);
        right -= width;
        painter.setPen(pen);
        m_glyphs.draw(painter, {right, box.center().y() + 4.5}, text, font, width + 2,
                      Qt::ElideMiddle);
        right -= 14;
    };
    const auto small = m_look.sans(12);
    const auto nameSpace = entry.type == SpotlightEntry::Type::Collection
        ? entry.scope.nameSpaces.join(u", "_s)
        : entry.object.nameSpace;
    drawAtRight(entry.shortcut, m_look.mono(11.5), theme.textDim);
    drawAtRight(entry.cluster, small, theme.textFaint);
    drawAtRight(nameSpace, small, theme.forNamespace(nameSpace));
    const qreal left = badge.right() + 12;
    paintName(painter, hit, {left, box.center().y() + 5}, right - left);
}

/// The letters that were typed stand out. Painted run by run, so that each run is shaped once.
void SpotlightPanel::paintName(QPainter &painter, const SpotlightHit &hit, QPointF base,
                               qreal width)
{
    const auto &theme = m_look.theme();
    const auto plain = m_look.sans(14.5, QFont::Medium);
    const auto strong = m_look.sans(14.5, QFont::Bold);
    const auto &name = hit.entry.name;
    const auto typed = [&hit](int at) { return std::ranges::binary_search(hit.letters, at); };
    const qreal end = base.x() + width;
    for (int from = 0; from < int(name.size()) && base.x() < end;) {
        const bool on = typed(from);
        int to = from + 1;
        while (to < int(name.size()) && typed(to) == on)
            ++to;
        const auto run = name.mid(from, to - from);
        const auto &font = on ? strong : plain;
        painter.setPen(on ? theme.accent : theme.text);
        m_glyphs.draw(painter, base, run, font, end - base.x());
        base.rx() += m_glyphs.widthOf(run, font);
        from = to;
    }
}

QRectF SpotlightPanel::starRect(const QRectF &row) const
{
    return {row.right() - 32, row.center().y() - 12, 24, 24};
}

/// Filled: pinned. Hollow: a click or Ctrl+D pins it.
void SpotlightPanel::paintStar(QPainter &painter, const QRectF &row, bool isPinned)
{
    const auto &theme = m_look.theme();
    const auto centre = starRect(row).center();
    QPolygonF star;
    for (int i = 0; i < 10; ++i) {
        const qreal angle = std::numbers::pi * (i / 5.0 - 0.5);
        const qreal radius = i % 2 == 0 ? 7 : 3;
        star << centre + QPointF(std::cos(angle), std::sin(angle)) * radius;
    }
    painter.setPen(QPen(isPinned ? theme.warn : theme.textDim, 1.2, Qt::SolidLine, Qt::RoundCap,
                        Qt::RoundJoin));
    painter.setBrush(isPinned ? QBrush(theme.warn) : QBrush(Qt::NoBrush));
    painter.drawPolygon(star);
}

QString SpotlightPanel::hintText() const
{
    if (!m_problem.isEmpty())
        return m_problem;
    const auto alias = m_kind.isEmpty() ? kindOfAlias(m_input.text()) : QString();
    if (!alias.isEmpty())
        return tr("Tab: only %1").arg(alias);
    const bool isAsked = !m_input.text().isEmpty() || !m_kind.isEmpty();
    if (!isAsked)
        return m_hits.empty() ? QString() : tr("Pinned and opened recently");
    return tr("%Ln found", nullptr, int(m_hits.size()));
}

void SpotlightPanel::paintHint(QPainter &painter)
{
    const auto &theme = m_look.theme();
    const qreal top = height() - qreal(HintHeight);
    painter.setPen(theme.border);
    painter.drawLine(QPointF(1, top + 0.5), QPointF(width() - 1.0, top + 0.5));
    const auto font = m_look.sans(11.5);
    const bool isAlias = m_kind.isEmpty() && !kindOfAlias(m_input.text()).isEmpty();
    painter.setPen(!m_problem.isEmpty() ? theme.warn : isAlias ? theme.accent : theme.textFaint);
    const qreal base = top + 20.5;
    const qreal used = qMin(width() * 0.3, m_glyphs.widthOf(hintText(), font));
    m_glyphs.draw(painter, {18, base}, hintText(), font, used + 2);

    // The rest as far as there is room, what is offered now first.
    QStringList keys;
    if (m_elsewhere > 0)
        keys << tr("Alt+A search %Ln more contexts", nullptr, m_elsewhere);
    keys << tr("Enter open") << tr("Alt+L logs") << tr("Alt+S shell") << tr("Alt+Y YAML")
         << tr("Alt+D describe") << tr("Ctrl+D pin") << tr("Esc close");
    qreal right = width() - 18.0;
    const qreal end = 18 + used + 24;
    painter.setPen(theme.textFaint);
    QStringList shown;
    for (const auto &key : std::as_const(keys)) {
        shown << key;
        if (m_glyphs.widthOf(shown.join(u"   "_s), font) > right - end) {
            shown.removeLast();
            break;
        }
    }
    const auto text = shown.join(u"   "_s);
    right -= m_glyphs.widthOf(text, font);
    m_glyphs.draw(painter, {right, base}, text, font, width() - 16.0 - right);
}

} // namespace workspace
