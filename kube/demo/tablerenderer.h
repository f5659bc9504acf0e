// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/objectref.h"

#include <QJsonArray>
#include <QJsonObject>

#include <functional>
#include <vector>

namespace demo {

class Store;

/// How an object's row carries the object itself.
enum class IncludeObject { None, Metadata, Object };

/// The columns of one kind and how a row's cells are made.
struct TableColumns
{
    struct Column
    {
        QString name;
        QString type = QStringLiteral("string");
        int priority = 0;
    };
    std::vector<Column> columns;
    std::function<QJsonArray(const QJsonObject &)> cells;
};

/// The columns of a built-in kind as upstream's printers have them; Name and Age for a kind it does
/// not know.
TableColumns columnsOf(const kube::GroupVersionResource &gvr);
/// A creation time as kubectl shows ages: "5m12s"; "<unknown>" when there is none.
QString ageOf(const QJsonValue &time);

/// Answers `as=Table`.
/// https://kubernetes.io/docs/reference/using-api/api-concepts/#receiving-resources-as-tables
class TableRenderer
{
public:
    explicit TableRenderer(const Store &store); ///< borrowed

    /// A Table of these objects; `listMeta` becomes its metadata. Columns may be left out, as a
    /// watch does after its first event.
    QJsonObject table(const kube::ApiResource &resource, const std::vector<QJsonObject> &objects,
                      const QJsonObject &listMeta, IncludeObject include,
                      bool withColumns = true) const;

private:
    TableColumns columnsFor(const kube::ApiResource &resource) const;
    TableColumns customColumns(const kube::ApiResource &resource) const;

    const Store &m_store;
};

} // namespace demo
