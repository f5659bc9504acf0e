// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/canvaspainter.h"

#include "workspace/canvas/chrome.h"
#include "workspace/canvas/grid.h"
#include "workspace/yard/layout.h"

#include <QPainter>

#include <algorithm>
#include <tuple>

namespace workspace {

static constexpr qint64 MostBytes = 192LL * 1024 * 1024;

CanvasPainter::CanvasPainter(CanvasScene &scene, Minimap &minimap, const Overlays &overlays,
                             const Look &look)
    : m_scene(scene)
    , m_minimap(minimap)
    , m_overlays(overlays)
    , m_look(look)
    , m_krates(look)
    , m_windows(look)
{
}

bool CanvasPainter::smooth() const
{
    return !m_scene.isZooming() && !m_scene.camera().isFlying();
}

void CanvasPainter::addJob(std::vector<Job> &jobs, const Job &job, const QRegion &region) const
{
    if (!region.intersects(job.rect.toAlignedRect()))
        return;
    job.picture->used = m_pictures.frame();
    const bool missing = job.window && !job.window->content && !m_scene.camera().isFlying();
    if (missing || job.picture->dirty || !job.picture->fits(job.size, job.scale))
        jobs.push_back(job);
}

/// What is seen in `region` and whose picture is out of date.
std::vector<CanvasPainter::Job> CanvasPainter::jobsFor(const QRegion &region, qreal ratio) const
{
    std::vector<Job> jobs;
    const auto focused = m_scene.focused();
    const auto windowJob = [&](const WindowPlace &place) {
        const QRectF rect = m_scene.windowRect(place);
        const qreal scale = m_scene.windowScale(place);
        addJob(jobs,
               {place.krate, place.window, &place.window->picture, rect.size() / scale,
                scale * ratio, rect, place == focused},
               region);
    };
    const auto maximised = m_scene.maximised();
    if (maximised)
        windowJob(maximised);
    for (const auto &item : m_scene.krates()) {
        const QRectF rect = m_scene.isCard(*item) ? m_scene.cardRect(*item) : m_scene.frame(*item);
        if (!region.intersects(rect.toAlignedRect()))
            continue;
        if (m_scene.isCard(*item)) {
            const qreal scale = rect.width() / layout::CardSize.width() * ratio;
            addJob(jobs, {item.get(), nullptr, &item->card, layout::CardSize, scale, rect}, region);
            continue;
        }
        const qreal zoom = m_scene.camera().zoom();
        const QSizeF size(rect.width() / zoom, layout::HeaderHeight + layout::Padding);
        addJob(jobs,
               {item.get(), nullptr, &item->header, size, zoom * ratio,
                QRectF(rect.topLeft(), size * zoom)},
               region);
        for (const auto &window : item->windows) {
            const WindowPlace place{item.get(), window.get()};
            if (place != maximised)
                windowJob(place);
        }
    }
    return jobs;
}

CanvasPainter::Left CanvasPainter::renew(const QRegion &region, qreal ratio)
{
    Left left;
    auto jobs = jobsFor(region, ratio);
    // Under the pointer first, then what has no picture at all, then in turns.
    std::ranges::stable_sort(jobs, {}, [](const Job &job) {
        return std::tuple(!job.first, !job.picture->image.isNull(), job.picture->painted);
    });
    const bool moving = !smooth();
    for (const auto &job : jobs) {
        const auto &picture = *job.picture;
        const qreal stretch = picture.scale > 0 ? job.scale / picture.scale : 0;
        const bool usable = !picture.image.isNull() && stretch > 0.4 && stretch < 2.2;
        if (moving && usable && !picture.dirty) {
            left.settled = true; // the next step of the zoom would waste a new picture
            continue;
        }
        if (!m_pictures.hasTime()) {
            left.now = true;
            left.region += job.rect.toAlignedRect();
            continue;
        }
        run(job);
    }
    return left;
}

void CanvasPainter::run(const Job &job)
{
    if (!job.window) {
        const bool card = job.picture == &job.krate->card;
        m_pictures.repaint(*job.picture, job.size, job.scale, [&](QPainter &painter) {
            if (card)
                m_krates.paintCard(painter, *job.krate);
            else
                m_krates.paintHeader(
                    painter, *job.krate,
                    KrateChrome(m_scene.frame(*job.krate).size() / m_scene.camera().zoom(),
                                m_scene.camera().zoom()));
        });
        return;
    }
    const WindowPlace place{job.krate, job.window};
    if (job.window->content || !m_scene.camera().isFlying())
        m_scene.ensureContent(place);
    const bool focused = m_scene.focused() == place;
    m_pictures.repaint(*job.picture, job.size, job.scale, [&](QPainter &painter) {
        m_windows.paint(painter, place, job.size, focused);
    });
}

CanvasPainter::Left CanvasPainter::paint(QPainter &painter, const QRegion &region, qreal ratio,
                                         const Hit &hovered)
{
    m_pictures.begin();
    const Left left = renew(region, ratio);
    paintGrid(painter, m_scene.camera(), m_look.theme(), region.boundingRect());

    const QString lifted = m_scene.previewed();
    KrateItem *last = nullptr; // what is being dragged is nearest to the viewer
    for (const auto &item : m_scene.krates()) {
        if (item->record.id == lifted)
            last = item.get();
        else
            paintKrate(painter, *item, region, hovered);
    }
    if (last)
        paintKrate(painter, *last, region, hovered);

    const auto over = [&](const QRectF &rect) { return region.intersects(rect.toAlignedRect()); };
    if (m_scene.maximised()) {
        paintMaximised(painter, hovered);
    } else {
        m_overlays.paint(painter, hovered.button);
        if (over(m_minimap.rect()))
            m_minimap.paint(painter);
        if (hovered.part == Hit::Part::Minimap) {
            if (const auto *item = m_scene.krate(hovered.krate))
                m_minimap.paintName(painter, *item);
        }
    }
    if (m_pictures.frame() % 64 == 0)
        release();
    return left;
}

void CanvasPainter::paintKrate(QPainter &painter, KrateItem &item, const QRegion &region,
                               const Hit &hovered)
{
    const QRectF rect = m_scene.paintedRect(item);
    if (!region.intersects(rect.adjusted(-4, -4, 4, 4).toAlignedRect()))
        return;
    const bool lifted = m_scene.previewed() == item.record.id;
    const qreal zoom = m_scene.camera().zoom();
    if (!item.record.minimized)
        m_krates.paintFrame(painter, item, rect, zoom, region.boundingRect(), lifted);
    if (m_scene.isCard(item)) {
        paintCard(painter, item, hovered);
        return;
    }
    const QSizeF header(rect.width(), (layout::HeaderHeight + layout::Padding) * zoom);
    if (!item.header.image.isNull())
        drawPicture(painter, item.header, QRectF(rect.topLeft(), header), 0, smooth());
    if (hovered.krate == item.record.id
        && (hovered.part == Hit::Part::KrateMinimise || hovered.part == Hit::Part::KrateDismiss)) {
        const bool dismiss = hovered.part == Hit::Part::KrateDismiss;
        const KrateChrome chrome(rect.size() / zoom, zoom);
        painter.save();
        painter.translate(rect.topLeft());
        painter.scale(zoom, zoom);
        m_krates.paintButton(painter, dismiss ? Glyph::Close : Glyph::Minimise,
                             dismiss ? chrome.dismiss : chrome.minimise, true, dismiss);
        painter.restore();
    }
    const auto maximised = m_scene.maximised();
    for (const auto &window : item.windows) {
        const WindowPlace place{&item, window.get()};
        const QRectF around = m_scene.windowRect(place).adjusted(-6, -6, 6, 6);
        if (place != maximised && region.intersects(around.toAlignedRect()))
            paintWindow(painter, place, hovered);
    }
}

void CanvasPainter::paintCard(QPainter &painter, KrateItem &item, const Hit &hovered)
{
    const QRectF rect = m_scene.cardRect(item);
    const qreal scale = rect.width() / layout::CardSize.width();
    if (!item.card.image.isNull())
        drawPicture(painter, item.card, rect, Look::RadiusLarge * scale, smooth());
    if (hovered.part == Hit::Part::Card && hovered.krate == item.record.id)
        m_windows.paintRing(painter, rect, scale * Look::RadiusLarge / Look::RadiusMedium);
}

void CanvasPainter::paintWindow(QPainter &painter, const WindowPlace &place, const Hit &hovered)
{
    const QRectF rect = m_scene.windowRect(place);
    const qreal scale = m_scene.windowScale(place);
    auto &picture = place.window->picture;
    if (picture.image.isNull())
        m_windows.paintEmpty(painter, rect, scale);
    else
        drawPicture(painter, picture, rect, Look::RadiusMedium * scale, smooth());

    if (hovered.window == place.window->record.id) {
        const QSizeF size = rect.size() / scale;
        painter.save();
        painter.translate(rect.topLeft());
        painter.scale(scale, scale);
        if (hovered.part == Hit::Part::WindowTab)
            m_windows.paintHoveredTab(painter, place, size, hovered.tab);
        if (hovered.part == Hit::Part::WindowClose)
            m_krates.paintButton(painter, Glyph::Close, WindowChrome(size, {}).close, true, true);
        painter.restore();
    }
    if (m_scene.focused() == place)
        m_windows.paintRing(painter, rect, scale);
}

void CanvasPainter::paintMaximised(QPainter &painter, const Hit &hovered)
{
    QColor veil = m_look.theme().ground;
    veil.setAlphaF(0.72F);
    painter.fillRect(QRectF(QPointF(), m_scene.camera().viewport()), veil);
    paintWindow(painter, m_scene.maximised(), hovered);
}

qint64 CanvasPainter::bytes() const
{
    qint64 sum = 0;
    for (const auto &item : m_scene.krates()) {
        sum += item->header.image.sizeInBytes() + item->card.image.sizeInBytes();
        for (const auto &window : item->windows)
            sum += window->picture.image.sizeInBytes();
    }
    return sum;
}

void CanvasPainter::release()
{
    qint64 sum = bytes();
    if (sum <= MostBytes)
        return;
    std::vector<Picture *> pictures;
    for (const auto &item : m_scene.krates()) {
        pictures.push_back(&item->header);
        pictures.push_back(&item->card);
        for (const auto &window : item->windows)
            pictures.push_back(&window->picture);
    }
    std::ranges::sort(pictures, {}, &Picture::used);
    for (auto *picture : pictures) {
        if (sum <= MostBytes * 3 / 4 || picture->used == m_pictures.frame())
            break;
        sum -= picture->image.sizeInBytes();
        picture->image = {};
    }
}

} // namespace workspace
