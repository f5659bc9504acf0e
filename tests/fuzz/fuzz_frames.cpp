// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzz.h"

#include "kube/watch/itemdecoder.h"
#include "kube/watch/jsonsplitter.h"

#include <string>
#include <vector>

namespace {

struct Split
{
    std::vector<std::string> elements = {};
    std::string skeleton = {};
    bool isGood = true;
    bool isComplete = false;

    bool operator==(const Split &) const = default;
};

/// Feeds the bytes in pieces of `chunk` bytes, 0: all at once.
Split split(QByteArrayView bytes, qsizetype chunk)
{
    Split result;
    kube::JsonSplitter splitter;
    const auto sink = [&result](std::string_view element) {
        result.elements.emplace_back(element);
    };
    while (result.isGood && !bytes.isEmpty()) {
        const auto length = chunk == 0 ? bytes.size() : std::min(chunk, bytes.size());
        result.isGood = splitter.feed(bytes.first(length), sink);
        bytes = bytes.sliced(length);
        chunk = chunk == 0 ? 0 : chunk % 13 + 1; // pieces of several sizes
    }
    result.skeleton = splitter.skeleton();
    result.isComplete = splitter.isComplete();
    return result;
}

std::string padded(std::string_view text)
{
    std::string copy(text);
    copy.reserve(copy.size() + kube::JsonSplitter::Padding);
    return copy;
}

void decodeList(const Split &list)
{
    kube::ItemDecoder decoder;
    for (const auto &element : list.elements) {
        const auto text = padded(element);
        const auto row = decoder.row({text});
        fuzz::require(!row || row->cellCount() <= 256, "cells are bounded");
        const auto object = decoder.object(text);
        fuzz::require(!object || object->unpacked().json.size() <= qsizetype(element.size()),
                      "an object is no larger than its text");
    }
    (void)decoder.summary(padded(list.skeleton));
}

/// As a DecodeQueue does it: with what the splitter knows of each element.
void decodeElements(QByteArrayView bytes)
{
    kube::ItemDecoder decoder;
    kube::JsonSplitter splitter;
    splitter.feed(bytes, [&](const kube::ObjectText &element) {
        (void)decoder.row(element);
        (void)decoder.object(element);
        (void)decoder.nameRow(element);
    });
}

void decodeWatch(QByteArrayView bytes)
{
    kube::ItemDecoder decoder;
    while (!bytes.isEmpty()) {
        const auto end = bytes.indexOf('\n');
        const auto line = bytes.first(end < 0 ? bytes.size() : end);
        const auto text = padded({line.data(), size_t(line.size())});
        for (const bool wantTable : {true, false}) {
            const auto event = decoder.watchEvent(text, wantTable);
            fuzz::require(!event || qsizetype(event->items.size()) <= line.size(),
                          "rows are bounded");
        }
        bytes = bytes.sliced(end < 0 ? bytes.size() : end + 1);
    }
}

} // namespace

/// Lists and watches of rows and of objects: the first byte says in what pieces they arrive, which
/// must not matter.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const auto bytes = fuzz::viewOf(data + 1, size - 1);
    const auto whole = split(bytes, 0);
    fuzz::require(split(bytes, data[0] % 64 + 1) == whole, "the pieces do not matter");
    decodeList(whole);
    decodeElements(bytes);
    decodeWatch(bytes);
    return 0;
}
