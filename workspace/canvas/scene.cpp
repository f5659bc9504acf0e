// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/scene.h"

#include "workspace/canvas/chrome.h"
#include "workspace/yard/layout.h"
#include "workspace/yard/yardcopies.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <tuple>
#include <utility>

namespace workspace {

static constexpr qreal CardsBelow = 0.4;
static constexpr qreal WindowsAbove = 0.5;
static constexpr qint64 ZoomSettles = 140; // ms after which a changed zoom counts as chosen
static constexpr qreal ViewMargin = 28; // around what the camera flies to

CanvasScene::CanvasScene(YardDocument &document, ContentFactory &factory, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_factory(factory)
{
    m_clock.start();
    connect(&m_document, &YardDocument::changed, this, &CanvasScene::follow);
    connect(&m_selection, &Selection::changed, this, &CanvasScene::changed);
    connect(&m_factory, &ContentFactory::statusChanged, this, [this](const QString &id) {
        if (auto *item = krate(id))
            takeStatus(*item);
    });
    YardChange all{.origin = YardChange::Origin::Load};
    for (const auto &[id, record] : m_document.krates())
        all.added.append(id);
    follow(all);
}

CanvasScene::~CanvasScene()
{
    const auto leaving = std::exchange(m_krates, {});
    reindex();
}

/// Statuses change all day, for krates that nobody looks at too: what they do not touch stays.
void CanvasScene::takeStatus(KrateItem &item)
{
    const auto before = std::exchange(item.status, m_factory.status(item.record));
    if (item.status == before)
        return;
    item.header.dirty = true;
    item.card.dirty = true;
    if (item.status.views == before.views) {
        Q_EMIT krateDirty(item.record.id);
        return;
    }
    for (auto &window : item.windows)
        window->setDirty(); // their tabs
    Q_EMIT changed();
}

KrateItem *CanvasScene::krate(const QString &id) const
{
    return m_krateIndex.value(id);
}

WindowPlace CanvasScene::window(const QString &id) const
{
    return id.isEmpty() ? WindowPlace() : m_windowIndex.value(id);
}

void CanvasScene::reindex()
{
    m_krateIndex.clear();
    m_windowIndex.clear();
    for (const auto &item : m_krates) {
        m_krateIndex.insert(item->record.id, item.get());
        for (const auto &window : item->windows)
            m_windowIndex.insert(window->record.id, {item.get(), window.get()});
    }
}

void CanvasScene::follow(const YardChange &change)
{
    for (const auto &id : change.updated + change.removed)
        m_previewed.remove(id); // the gesture's own outcome, or a peer was faster
    Leaving leaving;
    const auto gone = std::ranges::stable_partition(
        m_krates, [&](const auto &item) { return !change.removed.contains(item->record.id); });
    std::ranges::move(gone, std::back_inserter(leaving.krates));
    m_krates.erase(gone.begin(), gone.end());
    reindex();
    for (const auto &id : change.added + change.updated) {
        const auto *record = m_document.krate(id);
        if (!record)
            continue;
        auto *item = krate(id);
        if (!item) {
            m_krates.push_back(std::make_unique<KrateItem>());
            item = m_krates.back().get();
            m_krateIndex.insert(id, item);
            item->status = m_factory.status(*record);
        }
        refresh(*item, *record, leaving);
    }
    sort();
    reindex();
    leaving = {};
    if (!m_focused.isEmpty() && !focused())
        setFocused({});
    if (!m_maximised.isEmpty() && !maximised())
        setMaximised({});
    m_selection.remove(change.removed);
    if (change.removed.contains(m_focusedKrate))
        setFocusedKrate({});
    Q_EMIT changed();
}

/// The windows of a record, taken from the item where it has them: with what they show, if that is
/// still the same.
std::vector<std::unique_ptr<WindowItem>>
CanvasScene::takeWindows(KrateItem &item, const KrateRecord &record, Leaving &leaving)
{
    std::vector<std::unique_ptr<WindowItem>> windows;
    for (const auto &wanted : record.windows) {
        const auto known = std::ranges::find_if(item.windows, [&](const auto &window) {
            return window && window->record.id == wanted.id;
        });
        if (known == item.windows.end()) {
            windows.push_back(std::make_unique<WindowItem>());
        } else {
            auto &window = **known;
            if (window.record.view != wanted.view) {
                if (const auto *content = window.shown(); content && content->draft().isValid())
                    window.drafts[window.record.view] = content->draft();
                leaving.windows.push_back(window.takeContent());
                window.contentSize = {};
                window.setDirty();
            }
            windows.push_back(std::move(*known));
        }
        windows.back()->record = wanted;
    }
    return windows;
}

void CanvasScene::refresh(KrateItem &item, const KrateRecord &record, Leaving &leaving)
{
    auto windows = takeWindows(item, record, leaving);
    const bool sameTitle = item.record.label == record.label;
    const bool sameObject = item.record.object == record.object
        && item.record.collection == record.collection && item.record.cluster == record.cluster;
    item.windows.swap(windows);
    std::ranges::move(windows, std::back_inserter(leaving.windows)); // those taken are null
    item.header.dirty |=
        item.record.windows.size() != record.windows.size() || !sameTitle || !sameObject;
    item.card.dirty |= item.record.windows != record.windows || !sameTitle || !sameObject;
    if (item.record.pinned != record.pinned
        || yard::mayClose(item.record) != yard::mayClose(record)) {
        item.header.dirty = true;
        item.card.dirty = true;
        for (const auto &window : item.windows)
            window->setDirty(); // whether it can be closed
    }
    if (!sameTitle || !sameObject) {
        for (const auto &window : item.windows)
            window->setDirty(); // their headers say whose they are
    }
    item.record = record;
    item.bounds = layout::bounds(record);
}

void CanvasScene::sort()
{
    std::ranges::sort(m_krates, [](const auto &a, const auto &b) {
        return std::tie(a->record.seq, a->record.id) < std::tie(b->record.seq, b->record.id);
    });
}

void CanvasScene::cameraMoved(qreal zoomBefore)
{
    const qreal zoom = m_camera.zoom();
    if (zoom != zoomBefore)
        m_zoomed = now();
    if (zoom < CardsBelow)
        m_cards = true;
    else if (zoom > WindowsAbove)
        m_cards = false;
    Q_EMIT viewChanged();
}

void CanvasScene::setViewport(QSizeF size)
{
    m_camera.setViewport(size);
    Q_EMIT viewChanged();
}

void CanvasScene::setView(const CameraView &view)
{
    const qreal before = m_camera.zoom();
    m_camera.setView(view);
    cameraMoved(before);
}

void CanvasScene::panBy(QPointF pixels)
{
    m_camera.panBy(pixels);
    cameraMoved(m_camera.zoom());
}

void CanvasScene::zoomAbout(QPointF screen, qreal factor)
{
    const qreal before = m_camera.zoom();
    m_camera.zoomAbout(screen, factor);
    cameraMoved(before);
}

void CanvasScene::flyTo(const CameraView &view)
{
    if (!m_motion) {
        setView(view);
        return;
    }
    m_camera.flyTo(view, now());
    Q_EMIT flightBegan();
}

void CanvasScene::flyToKrate(const QString &id)
{
    const auto *item = krate(id);
    if (!item)
        return;
    QRectF target = item->bounds;
    // What is larger than the view is shown from its header on.
    const QSizeF room =
        (m_camera.viewport() - QSizeF(2 * ViewMargin, 2 * ViewMargin)) / Camera::DefaultZoom;
    target.setWidth(std::min(target.width(), std::max(1.0, room.width())));
    target.setHeight(std::min(target.height(), std::max(1.0, room.height())));
    flyTo({target.center(), Camera::DefaultZoom});
}

void CanvasScene::flyToFitAll()
{
    QRectF all;
    for (const auto &item : m_krates)
        all |= item->bounds;
    if (all.isEmpty())
        flyTo({layout::World.center(), Camera::DefaultZoom});
    else
        flyToFit(all);
}

void CanvasScene::flyToFit(const QRectF &world)
{
    flyTo(m_camera.fitting(world, 2 * ViewMargin));
}

void CanvasScene::reveal(const QRectF &world)
{
    const auto view = m_camera.destination();
    const QSizeF seen = (m_camera.viewport() - QSizeF(2 * ViewMargin, 2 * ViewMargin)) / view.zoom;
    // What is larger than the view is shown from its header on.
    const QRectF part(world.topLeft(), world.size().boundedTo(seen));
    QRectF area(QPointF(), seen);
    area.moveCenter(view.centre);
    // The middle goes just so far that nothing sticks out.
    const auto way = [](qreal from, qreal to, qreal low, qreal high) {
        return low < from ? low - from : std::max(0.0, high - to);
    };
    const QPointF step(way(area.left(), area.right(), part.left(), part.right()),
                       way(area.top(), area.bottom(), part.top(), part.bottom()));
    if (!step.isNull())
        flyTo({view.centre + step, view.zoom});
}

bool CanvasScene::advance()
{
    const qreal before = m_camera.zoom();
    if (!m_camera.advance(now()))
        return false;
    cameraMoved(before);
    return true;
}

bool CanvasScene::isZooming() const
{
    return now() - m_zoomed < ZoomSettles;
}

QRectF CanvasScene::frame(const KrateItem &item) const
{
    return m_camera.toScreen(item.bounds);
}

QRectF CanvasScene::cardRect(const KrateItem &item) const
{
    const QRectF around = item.bounds;
    QSizeF size = layout::CardSize;
    if (!item.record.minimized) {
        // Seen from far away a card may take the room of the windows it stands for, so that its
        // name can still be read.
        static constexpr qreal Readable = 0.85;
        const qreal wanted = std::max(1.0, Readable / m_camera.zoom());
        static constexpr qreal Inset = 24; // clear of the dashed line
        size *= std::min({wanted, (around.width() - Inset) / size.width(),
                          (around.height() - Inset) / size.height()});
    }
    QRectF card(QPointF(), size);
    card.moveCenter(around.center());
    return m_camera.toScreen(card);
}

QRectF CanvasScene::maximisedRect() const
{
    return QRectF(QPointF(), m_camera.viewport()).adjusted(24, 24, -24, -24);
}

QRectF CanvasScene::windowRect(const WindowPlace &place) const
{
    if (place.window->record.id == m_maximised)
        return maximisedRect();
    return m_camera.toScreen(place.window->record.rect.translated(place.krate->record.position));
}

qreal CanvasScene::windowScale(const WindowPlace &place) const
{
    return place.window->record.id == m_maximised ? 1 : m_camera.zoom();
}

QRectF CanvasScene::contentRect(const WindowPlace &place) const
{
    const QRectF rect = windowRect(place);
    const qreal scale = windowScale(place);
    const auto chrome = chromeOf(place, rect.size() / scale);
    return {rect.topLeft() + chrome.content.topLeft() * scale, chrome.content.size() * scale};
}

QRectF CanvasScene::paintedRect(const KrateItem &item) const
{
    return item.record.minimized ? cardRect(item) : frame(item);
}

void CanvasScene::ensureContent(const WindowPlace &place)
{
    auto &window = *place.window;
    if (!window.shown())
        makeContent(place);
    if (window.isLent)
        return; // who has it tells it its size
    const QSizeF size = contentRect(place).size() / windowScale(place);
    const auto differs = [](qreal a, qreal b) { return std::abs(a - b) > 0.01; };
    if (differs(size.width(), window.contentSize.width())
        || differs(size.height(), window.contentSize.height())) {
        window.contentSize = size;
        window.content->setSize(size);
        window.setDirty();
    }
}

void CanvasScene::setFocused(const QString &windowId)
{
    if (windowId == m_focused)
        return;
    for (const auto &id : {m_focused, windowId}) {
        if (const auto place = window(id)) {
            place.window->setDirty();
            Q_EMIT windowDirty(place);
        }
    }
    m_focused = windowId;
    Q_EMIT focusChanged();
}

void CanvasScene::setMaximised(const QString &windowId)
{
    if (const auto place = window(windowId); place && place.window->isLent)
        return;
    m_maximised = windowId;
    if (!windowId.isEmpty())
        setFocused(windowId);
    Q_EMIT changed();
}

void CanvasScene::setFocusedKrate(const QString &krateId)
{
    if (krateId == m_focusedKrate)
        return;
    m_focusedKrate = krateId;
    Q_EMIT changed();
    Q_EMIT focusChanged();
}

void CanvasScene::setKeysLead(bool lead)
{
    if (lead == m_keysLead)
        return;
    m_keysLead = lead;
    Q_EMIT changed();
    Q_EMIT focusChanged();
}

void CanvasScene::previewMove(const std::map<QString, QPointF> &positions)
{
    for (const auto &[id, position] : positions) {
        if (auto *item = krate(id)) {
            m_previewed.insert(id);
            item->record.position = position;
            item->bounds = layout::bounds(item->record);
        }
    }
    Q_EMIT changed();
}

void CanvasScene::previewResize(const QString &krateId, const std::vector<WindowRecord> &windows,
                                QPointF shift)
{
    const auto *record = m_document.krate(krateId);
    auto *item = krate(krateId);
    if (!item || !record || windows.size() != item->windows.size())
        return;
    m_previewed.insert(krateId);
    item->record.position = record->position + shift;
    item->record.windows = windows;
    for (size_t i = 0; i < windows.size(); ++i)
        item->windows[i]->record.rect = windows[i].rect;
    item->bounds = layout::bounds(item->record);
    Q_EMIT changed();
}

void CanvasScene::clearPreview()
{
    if (m_previewed.isEmpty())
        return;
    const auto ids = std::exchange(m_previewed, {});
    Leaving leaving;
    for (const auto &id : ids) {
        auto *item = krate(id);
        if (const auto *record = m_document.krate(id); record && item)
            refresh(*item, *record, leaving);
    }
    reindex();
    leaving = {};
    Q_EMIT changed();
}

void CanvasScene::setMarks(const GestureMarks &marks)
{
    if (marks == m_marks)
        return;
    m_marks = marks;
    Q_EMIT changed();
}

void CanvasScene::setAllDirty()
{
    for (const auto &item : m_krates) {
        item->header.dirty = true;
        item->card.dirty = true;
        for (const auto &window : item->windows)
            window->setDirty();
    }
    Q_EMIT changed();
}

} // namespace workspace
