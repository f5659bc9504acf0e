// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/audit/sqlauditlog.h"
#include "collab/gateway/http/route.h"
#include "collab/gateway/policy/authorizer.h"

namespace gateway {

/// `GET /api/v1/admin/audit`: docs/gateway.md. Both are borrowed, and must outlive the routes.
std::vector<Route> auditRoutes(SqlAuditLog &log, const Authorizer &authorizer);

} // namespace gateway
