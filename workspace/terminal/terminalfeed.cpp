// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/terminal/terminalfeed.h"

#include "workspace/terminal/termwidget.h"

#include <QElapsedTimer>
#include <QScopedValueRollback>

#include <utility>

namespace workspace {

static constexpr qsizetype BlockLimit = 16 * 1024;
static constexpr qint64 FloodSize = 1024 * 1024;
static constexpr int TurnMilliseconds = 12; ///< a frame's time is 16

static QObject *sessionOf(QTermWidget &terminal)
{
    const auto children = terminal.children();
    for (auto *child : children) {
        if (child->inherits("Konsole::Session")
            && child->metaObject()->indexOfSlot("onReceiveBlock(const char*,int)") >= 0)
            return child;
    }
    return nullptr;
}

TerminalFeed::TerminalFeed(QTermWidget &terminal, Road wished, QObject *parent)
    : QObject(parent)
    , m_terminal(terminal)
    , m_session(wished == Road::Straight ? sessionOf(terminal) : nullptr)
{
    m_next.setSingleShot(true);
    m_next.setInterval(0);
    connect(&m_next, &QTimer::timeout, this, &TerminalFeed::pump);
    if (m_session)
        return;
    m_pty = std::make_unique<PtyFeed>(terminal.getPtySlaveFd());
    connect(m_pty.get(), &PtyFeed::congested, this, &TerminalFeed::congested);
    connect(m_pty.get(), &PtyFeed::fed, this, &TerminalFeed::fed);
}

qint64 TerminalFeed::waiting() const
{
    return m_pty ? m_pty->waiting() : m_waiting;
}

void TerminalFeed::write(const QByteArray &sent)
{
    auto bytes = m_filter.take(sent);
    if (bytes.isEmpty())
        return;
    if (m_pty)
        return m_pty->write(bytes);
    if (!m_unfinished.isEmpty())
        bytes.prepend(std::exchange(m_unfinished, {}));
    if (const auto size = unfinished(bytes); size > 0) {
        m_unfinished = bytes.last(size);
        bytes.chop(size);
    }
    if (bytes.isEmpty())
        return;
    m_queue.push_back(floodBlockOf(bytes));
    m_waiting += bytes.size();
    if (!m_next.isActive() && !m_feeding)
        pump();
    if (m_waiting > HighWater && !std::exchange(m_congested, true))
        Q_EMIT congested(true);
}

bool TerminalFeed::feed(QByteArrayView bytes)
{
    const QScopedValueRollback guard(m_feeding, true);
    return QMetaObject::invokeMethod(m_session, "onReceiveBlock", Qt::DirectConnection,
                                     Q_ARG(const char *, bytes.data()),
                                     Q_ARG(int, int(bytes.size())));
}

/// The first block is done with.
void TerminalFeed::drop()
{
    m_waiting -= m_queue.front().bytes.size() - m_offset; // some of it is counted already
    m_queue.pop_front();
    m_offset = 0;
}

void TerminalFeed::leaveOut()
{
    if (m_waiting < FloodSize || !m_scroll.scrollsWhole())
        return;
    const int kept = m_terminal.historySize() + m_terminal.screenLinesCount() + 1;
    const auto unseen = m_terminal.historySize() < 0 ? std::nullopt : unseenOf(m_queue, kept);
    if (!unseen)
        return;
    const auto before = m_waiting;
    QByteArray left = unseen->colours;
    if (m_offset > 0)
        left.prepend('\x18'); // CAN: a sequence that was cut goes with the rest of its block
    for (size_t i = 0; i < unseen->blocks; ++i)
        drop();
    m_leftOut += before - m_waiting;
    feed(left);
}

void TerminalFeed::pump()
{
    if (m_queue.empty())
        return;
    leaveOut();
    QElapsedTimer clock;
    clock.start();
    while (!m_queue.empty() && clock.elapsed() < TurnMilliseconds) {
        const FloodBlock block = m_queue.front(); // feeding may write, and so move the queue
        const auto size = qMin(BlockLimit, block.bytes.size() - m_offset);
        if (!block.isPlain && m_offset == 0)
            m_scroll.take(block.bytes);
        feed(QByteArrayView(block.bytes).sliced(m_offset, size));
        if (m_offset + size == block.bytes.size()) {
            drop();
        } else {
            m_offset += size;
            m_waiting -= size;
        }
    }
    m_next.start(); // what comes in the same turn waits for the next
    Q_EMIT fed();
    if (m_waiting < LowWater && std::exchange(m_congested, false))
        Q_EMIT congested(false);
}

} // namespace workspace
