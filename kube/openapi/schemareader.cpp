// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/openapi/schema.h"

#include <simdjson.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

namespace dom = simdjson::dom;

constexpr int Deepest = 96;
constexpr size_t MostNodes = 2'000'000;

QByteArray bytesOf(dom::element value)
{
    std::string_view text;
    if (value.get(text) != simdjson::SUCCESS)
        return {};
    return QByteArray(text.data(), qsizetype(text.size()));
}

QString textOf(dom::element value)
{
    return QString::fromUtf8(bytesOf(value));
}

bool isTrue(dom::element value)
{
    bool flag = false;
    return value.get(flag) == simdjson::SUCCESS && flag;
}

/// "#/definitions/io.k8s.api.core.v1.Pod" and "#/components/schemas/…": the last part.
std::string_view nameIn(std::string_view reference)
{
    return reference.substr(reference.rfind('/') + 1);
}

SchemaNode::Type typeNamed(std::string_view name)
{
    using enum SchemaNode::Type;
    if (name == "object")
        return Object;
    if (name == "array")
        return Array;
    if (name == "string")
        return String;
    if (name == "integer")
        return Integer;
    if (name == "number")
        return Number;
    return name == "boolean" ? Boolean : Any;
}

} // namespace

/// Turns one document into nodes. References are put right at the end, when all are known.
class SchemaReader
{
public:
    Schema::Ptr read(dom::object definitions)
    {
        for (const auto [name, definition] : definitions) {
            const int index = add(definition, 0);
            m_definitions.insert(QByteArray(name.data(), qsizetype(name.size())), index);
            if (index < 0)
                continue;
            auto &node = m_schema->m_nodes[size_t(index)];
            const auto dot = name.rfind('.');
            const auto last = dot == std::string_view::npos ? name : name.substr(dot + 1);
            node.name = QByteArray(last.data(), qsizetype(last.size()));
            addKinds(definition, index);
            applyKnownTypes(name, node);
        }
        for (const auto &[index, name] : m_references)
            m_schema->m_nodes[size_t(index)].ref = m_definitions.value(name, -1);
        return std::move(m_schema);
    }

private:
    int add(dom::element value, int depth)
    {
        dom::object object;
        if (depth > Deepest || m_schema->m_nodes.size() >= MostNodes
            || value.get(object) != simdjson::SUCCESS)
            return -1;
        const int index = int(m_schema->m_nodes.size());
        m_schema->m_nodes.emplace_back();
        SchemaNode node;
        for (const auto [key, member] : object)
            take(index, node, key, member, depth);
        if (node.type == SchemaNode::Type::Any
            && (!node.properties.empty() || node.additional >= 0))
            node.type = SchemaNode::Type::Object;
        std::ranges::sort(node.properties, {}, &std::pair<QString, int>::first);
        m_schema->m_nodes[size_t(index)] = std::move(node);
        return index;
    }

    void take(int index, SchemaNode &node, std::string_view key, dom::element value, int depth)
    {
        if (key == "type")
            takeType(node, value);
        else if (key == "description")
            node.description = bytesOf(value);
        else if (key == "format")
            takeFormat(node, bytesOf(value));
        else if (key == "$ref")
            refer(index, value);
        else if (key == "allOf")
            takeAllOf(index, value);
        else if (key == "items")
            node.items = add(value, depth + 1);
        else if (key == "additionalProperties")
            takeAdditional(node, value, depth);
        else if (key == "properties")
            takeProperties(node, value, depth);
        else if (key == "required")
            node.required = textsOf(value);
        else if (key == "enum")
            node.values = textsOf(value);
        else if (key == "nullable")
            node.nullable = isTrue(value);
        else if (key == "x-kubernetes-preserve-unknown-fields")
            node.preservesUnknown = isTrue(value);
        else if (key == "x-kubernetes-int-or-string" && isTrue(value))
            node.type = SchemaNode::Type::IntOrString;
    }

    static void takeType(SchemaNode &node, dom::element value)
    {
        std::string_view name;
        if (node.type == SchemaNode::Type::Any && value.get(name) == simdjson::SUCCESS)
            node.type = typeNamed(name);
    }

    static void takeFormat(SchemaNode &node, const QByteArray &format)
    {
        node.format = format;
        if (format == "int-or-string")
            node.type = SchemaNode::Type::IntOrString;
    }

