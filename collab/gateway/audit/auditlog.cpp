// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/audit/auditlog.h"

namespace gateway {

AuditEntry entryOf(const Caller &caller, const Access &access, const QString &cluster)
{
    return {.subject = caller.subject,
            .name = caller.name,
            .address = caller.address.toString(),
            .action = access.verb,
            .object = objectOf(access),
            .cluster = cluster};
}

QString objectOf(const Access &access)
{
    auto object = access.resource;
    if (!access.nameSpace.isEmpty() || !access.name.isEmpty())
        object += u'/' + access.nameSpace;
    if (!access.name.isEmpty())
        object += u'/' + access.name;
    return object;
}

} // namespace gateway
