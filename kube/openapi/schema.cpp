// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/openapi/schema.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {

using Type = SchemaNode::Type;

const SchemaNode *Schema::node(int index) const
{
    return index < 0 || size_t(index) >= m_nodes.size() ? nullptr : &m_nodes[size_t(index)];
}

const SchemaNode *Schema::resolved(const SchemaNode *node) const
{
    constexpr int MostHops = 16;
    for (int hop = 0; node && node->ref >= 0; ++hop) {
        if (hop == MostHops)
            return nullptr;
        node = this->node(node->ref);
    }
    return node;
}

const SchemaNode *Schema::kind(const QString &apiVersion, const QString &kind) const
{
    return node(m_kinds.value(apiVersion + u' ' + kind, -1));
}

static int propertyOf(const SchemaNode &node, const QString &name)
{
    const auto found =
        std::ranges::lower_bound(node.properties, name, {}, &std::pair<QString, int>::first);
    return found == node.properties.end() || found->first != name ? -1 : found->second;
}

const SchemaNode *Schema::at(const SchemaNode *root, const QStringList &path) const
{
    const auto *place = root;
    for (const auto &step : path) {
        const auto *whole = resolved(place);
        if (!whole)
            return nullptr;
        if (step == "[]"_L1) {
            place = node(whole->items);
            continue;
        }
        const int property = propertyOf(*whole, step);
        place = node(property >= 0 ? property : whole->additional);
    }
    return place;
}

QString Schema::typeOf(const SchemaNode *place) const
{
    const auto *whole = resolved(place);
    if (!whole)
        return {};
    switch (whole->type) {
    case Type::Any: return u"any"_s;
    case Type::String: return whole->format == "byte" ? u"base64"_s : u"string"_s;
    case Type::Integer: return u"integer"_s;
    case Type::Number: return u"number"_s;
    case Type::Boolean: return u"boolean"_s;
    case Type::IntOrString: return u"integer or string"_s;
    case Type::Array: {
        const auto *items = resolved(node(whole->items));
        // One level is enough for a person, and circles end here.
        const bool nested = items && items->type == Type::Array;
        return u"[]"_s + (nested ? u"[]"_s : typeOf(items));
    }
    case Type::Object: break;
    }
    if (!whole->name.isEmpty())
        return QString::fromUtf8(whole->name);
    const auto *values = resolved(node(whole->additional));
    if (!values || !whole->properties.empty())
        return u"object"_s;
    const bool nested = values->type == Type::Object && values->name.isEmpty();
    return u"map of "_s + (nested ? u"object"_s : typeOf(values));
}

SchemaField Schema::fieldFor(const QString &name, const SchemaNode *place, bool required) const
{
    SchemaField field{.name = name, .type = typeOf(place), .required = required};
    const auto *whole = resolved(place);
    if (!whole)
        return field;
    field.description =
        QString::fromUtf8(place->description.isEmpty() ? whole->description : place->description);
    field.values = whole->values;
    if (whole->type == Type::Boolean && field.values.isEmpty())
        field.values = {u"true"_s, u"false"_s};
    field.holdsFields = whole->type == Type::Object;
    field.isList = whole->type == Type::Array;
    return field;
}

std::vector<SchemaField> Schema::fieldsOf(const SchemaNode *place) const
{
    std::vector<SchemaField> fields;
    if (const auto *whole = resolved(place)) {
        for (const auto &[name, index] : whole->properties)
            fields.push_back(fieldFor(name, node(index), whole->required.contains(name)));
    }
    return fields;
}

std::optional<SchemaField> Schema::field(const SchemaNode *root, const QStringList &path) const
{
    if (path.isEmpty() || !root)
        return {};
    const auto *parent = resolved(at(root, path.first(path.size() - 1)));
    const auto *place = at(root, path);
    if (!place)
        return {};
    return fieldFor(path.last(), place, parent && parent->required.contains(path.last()));
}

} // namespace kube
