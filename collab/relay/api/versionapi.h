// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/api/apirequest.h"
#include "collab/relay/versions/versions.h"

namespace relay {

/// `yards/{yard}/versions` and what lies below: what a yard was, and making it that again.
/// `versions` is borrowed and must outlive the routes.
std::vector<ApiRoute> versionRoutes(Versions &versions);

/// {"id", "name", "author", "at", "bytes", "automatic"}
QJsonObject jsonOf(const Version &version);
ApiAnswer answerTo(const Versions::Problem &problem);

} // namespace relay
