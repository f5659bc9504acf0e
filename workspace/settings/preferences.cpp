// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/settings/preferences.h"

namespace workspace {

void Preferences::set(const PreferenceValues &values)
{
    if (m_values == values)
        return;
    m_values = values;
    Q_EMIT changed();
}

} // namespace workspace
