// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <functional>

namespace collab {

struct BackoffOptions
{
    using Milliseconds = std::chrono::milliseconds;

    Milliseconds first = Milliseconds(100);
    Milliseconds longest = Milliseconds(2500);
    std::function<double()> random = {}; ///< 0 to below 1; by default the system's

    static BackoffOptions yWebsocket() { return {}; }
    static BackoffOptions hocuspocus()
    {
        return {.first = std::chrono::seconds(1), .longest = std::chrono::seconds(30)};
    }
};

/// How long to wait before the next try: twice as long after each failure, and never the same for
/// all clients of a server that went down.
class Backoff
{
public:
    explicit Backoff(const BackoffOptions &options);

    /// After so many failures in a row: between half and all of first * 2^failures, of `longest` at
    /// most.
    std::chrono::milliseconds after(int failures) const;
    /// When the server asks to come later (close code 1013): once to twice `longest`.
    std::chrono::milliseconds later() const;

private:
    double random() const;

    BackoffOptions m_options;
};

} // namespace collab
