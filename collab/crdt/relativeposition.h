// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/statevector.h"
#include "collab/crdt/ytypes.h"

namespace crdt {

/// A place in a list or text that stays where it is when others edit around it.
struct RelativePosition
{
    std::variant<Id, QString> anchor =
        {}; ///< a unit or, when `isType`, a type's item; or a root's name
    bool isType = false; ///< the end of the type that the anchor names; always so for a root
    qint64 assoc = 0; ///< below 0: belongs to the unit on its left

    QByteArray encode() const;
    static Result<RelativePosition> decode(QByteArrayView bytes);
};

RelativePosition relativePosition(const SharedType &type, quint64 index, qint64 assoc = 0);

struct AbsolutePosition
{
    SharedType type = {};
    quint64 index = 0;
    qint64 assoc = 0;
};
/// Nothing when what it names is not here or is gone for good.
std::optional<AbsolutePosition> absolutePosition(Doc &doc, const RelativePosition &position);

} // namespace crdt
