// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/yard/yardactions.h"

#include "workspace/yard/groupactions.h"
#include "workspace/yard/kinds.h"
#include "workspace/yard/layout.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>
#include <utility>

namespace workspace::yard {

struct ActionsTr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::YardActions)
};

/// The frames of all krates but one.
static std::vector<QRectF> framesBut(const Krates &krates, const QString &id)
{
    std::vector<QRectF> frames;
    for (const auto &[other, krate] : krates) {
        if (other != id)
            frames.push_back(layout::bounds(krate));
    }
    return frames;
}

/// Screens are wider than high: new krates go beside what is there rather than below it.
static constexpr qreal Sideways = 0.5;

static void nudge(KrateRecord &krate, const Krates &all, qreal sideways = 1)
{
    const QRectF frame = layout::bounds(krate);
    krate.position +=
        layout::nudged(frame, framesBut(all, krate.id), sideways).topLeft() - frame.topLeft();
}

void makeRoom(YardTransaction &transaction, KrateRecord &grown)
{
    // What is pinned stays: then it is the grown one that gives way.
    std::vector<QRectF> pinned;
    for (const auto &[id, krate] : transaction.krates()) {
        if (krate.pinned && id != grown.id)
            pinned.push_back(layout::bounds(krate));
    }
    const QRectF grew = layout::bounds(grown);
    QRectF frame = layout::inWorld(grew);
    if (layout::covers(frame, pinned))
        frame = layout::nudged(frame, pinned);
    grown.position += frame.topLeft() - grew.topLeft();
    for (const auto &[id, position] : layout::madeRoom(grown, transaction.krates()))
        transaction.edit(id)->position = position;
}

static QString findIn(const Krates &krates, const KrateRecord &wanted)
{
    for (const auto &[id, krate] : krates) {
        if (krate.cluster == wanted.cluster && krate.object == wanted.object
            && krate.collection == wanted.collection)
            return id;
    }
    return {};
}

QString find(const YardDocument &document, const KrateRecord &wanted)
{
    return findIn(document.krates(), wanted);
}

static void addMissing(KrateRecord &krate, const std::vector<View> &views)
{
    for (const View view : views) {
        if (std::ranges::find(krate.windows, view, &WindowRecord::view) == krate.windows.end())
            krate.windows =
                layout::withWindow(std::move(krate.windows), YardDocument::makeId(), view);
    }
}

static QString openIn(YardTransaction &t, const KrateRecord &wanted, const std::vector<View> &views,
                      QPointF near)
{
    const QString known = findIn(t.krates(), wanted);
    if (known.isEmpty()) {
        KrateRecord krate = wanted;
        krate.id = YardDocument::makeId();
        krate.minimized = false;
        krate.windows.clear();
        addMissing(krate, views);
        krate.seq = t.nextSeq();
        krate.position = {};
        krate.position = near - layout::bounds(krate).center();
        nudge(krate, t.krates(), Sideways);
        t.put(krate);
        return krate.id;
    }
    auto *krate = t.edit(known);
    krate->minimized = false;
    addMissing(*krate, views);
    krate->seq = t.nextSeq();
    makeRoom(t, *krate);
    return known;
}

QString open(YardDocument &document, const KrateRecord &wanted, const std::vector<View> &views,
             QPointF near)
{
    QString id;
    document.transact(ActionsTr::tr("Open %1").arg(titleOf(wanted)),
                      [&](YardTransaction &t) { id = openIn(t, wanted, views, near); });
    return id;
}

void openAll(YardDocument &document, const std::vector<KrateRecord> &wanted, QPointF near)
{
    document.transact(ActionsTr::tr("Open %Ln object(s)", nullptr, int(wanted.size())),
                      [&](YardTransaction &t) {
                          for (const auto &krate : wanted)
                              openIn(t, krate, {usualView(*krate.object)}, near);
                      });
}

QString addWindow(YardDocument &document, const QString &krate, View view)
{
    const QString id = YardDocument::makeId();
    document.transact(ActionsTr::tr("Open %1").arg(viewLabel(view)), [&](YardTransaction &t) {
        if (auto *record = t.edit(krate)) {
            record->windows = layout::withWindow(std::move(record->windows), id, view);
            makeRoom(t, *record);
        }
    });
    return id;
}

