// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/sync/message.h"

#include "collab/lib0/decoder.h"
#include "collab/lib0/encoder.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace collab {

namespace {

using Kind = Message::Kind;

enum Type : quint64 {
    SyncType = 0,
    AwarenessType = 1,
    AuthType = 2,
    QueryAwarenessType = 3,
    SyncReplyType = 4,
    StatelessType = 5,
    StatelessToAllType = 6,
    CloseType = 7,
    SyncStatusType = 8,
    PingType = 9,
    PongType = 10,
};

enum SyncPart : quint64 { Step1Part, Step2Part, UpdatePart };
/// Of hocuspocus; y-websocket has only "denied", as 0.
enum AuthPart : quint64 { TokenPart, DeniedPart, AuthenticatedPart };

struct Place
{
    quint64 type = 0;
    std::optional<quint64> part = {};
};

Place placeOf(const Message &message, Framing framing)
{
    const quint64 sync = message.isReply ? SyncReplyType : SyncType;
    switch (message.kind) {
    case Kind::SyncStep1: return {sync, Step1Part};
    case Kind::SyncStep2: return {sync, Step2Part};
    case Kind::Update: return {sync, UpdatePart};
    case Kind::Awareness: return {AwarenessType};
    case Kind::QueryAwareness: return {QueryAwarenessType};
    case Kind::Denied: return {AuthType, framing == Framing::YWebsocket ? TokenPart : DeniedPart};
    case Kind::Token: return {AuthType, TokenPart};
    case Kind::Authenticated: return {AuthType, AuthenticatedPart};
    case Kind::Stateless: return {StatelessType};
    case Kind::StatelessToAll: return {StatelessToAllType};
    case Kind::Close: return {CloseType};
    case Kind::Saved: return {SyncStatusType, 1};
    case Kind::NotSaved: return {SyncStatusType, 0};
    case Kind::Ping: return {PingType};
    case Kind::Pong: return {PongType};
    case Kind::Unknown: break;
    }
    return {};
}

bool hasPayload(Kind kind)
{
    switch (kind) {
    case Kind::SyncStep1:
    case Kind::SyncStep2:
    case Kind::Update:
    case Kind::Awareness:
    case Kind::Denied:
    case Kind::Token:
    case Kind::Authenticated:
    case Kind::Stateless:
    case Kind::StatelessToAll:
    case Kind::Close: return true;
    case Kind::QueryAwareness:
    case Kind::Saved:
    case Kind::NotSaved:
    case Kind::Ping:
    case Kind::Pong:
    case Kind::Unknown: break;
    }
    return false;
}

/// Reads one message behind the document's name.
class Reader
{
public:
    Reader(lib0::Decoder &decoder, Framing framing)
        : m_decoder(decoder)
        , m_framing(framing)
    {
    }

    Message read()
    {
        const auto type = m_decoder.readVarUint();
        switch (type) {
        case SyncType: return sync(false);
        case AwarenessType: return {.kind = Kind::Awareness, .payload = bytes()};
        case AuthType: return m_framing == Framing::YWebsocket ? denied() : auth();
        case QueryAwarenessType: return {.kind = Kind::QueryAwareness};
        default: return m_framing == Framing::YWebsocket ? Message() : hocuspocus(type);
        }
    }

private:
    QByteArray bytes() { return m_decoder.readVarBytes().toByteArray(); }
    QByteArray text() { return m_decoder.readVarString().toByteArray(); }

    Message sync(bool isReply)
    {
        Message message{.isReply = isReply};
        switch (m_decoder.readVarUint()) {
        case Step1Part: message.kind = Kind::SyncStep1; break;
        case Step2Part: message.kind = Kind::SyncStep2; break;
        case UpdatePart: message.kind = Kind::Update; break;
        default: m_decoder.fail("a sync message is of an unknown kind"_L1);
        }
        message.payload = bytes();
        return message;
    }

    /// Where y-websocket has the denial, hocuspocus has the token.
    Message denied()
    {
        switch (m_decoder.readVarUint()) {
        case TokenPart: return {.kind = Kind::Denied, .payload = text()};
        case AuthenticatedPart: return {.kind = Kind::Authenticated, .payload = text()};
        default: return {};
        }
    }

    Message auth()
    {
        switch (m_decoder.readVarUint()) {
        case TokenPart: return token();
        case DeniedPart: return {.kind = Kind::Denied, .payload = text()};
        case AuthenticatedPart: return {.kind = Kind::Authenticated, .payload = text()};
        default: return {};
        }
    }

    Message token()
    {
        Message message{.kind = Kind::Token};
        if (!m_decoder.atEnd())
            message.payload = text();
        if (!m_decoder.atEnd())
            message.version = text();
        return message;
    }

    Message hocuspocus(quint64 type)
    {
        switch (type) {
        case SyncReplyType: return sync(true);
        case StatelessType: return {.kind = Kind::Stateless, .payload = text()};
        case StatelessToAllType: return {.kind = Kind::StatelessToAll, .payload = text()};
        case CloseType:
            return {.kind = Kind::Close, .payload = m_decoder.atEnd() ? QByteArray() : text()};
        case SyncStatusType:
            return {.kind = m_decoder.readVarUint() == 0 ? Kind::NotSaved : Kind::Saved};
        default: return {};
        }
    }

    lib0::Decoder &m_decoder;
    const Framing m_framing;
};

} // namespace

QByteArray encode(const Message &message, Framing framing)
{
    if (message.kind == Kind::Unknown)
        return {};
    lib0::Encoder encoder;
    const bool isBare = message.kind == Kind::Ping || message.kind == Kind::Pong;
    if (framing == Framing::Hocuspocus && !isBare)
        encoder.writeVarBytes(message.document);
    const auto place = placeOf(message, framing);
    encoder.writeVarUint(place.type);
    if (place.part)
        encoder.writeVarUint(*place.part);
    if (hasPayload(message.kind))
        encoder.writeVarBytes(message.payload);
    if (!message.version.isEmpty())
        encoder.writeVarBytes(message.version);
    return encoder.take();
}

Result<Message> decode(QByteArrayView frame, Framing framing)
{
    lib0::Decoder decoder(frame);
    QByteArray document;
    if (framing == Framing::Hocuspocus) {
        // A byte alone: a name that is missing otherwise.
        if (frame.size() == 1 && quint8(frame[0]) == PingType)
            return Message{.kind = Kind::Ping};
        if (frame.size() == 1 && quint8(frame[0]) == PongType)
            return Message{.kind = Kind::Pong};
        document = decoder.readVarString().toByteArray();
    }
    auto message = Reader(decoder, framing).read();
    if (!decoder.ok())
        return std::unexpected(Error(Error::Kind::Malformed, decoder.problem()));
    message.document = document;
    return message;
}

} // namespace collab
