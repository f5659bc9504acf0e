// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/terminal/transcript.h"

namespace workspace {

static constexpr char Escape = 0x1b;
static constexpr qsizetype MostParameters = 64;

/// Whether a byte goes on with the character of the one before: RFC 3629, 3.
static bool goesOn(char byte)
{
    return (quint8(byte) & 0xc0) == 0x80;
}

QByteArray PlainTerminalText::take(QByteArrayView bytes)
{
    QByteArray out;
    for (const char byte : bytes) {
        if (byte == 0x18 || byte == 0x1a) { // CAN and SUB end whatever goes on
            m_state = State::Ground;
            continue;
        }
        switch (m_state) {
        case State::Ground: ground(byte, out); break;
        case State::Escape:
            m_parameters.clear();
            if (byte == '[')
                m_state = State::Control;
            else if (byte == ']' || byte == 'P' || byte == 'X' || byte == '^' || byte == '_')
                m_state = State::String;
            else if (byte >= 0x20 && byte <= 0x2f)
                m_state = State::Intermediate;
            else if (byte != Escape)
                m_state = State::Ground;
            break;
        case State::Intermediate:
            if (byte < 0x20 || byte > 0x2f)
                m_state = byte == Escape ? State::Escape : State::Ground;
            break;
        case State::Control:
            if (byte == Escape) {
                m_state = State::Escape;
            } else if (byte >= 0x40 && byte <= 0x7e) {
                control(byte);
                m_state = State::Ground;
            } else if (byte < 0x20 && byte >= 0) {
                ground(byte, out); // a control inside counts as if it came before
            } else if (m_parameters.size() < MostParameters) {
                m_parameters += byte;
            }
            break;
        case State::String:
            if (byte == 0x07)
                m_state = State::Ground;
            else if (byte == Escape)
                m_state = State::StringEscape;
            break;
        case State::StringEscape:
            m_state = byte == '\\' ? State::Ground : byte == Escape ? m_state : State::String;
            break;
        }
    }
    return out;
}

void PlainTerminalText::ground(char byte, QByteArray &out)
{
    switch (byte) {
    case Escape: m_state = State::Escape; return;
    case '\n':
    case '\v':
    case '\f': out += rest() + '\n'; return;
    case '\r': m_at = 0; return;
    case '\b': back(1); return;
    case '\t': return put(byte);
    default:
        if (byte < 0 || (byte >= 0x20 && byte != 0x7f))
            put(byte);
        if (m_line.size() >= LineLimit)
            out += rest() + '\n';
    }
}

void PlainTerminalText::put(char byte)
{
    if (!goesOn(byte)) // writes over a whole character
        m_line.remove(m_at, ahead(1) - m_at);
    m_line.insert(m_at++, byte);
}

/// Where so many characters further is.
qsizetype PlainTerminalText::ahead(int characters) const
{
    auto at = m_at;
    for (; characters > 0 && at < m_line.size(); --characters) {
        ++at;
        while (at < m_line.size() && goesOn(m_line[at]))
            ++at;
    }
    return at;
}

void PlainTerminalText::back(int characters)
{
    for (; characters > 0 && m_at > 0; --characters) {
        --m_at;
        while (m_at > 0 && goesOn(m_line[m_at]))
            --m_at;
    }
}

// What line editors use: erase to the end, and move along the line.
void PlainTerminalText::control(char final)
{
    const auto number = qBound(0, m_parameters.toInt(), 4096);
    switch (final) {
    case 'K':
        if (number == 0)
            m_line.truncate(m_at);
        else if (number == 2)
            m_line.clear();
        m_at = qMin(m_at, m_line.size());
        return;
    case 'C': m_at = ahead(qMax(1, number)); return;
    case 'D': return back(qMax(1, number));
    case 'P': m_line.remove(m_at, ahead(qMax(1, number)) - m_at); return;
    case '@': m_line.insert(m_at, QByteArray(qMax(1, number), ' ')); return;
    case 'H':
    case 'J': m_at = m_line.size(); return; // elsewhere on the screen
    default: return;
    }
}

QByteArray PlainTerminalText::rest()
{
    m_at = 0;
    return std::exchange(m_line, {});
}

Transcript::Transcript(const QString &path, Form form, const QByteArray &heading)
    : m_file(path)
    , m_form(form)
{
    const auto owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    // A file that was there keeps its permissions when opened.
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered, owner)
        || !m_file.setPermissions(owner)) {
        m_problem = m_file.errorString();
        m_file.close();
        return;
    }
    put(heading);
}

Transcript::~Transcript()
{
    if (m_form == Form::Plain && m_problem.isEmpty())
        put(m_text.rest());
}

bool Transcript::write(QByteArrayView bytes)
{
    return put(m_form == Form::Plain ? m_text.take(bytes) : bytes.toByteArray());
}

bool Transcript::put(const QByteArray &bytes)
{
    if (!m_problem.isEmpty())
        return false;
    if (bytes.isEmpty() || m_file.write(bytes) == bytes.size())
        return true;
    m_problem = m_file.errorString();
    m_file.close();
    return false;
}

} // namespace workspace
