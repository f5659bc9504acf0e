// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/look/healthlook.h"

#include "workspace/look/look.h"

namespace workspace {

QColor colorOf(const Theme &theme, Health health)
{
    switch (health) {
    case Health::Error: return theme.error;
    case Health::Warning: return theme.warn;
    case Health::Pending: return theme.info;
    case Health::Unknown:
    case Health::Done: return theme.textFaint;
    case Health::Ok: return theme.ok;
    }
    Q_UNREACHABLE_RETURN({});
}

Mark markOf(Health health)
{
    switch (health) {
    case Health::Error: return Mark::Cross;
    case Health::Warning: return Mark::Triangle;
    case Health::Pending: return Mark::Clock;
    case Health::Unknown: return Mark::Ring;
    case Health::Ok:
    case Health::Done: return Mark::Check;
    }
    Q_UNREACHABLE_RETURN(Mark::Ring);
}

} // namespace workspace
