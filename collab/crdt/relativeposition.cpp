// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/relativeposition.h"

#include "collab/crdt/engine/listedit.h"
#include "collab/crdt/errors.h"

namespace crdt {

using namespace Qt::StringLiterals;

namespace {

enum Tag : quint64 { UnitTag, RootTag, TypeTag };

RelativePosition endOf(const StructStore &store, const SharedType &type, qint64 assoc)
{
    const auto &node = store.type(type.index());
    if (node.item == NoRef)
        return {QString::fromUtf8(store.text(node.name)), true, assoc};
    return {store.idOf(store.at(node.item)), true, assoc};
}

} // namespace

QByteArray RelativePosition::encode() const
{
    lib0::Encoder encoder;
    if (const auto *root = std::get_if<QString>(&anchor)) {
        encoder.writeVarUint(RootTag);
        encoder.writeVarBytes(lib0::toUtf8(*root));
    } else {
        const auto id = std::get<Id>(anchor);
        encoder.writeVarUint(isType ? TypeTag : UnitTag);
        encoder.writeVarUint(id.client);
        encoder.writeVarUint(id.clock);
    }
    encoder.writeVarInt(assoc);
    return encoder.take();
}

Result<RelativePosition> RelativePosition::decode(QByteArrayView bytes)
{
    lib0::Decoder decoder(bytes);
    RelativePosition position;
    const auto tag = decoder.readVarUint();
    if (tag == RootTag) {
        position.anchor = QString::fromUtf8(decoder.readVarString());
        position.isType = true;
    } else if (tag == UnitTag || tag == TypeTag) {
        const auto client = decoder.readVarUint();
        position.anchor = Id{client, decoder.readVarUint()};
        position.isType = tag == TypeTag;
    } else {
        decoder.fail("a position is of an unknown kind"_L1);
    }
    if (!decoder.atEnd())
        position.assoc = decoder.readVarInt().value();
    if (!decoder.ok())
        return unreadable(decoder);
    return position;
}

RelativePosition relativePosition(const SharedType &type, quint64 index, qint64 assoc)
{
    auto &store = type.doc()->replica().store();
    const auto length = store.type(type.index()).length;
    if (assoc < 0) {
        if (index == 0) // there is nothing on the left
            return endOf(store, type, assoc);
        --index;
    }
    if (index >= length && assoc < 0 && length > 0)
        index = length - 1;
    else if (index >= length)
        return endOf(store, type, assoc);
    const auto place = placeOfUnit(type.doc()->replica(), type.index(), index);
    const auto &item = store.at(place.item);
    return {Id{store.client(item.client).id, item.clock + (index - place.start)}, false, assoc};
}

/// The unit itself or, when an undo made it anew, the one that stands for it.
static std::pair<Ref, quint64> followRedone(const StructStore &store, Id id)
{
    for (;;) {
        const Ref ref = store.find(id);
        const auto offset = id.clock - store.at(ref).clock;
        if (!store.at(ref).redone)
            return {ref, offset};
        id = store.redone(ref);
        id.clock += offset;
    }
}

static std::optional<AbsolutePosition> placeOfUnit(Doc &doc, Id id, qint64 assoc)
{
    const auto &store = doc.replica().store();
    const auto [ref, offset] = followRedone(store, id);
    const auto &item = store.at(ref);
    if (!item.isItem())
        return std::nullopt;
    const SharedType type(&doc, store.typeOf(item));
    quint64 index = 0;
    if (!type.isDeleted()) {
        index = item.isVisible() ? offset + (assoc >= 0 ? 0 : 1) : 0;
        for (Ref left = item.left; left != NoRef; left = store.at(left).left)
            index += store.at(left).isVisible() ? store.at(left).length() : 0;
    }
    return AbsolutePosition{type, index, assoc};
}

std::optional<AbsolutePosition> absolutePosition(Doc &doc, const RelativePosition &position)
{
    auto &store = doc.replica().store();
    SharedType type;
    if (const auto *root = std::get_if<QString>(&position.anchor)) {
        const auto index = store.findRoot(lib0::toUtf8(*root));
        if (index == 0)
            return std::nullopt;
        type = SharedType(&doc, index);
    } else {
        const auto id = std::get<Id>(position.anchor);
        if (id.clock >= store.clock(id.client))
            return std::nullopt;
        if (!position.isType)
            return placeOfUnit(doc, id, position.assoc);
        const auto &item = store.at(followRedone(store, id).first);
        if (item.kind() != Kind::Type)
            return std::nullopt;
        type = SharedType(&doc, quint32(item.content));
    }
    const auto index = position.assoc >= 0 ? store.type(type.index()).length : 0;
    return AbsolutePosition{type, index, position.assoc};
}

} // namespace crdt
