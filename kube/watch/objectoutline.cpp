// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/watch/objectoutline.h"

#include <array>
#include <cstring>

namespace kube {

static void trimEnd(std::string_view &text)
{
    const auto last = text.find_last_not_of(" \n\r\t");
    text = text.substr(0, last + 1); // npos + 1 is 0
}

/// Whether the value that follows `before` is the member that `quoted` names. No quote within a
/// string goes without its backslash, so the quotes found are the key's own.
static bool isMember(std::string_view before, std::string_view quoted)
{
    trimEnd(before);
    if (!before.ends_with(':'))
        return false;
    before.remove_suffix(1);
    trimEnd(before);
    if (!before.ends_with(quoted))
        return false;
    before.remove_suffix(quoted.size());
    return !before.ends_with('\\');
}

int ObjectOutline::depthIn(Holder holder)
{
    switch (holder) {
    case Holder::Itself: return 1;
    case Holder::Member: return 2;
    case Holder::EventRow: return 5; // {"object": {"rows": [{"object": {
    }
    Q_UNREACHABLE_RETURN(1);
}

ObjectOutline::Progress ObjectOutline::scan(std::string_view text)
{
    while (text.size() - m_done.at >= JsonBlockSize) {
        const auto progress = take(m_done, text, text.data() + m_done.at);
        if (progress != Progress::Unfinished)
            return progress;
    }
    // The last block may still grow: what it tells so far counts only if the text ends in it.
    std::array<char, JsonBlockSize> block{};
    std::memcpy(block.data(), text.data() + m_done.at, text.size() - m_done.at);
    auto state = m_done;
    const auto progress = take(state, text, block.data());
    if (progress == Progress::Complete)
        m_done = state;
    return progress;
}

ObjectOutline::Progress ObjectOutline::take(State &state, std::string_view text,
                                            const char *block) const
{
    auto marks = jsonMarks(block);
    state.strings.takeOut(marks);
    const auto begin = state.at;
    state.at += JsonBlockSize;
    const int opens = std::popcount(marks.opens);
    const int closes = std::popcount(marks.closes);
    // Nearly all blocks lie too deep for anything that is looked for, from begin to end.
    if (state.depth - closes > m_objectDepth + 1 && state.depth + opens <= m_depthLimit) {
        state.depth += opens - closes;
        return Progress::Unfinished;
    }
    for (auto brackets = marks.opens | marks.closes; brackets != 0; brackets &= brackets - 1) {
        const auto bit = std::countr_zero(brackets);
        const auto at = begin + size_t(bit);
        if (marks.opens >> bit & 1) {
            if (state.depth <= m_objectDepth + 1)
                opened(state, text, at);
            if (++state.depth > m_depthLimit)
                return Progress::TooDeep;
        } else {
            if (--state.depth <= m_objectDepth + 1)
                closed(state, at);
            if (state.depth <= 0) {
                state.at = at + 1;
                return Progress::Complete;
            }
        }
    }
    return Progress::Unfinished;
}

void ObjectOutline::opened(State &state, std::string_view text, size_t at) const
{
    const auto isAt = [&](std::string_view key, char bracket) {
        return text[at] == bracket && isMember(text.substr(0, at), key);
    };
    if (state.depth == m_objectDepth - 1) {
        if (m_objectDepth == 1 ? text[at] == '{' && at == 0 : isAt("\"object\"", '{')) {
            state.object = {at, 0};
            state.metadata = {}; // of one before it, when there are two
            state.managedFields = {};
        }
    } else if (state.depth == m_objectDepth) {
        if (state.object.isOpen() && isAt("\"metadata\"", '{')) {
            state.metadata = {at, 0};
            state.managedFields = {};
        }
    } else if (state.depth == m_objectDepth + 1) {
        if (state.metadata.isOpen() && isAt("\"managedFields\"", '['))
            state.managedFields = {at, 0};
    }
}

void ObjectOutline::closed(State &state, size_t at) const
{
    auto &span = state.depth == m_objectDepth + 1 ? state.managedFields
        : state.depth == m_objectDepth            ? state.metadata
                                                  : state.object;
    if (span.isOpen())
        span.end = at + 1;
}

ObjectText ObjectOutline::object(std::string_view text) const
{
    const auto view = [text](Span span) {
        return span.end > 0 ? text.substr(span.begin, span.end - span.begin) : std::string_view();
    };
    return {view(m_done.object), view(m_done.metadata), view(m_done.managedFields)};
}

} // namespace kube
