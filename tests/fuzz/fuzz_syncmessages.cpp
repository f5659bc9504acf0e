// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzz.h"

#include "collab/crdt/ytypes.h"
#include "collab/sync/syncsession.h"

#include <QCoreApplication>
#include <QLoggingCategory>

using collab::Framing;
using collab::Message;

namespace {

/// A peer that says what it is told to, at once.
class Mouth final : public collab::Transport
{
public:
    void say(const QByteArray &frame)
    {
        if (m_isOpen)
            Q_EMIT received(frame);
    }
    void send(const QByteArray &message) override
    {
        fuzz::require(collab::decode(message, framing).has_value(), "what we send is good");
    }
    void close(const collab::CloseReason &reason) override
    {
        if (std::exchange(m_isOpen, false))
            Q_EMIT closed(reason);
    }
    bool isOpen() const override { return m_isOpen; }

    Framing framing = Framing::YWebsocket;

private:
    bool m_isOpen = true;
};

void roundTrip(QByteArrayView frame, Framing framing)
{
    const auto message = collab::decode(frame, framing);
    if (!message || message->kind == Message::Kind::Unknown)
        return;
    const auto again = collab::decode(collab::encode(*message, framing), framing);
    const bool isBare =
        message->kind == Message::Kind::Ping || message->kind == Message::Kind::Pong;
    fuzz::require(again && (isBare || *again == *message), "a message is read as it was written");
}

/// Each frame is a byte with its length and the bytes.
void converse(QByteArrayView bytes, Framing framing)
{
    crdt::Doc doc(crdt::Doc::Options{.clientId = 1});
    doc.map(u"m").set(u"k", lib0::Any(1));
    collab::Awareness awareness(1, collab::AwarenessOptions::manual());
    auto mouth = std::make_unique<Mouth>();
    auto &peer = *mouth;
    peer.framing = framing;
    collab::SyncSession session(std::move(mouth), doc, awareness,
                                {.framing = framing, .document = "room"});
    session.start();
    while (!bytes.isEmpty()) {
        const auto length = std::min<qsizetype>(quint8(bytes[0]), bytes.size() - 1);
        peer.say(bytes.sliced(1, length).toByteArray());
        bytes = bytes.sliced(1 + length);
    }
    doc.map(u"m").set(u"after", lib0::Any(2));
    fuzz::require(doc.map(u"m").any(u"after") == lib0::Any(2), "the document stays usable");
    awareness.renew();
    session.close();
}

} // namespace

/// The first byte chooses the framing.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    // Timers want one; they never run out here.
    static int count = 1;
    static char name[] = "fuzz";
    static char *names[] = {name, nullptr};
    static const QCoreApplication application(count, names);
    static const bool isQuiet =
        (QLoggingCategory::setFilterRules(QStringLiteral("collab.sync=false")), true);
    Q_UNUSED(isQuiet)
    const auto framing = data[0] % 2 == 0 ? Framing::YWebsocket : Framing::Hocuspocus;
    const auto bytes = fuzz::viewOf(data + 1, size - 1);
    roundTrip(bytes, framing);
    converse(bytes, framing);
    return 0;
}