void closeWindow(YardDocument &document, const QString &krate, const QString &window)
{
    document.transact(ActionsTr::tr("Close window"), [&](YardTransaction &t) {
        auto *record = t.edit(krate);
        if (!record)
            return;
        const bool isLast = record->windows.size() == 1 && record->windows.front().id == window;
        if (isLast && record->pinned)
            return;
        std::erase_if(record->windows, [&](const auto &w) { return w.id == window; });
        if (record->windows.empty())
            t.remove(krate);
        else
            record->windows = layout::tidied(std::move(record->windows));
    });
}

void setView(YardDocument &document, const QString &krate, const QString &window, View view)
{
    document.transact(ActionsTr::tr("Switch to %1").arg(viewLabel(view)), [&](YardTransaction &t) {
        auto *record = t.edit(krate);
        if (!record)
            return;
        for (auto &w : record->windows) {
            if (w.id == window)
                w.view = view;
        }
    });
}

void setNamespaces(YardDocument &document, const QString &krate, const QString &resource,
                   const QStringList &nameSpaces)
{
    document.transact(ActionsTr::tr("Choose namespaces"), [&](YardTransaction &t) {
        auto *record = t.edit(krate);
        if (!record || !record->collection)
            return;
        record->collection->nameSpaces = nameSpaces;
        record->label = collectionLabel(resource, nameSpaces);
    });
}

void resizeWindow(YardDocument &document, const QString &krate, const QString &window,
                  Qt::Edges edges, QPointF delta)
{
    document.transact(ActionsTr::tr("Resize window"), [&](YardTransaction &t) {
        auto *record = t.edit(krate);
        if (!record)
            return;
        auto result = layout::resized(record->windows, window, edges, delta);
        record->windows = std::move(result.windows);
        record->position += result.shift;
        makeRoom(t, *record);
    });
}

/// As if they were opened one after the other, in the order they are read in now.
static std::vector<WindowRecord> usualWindows(std::vector<WindowRecord> windows)
{
    const auto cells = layout::cellsOf(windows);
    std::vector<size_t> order(windows.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::ranges::sort(order, {},
                      [&cells](size_t i) { return std::pair(cells[i].row, cells[i].column); });
    std::vector<WindowRecord> made;
    for (const size_t i : order)
        made = layout::withWindow(std::move(made), windows[i].id, windows[i].view);
    for (size_t i = 0; i < order.size(); ++i)
        windows[order[i]].rect = made[i].rect;
    return windows;
}

bool isUntidy(const KrateRecord &krate)
{
    return !krate.minimized && usualWindows(krate.windows) != krate.windows;
}

void tidyWindows(YardDocument &document, const QString &krate)
{
    document.transact(ActionsTr::tr("Tidy windows"), [&](YardTransaction &t) {
        auto *record = t.edit(krate);
        if (!record || record->minimized)
            return;
        record->windows = usualWindows(record->windows);
        makeRoom(t, *record);
    });
}

void move(YardDocument &document, const QString &krate, QPointF position)
{
    moveAll(document, {{krate, position}});
}

void setMinimized(YardDocument &document, const QString &krate, bool minimized)
{
    const auto label = minimized ? ActionsTr::tr("Minimise krate") : ActionsTr::tr("Expand krate");
    document.transact(label, [&](YardTransaction &t) {
        auto *record = t.edit(krate);
        if (!record || record->minimized == minimized)
            return;
        record->minimized = minimized;
        if (minimized)
            return;
        record->seq = t.nextSeq();
        makeRoom(t, *record);
    });
}

void setPinned(YardDocument &document, const QString &krate, bool pinned)
{
    const auto label = pinned ? ActionsTr::tr("Pin krate") : ActionsTr::tr("Unpin krate");
    document.transact(label, [&](YardTransaction &t) {
        auto *record = t.edit(krate);
        if (record)
            record->pinned = pinned;
    });
}

void dismiss(YardDocument &document, const QString &krate)
{
    dismissAll(document, {krate});
}

} // namespace workspace::yard
