// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/caller.h"
#include "collab/gateway/policy/access.h"

namespace gateway {

/// What somebody did, or was refused. Never what they saw: no log line, no secret, no body.
struct AuditEntry
{
    QDateTime at = {}; ///< UTC; invalid: now
    QString subject = {}; ///< empty: nobody who is known
    QString name = {};
    QString address = {};
    QString action = {}; ///< a verb: get, list, watch, logs, exec, reveal, patch, login …
    QString object =
        {}; ///< "pods/shop/checkout-1": resource, namespace, name; shorter where less is meant
    QString cluster = {};
    bool isAllowed = false;
    int status = 0; ///< of HTTP

    bool operator==(const AuditEntry &) const = default;
};

/// Where they are written down. On the thread of the gateway; record() returns at once.
class AuditLog
{
public:
    virtual ~AuditLog() = default;

    /// Reading that was granted (get, list, watch) is only written down where the configuration
    /// says so: whoever reads need not know.
    virtual void record(const AuditEntry &entry) = 0;
};

/// Who does what; the verdict and the status are still to be said.
AuditEntry entryOf(const Caller &caller, const Access &access, const QString &cluster);
/// "pods/shop/checkout-1"; objects of no namespace are "nodes//node-1".
QString objectOf(const Access &access);

} // namespace gateway
