// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/terminal/streamfilter.h"

#include <QString>

#include <algorithm>
#include <cstring>
#include <utility>

namespace workspace {

static constexpr char Escape = 0x1b;
static constexpr qsizetype SequenceLimit = 24;

static bool goesOn(char byte)
{
    return (quint8(byte) & 0xc0) == 0x80;
}

/// U+0300 to U+036F are two bytes in UTF-8 that begin with one of these.
static bool beginsMark(char byte)
{
    return byte == '\xcc' || byte == '\xcd';
}

static bool isMark(char first, char second)
{
    return goesOn(second) && (first == '\xcc' || quint8(second) <= 0xaf);
}

static bool beginsString(char byte)
{
    return byte == 'P' || byte == 'X' || byte == '^' || byte == '_';
}

/// Most blocks pass as they are: they are looked through fast.
bool StreamFilter::needsWork(const QByteArray &bytes) const
{
    if (m_state != State::Ground || !m_mark.isEmpty())
        return true;
    const auto size = size_t(bytes.size());
    if (std::memchr(bytes.constData(), '\xcc', size)
        || std::memchr(bytes.constData(), '\xcd', size))
        return true;
    const char *end = bytes.constData() + bytes.size();
    const char *last = nullptr;
    for (const char *at = bytes.constData(); at < end; ++at) {
        at = static_cast<const char *>(std::memchr(at, Escape, size_t(end - at)));
        if (!at)
            break;
        if (at + 1 == end || beginsString(at[1]))
            return true;
        last = at;
    }
    // One that goes on in the next block.
    return last && last[1] == '['
        && std::all_of(last + 2, end, [](char byte) { return quint8(byte) < 0x40; });
}

QByteArray StreamFilter::take(const QByteArray &bytes)
{
    if (!needsWork(bytes)) {
        remember(bytes);
        return bytes;
    }
    QByteArray out;
    out.reserve(bytes.size());
    for (const char byte : bytes) {
        switch (m_state) {
        case State::Ground: put(byte, out); break;
        case State::Escape: afterEscape(byte, out); break;
        case State::Control:
            if (byte == Escape) {
                m_state = State::Escape; // begins anew
                break;
            }
            out += byte;
            if (quint8(byte) >= 0x40) // ECMA-48 5.4: the final byte
                m_state = State::Ground;
            break;
        case State::String:
            if (byte == Escape)
                m_state = State::StringEscape;
            else if (byte == 0x18 || byte == 0x1a) // CAN, SUB
                m_state = State::Ground;
            break;
        case State::StringEscape:
            m_state = byte == '\\' ? State::Ground
                : byte == Escape   ? State::StringEscape
                                   : State::String;
            break;
        }
    }
    return out;
}

void StreamFilter::afterEscape(char byte, QByteArray &out)
{
    if (beginsString(byte)) {
        m_state = State::String;
        return;
    }
    m_state = byte == '[' ? State::Control : State::Ground;
    out += Escape;
    if (byte == Escape)
        m_state = State::Escape;
    else
        out += byte;
    m_base.clear(); // it belongs to the sequence
}

void StreamFilter::put(char byte, QByteArray &out)
{
    if (!m_mark.isEmpty()) {
        const char first = std::exchange(m_mark, {}).front();
        if (isMark(first, byte)) {
            m_mark.append(first).append(byte);
            return composed(out);
        }
        m_base = QByteArray(1, first); // another character that begins with it
        out += first;
    }
    if (byte == Escape) {
        m_state = State::Escape;
        m_base.clear();
    } else if (beginsMark(byte)) {
        m_mark = QByteArray(1, byte);
    } else {
        out += byte;
        if (goesOn(byte) && !m_base.isEmpty() && m_base.size() < 4)
            m_base += byte;
        else if (quint8(byte) >= 0x20 && byte != 0x7f && !goesOn(byte))
            m_base = QByteArray(1, byte);
        else
            m_base.clear();
    }
}

/// What was shown is shown again, with its mark. A letter that takes two cells has no marks of this
/// range that it could be composed with.
void StreamFilter::composed(QByteArray &out)
{
    const QByteArray both = m_base + std::exchange(m_mark, {});
    const auto text = QString::fromUtf8(both).normalized(QString::NormalizationForm_C);
    if (m_base.isEmpty() || text.size() != 1)
        return; // the terminal would leave the mark out
    m_base = text.toUtf8();
    out += '\b';
    out += m_base;
}

void StreamFilter::remember(const QByteArray &bytes)
{
    auto from = bytes.size();
    while (from > 0 && bytes.size() - from < 4 && goesOn(bytes[from - 1]))
        --from;
    if (from == 0) { // the middle of a character, or nothing
        if (!bytes.isEmpty() && !m_base.isEmpty() && m_base.size() + bytes.size() <= 4)
            m_base += bytes;
        else if (!bytes.isEmpty())
            m_base.clear();
        return;
    }
    const auto escape = bytes.lastIndexOf(Escape);
    if (escape >= 0 && bytes.size() - escape < SequenceLimit) {
        m_base.clear(); // it may belong to a sequence
        return;
    }
    m_base = bytes.sliced(from - 1);
    if (quint8(m_base.front()) < 0x20 || m_base.front() == 0x7f)
        m_base.clear();
}

} // namespace workspace
