// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/provider/backoff.h"

#include <QRandomGenerator>

#include <algorithm>

namespace collab {

static constexpr int MostDoublings = 20;

Backoff::Backoff(const BackoffOptions &options)
    : m_options(options)
{
}

double Backoff::random() const
{
    return m_options.random ? m_options.random() : QRandomGenerator::global()->generateDouble();
}

std::chrono::milliseconds Backoff::after(int failures) const
{
    const std::chrono::milliseconds doubled =
        m_options.first * (1LL << std::clamp(failures, 0, MostDoublings));
    const auto whole = double(std::min(doubled, m_options.longest).count());
    return std::chrono::milliseconds(qint64(whole * (1 + random()) / 2));
}

std::chrono::milliseconds Backoff::later() const
{
    return std::chrono::milliseconds(qint64(double(m_options.longest.count()) * (1 + random())));
}

} // namespace collab
