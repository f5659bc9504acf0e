// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/watch/backoff.h"

#include <QRandomGenerator>

#include <algorithm>

namespace kube {

int Backoff::next()
{
    if (m_last.isValid() && m_last.elapsed() > ForgetAfterMs)
        m_step = 0;
    m_last.start();
    const int base = std::min(m_initialMs << std::min(m_step, 10), LongestMs);
    ++m_step;
    return base + QRandomGenerator::global()->bounded(base);
}

} // namespace kube
