// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/api/blockqueue.h"

#include <utility>

namespace kube {

bool BlockQueue::push(QByteArray block)
{
    const std::scoped_lock lock(m_mutex);
    m_bytes += block.size();
    m_blocks.push_back(std::move(block));
    return std::exchange(m_isTakerIdle, false);
}

bool BlockQueue::isFull()
{
    const std::scoped_lock lock(m_mutex);
    m_isHeld = m_bytes >= Most;
    return m_isHeld;
}

BlockQueue::Taken BlockQueue::take()
{
    const std::scoped_lock lock(m_mutex);
    if (m_blocks.empty()) {
        m_isTakerIdle = true;
        return {};
    }
    Taken taken{.block = std::move(m_blocks.front())};
    m_blocks.pop_front();
    m_bytes -= taken.block.size();
    if (m_bytes <= Most / 2)
        taken.isFreed = std::exchange(m_isHeld, false);
    return taken;
}

bool BlockQueue::isEmpty() const
{
    const std::scoped_lock lock(m_mutex);
    return m_blocks.empty();
}

} // namespace kube
