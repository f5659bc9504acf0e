// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <deque>
#include <optional>

namespace workspace {

/// Output that waits for a terminal.
struct FloodBlock
{
    QByteArray bytes = {};
    int lines = 0; ///< that end in it
    /// Nothing but text, colours and line ends: it can only scroll.
    bool isPlain = false;
};

/// Takes a block's measure.
FloodBlock floodBlockOf(const QByteArray &bytes);

/// How much of the block's end is a control sequence that is not complete: 0, or few bytes.
qsizetype unfinished(QByteArrayView bytes);

/// Whether lines that a terminal is sent scroll it, all of it. Follows what it is sent:
/// https://invisible-island.net/xterm/ctlseqs/ctlseqs.html, DECSET, DECSTBM.
class ScrollState
{
public:
    void take(QByteArrayView bytes);
    bool scrollsWhole() const { return !m_alternate && !m_margins && !m_origin; }

private:
    void control(QByteArrayView parameters, char final);

    bool m_alternate = false;
    bool m_margins = false;
    bool m_origin = false;
};

/// How many blocks at the front nobody could ever see, for what follows them scrolls more than
/// `kept` lines, and what of them still counts: the colours they leave behind.
struct Unseen
{
    size_t blocks = 0;
    QByteArray colours = {};
};
std::optional<Unseen> unseenOf(const std::deque<FloodBlock> &blocks, int kept);

} // namespace workspace
