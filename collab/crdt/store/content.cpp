// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/store/content.h"

#include "collab/lib0/anycoding.h"
#include "collab/lib0/decoder.h"

#include <cstdlib>
#include <cstring>
#include <new>

namespace crdt {

namespace {

/// Bytes that do not fit into an item.
struct Block
{
    quint32 size;
    quint32 capacity;

    char *data() { return reinterpret_cast<char *>(this + 1); }
};

constexpr qsizetype MostInline = sizeof(Item::content);

Block *blockOf(const Item &item)
{
    return reinterpret_cast<Block *>(quintptr(item.content));
}

Block *resized(Block *block, qsizetype capacity)
{
    auto *memory = static_cast<Block *>(std::realloc(block, sizeof(Block) + size_t(capacity)));
    if (memory == nullptr)
        throw std::bad_alloc(); // as everywhere where memory is short
    memory->capacity = quint32(capacity);
    return memory;
}

void setInlineSize(Item &item, qsizetype size)
{
    item.inlineSize = quint64(size) & 15;
}

char *inlineBytes(Item &item)
{
    return reinterpret_cast<char *>(&item.content);
}

} // namespace

QByteArrayView contentBytes(const Item &item)
{
    if (item.inlineSize != Item::NotInline)
        return {reinterpret_cast<const char *>(&item.content), qsizetype(item.inlineSize)};
    auto *block = blockOf(item);
    return block == nullptr ? QByteArrayView() : QByteArrayView(block->data(), block->size);
}

void setContentBytes(Item &item, QByteArrayView bytes)
{
    if (bytes.size() <= MostInline) {
        setInlineSize(item, bytes.size());
        item.content = 0;
        std::memcpy(inlineBytes(item), bytes.data(), size_t(bytes.size()));
        return;
    }
    auto *block = resized(nullptr, bytes.size());
    block->size = quint32(bytes.size());
    std::memcpy(block->data(), bytes.data(), size_t(bytes.size()));
    item.inlineSize = Item::NotInline;
    item.content = quint64(quintptr(block));
}

void appendContentBytes(Item &item, QByteArrayView bytes)
{
    const auto before = contentBytes(item);
    const auto size = before.size() + bytes.size();
    if (size <= MostInline) {
        std::memcpy(inlineBytes(item) + before.size(), bytes.data(), size_t(bytes.size()));
        setInlineSize(item, size);
        return;
    }
    auto *block = item.inlineSize == Item::NotInline ? blockOf(item) : nullptr;
    if (block == nullptr) {
        block = resized(nullptr, size);
        std::memcpy(block->data(), before.data(), size_t(before.size()));
    } else if (block->capacity < size) {
        block = resized(block, size + size / 2);
    }
    std::memcpy(block->data() + before.size(), bytes.data(), size_t(bytes.size()));
    block->size = quint32(size);
    item.inlineSize = Item::NotInline;
    item.content = quint64(quintptr(block));
}

void truncateContentBytes(Item &item, qsizetype size)
{
    if (item.inlineSize != Item::NotInline) {
        setInlineSize(item, size);
        return;
    }
    auto *block = blockOf(item);
    if (size <= MostInline) {
        char kept[MostInline] = {};
        std::memcpy(kept, block->data(), size_t(size));
        std::free(block);
        std::memcpy(&item.content, kept, sizeof kept);
        setInlineSize(item, size);
        return;
    }
    block->size = quint32(size);
    if (block->capacity > 2 * size)
        block = resized(block, size);
    item.content = quint64(quintptr(block));
}

void freeContent(Item &item)
{
    if (hasBytes(item.kind()) && item.inlineSize == Item::NotInline)
        std::free(blockOf(item));
    item.inlineSize = Item::NotInline;
    item.content = 0;
}

static UnitPlace placeInText(QByteArrayView utf8, quint64 offset)
{
    qsizetype byte = 0;
    // Mostly ASCII: a unit a byte.
    while (offset > 0 && byte < utf8.size()) {
        const auto lead = quint8(utf8[byte]);
        if (lead >= 0xf0 && offset == 1)
            return {byte, true};
        offset -= lead >= 0xf0 ? 2 : 1;
        byte += lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    }
    return {byte, false};
}

UnitPlace placeOfUnit(Kind kind, QByteArrayView bytes, quint64 offset)
{
    if (kind == Kind::String)
        return placeInText(bytes, offset);
    lib0::Decoder decoder(bytes);
    for (; offset > 0 && decoder.ok(); --offset) {
        if (kind == Kind::Any)
            lib0::skipAny(decoder);
        else
            decoder.readVarBytes();
    }
    return {decoder.position(), false};
}

QByteArray bytesFromUnit(Kind kind, QByteArrayView bytes, quint64 offset)
{
    const auto place = placeOfUnit(kind, bytes, offset);
    if (!place.insidePair)
        return bytes.sliced(place.byte).toByteArray();
    return ReplacementCharacter.toByteArray() + bytes.sliced(place.byte + 4);
}

QByteArray bytesBeforeUnit(Kind kind, QByteArrayView bytes, quint64 offset)
{
    const auto place = placeOfUnit(kind, bytes, offset);
    const auto head = bytes.first(place.byte).toByteArray();
    return place.insidePair ? QByteArray(head + ReplacementCharacter) : head;
}

} // namespace crdt
