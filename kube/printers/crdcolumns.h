// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/apimachinery/jsonpath.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace kube {

/// One of a CustomResourceDefinition's additionalPrinterColumns.
/// https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#additional-printer-columns
struct CrdColumn
{
    QString name = {};
    QString type = {}; ///< "integer", "number", "string", "boolean" or "date"
    QString format = {};
    QString description = {};
    int priority = 0; ///< over 0: only with -o wide
    std::optional<JsonPath> path = {}; ///< none when it is written wrongly: the cells stay empty

    /// Reads a column definition; its `jsonPath` may, but need not, stand in braces.
    static CrdColumn from(const QJsonObject &definition);

    /// The cell as the API server puts it into a Table: a number, boolean or text, null when there
    /// is nothing or something of another type. Several values of a string column are one JSON
    /// list.
    QJsonValue cell(const QJsonObject &object, const QDateTime &now) const;
};

/// The columns that a definition names for one of its versions, after the name; an Age when it
/// names none.
std::vector<CrdColumn> crdColumns(const QJsonObject &definition, const QString &version);

/// A value as a cell of a column of this type.
QJsonValue crdCell(const QString &type, const QJsonValue &value, const QDateTime &now);

} // namespace kube
