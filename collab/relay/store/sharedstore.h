// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/store/roomstore.h"

#include <utility>

namespace relay {

/// What a store can do besides, to which several relays write. Answers as RoomStore does, and in
/// one order with it.
class SharedStore
{
public:
    struct Added
    {
        std::vector<std::pair<QString, Seq>> records = {}; ///< the room, and which one
        QByteArray mark = {}; ///< where to go on
    };

    virtual ~SharedStore() = default;

    /// What any relay has added since the answer that gave `mark`; some of it may have been told
    /// before, and none is left out. An empty mark: only the mark of now.
    virtual void added(const QByteArray &mark, const RoomStore::Answer<Added> &answer) = 0;
    /// Those of the records that are still there.
    virtual void read(const QString &room, const Seqs &seqs,
                      const RoomStore::Answer<RoomStore::Content> &answer) = 0;
};

} // namespace relay
