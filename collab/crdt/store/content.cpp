// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/store/content.h"

#include "collab/crdt/store/longcontent.h"
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

LongContent *longOf(const Item &item)
{
    return reinterpret_cast<LongContent *>(quintptr(item.content));
}

void setLong(Item &item, QByteArrayView bytes)
{
    item.content = quint64(quintptr(new LongContent(item.kind(), bytes)));
    item.inlineSize = Item::IsLong;
}

void truncate(Item &item, qsizetype size)
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

void splitLong(Item &left, quint64 offset, Item &right)
{
    auto *content = longOf(left);
    const auto part = content->cut(left.length(), offset);
    auto &keeper = part.isRight ? left : right;
    auto &other = part.isRight ? right : left;
    if (content->bytes().size() >= LongContent::Least) {
        keeper.content = quint64(quintptr(content));
        keeper.inlineSize = Item::IsLong;
    } else {
        setContentBytes(keeper, content->bytes());
        delete content;
    }
    setContentBytes(other, part.bytes);
}

} // namespace

QByteArrayView contentBytes(const Item &item)
{
    if (item.inlineSize == Item::IsLong)
        return longOf(item)->bytes();
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
    if (bytes.size() >= LongContent::Least) {
        setLong(item, bytes);
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
    if (item.inlineSize == Item::IsLong) {
        longOf(item)->append(bytes);
        return;
    }
    const auto before = contentBytes(item);
    const auto size = before.size() + bytes.size();
    if (size <= MostInline) {
        std::memcpy(inlineBytes(item) + before.size(), bytes.data(), size_t(bytes.size()));
        setInlineSize(item, size);
        return;
    }
    auto *block = item.inlineSize == Item::NotInline ? blockOf(item) : nullptr;
    if (size >= LongContent::Least) {
        setLong(item, before);
        longOf(item)->append(bytes);
        std::free(block);
        return;
    }
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

void splitContent(Item &left, quint64 offset, Item &right)
{
    if (left.inlineSize == Item::IsLong) {
        splitLong(left, offset, right);
        return;
    }
    const auto bytes = contentBytes(left);
    const auto cut = placeOfUnit(left.kind(), bytes, offset);
    setContentBytes(right, bytesFrom(bytes, cut));
    truncate(left, cut.byte);
    if (cut.insidePair)
        appendContentBytes(left, lib0::ReplacementCharacter);
}

void freeContent(Item &item)
{
    if (item.inlineSize == Item::IsLong)
        delete longOf(item);
    else if (hasBytes(item.kind()) && item.inlineSize == Item::NotInline)
        std::free(blockOf(item));
    item.inlineSize = Item::NotInline;
    item.content = 0;
}

QByteArray bytesFromUnit(Kind kind, QByteArrayView bytes, quint64 offset)
{
    return bytesFrom(bytes, placeOfUnit(kind, bytes, offset));
}

} // namespace crdt
