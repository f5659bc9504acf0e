// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/store/roomstore.h"

#include <QByteArray>
#include <QString>

#include <expected>
#include <vector>

namespace relay {

/// A record of the store, and what it says.
struct StoredUpdate
{
    Seq seq = 0;
    QByteArray update = {}; ///< V1

    bool operator==(const StoredUpdate &) const = default;
};

/// What one relay tells the others. On the wire: the version of this format (1), kind, node (8
/// bytes, big endian), then for Stored a list of sequence number and bytes, for Replaced the new
/// sequence number, its bytes and a list of the old ones, for Awareness a message of the awareness
/// protocol; numbers as lib0's varUint, lists and bytes after their length.
struct NodeMessage
{
    enum class Kind {
        // In the channel of a room:
        Stored, ///< records that the node has added; none: too large for a message
        Replaced, ///< one record took the place of others, and says the same
        Awareness, ///< of the node's own peers
        Query, ///< wants the awareness of the others' peers
        // In the channel of all nodes:
        Alive, ///< once a second
        Gone, ///< it ends in good order
    };

    Kind kind = Kind::Alive;
    quint64 node = 0; ///< which one tells it; chosen at random when it starts
    std::vector<StoredUpdate> stored = {};
    Seq made = 0;
    qint64 bytes = 0;
    Seqs replaced = {};
    QByteArray awareness = {};

    bool operator==(const NodeMessage &) const = default;
};

QByteArray encode(const NodeMessage &message);
/// An error says what is wrong with the bytes.
std::expected<NodeMessage, QString> decodeNodeMessage(QByteArrayView bytes);

} // namespace relay
