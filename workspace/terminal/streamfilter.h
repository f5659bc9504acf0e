// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace workspace {

/// Makes of what a program sends to an xterm what QTermWidget (2.1) understands. Bytes may be cut
/// anywhere; nothing that could be shown is held back.
///
/// Two things it does not know and would show as garbage, or not at all: device control and other
/// strings (DCS, SOS, PM, APC: ECMA-48 8.3.27, 5.6), which are taken out, and combining marks
/// (U+0300 to U+036F), which are composed with the letter before them where Unicode has one
/// character for both.
class StreamFilter
{
public:
    QByteArray take(const QByteArray &bytes);

private:
    enum class State { Ground, Escape, Control, String, StringEscape };

    bool needsWork(const QByteArray &bytes) const;
    void put(char byte, QByteArray &out);
    void composed(QByteArray &out);
    void afterEscape(char byte, QByteArray &out);
    void remember(const QByteArray &bytes);

    State m_state = State::Ground;
    QByteArray m_base; ///< the character that was shown last; empty when that was none
    QByteArray m_mark; ///< the first byte of a combining mark
};

} // namespace workspace
