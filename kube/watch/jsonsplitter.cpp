// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/watch/jsonsplitter.h"

#include <array>

namespace kube {

static constexpr std::array<bool, 256> bytesOf(std::string_view set)
{
    std::array<bool, 256> table{};
    for (const char c : set)
        table[quint8(c)] = true;
    return table;
}

static constexpr auto EndsString = bytesOf("\"\\");
static constexpr auto ChangesDepth = bytesOf("\"{}[]");

bool JsonSplitter::feed(QByteArrayView bytes, const Sink &sink)
{
    if (m_broken)
        return false;
    m_sink = &sink;
    m_buffer.reserve(m_buffer.size() + size_t(bytes.size()) + Padding);
    m_buffer.append(bytes.data(), size_t(bytes.size()));
    while (m_scanned < m_buffer.size()) {
        // Inside an element only a few bytes matter: skip to the next of them.
        if (m_inElement && !m_escaped) {
            const auto &stops = m_inString ? EndsString : ChangesDepth;
            while (m_scanned < m_buffer.size() && !stops[quint8(m_buffer[m_scanned])])
                ++m_scanned;
            if (m_scanned == m_buffer.size())
                break;
        }
        if (!step(m_buffer[m_scanned])) {
            m_broken = true;
            return false;
        }
        ++m_scanned;
    }
    const auto done = m_inElement ? m_elementStart : m_scanned;
    m_buffer.erase(0, done);
    m_scanned -= done;
    m_elementStart = 0;
    m_broken = m_buffer.size() > ElementLimit || m_skeleton.size() > SkeletonLimit;
    return !m_broken;
}

bool JsonSplitter::step(char c)
{
    if (m_complete)
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!m_inElement && (!m_inArray || c == ']'))
        m_skeleton.push_back(c);
    if (m_inString) {
        if (m_escaped)
            m_escaped = false;
        else if (c == '\\')
            m_escaped = true;
        else if (c == '"')
            m_inString = false;
        else if (m_depth == 1 && m_key.size() < 16)
            m_key.push_back(c);
        return true;
    }
    switch (c) {
    case '"':
        m_inString = true;
        if (m_depth == 1)
            m_key.clear();
        if (m_inArray && !m_inElement)
            return false; // elements are objects
        return m_depth > 0;
    case '{':
    case '[': return openBracket(c);
    case '}':
    case ']': return closeBracket();
    default: return m_depth > 0 || c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }
}

bool JsonSplitter::openBracket(char c)
{
    if (m_depth == 0 && c != '{')
        return false;
    if (m_inArray && !m_inElement) {
        if (c != '{')
            return false;
        m_inElement = true;
        m_elementStart = m_scanned;
    } else if (m_depth == 1 && c == '[' && (m_key == "items" || m_key == "rows")) {
        m_inArray = true;
        m_hasRows = m_key == "rows";
    }
    return ++m_depth <= DepthLimit;
}

bool JsonSplitter::closeBracket()
{
    if (--m_depth < 0)
        return false;
    if (m_inElement && m_depth == 2) {
        m_inElement = false;
        m_buffer.reserve(m_buffer.size() + Padding);
        (*m_sink)(
            std::string_view(m_buffer).substr(m_elementStart, m_scanned + 1 - m_elementStart));
    } else if (m_inArray && m_depth == 1) {
        m_inArray = false;
        m_key.clear();
    } else if (m_depth == 0) {
        m_complete = true;
    }
    return true;
}

} // namespace kube
