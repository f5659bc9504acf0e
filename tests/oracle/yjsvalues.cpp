// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oracle/yjsvalues.h"

#include "oracle/anyaccess.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using crdt::Input;
using crdt::TypeKind;
using lib0::Any;

namespace oracle {

namespace {

Any only(const QString &key, const Any &value)
{
    return Any::Object{{key, value}};
}

QString nameOf(double number)
{
    if (std::isnan(number))
        return u"NaN"_s;
    if (std::isinf(number))
        return number < 0 ? u"-Infinity"_s : u"Infinity"_s;
    return u"-0"_s;
}

double numberOf(const QString &name)
{
    if (name == "-0"_L1)
        return -0.0;
    if (name == "NaN"_L1)
        return std::numeric_limits<double>::quiet_NaN();
    if (name.endsWith("Infinity"_L1))
        return (name.startsWith(u'-') ? -1 : 1) * std::numeric_limits<double>::infinity();
    return name.toDouble();
}

/// The names of Yjs's classes.
QString classOf(const crdt::SharedType &type)
{
    switch (type.kind()) {
    case TypeKind::Array: return u"YArray"_s;
    case TypeKind::Map: return u"YMap"_s;
    case TypeKind::Text: return u"YText"_s;
    case TypeKind::XmlElement: return u"YXmlElement"_s;
    case TypeKind::XmlFragment: return u"YXmlFragment"_s;
    case TypeKind::XmlHook: return u"YXmlHook"_s;
    case TypeKind::XmlText: return u"YXmlText"_s;
    }
    return {};
}

Any textJson(const crdt::YText &text)
{
    Any::Array delta;
    for (const auto &run : text.toDelta()) {
        Any::Object step;
        if (const auto *plain = std::get_if<QString>(&run.insert))
            step.emplace_back(u"insert"_s, *plain);
        else
            step.emplace_back(u"insert"_s, toAny(std::get<crdt::Value>(run.insert)));
        if (!run.attributes.empty())
            step.emplace_back(u"attributes"_s, run.attributes);
        delta.push_back(tagged(step));
    }
    return Any::Object{{u"text"_s, text.toString()}, {u"delta"_s, delta}};
}

Any oldOf(const crdt::Event::KeyChange &change)
{
    if (!change.old)
        return tagged(Any());
    if (const auto *type = std::get_if<crdt::SharedType>(&*change.old))
        return only(u"$type"_s, classOf(*type));
    return tagged(toAny(*change.old));
}

Any actionOf(crdt::Event::Action action)
{
    switch (action) {
    case crdt::Event::Action::Add: return u"add"_s;
    case crdt::Event::Action::Update: return u"update"_s;
    case crdt::Event::Action::Delete: return u"delete"_s;
    }
    return {};
}

struct StepWriter
{
    bool isText = false;

