// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/watch/jsonblocks.h"

#include <string_view>

namespace kube {

/// One object's JSON, and where in it stands what a client must look at. Views into the bytes that
/// were scanned; a part that was not found is empty.
struct ObjectText
{
    std::string_view text = {};
    std::string_view metadata = {}; ///< with its braces
    std::string_view managedFields = {}; ///< with its brackets

    operator std::string_view() const { return text; } ///< implicit: it is that text
};

/// Finds the end of a JSON object while it arrives, and in it `metadata` and their `managedFields`,
/// in one look at each byte, 64 at a time. It follows brackets and strings only: what stands
/// between them is for a parser to judge. A key that is written with escapes is not recognised.
class ObjectOutline
{
public:
    enum class Holder {
        Itself, ///< the text is the object
        Member, ///< it stands under "object": of a row of a Table, of a watch event
        EventRow, ///< the same of a row of the Table in a watch event; if of several, the last
    };
    enum class Progress { Unfinished, Complete, TooDeep };

    /// More than `depthLimit` brackets inside each other are TooDeep.
    ObjectOutline(Holder holder, int depthLimit)
        : m_objectDepth(depthIn(holder))
        , m_depthLimit(depthLimit)
    {
    }

    /// Goes on in `text`: all that is there so far, from the first brace on.
    Progress scan(std::string_view text);

    /// Of the whole text; once Complete.
    size_t size() const { return m_done.at; }
    /// The object within the same `text`; once Complete.
    ObjectText object(std::string_view text) const;

private:
    struct Span
    {
        size_t begin = std::string_view::npos;
        size_t end = 0;

        bool isOpen() const { return begin != std::string_view::npos && end == 0; }
    };
    struct State
    {
        size_t at = 0; ///< where the next block begins; once Complete the end of the text
        int depth = 0;
        JsonStrings strings = {};
        Span object = {};
        Span metadata = {};
        Span managedFields = {};
    };

    static int depthIn(Holder holder);
    Progress take(State &state, std::string_view text, const char *block) const;
    void opened(State &state, std::string_view text, size_t at) const;
    void closed(State &state, size_t at) const;

    int m_objectDepth; ///< within the object's braces
    int m_depthLimit;
    State m_done; ///< up to the last whole block
};

} // namespace kube
