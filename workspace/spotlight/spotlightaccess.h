// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace workspace {

/// From now on a screen reader finds the rows of every SpotlightPanel as list items beside its
/// input: with a name, where they are, whether they are selected, and a press that opens them.
void makeSpotlightAccessible();

} // namespace workspace
