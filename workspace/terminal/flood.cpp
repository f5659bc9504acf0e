// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/terminal/flood.h"

#include <QByteArrayList>

#include <algorithm>

namespace workspace {

static constexpr char Escape = 0x1b;
static constexpr qsizetype LongestUnfinished = 64;
static constexpr qsizetype MostColours = 64 * 1024;

static bool isParameter(char byte)
{
    return (byte >= '0' && byte <= '9') || byte == ';' || byte == ':';
}

/// The end of the colour sequence (SGR) that begins at `at`; 0 when it is none.
static qsizetype colourEnd(QByteArrayView bytes, qsizetype at)
{
    if (at + 2 >= bytes.size() || bytes[at + 1] != '[')
        return 0;
    auto end = at + 2;
    while (end < bytes.size() && isParameter(bytes[end]))
        ++end;
    return end < bytes.size() && bytes[end] == 'm' ? end + 1 : 0;
}

FloodBlock floodBlockOf(const QByteArray &bytes)
{
    FloodBlock block{.bytes = bytes, .isPlain = true};
    const QByteArrayView view(bytes);
    for (qsizetype i = 0; i < view.size(); ++i) {
        const auto byte = quint8(view[i]);
        if (byte >= 0x20 && byte != 0x7f && byte != 0xc2)
            continue;
        if (byte == '\n') {
            ++block.lines;
        } else if (byte == Escape) {
            const auto end = colourEnd(view, i);
            if (end == 0)
                block.isPlain = false;
            else
                i = end - 1;
        } else if (byte == 0xc2) { // before 0x80 to 0x9f: one of the C1 controls
            if (i + 1 == view.size() || quint8(view[i + 1]) < 0xa0)
                block.isPlain = false;
        } else if (byte != '\r' && byte != '\t') {
            block.isPlain = false;
        }
        if (!block.isPlain)
            break;
    }
    return block;
}

qsizetype unfinished(QByteArrayView bytes)
{
    const auto from = bytes.lastIndexOf(Escape);
    if (from < 0 || bytes.size() - from > LongestUnfinished)
        return 0;
    const auto rest = bytes.sliced(from);
    const bool goesOn = rest.size() == 1
        || (rest[1] == '[' && std::all_of(rest.begin() + 2, rest.end(), [](char byte) {
                            return byte >= 0x20 && byte < 0x40;
                        }));
    return goesOn ? rest.size() : 0;
}

void ScrollState::take(QByteArrayView bytes)
{
    for (auto at = bytes.indexOf(Escape); at >= 0; at = bytes.indexOf(Escape, at + 1)) {
        if (at + 1 >= bytes.size())
            return;
        if (bytes[at + 1] == 'c') // RIS
            *this = {};
        if (bytes[at + 1] != '[')
            continue;
        auto end = at + 2;
        while (end < bytes.size() && bytes[end] >= 0x20 && bytes[end] < 0x40)
            ++end;
        if (end < bytes.size())
            control(bytes.sliced(at + 2, end - at - 2), bytes[end]);
    }
}

void ScrollState::control(QByteArrayView parameters, char final)
{
    if (final == 'r' && !parameters.startsWith('?')) {
        m_margins = !parameters.isEmpty();
    } else if (final == 'p' && parameters == "!") { // DECSTR
        m_margins = false;
        m_origin = false;
    } else if ((final == 'h' || final == 'l') && parameters.startsWith('?')) {
        const auto modes = parameters.sliced(1).toByteArray().split(';');
        for (const auto &mode : modes) {
            if (mode == "1049" || mode == "1047" || mode == "47")
                m_alternate = final == 'h';
            else if (mode == "6")
                m_origin = final == 'h';
        }
    }
}

/// The colours in force after the blocks before `end`; nothing when they are hard to tell.
static std::optional<QByteArray> coloursAfter(const std::deque<FloodBlock> &blocks, size_t end)
{
    QByteArray colours;
    for (auto i = end; i-- > 0;) {
        QByteArray own;
        bool isWhole = false; // begins with a reset
        const QByteArrayView view(blocks[i].bytes);
        for (auto at = view.indexOf(Escape); at >= 0; at = view.indexOf(Escape, at + 1)) {
            const auto sequence = view.sliced(at, colourEnd(view, at) - at);
            if (sequence == "\x1b[0m" || sequence == "\x1b[m") {
                own.clear();
                isWhole = true;
            }
            own.append(sequence);
        }
        colours.prepend(own);
        if (isWhole)
            return colours;
        if (colours.size() > MostColours)
            return std::nullopt;
    }
    return colours; // on top of those that were there
}

std::optional<Unseen> unseenOf(const std::deque<FloodBlock> &blocks, int kept)
{
    const auto plainEnd =
        size_t(std::ranges::find_if_not(blocks, &FloodBlock::isPlain) - blocks.begin());
    qint64 lines = 0;
    auto seen = plainEnd; // where what can be seen begins
    while (seen > 0 && lines < kept)
        lines += blocks[--seen].lines;
    if (lines < kept || seen == 0)
        return std::nullopt;
    const auto colours = coloursAfter(blocks, seen);
    return colours ? std::optional(Unseen{seen, *colours}) : std::nullopt;
}

} // namespace workspace
