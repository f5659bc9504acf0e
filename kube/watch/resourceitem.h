// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <vector>

namespace kube {

/// One of `metadata.ownerReferences`.
struct OwnerReference
{
    QString kind = {};
    QString name = {};
    QString uid = {};
    bool controller = false;
    QString apiVersion = {};

    bool operator==(const OwnerReference &) const = default;
};

/// The parts of `metadata` that every view needs. `managedFields` are dropped while decoding.
struct ObjectMeta
{
    QString uid = {};
    QString nameSpace = {};
    QString name = {};
    QString resourceVersion = {}; ///< compare for equality only
    qint64 created = 0; ///< seconds since the epoch, UTC; 0 when the server named none
    bool deleting = false; ///< `deletionTimestamp` is set
    QMap<QString, QString> labels = {};
    QList<OwnerReference> owners = {};

    bool operator==(const ObjectMeta &) const = default;
};

/// A column of a Table answer.
/// https://kubernetes.io/docs/reference/using-api/api-concepts/#receiving-resources-as-tables
struct TableColumn
{
    QString name = {};
    QString type = {}; ///< "string", "integer", "number", "boolean", "date"
    QString format = {}; ///< "name" marks the name column; "annotation" is ours: `name` is a key
    int priority = 0; ///< 0 is always shown; above only when wide

    bool operator==(const TableColumn &) const = default;
};

/// One object as a list or watch delivered it: as a row of a Table, or whole.
struct ResourceItem
{
    ObjectMeta meta = {};
    QStringList cells = {}; ///< in Table form: one text per column
    QByteArray json = {}; ///< in Object form: the object's JSON, without managedFields

    bool operator==(const ResourceItem &) const = default;
};

/// What a watch tells of an object.
struct ItemEvent
{
    enum class Type { Added, Modified, Deleted };
};

} // namespace kube
