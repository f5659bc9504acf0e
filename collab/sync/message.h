// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/error.h"

#include <QByteArray>

namespace collab {

/// How messages lie in a frame (docs/collab.md, "sync messages" and "hocuspocus").
enum class Framing {
    YWebsocket, ///< the message alone: one document for each connection
    Hocuspocus, ///< the document's name before it
};

/// One message of the sync protocol, of whichever peer.
struct Message
{
    enum class Kind {
        SyncStep1, ///< payload: a state vector: "this I know"
        SyncStep2, ///< payload: an update: "this you lack"; the answer to step 1
        Update, ///< payload: an update
        Awareness, ///< payload: a message of Awareness
        QueryAwareness,
        Denied, ///< payload: the reason, UTF-8
        // Those below only hocuspocus has.
        Token, ///< payload: the token; from a relay: it asks for one
        Authenticated, ///< payload: "read-write" or "readonly"
        Stateless, ///< payload: UTF-8 that means something to applications
        StatelessToAll,
        Close, ///< payload: the reason, UTF-8: the relay ends this document's part of a connection
        Saved, ///< an update of this client was taken
        NotSaved, ///< it was refused
        Ping,
        Pong,
        Unknown, ///< to be passed over
    };

    Kind kind = Kind::Unknown;
    QByteArray payload = {};
    QByteArray document = {}; ///< hocuspocus: its name; some add NUL and a name of the connection
    bool isReply = false; ///< hocuspocus: step 1 that wants no step 1 in answer
    QByteArray version = {}; ///< hocuspocus: the client's, beside a token

    bool operator==(const Message &) const = default;
};

/// A frame, as Yjs's own peers write it. An Unknown has none.
QByteArray encode(const Message &message, Framing framing);
/// Bytes behind the message are passed over, as Yjs's peers do; those that no peer sends are an
/// Error.
Result<Message> decode(QByteArrayView frame, Framing framing);

} // namespace collab
