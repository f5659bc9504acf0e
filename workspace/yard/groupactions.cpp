// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/yard/groupactions.h"

#include "workspace/yard/layout.h"
#include "workspace/yard/yardactions.h"

#include <QCoreApplication>

#include <algorithm>

namespace workspace::yard {

struct GroupTr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::GroupActions)
};

QStringList movable(const YardDocument &document, const QStringList &krates)
{
    QStringList ids;
    for (const auto &id : krates) {
        const auto *krate = document.krate(id);
        if (krate && !krate->pinned && !ids.contains(id))
            ids.append(id);
    }
    return ids;
}

static layout::Frames framesOf(const Krates &krates, const QStringList &ids)
{
    layout::Frames frames;
    for (const auto &id : ids)
        frames[id] = layout::bounds(krates.at(id));
    return frames;
}

/// The frames of all that do not move.
static std::vector<QRectF> framesBut(const Krates &krates, const QStringList &ids)
{
    std::vector<QRectF> frames;
    for (const auto &[id, krate] : krates) {
        if (!ids.contains(id))
            frames.push_back(layout::bounds(krate));
    }
    return frames;
}

static void place(YardTransaction &transaction, const layout::Frames &frames)
{
    for (const auto &[id, frame] : frames) {
        auto *krate = transaction.edit(id);
        krate->position += frame.topLeft() - layout::bounds(*krate).topLeft();
    }
}

/// In front of all others, in the order they had among themselves.
static void raise(YardTransaction &transaction, QStringList ids)
{
    const auto seqOf = [&](const QString &id) { return transaction.krates().at(id).seq; };
    std::ranges::sort(ids, {}, seqOf);
    quint64 highest = 0;
    for (const auto &[id, krate] : transaction.krates()) {
        if (!ids.contains(id))
            highest = std::max(highest, krate.seq);
    }
    if (ids.isEmpty() || seqOf(ids.first()) > highest)
        return;
    for (const auto &id : std::as_const(ids))
        transaction.edit(id)->seq = transaction.nextSeq();
}

void moveAll(YardDocument &document, const std::map<QString, QPointF> &positions)
{
    QStringList wanted;
    for (const auto &[id, position] : positions)
        wanted.append(id);
    const auto ids = movable(document, wanted);
    const auto count = int(ids.size());
    const auto label =
        count == 1 ? GroupTr::tr("Move krate") : GroupTr::tr("Move %Ln krates", nullptr, count);
    document.transact(label, [&](YardTransaction &t) {
        auto frames = framesOf(t.krates(), ids);
        for (auto &[id, frame] : frames)
            frame.translate(positions.at(id) - t.krates().at(id).position);
        const auto free = layout::dropped(frames, framesBut(t.krates(), ids));
        if (free.empty())
            return;
        place(t, free);
        raise(t, ids);
    });
}

void align(YardDocument &document, const QStringList &krates, layout::Alignment alignment)
{
    const auto ids = movable(document, krates);
    const auto label = GroupTr::tr("Align %Ln krates", nullptr, int(ids.size()));
    document.transact(label, [&](YardTransaction &t) {
        std::vector<QRectF> anchors;
        for (const auto &id : krates) {
            const auto *krate = t.edit(id);
            if (krate && krate->pinned)
                anchors.push_back(layout::bounds(*krate));
        }
        place(t,
              layout::aligned(framesOf(t.krates(), ids), alignment, anchors,
                              framesBut(t.krates(), ids)));
    });
}

void distribute(YardDocument &document, const QStringList &krates, Qt::Orientation along)
{
    const auto ids = movable(document, krates);
    const auto label = GroupTr::tr("Distribute %Ln krates", nullptr, int(ids.size()));
    document.transact(label, [&](YardTransaction &t) {
        place(t, layout::distributed(framesOf(t.krates(), ids), along, framesBut(t.krates(), ids)));
    });
}

void tidy(YardDocument &document, const QStringList &krates)
{
    QStringList wanted = krates;
    if (wanted.isEmpty()) {
        for (const auto &[id, krate] : document.krates())
            wanted.append(id);
    }
    const auto ids = movable(document, wanted);
    const auto label = GroupTr::tr("Tidy %Ln krates", nullptr, int(ids.size()));
    document.transact(label, [&](YardTransaction &t) {
        place(t, layout::tidied(framesOf(t.krates(), ids), framesBut(t.krates(), ids)));
    });
}

void setMinimizedAll(YardDocument &document, const QStringList &krates, bool minimized)
{
    QStringList ids;
    for (const auto &id : krates) {
        const auto *krate = document.krate(id);
        if (krate && krate->minimized != minimized)
            ids.append(id);
    }
    const auto count = int(ids.size());
    const auto label = minimized ? GroupTr::tr("Minimise %Ln krates", nullptr, count)
                                 : GroupTr::tr("Expand %Ln krates", nullptr, count);
    document.transact(label, [&](YardTransaction &t) {
        for (const auto &id : std::as_const(ids)) {
            auto *krate = t.edit(id);
            krate->minimized = minimized;
            if (!minimized)
                makeRoom(t, *krate);
        }
    });
}

void dismissAll(YardDocument &document, const QStringList &krates)
{
    const auto ids = movable(document, krates);
    const auto count = int(ids.size());
    const auto label = count == 1 ? GroupTr::tr("Dismiss krate")
                                  : GroupTr::tr("Dismiss %Ln krates", nullptr, count);
    document.transact(label, [&](YardTransaction &t) {
        for (const auto &id : std::as_const(ids))
            t.remove(id);
    });
}

} // namespace workspace::yard
