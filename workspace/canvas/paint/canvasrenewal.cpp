// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the painter of the canvas keeps its pictures up to date.

#include "workspace/canvas/chrome.h"
#include "workspace/canvas/paint/canvaspainter.h"
#include "workspace/yard/layout.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace workspace {

static constexpr qint64 MostBytes = 192LL * 1024 * 1024; // while a person moves about
static constexpr qint64 RestingBytes = 1024LL * 1024; // of what has not been seen for a while

bool CanvasPainter::isZooming() const
{
    return m_scene.isZooming() || m_scene.camera().isFlying();
}

void CanvasPainter::addJob(std::vector<Job> &jobs, const Job &job, const QRegion &region) const
{
    if (!region.intersects(job.rect.toAlignedRect()))
        return;
    job.picture->used = m_pictures.frame();
    const bool missing = job.window && !job.window->shown() && !m_scene.camera().isFlying();
    if (missing || job.picture->dirty || !job.picture->fits(job.size, job.scale))
        jobs.push_back(job);
}

/// What is seen in `region` and whose picture is out of date.
std::vector<CanvasPainter::Job> CanvasPainter::jobsFor(const QRegion &region) const
{
    std::vector<Job> jobs;
    const auto focused = m_scene.focused();
    const auto maximised = m_scene.maximised();
    const auto windowJob = [&](const WindowPlace &place) {
        const QRectF rect = m_scene.windowRect(place);
        const qreal scale = m_scene.windowScale(place);
        addJob(jobs,
               {place.krate, place.window, &place.window->picture, rect.size() / scale,
                scale * m_ratio, rect, place == focused},
               region);
    };
    if (maximised)
        windowJob(maximised);
    const qreal zoom = m_scene.camera().zoom();
    for (const auto &item : m_scene.krates()) {
        const bool card = m_scene.isCard(*item);
        const QRectF rect = card ? m_scene.cardRect(*item) : m_scene.frame(*item);
        if (!region.intersects(rect.toAlignedRect()))
            continue;
        if (card) {
            const qreal scale = rect.width() / layout::CardSize.width() * m_ratio;
            addJob(jobs, {item.get(), nullptr, &item->card, layout::CardSize, scale, rect}, region);
            continue;
        }
        const QSizeF size(rect.width() / zoom, layout::HeaderHeight + layout::Padding);
        addJob(jobs,
               {item.get(), nullptr, &item->header, size, zoom * m_ratio,
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

/// Whether the picture will do, stretched, as long as the zoom changes.
bool CanvasPainter::isUsable(const Job &job) const
{
    const auto &picture = *job.picture;
    if (picture.image.isNull() || !picture.hasSize(job.size))
        return false;
    const qreal stretch = job.scale / picture.scale;
    return stretch > 0.3 && stretch < 2.2;
}

/// The scale of a picture that must be painted although the zoom changes: that at the flight's
/// end, else that of the others or one of a few, so that the letters of one picture serve the next.
qreal CanvasPainter::scaleInMotion(const Job &job) const
{
    const auto &camera = m_scene.camera();
    const bool card = job.picture == &job.krate->card;
    if (camera.isFlying() && !card)
        return camera.destination().zoom * m_ratio;
    if (!card && job.scale < m_restScale && job.scale > 0.5 * m_restScale)
        return m_restScale;
    return std::exp2(std::round(2 * std::log2(job.scale)) / 2);
}

CanvasPainter::Left CanvasPainter::renew(const QRegion &region)
{
    Left left;
    auto jobs = jobsFor(region);
    // Under the pointer first, then what has no picture at all, then in turns from the middle out.
    const QPointF middle = QRectF(QPointF(), m_scene.camera().viewport()).center();
    std::ranges::stable_sort(jobs, {}, [&](const Job &job) {
        return std::tuple(!job.first, !job.picture->image.isNull(), job.picture->painted,
                          (job.rect.center() - middle).manhattanLength());
    });
    const bool zooming = isZooming();
    if (!zooming)
        m_restScale = m_scene.camera().zoom() * m_ratio;
    for (auto &job : jobs) {
        if (zooming) {
            const bool usable = isUsable(job);
            left.settled = true; // a picture for this step of the zoom would be wasted by the next
            if (usable && !job.picture->dirty)
                continue;
            job.scale = usable ? job.picture->scale : scaleInMotion(job);
        }
        if (!m_pictures.hasTime()) {
            left.now = true;
            left.region += job.rect.toAlignedRect();
            continue;
        }
        job.touchUp = job.window && job.window->onlyContent && job.window->content
            && job.picture->fits(job.size, job.scale);
        run(job);
    }
    return left;
}

void CanvasPainter::run(const Job &job)
{
    if (!job.window) {
        const bool card = job.picture == &job.krate->card;
        if (card && job.krate->record.collection && !m_scene.camera().isFlying()) {
            for (const auto &window : job.krate->windows) // who else judges a collection?
                m_scene.ensureContent({job.krate, window.get()});
        }
        m_pictures.repaint(*job.picture, job.size, job.scale, [&](QPainter &painter, QSizeF size) {
            if (card)
                m_krates.paintCard(painter, *job.krate, size);
            else
                m_krates.paintHeader(
                    painter, *job.krate,
                    chromeOf(*job.krate, job.krate->bounds.size(), job.scale / m_ratio));
        });
        return;
    }
    const WindowPlace place{job.krate, job.window};
    if (job.window->shown() || !m_scene.camera().isFlying())
        m_scene.ensureContent(place);
    const bool focused = m_scene.focused() == place;
    if (job.touchUp && job.window->onlyContent) {
        QRectF part = std::exchange(job.window->part, {});
        if (!part.isEmpty())
            part.translate(chromeOf(place, job.size).content.topLeft());
        m_pictures.touchUp(*job.picture, part, [&](QPainter &painter, QSizeF size) {
            m_windows.paintContent(painter, place, size, focused);
        });
        return;
    }
    job.window->onlyContent = false;
    job.window->part = {};
    m_pictures.repaint(*job.picture, job.size, job.scale, [&](QPainter &painter, QSizeF size) {
        m_windows.paint(painter, place, size, focused);
    });
}

void CanvasPainter::forEachPicture(const std::function<void(Picture &)> &visit) const
{
    for (const auto &item : m_scene.krates()) {
        visit(item->header);
        visit(item->card);
        for (const auto &window : item->windows)
            visit(window->picture);
    }
}

void CanvasPainter::setCalm(bool isCalm)
{
    if (m_pictures.isCalm() && !isCalm)
        forEachPicture(&PicturePainter::catchUp);
    m_pictures.setCalm(isCalm);
}

qint64 CanvasPainter::bytes() const
{
    qint64 sum = 0;
    forEachPicture([&sum](const Picture &picture) { sum += picture.bytes(); });
    return sum;
}

void CanvasPainter::release()
{
    if (bytes() > MostBytes)
        release(m_pictures.frame(), MostBytes * 3 / 4);
}

bool CanvasPainter::rest()
{
    jobsFor(
        QRectF(QPointF(), m_scene.camera().viewport()).toAlignedRect()); // what is seen is in use
    const auto before = bytes();
    release(std::exchange(m_restFrame, m_pictures.frame()), RestingBytes);
    return bytes() < before;
}

void CanvasPainter::release(quint64 youngest, qint64 most)
{
    std::vector<Picture *> pictures;
    qint64 sum = 0;
    forEachPicture([&](Picture &picture) {
        if (picture.used >= youngest || picture.image.isNull())
            return;
        pictures.push_back(&picture);
        sum += picture.bytes();
    });
    if (youngest == m_pictures.frame()) // all count, but those in this frame may not go
        most -= bytes() - sum;
    std::ranges::sort(pictures, {}, &Picture::used);
    for (auto *picture : pictures) {
        if (sum <= most)
            break;
        sum -= picture->bytes();
        picture->image = {};
        picture->half = {};
        picture->halfBehind = {};
    }
}

} // namespace workspace
