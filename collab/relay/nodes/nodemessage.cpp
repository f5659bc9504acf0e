// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/nodes/nodemessage.h"

#include "collab/lib0/decoder.h"
#include "collab/lib0/encoder.h"

using namespace Qt::StringLiterals;

namespace relay {

static constexpr quint8 FormatVersion = 1;

QByteArray encode(const NodeMessage &message)
{
    using Kind = NodeMessage::Kind;
    lib0::Encoder encoder;
    encoder.writeUint8(FormatVersion);
    encoder.writeUint8(quint8(message.kind));
    encoder.writeInt64(qint64(message.node));
    switch (message.kind) {
    case Kind::Stored:
        encoder.writeVarUint(message.stored.size());
        for (const auto &[seq, update] : message.stored) {
            encoder.writeVarUint(quint64(seq));
            encoder.writeVarBytes(update);
        }
        break;
    case Kind::Replaced:
        encoder.writeVarUint(quint64(message.made));
        encoder.writeVarUint(quint64(message.bytes));
        encoder.writeVarUint(message.replaced.size());
        for (const auto seq : message.replaced)
            encoder.writeVarUint(quint64(seq));
        break;
    case Kind::Awareness: encoder.writeVarBytes(message.awareness); break;
    case Kind::Query:
    case Kind::Alive:
    case Kind::Gone: break;
    }
    return encoder.take();
}

std::expected<NodeMessage, QString> decodeNodeMessage(QByteArrayView bytes)
{
    using Kind = NodeMessage::Kind;
    lib0::Decoder decoder(bytes);
    if (decoder.readUint8() != FormatVersion)
        decoder.fail("it is of another version of Krateyard"_L1);
    const auto kind = decoder.readUint8();
    if (kind > quint8(Kind::Gone))
        decoder.fail("its kind is not known"_L1);
    NodeMessage message{.kind = Kind(kind), .node = quint64(decoder.readInt64())};
    // Nothing is set aside for a number of elements: each takes bytes that are there.
    if (decoder.ok() && message.kind == Kind::Stored) {
        for (auto left = decoder.readVarUint(); left > 0 && decoder.ok(); --left) {
            const auto seq = Seq(decoder.readVarUint());
            message.stored.push_back({.seq = seq, .update = decoder.readVarBytes().toByteArray()});
        }
    } else if (decoder.ok() && message.kind == Kind::Replaced) {
        message.made = Seq(decoder.readVarUint());
        message.bytes = qint64(decoder.readVarUint());
        for (auto left = decoder.readVarUint(); left > 0 && decoder.ok(); --left)
            message.replaced.push_back(Seq(decoder.readVarUint()));
    } else if (decoder.ok() && message.kind == Kind::Awareness) {
        message.awareness = decoder.readVarBytes().toByteArray();
    }
    if (decoder.ok() && !decoder.atEnd())
        decoder.fail("it has more bytes than it says"_L1);
    if (!decoder.ok())
        return std::unexpected(QString(decoder.problem()));
    return message;
}

} // namespace relay
