// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/versions/restoration.h"

#include "collab/crdt/doc.h"
#include "collab/crdt/restore.h"
#include "collab/crdt/statevector.h"

namespace relay {

std::optional<Restoration> restorationOf(const QByteArray &now, const QByteArray &then)
{
    static constexpr char restoring = 0; // its address is an origin
    crdt::Doc old;
    if (!old.applyUpdate(then, &restoring) || old.hasPendingStructs())
        return std::nullopt;
    crdt::Doc doc;
    if (!doc.applyUpdate(now, &restoring))
        return std::nullopt;
    QByteArray update;
    QObject::connect(&doc, &crdt::Doc::updated, &doc,
                     [&update](const QByteArray &made) { update = made; });
    const auto restored = crdt::restore(doc, old, &restoring);
    return Restoration{.update = update, .leftOut = restored.leftOut};
}

} // namespace relay
