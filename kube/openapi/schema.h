// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/error.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace kube {

/// What a schema says of one value. Others are named by their index in the Schema; -1: none.
struct SchemaNode
{
    enum class Type { Any, Object, Array, String, Integer, Number, Boolean, IntOrString };

    Type type = Type::Any;
    bool preservesUnknown = false; ///< fields beside `properties` are kept
    bool nullable = false;
    int ref = -1; ///< stands for that node; only the description may be its own
    int items = -1; ///< of an Array
    int additional = -1; ///< what the values of a map are like
    QByteArray name = {}; ///< of a definition: "Container"; else empty
    QByteArray description = {}; ///< UTF-8
    QByteArray format = {};
    std::vector<std::pair<QString, int>> properties = {}; ///< sorted by name
    QStringList required = {};
    QStringList values = {}; ///< the only ones allowed; empty: any
};

/// A field, for a person who writes one.
struct SchemaField
{
    QString name = {};
    QString type = {}; ///< "string", "[]Container", "map of string", "integer or string"
    QString description = {};
    bool required = false;
    QStringList values = {}; ///< the only ones allowed; empty: any
    bool holdsFields = false; ///< a map or an object
    bool isList = false;
};

/// The kinds of one OpenAPI document, compact: the document itself is not kept.
///
/// Immutable, so it may be shared between threads. References may form circles (JSONSchemaProps);
/// every walk is bounded by the path or the text it follows.
/// https://swagger.io/specification/v2/ https://spec.openapis.org/oas/v3.0.0
class Schema
{
public:
    using Ptr = std::shared_ptr<const Schema>; // owned by OpenApi and by whoever uses it

    /// Reads OpenAPI v3 (`components.schemas`) or v2 (`definitions`). Slow (some 200 MB a second):
    /// for a worker thread.
    static Result<Ptr> read(const QByteArray &json);

    /// The root of a kind; nullptr when this document does not have it.
    const SchemaNode *kind(const QString &apiVersion, const QString &kind) const;
    /// The node itself, or the one it stands for; nullptr for -1 and for circles.
    const SchemaNode *node(int index) const;
    const SchemaNode *resolved(const SchemaNode *node) const;
    /// What a path leads to: keys, and "[]" for any element of a list. nullptr: unknown.
    const SchemaNode *at(const SchemaNode *root, const QStringList &path) const;

    /// The fields that a map at this place may have, by name.
    std::vector<SchemaField> fieldsOf(const SchemaNode *node) const;
    /// The field at the end of a path, with its own description.
    std::optional<SchemaField> field(const SchemaNode *root, const QStringList &path) const;
    QString typeOf(const SchemaNode *node) const;
    size_t size() const { return m_nodes.size(); }

private:
    friend class SchemaReader;
    SchemaField fieldFor(const QString &name, const SchemaNode *node, bool required) const;

    std::vector<SchemaNode> m_nodes;
    QHash<QString, int> m_kinds; ///< by "apps/v1 Deployment"
};

} // namespace kube
