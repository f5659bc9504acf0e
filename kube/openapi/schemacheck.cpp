// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/openapi/schemacheck.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

constexpr size_t MostFaults = 200;

/// How many letters must change to make one word of the other; at most `limit` + 1.
qsizetype distance(const QString &a, const QString &b, qsizetype limit)
{
    if (std::abs(a.size() - b.size()) > limit)
        return limit + 1;
    std::vector<qsizetype> row(size_t(b.size()) + 1);
    for (size_t j = 0; j < row.size(); ++j)
        row[j] = qsizetype(j);
    for (qsizetype i = 0; i < a.size(); ++i) {
        auto corner = std::exchange(row[0], i + 1);
        for (size_t j = 1; j < row.size(); ++j) {
            const auto same = a[i].toLower() == b[qsizetype(j) - 1].toLower() ? 0 : 1;
            const auto next = std::min({row[j] + 1, row[j - 1] + 1, corner + same});
            corner = std::exchange(row[j], next);
        }
    }
    return row.back();
}

class Check
{
public:
    explicit Check(const Schema &schema)
        : m_schema(schema)
    {
    }

    std::vector<SchemaFault> faults;

    void value(const SchemaNode *place, const YamlNode &node, const QString &path)
    {
        const auto *whole = m_schema.resolved(place);
        if (!whole || node.kind == YamlNode::Kind::Null || faults.size() >= MostFaults)
            return;
        if (!fits(*whole, node)) {
            add(SchemaFault::Kind::WrongType, node, path, m_schema.typeOf(place));
            return;
        }
        if (!whole->values.isEmpty() && node.kind == YamlNode::Kind::Text
            && !whole->values.contains(node.text))
            add(SchemaFault::Kind::NotAllowed, node, path, whole->values.join(", "_L1));
        if (node.kind == YamlNode::Kind::Map && whole->type == SchemaNode::Type::Object)
            map(*whole, node, path);
        if (node.kind == YamlNode::Kind::List && whole->items >= 0) {
            for (size_t i = 0; i < node.items.size(); ++i)
                value(m_schema.node(whole->items), *node.items[i], u"%1[%2]"_s.arg(path).arg(i));
        }
    }

private:
    static bool fits(const SchemaNode &schema, const YamlNode &node)
    {
        using Type = SchemaNode::Type;
        using Kind = YamlNode::Kind;
        switch (schema.type) {
        case Type::Any: return true;
        case Type::Object: return node.kind == Kind::Map;
        case Type::Array: return node.kind == Kind::List;
        case Type::String: return node.kind == Kind::Text;
        case Type::Integer: return node.kind == Kind::Int;
        case Type::Number: return node.kind == Kind::Int || node.kind == Kind::Float;
        case Type::Boolean: return node.kind == Kind::Bool;
        case Type::IntOrString:
            return node.kind == Kind::Int || node.kind == Kind::Float || node.kind == Kind::Text;
        }
        Q_UNREACHABLE_RETURN(true);
    }

    void map(const SchemaNode &schema, const YamlNode &node, const QString &path)
    {
        const bool isOpen =
            schema.preservesUnknown || (schema.properties.empty() && schema.additional < 0);
        for (const auto &field : node.fields) {
            const QString inner = path.isEmpty() ? field.key : QString(path + u'.' + field.key);
            const auto *property = find(schema, field.key);
            if (path.isEmpty() && field.key == "status"_L1)
                continue;
            if (property)
                value(property, *field.value, inner);
            else if (schema.additional >= 0)
                value(m_schema.node(schema.additional), *field.value, inner);
            else if (!isOpen)
                addAt(SchemaFault::Kind::UnknownField, field.line, field.column, inner, field.key,
                      resembling(schema, field.key));
        }
        for (const auto &name : schema.required) {
            const auto *there = node.find(name);
            if (!there || there->kind == YamlNode::Kind::Null)
                addAt(SchemaFault::Kind::MissingField, node.line, node.column,
                      path.isEmpty() ? name : QString(path + u'.' + name), name, {});
        }
    }

    const SchemaNode *find(const SchemaNode &schema, const QString &name) const
    {
        const auto found =
            std::ranges::lower_bound(schema.properties, name, {}, &std::pair<QString, int>::first);
        return found == schema.properties.end() || found->first != name
            ? nullptr
            : m_schema.node(found->second);
    }

    static QString resembling(const SchemaNode &schema, const QString &name)
    {
        QString best;
        qsizetype least = std::min<qsizetype>(3, name.size() / 2 + 1);
        for (const auto &[known, index] : schema.properties) {
            const auto steps = distance(name, known, least);
            if (steps < least) {
                least = steps;
                best = known;
            }
        }
        return best;
    }

    void add(SchemaFault::Kind kind, const YamlNode &node, const QString &path,
             const QString &expected)
    {
        addAt(kind, node.line, node.column, path, path.section(u'.', -1), expected);
    }

    void addAt(SchemaFault::Kind kind, int line, int column, const QString &path,
               const QString &field, const QString &expected)
    {
        if (faults.size() < MostFaults)
            faults.push_back({kind, line, column, path, field, expected});
    }

    const Schema &m_schema;
};

} // namespace

std::vector<SchemaFault> faultsOf(const Schema &schema, const SchemaNode &root,
                                  const YamlNode &tree)
{
    Check check(schema);
    check.value(&root, tree, {});
    return std::move(check.faults);
}

} // namespace kube
