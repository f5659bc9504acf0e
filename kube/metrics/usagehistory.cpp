// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/metrics/usagehistory.h"

namespace kube {

bool UsageHistory::add(const UsageFigure &figure)
{
    if (!m_samples.empty() && figure.time <= m_samples.back().time)
        return false;
    m_samples.push_back({figure.time, figure.usage});
    if (m_samples.size() > MostSamples)
        m_samples.pop_front();
    return true;
}

} // namespace kube
