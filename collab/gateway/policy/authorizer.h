// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/caller.h"
#include "collab/gateway/config/gatewayconfig.h"
#include "collab/gateway/policy/access.h"

#include <QHash>
#include <QJsonObject>
#include <QMap>

namespace gateway {

/// Decides what a caller may do, by the configuration. Asks nobody, so it answers at once. A value:
/// assigning another takes in a changed configuration for all who refer to it.
class Authorizer
{
public:
    explicit Authorizer(const GatewayConfig &config);

    /// One of the groups that are let in at all.
    bool admits(const Caller &caller) const;
    bool isAdmin(const Caller &caller) const;
    bool maySeeSecrets(const Caller &caller) const;
    /// With an empty namespace of what has one: whether it is so in at least one; what is answered
    /// then must be asked about one by one.
    bool allows(const Caller &caller, const Access &access) const;
    /// The same for all namespaces together: nothing of the kind has to be left out.
    bool allowsEverywhere(const Caller &caller, const Access &access) const;
    /// Whether the gateway serves the namespace to anybody.
    bool serves(const QString &nameSpace) const;
    /// Where a caller's work begins: "default" when pods may be listed there, else the first
    /// namespace that the configuration names and in which they may; empty: it names none.
    QString firstNamespace(const Caller &caller) const;
    /// By the filters for pods, or for apps, which are workloads.
    bool showsPod(const QString &name, const QMap<QString, QString> &labels) const;
    bool showsApp(const QString &name, const QMap<QString, QString> &labels) const;
    bool hidesByLabels() const; ///< pods
    bool hidesPods() const; ///< there are such filters at all
    bool hidesApps() const;

private:
    class Private;
    std::shared_ptr<const Private> d;
};

/// Whether the filters for apps are about what is in the group: workloads, and jobs among them.
bool isOfApps(QStringView group);

/// The labels of an object, for its filters.
QMap<QString, QString> labelsOf(const QJsonObject &object);

} // namespace gateway
