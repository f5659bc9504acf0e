// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/yard/yardcopies.h"

#include "workspace/yard/layout.h"
#include "workspace/yard/yardactions.h"
#include "workspace/yard/yarddocument.h"

#include <QCoreApplication>

#include <algorithm>

namespace workspace::yard {

struct CopiesTr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::YardCopies)
};

QString duplicateWindow(YardDocument &document, const QString &krate, const QString &window)
{
    const auto *record = document.krate(krate);
    if (!record)
        return {};
    const auto found = std::ranges::find(record->windows, window, &WindowRecord::id);
    return found == record->windows.end() ? QString() : addWindow(document, krate, found->view);
}

QString duplicateKrate(YardDocument &document, const QString &krate)
{
    const auto *record = document.krate(krate);
    if (!record)
        return {};
    KrateRecord copy = *record;
    copy.id = YardDocument::makeId();
    copy.pinned = false;
    copy.minimized = false;
    for (auto &window : copy.windows)
        window.id = YardDocument::makeId();
    document.transact(CopiesTr::tr("Duplicate krate"), [&](YardTransaction &t) {
        std::vector<QRectF> frames;
        for (const auto &[id, other] : t.krates())
            frames.push_back(layout::bounds(other));
        const QRectF frame = layout::bounds(copy);
        copy.position += layout::nudged(frame, frames, 0.5).topLeft() - frame.topLeft();
        copy.seq = t.nextSeq();
        t.put(copy);
    });
    return copy.id;
}

bool mayClose(const KrateRecord &krate)
{
    return !krate.pinned || krate.windows.size() > 1;
}

} // namespace workspace::yard
