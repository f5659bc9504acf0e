// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/health/health.h"

namespace kube {

void HealthCounts::add(Health health, int by)
{
    total += by;
    switch (health) {
    case Health::Error: failing += by; return;
    case Health::Warning: warning += by; return;
    case Health::Pending: pending += by; return;
    case Health::Ok: ok += by; return;
    case Health::Unknown: unknown += by; return;
    case Health::Done: done += by; return;
    }
}

void HealthCounts::add(const HealthCounts &other)
{
    total += other.total;
    failing += other.failing;
    warning += other.warning;
    pending += other.pending;
    ok += other.ok;
    unknown += other.unknown;
    done += other.done;
}

Health HealthCounts::worst() const
{
    if (failing > 0)
        return Health::Error;
    if (warning > 0)
        return Health::Warning;
    if (pending > 0)
        return Health::Pending;
    if (ok > 0)
        return Health::Ok;
    return unknown > 0 || done == 0 ? Health::Unknown : Health::Done;
}

} // namespace kube