    void takeAdditional(SchemaNode &node, dom::element value, int depth)
    {
        if (isTrue(value))
            node.preservesUnknown = true;
        else
            node.additional = add(value, depth + 1);
    }

    void takeProperties(SchemaNode &node, dom::element value, int depth)
    {
        dom::object object;
        if (value.get(object) != simdjson::SUCCESS)
            return;
        for (const auto [name, property] : object) {
            const int index = add(property, depth + 1);
            if (index >= 0)
                node.properties.emplace_back(QString::fromUtf8(name.data(), qsizetype(name.size())),
                                             index);
        }
    }

    void refer(int index, dom::element value)
    {
        std::string_view reference;
        if (value.get(reference) != simdjson::SUCCESS)
            return;
        const auto name = nameIn(reference);
        m_references.emplace_back(index, QByteArray(name.data(), qsizetype(name.size())));
    }

    /// v3 wraps a reference that has a description of its own: `allOf: [{$ref: …}]`.
    void takeAllOf(int index, dom::element value)
    {
        dom::array list;
        if (value.get(list) != simdjson::SUCCESS || list.size() != 1)
            return;
        dom::element reference;
        if (list.at(0)["$ref"].get(reference) == simdjson::SUCCESS)
            refer(index, reference);
    }

    static QStringList textsOf(dom::element value)
    {
        QStringList texts;
        dom::array list;
        if (value.get(list) != simdjson::SUCCESS)
            return texts;
        for (const auto item : list) {
            if (std::string_view text; item.get(text) == simdjson::SUCCESS)
                texts.append(QString::fromUtf8(text.data(), qsizetype(text.size())));
        }
        return texts;
    }

    void addKinds(dom::element definition, int index)
    {
        dom::array kinds;
        if (definition["x-kubernetes-group-version-kind"].get(kinds) != simdjson::SUCCESS)
            return;
        for (const auto kind : kinds) {
            dom::element group;
            dom::element version;
            dom::element name;
            if (kind["group"].get(group) != simdjson::SUCCESS
                || kind["version"].get(version) != simdjson::SUCCESS
                || kind["kind"].get(name) != simdjson::SUCCESS)
                continue;
            const auto groupName = textOf(group);
            const QString apiVersion =
                groupName.isEmpty() ? textOf(version) : QString(groupName + u'/' + textOf(version));
            m_schema->m_kinds.insert(apiVersion + u' ' + textOf(name), index);
        }
    }

    /// Types that JSON writes otherwise than their schemas tell: a Quantity may be a number, and
    /// what a JSONSchemaProps or a raw extension holds is anybody's guess.
    static void applyKnownTypes(std::string_view name, SchemaNode &node)
    {
        if (name.ends_with(".api.resource.Quantity") || name.ends_with(".util.intstr.IntOrString"))
            node.type = SchemaNode::Type::IntOrString;
        if (name.ends_with(".runtime.RawExtension") || name.ends_with(".FieldsV1")
            || name.ends_with("apiextensions.v1.JSON") || name.ends_with(".JSONSchemaPropsOrBool")
            || name.ends_with(".JSONSchemaPropsOrArray")
            || name.ends_with(".JSONSchemaPropsOrStringArray"))
            node = {.type = SchemaNode::Type::Any, .preservesUnknown = true};
    }

    std::shared_ptr<Schema> m_schema = std::make_shared<Schema>();
    QHash<QByteArray, int> m_definitions;
    std::vector<std::pair<int, QByteArray>> m_references;
};

Result<Schema::Ptr> Schema::read(const QByteArray &json)
{
    dom::parser parser;
    dom::element document;
    const simdjson::padded_string text(json.constData(), size_t(json.size()));
    dom::object definitions;
    if (parser.parse(text).get(document) != simdjson::SUCCESS
        || (document["components"]["schemas"].get(definitions) != simdjson::SUCCESS
            && document["definitions"].get(definitions) != simdjson::SUCCESS))
        return std::unexpected(Error{.kind = Error::Kind::Malformed,
                                     .code = 200,
                                     .message = u"the answer is no OpenAPI document"_s});
    return SchemaReader().read(definitions);
}

} // namespace kube
