// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdio>

namespace bench {

/// What a benchmark has to reach: a line for each, and the exit code that says whether all are.
class Aims
{
public:
    void atLeast(const char *what, double is, double aim, const char *unit = "")
    {
        tell(what, is, "at least", aim, unit, is >= aim);
    }
    void atMost(const char *what, double is, double aim, const char *unit = "")
    {
        tell(what, is, "at most", aim, unit, is <= aim);
    }
    int exitCode() const { return m_missed == 0 ? 0 : 1; }

private:
    void tell(const char *what, double is, const char *how, double aim, const char *unit, bool met)
    {
        std::printf("%-7s %s: %.2f%s, wanted %s %g%s\n", met ? "met" : "MISSED", what, is, unit,
                    how, aim, unit);
        m_missed += met ? 0 : 1;
    }

    int m_missed = 0;
};

} // namespace bench
