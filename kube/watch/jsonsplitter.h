// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/watch/objectoutline.h"

#include <QByteArrayView>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace kube {

/// Cuts a list answer into its elements while it arrives: whatever stands in the array that the
/// root object holds under "items" or "rows". Memory is bounded by the largest element, not by the
/// answer. A broken or over-long answer makes feed() return false, and then it stays broken.
class JsonSplitter
{
public:
    /// One element: an object, or a row with what is known of its object. At least Padding readable
    /// bytes follow its text, as simdjson needs.
    using Sink = std::function<void(const ObjectText &element)>;

    static constexpr size_t Padding = 64;
    static constexpr size_t ElementLimit = 16 * 1024 * 1024;
    static constexpr size_t SkeletonLimit = 4 * 1024 * 1024;
    static constexpr int DepthLimit = 256;

    /// Takes in the next bytes; calls `sink` for each element that is complete.
    bool feed(QByteArrayView bytes, const Sink &sink);
    /// Whether the root object is complete.
    bool isComplete() const { return m_complete; }
    /// Whether the elements stand under "rows": the answer is a Table.
    bool hasRows() const { return m_hasRows; }
    /// The answer without the elements, valid JSON once complete.
    const std::string &skeleton() const { return m_skeleton; }

private:
    bool step(char c);
    bool takeElement();
    bool openBracket(char c);
    bool closeBracket();

    std::string m_buffer; ///< bytes not yet handed on, with Padding to spare
    size_t m_scanned = 0; ///< how far m_buffer has been read; the beginning of an element under way
    std::optional<ObjectOutline> m_element; ///< what is under way
    std::string m_skeleton;
    std::string m_key; ///< the last string at depth 1
    int m_depth = 0;
    bool m_inString = false;
    bool m_escaped = false;
    bool m_inArray = false; ///< inside the array of elements
    bool m_hasRows = false;
    bool m_complete = false;
    bool m_broken = false;
    const Sink *m_sink = nullptr;
};

} // namespace kube
