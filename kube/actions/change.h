// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/access/accessreview.h"
#include "kube/api/apiclient.h"
#include "kube/objectref.h"

#include <QStringList>

namespace kube {

/// Names an object with what discovery says of its kind.
struct ObjectTarget
{
    ApiResource resource = {};
    QString nameSpace = {}; ///< empty for cluster-scoped kinds
    QString name = {};

    bool operator==(const ObjectTarget &) const = default;

    ObjectRef ref() const { return {resource.gvr(), nameSpace, name}; }
};

/// One change of one object: a request that is ready to be sent, the right it needs, and the
/// kubectl command that does the same. A value; nothing is sent by making one.
struct Change
{
    ObjectTarget target = {};
    QString subresource = {}; ///< "scale", "eviction"; may be empty
    QByteArray method = "PATCH"; ///< PATCH, DELETE, POST
    QByteArray contentType = {};
    QByteArray body = {};
    QUrlQuery query = {};
    QStringList kubectl = {}; ///< arguments after `kubectl --context … -n …`

    bool operator==(const Change &) const = default;

    ApiRequest request() const;
    /// The same, but the server only says what would come of it.
    /// https://kubernetes.io/docs/reference/using-api/api-concepts/#dry-run
    ApiRequest dryRun() const;
    AccessQuestion question() const;
};

/// Who the server notes down as the manager of what we change.
/// https://kubernetes.io/docs/reference/using-api/server-side-apply/#managers
inline constexpr QLatin1StringView FieldManager("krateyard");

/// What kubectl calls a kind: "deployment", "gizmo.krateyard.example".
QString kubectlKind(const ApiResource &resource);
/// "deployment/web".
QString kubectlName(const ObjectTarget &target);
/// An argument as a POSIX shell takes it: in quotes where it would read something into it.
QString quotedForShell(const QString &argument);
/// A command line to paste into a POSIX shell: quoted where needed.
QString kubectlLine(const QString &context, const QString &nameSpace, const QStringList &arguments);
QString kubectlLine(const QString &context, const Change &change);

} // namespace kube
