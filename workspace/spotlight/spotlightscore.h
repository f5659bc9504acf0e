// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/spotlight/spotlightentry.h"

#include <optional>

namespace workspace {

/// How well the letters of `query` (small, without spaces) fit `name`: nothing when they do not all
/// occur in order; else 1 a letter, +3 for each that directly follows the one before, +5 for each at
/// a word's start; the best of all ways to pick them. Reads the first 96 characters of the name.
std::optional<int> charScore(QStringView query, QStringView name);
/// The characters that charScore() picked.
std::vector<int> charMatches(QStringView query, QStringView name);

/// What an entry's kind adds to ten times its character score.
int kindBoost(const SpotlightEntry &entry);

/// The kind that a person means by "po", "deploy", "svc", "ns", "krate"; empty when it is no alias.
QString kindOfAlias(const QString &typed);
/// Three or four letters for a kind's badge: "pod", "svc", "sts".
QString kindShort(const SpotlightEntry &entry);
/// The kind that the filter pill compares: "Pod", "Krate", "Collection", "Command", "Namespace".
QString kindName(const SpotlightEntry &entry);

} // namespace workspace
