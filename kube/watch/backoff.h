// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>

namespace kube {

/// How long to wait before asking again: client-go's figures for a reflector (tools/cache/
/// reflector.go): 800 ms, doubled up to 30 s, each with up to the same again at random; back to the
/// start after two quiet minutes.
class Backoff
{
public:
    explicit Backoff(int initialMs = 800)
        : m_initialMs(initialMs)
    {
    }

    /// The next wait in milliseconds.
    int next();
    void reset() { m_step = 0; }

private:
    static constexpr int LongestMs = 30'000;
    static constexpr qint64 ForgetAfterMs = 120'000;

    int m_initialMs;
    int m_step = 0;
    QElapsedTimer m_last;
};

} // namespace kube
