// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/error.h"

#include <QJsonObject>

namespace demo {

/// Who writes, and how: an entry of metadata.managedFields.
struct Writer
{
    QString manager = {};
    QString operation = {}; ///< "Apply" or "Update"
    QString apiVersion = {};
};

/// An object as a Kubernetes server would hold it after this manager applied `configuration`:
/// fields of the configuration are set, those it applied before and does not name any more go
/// unless others own them, too. A field that another manager owns with another value is a conflict
/// (409 with a cause each), or is taken over with `force`. An empty `before` is a new object.
/// https://kubernetes.io/docs/reference/using-api/server-side-apply/
kube::Result<QJsonObject> serverSideApply(const QJsonObject &before,
                                          const QJsonObject &configuration, const Writer &writer,
                                          bool force);

/// `after` with the fields that differ from `before` owned by the writer and by nobody else.
QJsonObject withUpdateBy(const QJsonObject &before, const QJsonObject &after, const Writer &writer);

} // namespace demo
