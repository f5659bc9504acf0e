// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/terminal/terminalfeed.h"

#include "workspace/terminal/termwidget.h"

#include <QElapsedTimer>
#include <QScopedValueRollback>

namespace workspace {

static constexpr qsizetype BlockLimit = 16 * 1024;
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
    const auto bytes = m_filter.take(sent);
    if (bytes.isEmpty())
        return;
    if (m_pty)
        return m_pty->write(bytes);
    m_queue.push_back(bytes);
    m_waiting += bytes.size();
    if (!m_next.isActive() && !m_feeding)
        pump();
    if (m_waiting > PtyFeed::HighWater && !std::exchange(m_congested, true))
        Q_EMIT congested(true);
}

bool TerminalFeed::feed(const char *bytes, int size)
{
    const QScopedValueRollback guard(m_feeding, true);
    return QMetaObject::invokeMethod(m_session, "onReceiveBlock", Qt::DirectConnection,
                                     Q_ARG(const char *, bytes), Q_ARG(int, size));
}

void TerminalFeed::pump()
{
    if (m_queue.empty())
        return;
    QElapsedTimer clock;
    clock.start();
    while (!m_queue.empty() && clock.elapsed() < TurnMilliseconds) {
        const QByteArray block = m_queue.front(); // feeding may write, and so move the queue
        const auto size = qMin(BlockLimit, block.size() - m_offset);
        if (!feed(block.constData() + m_offset, int(size))) {
            m_queue.clear();
            m_offset = 0;
            m_waiting = 0;
            return;
        }
        m_waiting -= size;
        m_offset += size;
        if (m_offset == block.size()) {
            m_queue.pop_front();
            m_offset = 0;
        }
    }
    m_next.start(); // what comes in the same turn waits for the next
    Q_EMIT fed();
    if (m_waiting < PtyFeed::LowWater && std::exchange(m_congested, false))
        Q_EMIT congested(false);
}

} // namespace workspace
