// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/window/jumpchip.h"

#include "workspace/logs/logicons.h"
#include "workspace/logs/view/logpanes.h"
#include "workspace/logs/window/logbanner.h"
#include "workspace/look/look.h"

#include <QCoreApplication>
#include <QPainter>

#include <utility>

namespace workspace {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::LogContent)
};

constexpr QSizeF ChipSize(120, 26);

} // namespace

JumpChip::JumpChip(const LogPanes &panes, const LogBanner &banner)
    : m_panes(panes)
    , m_banner(banner)
{
}

QRectF JumpChip::rect() const
{
    if (m_panes.pane().isFollowing() || m_panes.model().rowCount() == 0)
        return {};
    return {{(m_banner.width() - ChipSize.width()) / 2, m_banner.top() - 36}, ChipSize};
}

bool JumpChip::hover(QPointF at)
{
    const bool over = rect().contains(at);
    return std::exchange(m_isHovered, over) != over;
}

void JumpChip::paint(QPainter &painter, const Look &look)
{
    const auto chip = rect();
    if (chip.isEmpty())
        return;
    const auto &theme = look.theme();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.shadow);
    painter.drawRoundedRect(chip.translated(0, 2), 13, 13);
    painter.setPen(QPen(m_isHovered ? theme.accent : theme.borderStrong, 1));
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), 13, 13);
    const auto below = m_panes.pane().rowsBelow();
    const auto text = below > 0 ? Tr::tr("%1 more").arg(below) : Tr::tr("Newest line");
    const auto font = look.sans(11.5, QFont::DemiBold);
    const qreal width = qMin(m_glyphs.widthOf(text, font), chip.width() - 34) + 16;
    const qreal left = chip.center().x() - width / 2;
    drawDownArrow(painter, {left + 4, chip.center().y()}, theme.accent);
    painter.setPen(theme.text);
    m_glyphs.draw(painter, {left + 16, chip.bottom() - 9}, text, font, chip.width() - 34);
    painter.restore();
}

} // namespace workspace
