// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/peers/peerlayer.h"

#include "workspace/canvas/paint/minimap.h"
#include "workspace/canvas/paint/textpaint.h"
#include "workspace/canvas/peers/peerlook.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace workspace {

// A pointer takes about as long to where it is heard to be as it was silent before.
static constexpr qint64 ShortestWay = 40;
static constexpr qint64 LongestWay = 120;
static constexpr int MostRings = 3; ///< about one krate; more could not be told apart
static constexpr int LineWidth = 2;
static constexpr int RingGap = 4;
static constexpr int FrameWidth = 3;
static constexpr QSize LargestPicture{190, 44}; ///< of a pointer and its name

PeerLayer::PeerLayer(const CanvasScene &scene, const Look &look)
    : m_scene(scene)
    , m_look(look)
{
}

const PeerLayer::Shown *PeerLayer::find(quint64 peer) const
{
    const auto found =
        std::ranges::find(m_shown, peer, [](const Shown &shown) { return shown.peer.id; });
    return found == m_shown.end() ? nullptr : &*found;
}

PeerLayer::Shown *PeerLayer::find(quint64 peer)
{
    return const_cast<Shown *>(std::as_const(*this).find(peer));
}

QPointF PeerLayer::at(const Shown &shown) const
{
    const QPointF to = shown.peer.cursor.value_or(shown.from);
    const qint64 since = m_scene.now() - shown.began;
    if (shown.takes <= 0 || since >= shown.takes)
        return to;
    return shown.from + (to - shown.from) * (double(since) / double(shown.takes));
}

qreal PeerLayer::opacityOf(const Shown &shown) const
{
    const qint64 faded = m_scene.now() - shown.heard - FadeAfter;
    const qreal part = std::clamp(double(faded) / double(FadeTime), 0.0, 1.0);
    return 1 - part * (1 - Faded);
}

bool PeerLayer::isMoving(const Shown &shown) const
{
    const qint64 now = m_scene.now();
    const qint64 rests = now - shown.heard;
    return shown.peer.cursor
        && (now - shown.began < shown.takes
            || (rests >= FadeAfter && rests <= FadeAfter + FadeTime));
}

QRect PeerLayer::cursorRect(const Shown &shown) const
{
    if (!shown.peer.cursor)
        return {};
    const QPointF tip = m_scene.camera().toScreen(at(shown));
    const QSize size =
        shown.picture.isNull() ? LargestPicture : shown.picture.deviceIndependentSize().toSize();
    return QRectF(tip - PeerCursor::HotSpot, size).toAlignedRect().adjusted(-1, -1, 1, 1);
}

QRectF PeerLayer::markRect(const YardPeer &peer, const QString &krate) const
{
    const auto *item = m_scene.krate(krate);
    if (!item)
        return {};
    QRectF rect = m_scene.isCard(*item) ? m_scene.cardRect(*item) : m_scene.frame(*item);
    if (peer.dragged.contains(krate))
        rect.translate(peer.by * m_scene.camera().zoom());
    return rect;
}

/// Where lines about krates are; with the names above them.
QRegion PeerLayer::marksOf(const YardPeer &peer) const
{
    QRegion region;
    for (const auto &krate : peer.marked()) {
        const QRectF rect = markRect(peer, krate);
        if (rect.isEmpty())
            continue;
        const int out = MostRings * (RingGap + LineWidth) + 2;
        const QRect outer = rect.toAlignedRect().adjusted(-out, -out - 20, out, out);
        region += QRegion(outer) - rect.toRect().adjusted(24, 24, -24, -24);
    }
    return region;
}

void PeerLayer::take(Shown &shown, const YardPeer &peer) const
{
    const qint64 now = m_scene.now();
    if (peer.cursor && peer.cursor != shown.peer.cursor) {
        const bool appears = !shown.peer.cursor || !m_scene.hasMotion();
        shown.from = appears ? *peer.cursor : at(shown);
        shown.takes = appears ? 0 : std::clamp(now - shown.heard, ShortestWay, LongestWay);
        shown.began = now;
        shown.heard = now;
    }
    if (peer.name != shown.peer.name || peer.color != shown.peer.color)
        shown.picture = {};
    shown.peer = peer;
}

QRegion PeerLayer::set(const std::vector<YardPeer> &peers)
{
    QRegion dirty;
    auto before = std::exchange(m_shown, {});
    for (const auto &peer : peers) {
        const auto was =
            std::ranges::find(before, peer.id, [](const Shown &shown) { return shown.peer.id; });
        Shown next;
        if (was != before.end()) {
            next = std::move(*was);
            before.erase(was);
        }
        if (!next.peer.hasSameMarks(peer))
            dirty += marksOf(next.peer) + marksOf(peer) + next.painted;
        if (!peer.cursor)
            dirty += std::exchange(next.painted, {});
        take(next, peer);
        m_shown.push_back(std::move(next));
    }
    for (const auto &gone : before)
        dirty += marksOf(gone.peer) + gone.painted;
    return dirty + advance().dirty;
}