    std::pair<QString, Any> operator()(const crdt::Event::Retain &retain) const
    {
        return {u"retain"_s, double(retain.length)};
    }
    std::pair<QString, Any> operator()(const crdt::Event::Delete &deleted) const
    {
        return {u"delete"_s, double(deleted.length)};
    }
    std::pair<QString, Any> operator()(const QString &text) const { return {u"insert"_s, text}; }
    std::pair<QString, Any> operator()(const crdt::Event::Insert &values) const
    {
        Any::Array list;
        for (const auto &value : values)
            list.push_back(toAny(value));
        if (isText && list.size() == 1)
            return {u"insert"_s, list.front()}; // embedded
        return {u"insert"_s, list};
    }
};

/// The type at the end of a path; null when there is none.
crdt::SharedType resolve(crdt::Doc &doc, const Roots &roots, const Any::Array &path)
{
    if (path.empty())
        return {};
    auto type = rootOf(doc, roots, textOf(path.front()));
    for (size_t i = 1; i < path.size() && !type.isNull(); ++i) {
        const auto value = path[i].text() ? crdt::YMap(type).get(*path[i].text())
                                          : crdt::YArray(type).at(wholeOf(path[i], -1));
        const auto *inner = value ? std::get_if<crdt::SharedType>(&*value) : nullptr;
        type = inner ? *inner : crdt::SharedType();
    }
    return type;
}

std::vector<Input> inputsOf(const Any &values)
{
    std::vector<Input> inputs;
    std::ranges::transform(listOf(values), std::back_inserter(inputs), inputOf);
    return inputs;
}

bool mapOperation(crdt::YMap map, QStringView act, const Any &op)
{
    const auto key = textOf(member(op, "key"_L1));
    if (act == "set"_L1)
        map.set(key, inputOf(member(op, "value"_L1)));
    else if (act == "del"_L1)
        map.remove(key);
    else if (act == "clear"_L1)
        map.clear();
    else
        return false;
    return true;
}

bool arrayOperation(crdt::YArray array, QStringView act, const Any &op)
{
    const auto index = wholeOf(member(op, "index"_L1));
    if (act == "ins"_L1)
        return array.insert(index, inputsOf(member(op, "values"_L1)));
    if (act == "del"_L1)
        return array.remove(index, wholeOf(member(op, "len"_L1), 1));
    if (act != "push"_L1)
        return false;
    array.push(inputsOf(member(op, "values"_L1)));
    return true;
}

bool textOperation(crdt::YText text, QStringView act, const Any &op)
{
    const auto index = wholeOf(member(op, "index"_L1));
    const auto &attributes = member(op, "attrs"_L1);
    const auto content = textOf(member(op, "text"_L1));
    if (act == "ins"_L1)
        return attributes.isUndefined() ? text.insert(index, content)
                                        : text.insert(index, content, attributesOf(attributes));
    if (act == "del"_L1)
        return text.remove(index, wholeOf(member(op, "len"_L1), 1));
    if (act == "fmt"_L1)
        return text.format(index, wholeOf(member(op, "len"_L1)), attributesOf(attributes));
    return act == "embed"_L1
        && text.insertEmbed(index, inputOf(member(op, "embed"_L1)), attributesOf(attributes));
}

} // namespace

Any tagged(const Any &value)
{
    if (value.isUndefined())
        return only(u"$undef"_s, true);
    if (const auto *big = std::get_if<Any::BigInt>(&value.value))
        return only(u"$big"_s, QString::number(big->value));
    if (const auto *bytes = value.bytes())
        return only(u"$u8"_s, hexOf(*bytes));
    if (const auto *number = value.number()) {
        const bool isPlain = std::isfinite(*number) && !(*number == 0 && std::signbit(*number));
        return isPlain ? value : only(u"$num"_s, nameOf(*number));
    }
    if (const auto *values = value.array()) {
        Any::Array result;
        std::ranges::transform(*values, std::back_inserter(result), tagged);
        return result;
    }
    if (const auto *entries = value.object()) {
        Any::Object result;
        for (const auto &[key, inner] : *entries)
            result.emplace_back(key, tagged(inner));
        return result;
    }
    return value;
}

Any untagged(const Any &value)
{
    if (const auto *values = value.array()) {
        Any::Array result;
        std::ranges::transform(*values, std::back_inserter(result), untagged);
        return result;
    }
    if (!value.object())
        return value;
    if (!member(value, "$undef"_L1).isUndefined())
        return {};
    if (const auto &big = member(value, "$big"_L1); !big.isUndefined())
        return Any::BigInt(textOf(big).toLongLong());
    if (const auto &number = member(value, "$num"_L1); !number.isUndefined())
        return numberOf(textOf(number));
    if (const auto &bytes = member(value, "$u8"_L1); !bytes.isUndefined())
        return bytesOf(bytes);
    return attributesOf(value);
}

Any::Object attributesOf(const Any &value)
{
    Any::Object result;
    for (const auto &[key, inner] : entriesOf(value))
        result.emplace_back(key, untagged(inner));
    return result;
}

Input inputOf(const Any &value)
{
    const auto type = textOf(member(value, "$type"_L1));
    if (type == "map"_L1) {
        crdt::NewMap map;
        for (const auto &[key, inner] : entriesOf(member(value, "entries"_L1)))
            map.entries.emplace_back(key, inputOf(inner));
        return map;
    }
    if (type == "array"_L1)
        return crdt::NewArray{inputsOf(member(value, "items"_L1))};
    if (type == "text"_L1)
        return crdt::NewText{textOf(member(value, "text"_L1))};
    return untagged(value);
}

crdt::SharedType rootOf(crdt::Doc &doc, const Roots &roots, const QString &name)
{
    const auto root = std::ranges::find(roots, name, &Roots::value_type::first);
    if (root == roots.end())
        return {};
    if (root->second == "map"_L1)
        return doc.map(name);
    if (root->second == "array"_L1)
        return doc.array(name);
    return doc.text(name);
}

Any jsonOf(crdt::Doc &doc, const Roots &roots)
{
    Any::Object json;
    for (const auto &[name, kind] : roots) {
        const auto root = rootOf(doc, roots, name);
        json.emplace_back(name,
                          kind == "text"_L1 ? textJson(crdt::YText(root)) : tagged(toAny(root)));
    }
    return sorted(json);
}

Any eventOf(const crdt::Event &event)
{
    Any::Array path;
    for (const auto &part : event.path)
        path.push_back(std::holds_alternative<QString>(part)
                           ? Any(std::get<QString>(part))
                           : Any(double(std::get<quint64>(part))));
    const auto kind = event.target.kind();
    if (kind == TypeKind::Map) {
        Any::Object keys;
        for (const auto &[key, change] : event.keys)
            keys.emplace_back(
                key,
                Any::Object{{u"action"_s, actionOf(change.action)}, {u"old"_s, oldOf(change)}});
        return Any::Object{{u"path"_s, path}, {u"kind"_s, u"map"_s}, {u"keys"_s, keys}};
    }
    Any::Array delta;
    for (const auto &step : event.delta) {
        Any::Object entry;
        entry.push_back(std::visit(StepWriter{kind == TypeKind::Text}, step.change));
        if (step.attributes)
            entry.emplace_back(u"attributes"_s, *step.attributes);
        delta.push_back(tagged(entry));
    }
    const auto name = kind == TypeKind::Array ? u"array"_s : u"text"_s;
    return Any::Object{{u"path"_s, path}, {u"kind"_s, name}, {u"delta"_s, delta}};
}

QString runOperation(crdt::Doc &doc, const Roots &roots, const Any &op)
{
    const auto type = resolve(doc, roots, listOf(member(op, "path"_L1)));
    if (type.isNull())
        return u"no type has this path"_s;
    const auto name = textOf(member(op, "op"_L1));
    const auto act = QStringView(name).sliced(name.indexOf(u'.') + 1);
    bool isDone = false;
    if (name.startsWith("map."_L1))
        isDone = mapOperation(crdt::YMap(type), act, op);
    else if (name.startsWith("arr."_L1))
        isDone = arrayOperation(crdt::YArray(type), act, op);
    else if (name.startsWith("text."_L1))
        isDone = textOperation(crdt::YText(type), act, op);
    return isDone ? QString() : u"not done: "_s + name;
}

} // namespace oracle
