// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/apimachinery/jsonpathwalk.h"

#include "kube/apimachinery/gocompare.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

/// What a wildcard makes of a value.
JsonPathWalk::Values membersOf(const JsonPathValue &value)
{
    JsonPathWalk::Values members;
    if (value.json.isObject()) {
        for (const auto &member : value.json.toObject())
            members.push_back({.json = member});
    } else if (value.json.isArray()) {
        for (const auto &member : value.json.toArray())
            members.push_back({.json = member});
    } else if (value.json.isString()) { // Go takes a text for its bytes
        for (const char byte : value.json.toString().toUtf8())
            members.push_back({.json = int(quint8(byte)), .kind = JsonPathValue::Kind::Byte});
    }
    return members;
}

size_t sizeOf(const JsonPathValue &value)
{
    if (value.json.isString())
        return size_t(value.json.toString().size());
    return value.json.isObject() ? size_t(value.json.toObject().size())
                                 : size_t(value.json.toArray().size());
}

QString typeName(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool: return u"a boolean"_s;
    case QJsonValue::Double: return u"a number"_s;
    case QJsonValue::String: return u"a text"_s;
    case QJsonValue::Object: return u"an object"_s;
    default: return u"nothing"_s;
    }
}

} // namespace

bool isWholeNumber(const QJsonValue &value)
{
    return value.toVariant().typeId() == QMetaType::LongLong;
}

JsonPathWalk::JsonPathWalk(const JsonPath::Options &options)
    : m_options(options)
{
}

Result<JsonPath::Findings> JsonPathWalk::find(Nodes nodes, const JsonPathValue &document)
{
    JsonPath::Findings findings;
    if (!loop(nodes, document, findings))
        return std::unexpected(m_error);
    return findings;
}

bool JsonPathWalk::fail(const QString &message, Error::Kind kind)
{
    m_error = {.kind = kind, .message = message};
    return false;
}

bool JsonPathWalk::work(size_t values)
{
    m_left -= qsizetype(std::min(values, size_t(JsonPath::WorkLimit))) + 1;
    return m_left > 0 || fail(u"the path looks at too many values"_s);
}

/// FindResults.
bool JsonPathWalk::loop(Nodes nodes, const JsonPathValue &document, JsonPath::Findings &findings)
{
    const Values current{document};
    for (size_t i = 0; i < nodes.size(); ++i) {
        Values results;
        if (!step(current, nodes[i], results))
            return false;
        if (m_endRange > 0 && m_endRange <= m_inRange) { // the current block ends here
            --m_endRange;
            m_lastEnd = &nodes[i];
            return true;
        }
        if (m_beginRange == 0) {
            findings.push_back(std::move(results));
            continue;
        }
        --m_beginRange;
        const auto after = nodes.subspan(i + 1);
        if (!range(after, results, findings))
            return false;
        for (size_t k = 0; k < after.size(); ++k) {
            if (&after[k] == m_lastEnd) { // go on behind the end that was met last
                i += k + 1;
                break;
            }
        }
    }
    return true;
}

bool JsonPathWalk::range(Nodes after, const Values &values, JsonPath::Findings &findings)
{
    constexpr int MostNested = 64;
    if (m_inRange >= MostNested)
        return fail(u"the ranges are nested too deeply"_s);
    ++m_inRange;
    for (const auto &value : values) {
        // A null that is looped over is no value any more.
        const auto item =
            value.json.isNull() ? JsonPathValue{.json = QJsonValue::Undefined} : value;
        if (!loop(after, item, findings))
            return false;
    }
    if (values.empty()) { // the way to the end has to be found all the same
        JsonPath::Findings nothing;
        if (!loop(after, {.json = QJsonValue::Undefined}, nothing))
            return false;
    }
    --m_inRange;
    return true;
}

bool JsonPathWalk::steps(const Values &input, Nodes nodes, Values &output)
{
    output = input;
    for (const auto &node : nodes) {
        Values next;
        const bool good = step(output, node, next);
        output = std::move(next);
        if (!good)
            return false;
    }
    return true;
}

bool JsonPathWalk::step(const Values &input, const JsonPathNode &node, Values &output)
{
    using enum JsonPathNode::Type;
    if (!work(input.size()))
        return false;
    switch (node.type) {
    case List: return steps(input, node.lists.front(), output);
    case Text: output.push_back({.json = node.text}); return true;
    case Field: return field(input, node, output);
    case Slice: return slice(input, node, output);
    case Filter: return filter(input, node, output);
    case Union: return unionOf(input, node, output);
    case Recursive: return recursive(input, output);
    case Identifier: return identifier(input, node, output);
    case Integer:
        output.assign(input.size(), {.json = node.integer, .kind = JsonPathValue::Kind::Integer});
        return true;
    case Float:
        output.assign(input.size(), {.json = node.number, .kind = JsonPathValue::Kind::Float});
        return true;
    case Boolean: output.assign(input.size(), {.json = node.flag}); return true;
    case Wildcard:
        for (const auto &value : input) {
            if (!work(sizeOf(value)))
                return false;
            std::ranges::move(membersOf(value), std::back_inserter(output));
        }
        return true;
    }
    Q_UNREACHABLE_RETURN(false);
}