PeerLayer::Step PeerLayer::advance()
{
    Step step;
    for (auto &shown : m_shown) {
        const QRect rect = cursorRect(shown);
        const bool moves = isMoving(shown);
        if (moves || rect != shown.painted)
            step.dirty += QRegion(rect) + shown.painted;
        shown.painted = rect;
        step.moves = step.moves || moves;
    }
    return step;
}

qint64 PeerLayer::nextFade() const
{
    qint64 next = -1;
    for (const auto &shown : m_shown) {
        const qint64 left = shown.heard + FadeAfter - m_scene.now();
        if (shown.peer.cursor && left >= 0)
            next = next < 0 ? left : std::min(next, left);
    }
    return next;
}

std::optional<QPointF> PeerLayer::cursor(quint64 peer) const
{
    const auto *shown = find(peer);
    return shown && shown->peer.cursor ? std::optional(at(*shown)) : std::nullopt;
}

qreal PeerLayer::opacity(quint64 peer) const
{
    const auto *shown = find(peer);
    return shown ? opacityOf(*shown) : 0;
}

const QImage &PeerLayer::pictureOf(Shown &shown, qreal ratio) const
{
    if (shown.picture.isNull() || shown.picture.devicePixelRatio() != ratio)
        shown.picture = PeerCursor::picture(m_look, shown.peer.name, shown.peer.color, ratio);
    return shown.picture;
}

void PeerLayer::forgetLook()
{
    m_boxes.clear();
    for (auto &shown : m_shown)
        shown.picture = {};
}

void PeerLayer::paint(QPainter &painter, const QRect &rect)
{
    QHash<QString, int> rings;
    for (const auto &shown : m_shown) {
        for (const auto &krate : shown.peer.marked()) {
            if (const int ring = rings[krate]++; ring < MostRings)
                paintMarks(painter, shown.peer, krate, ring, rect);
        }
    }
    const qreal ratio = painter.device()->devicePixelRatio();
    for (auto &shown : m_shown) {
        if (!shown.peer.cursor)
            continue;
        const auto &picture = pictureOf(shown, ratio);
        shown.painted = cursorRect(shown);
        if (!shown.painted.intersects(rect))
            continue;
        painter.setOpacity(opacityOf(shown));
        painter.drawImage(m_scene.camera().toScreen(at(shown)) - PeerCursor::HotSpot, picture);
        painter.setOpacity(1);
    }
    if (!m_frame.isValid())
        return;
    const QSize view = m_scene.camera().viewport().toSize();
    const QRect whole(QPoint(), view);
    for (const QRect &edge :
         QRegion(whole) - whole.adjusted(FrameWidth, FrameWidth, -FrameWidth, -FrameWidth))
        painter.fillRect(edge, seenColor(m_look.theme(), m_frame));
}

/// The line about a krate and whose it is; from the second on, further out.
void PeerLayer::paintMarks(QPainter &painter, const YardPeer &peer, const QString &id, int ring,
                           const QRect &rect)
{
    const QRectF krate = markRect(peer, id);
    const int out = RingGap + ring * (RingGap + LineWidth);
    const QRect around = krate.toAlignedRect().adjusted(-out, -out, out, out);
    if (krate.isEmpty() || !around.adjusted(-4, -24, 4, 4).intersects(rect))
        return;
    const qreal ratio = painter.device()->devicePixelRatio();
    const auto toPixels = [ratio](const QRect &r) {
        return QRect(r.topLeft() * ratio, (QSizeF(r.size()) * ratio).toSize());
    };
    const QColor color = seenColor(m_look.theme(), peer.color);
    const auto *item = m_scene.krate(id);
    const qreal scale = m_scene.isCard(*item) ? 1 : m_scene.camera().zoom();
    const QRect pixels = toPixels(around);
    const int radius = int((Look::RadiusKrate * scale + out) * ratio);
    const BoxStyle style{std::min(radius, pixels.height() / 2), 0, color.rgba(),
                         std::max(1, qRound(LineWidth * ratio)), 0};
    painter.save();
    painter.scale(1 / ratio, 1 / ratio);
    m_boxes.paintCorners(painter, pixels, style);
    m_boxes.paintEdges(painter, pixels, style, toPixels(rect));
    painter.restore();
    const QFont font = m_look.sans(11, QFont::DemiBold);
    const qreal width = std::min(lineWidth(peer.name, font) + 14, double(around.width()) / 2);
    if (width < 40)
        return;
    // Each further out has its name further to the left.
    const QRectF label(around.right() - width - 22 - ring * (width + 6), around.top() - 9, width,
                       18);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(label, 6, 6);
    drawLine(painter, label.adjusted(7, 0, -7, 0), peer.name, font, inkOn(color));
    painter.restore();
}

void PeerLayer::paintOnMap(QPainter &painter, const Minimap &map) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const auto &shown : m_shown) {
        if (!shown.peer.cursor)
            continue;
        const QPointF dot = map.fromWorld(at(shown));
        if (!map.rect().adjusted(2, 2, -2, -2).contains(dot))
            continue;
        painter.setPen(QPen(m_look.theme().panel, 1));
        painter.setBrush(seenColor(m_look.theme(), shown.peer.color));
        painter.drawEllipse(dot, 3.5, 3.5);
    }
    painter.restore();
}

} // namespace workspace
