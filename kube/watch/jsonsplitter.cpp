// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/watch/jsonsplitter.h"

namespace kube {

constexpr int ElementDepth = 2; // the root's brace and the array's bracket stand around it

bool JsonSplitter::feed(QByteArrayView bytes, const Sink &sink)
{
    if (m_broken)
        return false;
    m_sink = &sink;
    m_buffer.reserve(m_buffer.size() + size_t(bytes.size()) + Padding);
    m_buffer.append(bytes.data(), size_t(bytes.size()));
    while (m_scanned < m_buffer.size()) {
        if (!m_element && !step(m_buffer[m_scanned])) {
            m_broken = true;
            return false;
        }
        if (!m_element) {
            ++m_scanned;
        } else if (!takeElement()) {
            m_broken = true;
            return false;
        } else if (m_element) {
            break; // its end has not arrived yet
        }
    }
    m_buffer.erase(0, m_scanned);
    m_scanned = 0;
    m_broken = m_buffer.size() > ElementLimit || m_skeleton.size() > SkeletonLimit;
    return !m_broken;
}

/// Goes on in the element that begins at m_scanned; false when it is refused.
bool JsonSplitter::takeElement()
{
    const auto text = std::string_view(m_buffer).substr(m_scanned);
    switch (m_element->scan(text)) {
    case ObjectOutline::Progress::Unfinished: return true;
    case ObjectOutline::Progress::TooDeep: return false;
    case ObjectOutline::Progress::Complete: break;
    }
    auto element = m_element->object(text);
    element.text = text.substr(0, m_element->size());
    (*m_sink)(element);
    m_scanned += m_element->size();
    m_element.reset();
    return true;
}

bool JsonSplitter::step(char c)
{
    if (m_complete)
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!m_inArray || c == ']')
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
        if (m_inArray)
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
    if (m_inArray) {
        if (c != '{')
            return false;
        using Holder = ObjectOutline::Holder;
        m_element.emplace(m_hasRows ? Holder::Member : Holder::Itself, DepthLimit - ElementDepth);
        return true;
    }
    if (m_depth == 1 && c == '[' && (m_key == "items" || m_key == "rows")) {
        m_inArray = true;
        m_hasRows = m_key == "rows";
    }
    return ++m_depth <= DepthLimit;
}

bool JsonSplitter::closeBracket()
{
    if (--m_depth < 0)
        return false;
    if (m_inArray && m_depth == 1) {
        m_inArray = false;
        m_key.clear();
    } else if (m_depth == 0) {
        m_complete = true;
    }
    return true;
}

} // namespace kube