bool JsonPathWalk::field(const Values &input, const JsonPathNode &node, Values &output)
{
    if (input.empty())
        return true;
    for (const auto &value : input) {
        const auto object = value.json.toObject();
        if (const auto found = object.constFind(node.text); found != object.constEnd())
            output.push_back({.json = found.value()});
    }
    if (output.empty() && !m_options.allowMissingKeys)
        return fail(node.text.left(200) + u" is not found"_s, Error::Kind::NotFound);
    return true;
}

bool JsonPathWalk::slice(const Values &input, const JsonPathNode &node, Values &output)
{
    for (const auto &value : input) {
        if (value.json.isNull())
            continue;
        const auto before = output.size();
        const auto array = value.json.toArray();
        const bool good = value.json.isArray()
            ? work(size_t(array.size())) && sliceOf(array, node, output)
            : fail(typeName(value.json) + u" is not array or slice"_s);
        if (!good) {
            output = input;
            return false;
        }
        if (output.size() == before)
            return true; // as in the reference, a slice of nothing ends the matter
    }
    return true;
}

bool JsonPathWalk::sliceOf(const QJsonArray &array, const JsonPathNode &node, Values &output)
{
    const auto length = qint64(array.size());
    auto [from, to, step] = node.bounds;
    if (!from.known)
        from.value = 0;
    if (from.value < 0)
        from.value += length;
    if (!to.known)
        to.value = length;
    if (to.value < 0 || (to.value == 0 && to.derived))
        to.value += length;
    if (from.value == to.value)
        return true;
    const auto text = u"array index out of bounds: index %1, length %2"_s;
    if (from.value >= length || from.value < 0)
        return fail(text.arg(from.value).arg(length));
    if (to.value > length || to.value < 0)
        return fail(text.arg(to.value - 1).arg(length));
    if (from.value > to.value)
        return fail(
            u"starting index %1 is greater than ending index %2"_s.arg(from.value).arg(to.value));
    if (step.known && step.value <= 0)
        return fail(u"step must be > 0"_s);
    const auto stride = step.known ? std::min(step.value, length) : 1;
    for (auto i = from.value; i < to.value; i += stride)
        output.push_back({.json = array.at(i)});
    return true;
}

bool JsonPathWalk::filter(const Values &input, const JsonPathNode &node, Values &output)
{
    for (const auto &value : input) {
        if (!value.json.isArray()) {
            output = input;
            return fail(typeName(value.json) + u" is not array or slice and cannot be filtered"_s);
        }
        for (const auto &member : value.json.toArray()) {
            const JsonPathValue item{.json = member};
            const auto passing = passes(item, node);
            if (!passing) {
                output = input;
                return false;
            }
            if (*passing)
                output.push_back(item);
        }
    }
    return true;
}

std::optional<bool> JsonPathWalk::passes(const JsonPathValue &item, const JsonPathNode &node)
{
    const auto refuse = [this](const QString &why) {
        fail(why);
        return std::optional<bool>();
    };
    Values lefts;
    const bool good = steps({item}, node.lists[0], lefts);
    // The reference overlooks errors here, and so takes what a step returns beside its error for
    // something that exists: its input, unless a key is missing.
    if (node.text == "exists"_L1)
        return m_left > 0 ? std::optional(!lefts.empty()) : std::nullopt;
    Values rights;
    if (!good)
        return {};
    if (lefts.size() > 1)
        return refuse(u"can only compare one element at a time"_s);
    if (lefts.empty())
        return false;
    if (!steps({item}, node.lists[1], rights))
        return {};
    if (rights.size() > 1)
        return refuse(u"can only compare one element at a time"_s);
    if (rights.empty())
        return false;
    const auto result = goCompare(lefts[0], node.text, rights[0], m_options.numbers);
    return result ? std::optional(*result) : refuse(result.error());
}

bool JsonPathWalk::unionOf(const Values &input, const JsonPathNode &node, Values &output)
{
    for (const auto &list : node.lists) {
        Values part;
        if (!steps(input, list, part)) {
            output = input;
            return false;
        }
        std::ranges::move(part, std::back_inserter(output));
    }
    return true;
}

bool JsonPathWalk::identifier(const Values &input, const JsonPathNode &node, Values &output)
{
    if (node.text == "range"_L1) {
        ++m_beginRange;
        output = input;
        return true;
    }
    if (node.text != "end"_L1) {
        output = input;
        return fail(u"unrecognized identifier "_s + node.text.left(200));
    }
    if (m_inRange == 0)
        return fail(u"not in range, nothing to end"_s);
    ++m_endRange;
    return true;
}

/// Each value that has members, before its members.
bool JsonPathWalk::recursive(const Values &input, Values &output)
{
    for (const auto &value : input) {
        if (!work(sizeOf(value)))
            return false;
        const auto members = membersOf(value);
        if (members.empty())
            continue;
        output.push_back(value);
        if (!value.json.isString() && !recursive(members, output))
            return false;
    }
    return true;
}

} // namespace kube
