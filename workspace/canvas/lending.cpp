// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of CanvasScene that is about what windows show: making it, lending it to a window of its
// own, and how current it is.

#include "workspace/canvas/freshness.h"
#include "workspace/canvas/scene.h"

#include <algorithm>
#include <array>
#include <utility>

namespace workspace {

using Freshness = WindowContent::Freshness;

std::optional<Freshness> KrateItem::freshness() const
{
    // From the worst on.
    static constexpr std::array Order{Freshness::Failed, Freshness::Stale, Freshness::Loading,
                                      Freshness::Live, Freshness::Ended};
    std::optional<Freshness> worst;
    for (const auto &window : windows) {
        if (const auto *content = window->shown()) {
            const auto fresh = content->freshness();
            const auto rank = [](Freshness f) { return std::ranges::find(Order, f); };
            if (!worst || rank(fresh) < rank(*worst))
                worst = fresh;
        }
    }
    return worst;
}

WindowItem::~WindowItem()
{
    for (auto *one : {&content, &lent}) {
        if (const auto *going = one->get()) {
            QObject::disconnect(going, &WindowContent::updated, nullptr, nullptr);
            QObject::disconnect(going, &WindowContent::statusChanged, nullptr, nullptr);
            QObject::disconnect(going, &WindowContent::draggedOut, nullptr, nullptr);
        }
        one->reset();
    }
}

std::unique_ptr<WindowItem> WindowItem::takeContent()
{
    auto taken = std::make_unique<WindowItem>();
    taken->content = std::move(content);
    taken->lent = std::move(lent);
    leftBehind = {};
    return taken;
}

void CanvasScene::makeContent(const WindowPlace &place)
{
    auto &window = *place.window;
    auto content = m_factory.make(place.krate->record, window.record);
    if (const QVariant draft = window.drafts.take(window.record.view); draft.isValid())
        content->setDraft(draft);
    const QString id = window.record.id;
    connect(content.get(), &WindowContent::updated, this,
            [this, id] { contentOutdated(id, true); });
    connect(content.get(), &WindowContent::partUpdated, this,
            [this, id](const QRectF &part) { contentOutdated(id, true, part); });
    connect(content.get(), &WindowContent::statusChanged, this,
            [this, id] { contentOutdated(id, false); });
    connect(content.get(), &WindowContent::draggedOut, this,
            [this, id](const std::vector<ObjectId> &objects, QPointF at) {
                const auto from = this->window(id);
                if (from && !from.window->isLent)
                    Q_EMIT draggedOut(id, objects,
                                      contentRect(from).topLeft() + at * windowScale(from));
            });
    (window.isLent ? window.lent : window.content) = std::move(content);
    window.contentSize = {};
    window.setDirty();
    place.krate->told = place.krate->freshness();
    place.krate->card.dirty = true; // it tells how current the windows are
}

void CanvasScene::contentOutdated(const QString &windowId, bool onlyContent, const QRectF &part)
{
    const auto place = window(windowId);
    if (!place || !place.window->shown())
        return;
    auto &item = *place.window;
    const bool stale = item.shown()->freshness() == Freshness::Stale;
    if (stale != item.leftBehind.isValid())
        item.leftBehind = stale ? QDateTime::currentDateTimeUtc() : QDateTime();
    const auto fresh = place.krate->freshness();
    if (std::exchange(place.krate->told, fresh) != fresh)
        place.krate->card.dirty = true;
    if (onlyContent && item.isLent)
        return; // the picture here shows none of it
    const bool wasClean = !item.picture.dirty;
    const bool inPart = onlyContent && !part.isEmpty() && (wasClean || !item.part.isEmpty());
    item.part = inPart ? item.part | part : QRectF();
    item.onlyContent = onlyContent && (wasClean || item.onlyContent);
    item.picture.dirty = true;
    Q_EMIT windowDirty(place);
}

void CanvasScene::setLent(const QString &windowId, bool lent)
{
    const auto place = window(windowId);
    if (!place || place.window->isLent == lent)
        return;
    if (m_maximised == windowId)
        setMaximised({});
    auto &window = *place.window;
    window.isLent = lent;
    (lent ? window.lent : window.content) = std::move(lent ? window.content : window.lent);
    window.contentSize = {};
    window.setDirty();
    Q_EMIT changed();
}

bool CanvasScene::ageStale()
{
    bool any = false;
    for (const auto &krate : m_krates) {
        for (const auto &window : krate->windows) {
            const auto *content = window->shown();
            if (!content || content->freshness() != Freshness::Stale)
                continue;
            any = true;
            const QString age = ageOf(*content, window->leftBehind);
            if (std::exchange(window->age, age) != age) {
                window->setDirty();
                Q_EMIT windowDirty({krate.get(), window.get()});
            }
        }
    }
    return any;
}

} // namespace workspace
