// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/restore.h"

#include "collab/crdt/doc.h"
#include "collab/crdt/engine/replica.h"
#include "collab/crdt/sequencematch.h"
#include "collab/lib0/anycoding.h"

#include <QHash>
#include <QStringList>

#include <algorithm>

namespace crdt {
namespace {

constexpr int MostDepth = 100;

using Matches = std::vector<std::pair<size_t, size_t>>;

bool isXml(TypeKind kind)
{
    return kind != TypeKind::Map && kind != TypeKind::Array && kind != TypeKind::Text;
}

bool isOfKind(const Value &value, TypeKind kind)
{
    const auto *type = std::get_if<SharedType>(&value);
    return type != nullptr && type->kind() == kind;
}

/// A type without anything in it.
Input emptyOf(TypeKind kind)
{
    switch (kind) {
    case TypeKind::Map: return NewMap();
    case TypeKind::Array: return NewArray();
    default: return NewText();
    }
}

/// One unit of a text.
struct Unit
{
    QChar character = {};
    const Value *embedded = nullptr; ///< stands instead of the character
    const lib0::Any::Object *attributes = nullptr;

    bool operator==(const Unit &other) const
    {
        const bool same = embedded == nullptr || other.embedded == nullptr
            ? embedded == other.embedded
            : *embedded == *other.embedded;
        return same && character == other.character && *attributes == *other.attributes;
    }
};

std::vector<Unit> unitsOf(const std::vector<TextRun> &runs)
{
    std::vector<Unit> units;
    for (const auto &run : runs) {
        if (const auto *text = std::get_if<QString>(&run.insert)) {
            for (const auto character : *text)
                units.push_back({.character = character, .attributes = &run.attributes});
        } else {
            units.push_back(
                {.embedded = &std::get<Value>(run.insert), .attributes = &run.attributes});
        }
    }
    return units;
}

/// How many units both begin with, and then end with; never half of a pair.
std::pair<size_t, size_t> commonEnds(const std::vector<Unit> &one, const std::vector<Unit> &two)
{
    const auto shorter = std::min(one.size(), two.size());
    size_t before = 0;
    while (before < shorter && one[before] == two[before])
        ++before;
    if (before > 0 && one[before - 1].character.isHighSurrogate())
        --before;
    size_t behind = 0;
    while (behind < shorter - before
           && one[one.size() - 1 - behind] == two[two.size() - 1 - behind])
        ++behind;
    if (behind > 0 && one[one.size() - behind].character.isLowSurrogate())
        --behind;
    return {before, behind};
}

class Restoring
{
public:
    Restoring(Doc &doc, Doc &old)
        : m_doc(doc)
        , m_old(old)
    {
    }

    void restoreRoot(const QString &name)
    {
        const bool isText = holdsText(m_doc, name) || holdsText(m_old, name);
        if (isText)
            return restoreText(YText(m_doc.text(name)), YText(m_old.text(name)));
        const bool isMap = holdsKeys(m_doc, name) || holdsKeys(m_old, name);
        if (isMap)
            restoreMap(m_doc.map(name), m_old.map(name), 1);
        const YArray now(m_doc.array(name));
        const YArray then(m_old.array(name));
        if (now.size() > 0 || then.size() > 0)
            restoreArray(now, then, 1);
    }

    Restored result = {};

private:
    static const TypeNode &nodeOf(Doc &doc, const QString &name)
    {
        auto &store = doc.replica().store();
        return store.type(store.root(lib0::toUtf8(name)));
    }
    static bool holdsKeys(Doc &doc, const QString &name) { return nodeOf(doc, name).keyCount > 0; }
    static bool holdsText(Doc &doc, const QString &name)
    {
        const auto &store = doc.replica().store();
        const auto &node = nodeOf(doc, name);
        if (node.kind == quint8(TypeKind::Text))
            return true;
        for (Ref ref = store.slot(node.list).first; ref != NoRef; ref = store.at(ref).right) {
            const auto kind = store.at(ref).kind();
            if (kind == Kind::String || kind == Kind::Format || kind == Kind::Embed)
                return true;
        }
        return false;
    }

    /// Both are of one kind.
    void restoreType(const SharedType &now, const SharedType &then, int depth)
    {
        if (isXml(then.kind()) || depth > MostDepth) {
            result.leftOut += toAny(now) == toAny(then) ? 0 : 1;
            return;
        }
        switch (then.kind()) {
        case TypeKind::Map: return restoreMap(YMap(now), YMap(then), depth + 1);
        case TypeKind::Array: return restoreArray(YArray(now), YArray(then), depth + 1);
        default: return restoreText(YText(now), YText(then));
        }
    }

    /// Whether the value can be made anew; else it is left out.
    bool canMake(const Value &value)
    {
        const auto *type = std::get_if<SharedType>(&value);
        const bool can =
            std::holds_alternative<lib0::Any>(value) || (type != nullptr && !isXml(type->kind()));
        result.leftOut += can ? 0 : 1;
        return can;
    }

    void restoreMap(const YMap &given, const YMap &then, int depth)
    {
        YMap now = given;
        for (const auto &key : now.keys()) {
            if (!then.contains(key))
                now.remove(key);
        }
        for (const auto &key : then.keys())
            restoreKey(now, key, *then.get(key), depth);
    }

    void restoreKey(YMap &now, const QString &key, const Value &then, int depth)
    {
        const auto value = now.get(key);
        const auto *type = std::get_if<SharedType>(&then);
        if (type == nullptr) {
            const bool isOther = !value || *value != then;
            if (isOther && canMake(then))
                now.set(key, std::get<lib0::Any>(then));
            return;
        }
        if (value && isOfKind(*value, type->kind()))
            return restoreType(std::get<SharedType>(*value), *type, depth);
        if (!canMake(then))
            return;
        now.set(key, emptyOf(type->kind()));
        restoreType(std::get<SharedType>(*now.get(key)), *type, depth);
    }

    /// Numbers that are equal where values are.
    std::vector<int> numbersOf(const std::vector<Value> &values)
    {
        std::vector<int> numbers;
        for (const auto &value : values) {
            lib0::Encoder encoder;
            lib0::writeAny(encoder, toAny(value));
            auto bytes = QByteArrayView(encoder.bytes()).toByteArray();
            if (const auto *type = std::get_if<SharedType>(&value))
                bytes.prepend(char('a' + int(type->kind())));
            else if (const auto *within = std::get_if<SubDocument>(&value))
                bytes.append(within->guid.toUtf8());
            if (!m_numbers.contains(bytes))
                m_numbers.insert(bytes, int(m_numbers.size()));
            numbers.push_back(m_numbers.value(bytes));
        }
        return numbers;
    }

    /// Which items stay which: those that are equal, and between them types of one kind.
    Matches matchesOf(const std::vector<Value> &now, const std::vector<Value> &then)
    {
        auto equal = matchSequences(numbersOf(now), numbersOf(then));
        equal.emplace_back(now.size(), then.size());
        Matches matches;
        size_t i = 0;
        size_t j = 0;
        for (const auto &[nextNow, nextThen] : equal) {
            const auto kinds = matchSequences(kindsOf(std::span(now).subspan(i, nextNow - i), 0),
                                              kindsOf(std::span(then).subspan(j, nextThen - j), 1));
            for (const auto &[first, second] : kinds)
                matches.emplace_back(i + first, j + second);
            matches.emplace_back(nextNow, nextThen);
            i = nextNow + 1;
            j = nextThen + 1;
        }
        return matches; // the last one is both ends
    }

    /// Types are equal when they are of one kind, and what is none equals nothing of the other
    /// side.
    static std::vector<int> kindsOf(std::span<const Value> values, int side)
    {
        std::vector<int> kinds;
        for (const auto &value : values) {
            const auto *type = std::get_if<SharedType>(&value);
            kinds.push_back(type != nullptr ? int(type->kind()) : -1 - side);
        }
        return kinds;
    }

    void restoreArray(YArray now, const YArray &then, int depth)
    {
        const auto values = now.values();
        const auto wanted = then.values();
        size_t i = 0;
        size_t j = 0;
        qsizetype at = 0;
        for (const auto &[nextNow, nextThen] : matchesOf(values, wanted)) {
            now.remove(at, qsizetype(nextNow - i));
            for (; j < nextThen; ++j)
                at += insertItem(now, at, wanted[j], depth) ? 1 : 0;
            if (nextNow == values.size())
                break;
            if (const auto *type = std::get_if<SharedType>(&wanted[j]))
                restoreType(std::get<SharedType>(values[nextNow]), *type, depth);
            ++at;
            i = nextNow + 1;
            ++j;
        }
    }

    bool insertItem(YArray &now, qsizetype at, const Value &then, int depth)
    {
        if (!canMake(then))
            return false;
        const auto *type = std::get_if<SharedType>(&then);
        const Input input =
            type == nullptr ? Input(std::get<lib0::Any>(then)) : emptyOf(type->kind());
        now.insert(at, std::span(&input, 1));
        if (type != nullptr)
            restoreType(std::get<SharedType>(*now.at(at)), *type, depth);
        return true;
    }

    void restoreText(YText now, const YText &then)
    {
        const auto runsNow = now.toDelta();
        const auto runsThen = then.toDelta();
        const auto unitsNow = unitsOf(runsNow);
        const auto unitsThen = unitsOf(runsThen);
        const auto [before, behind] = commonEnds(unitsNow, unitsThen);
        now.remove(qsizetype(before), qsizetype(unitsNow.size() - before - behind));
        auto at = qsizetype(before);
        const auto end = unitsThen.size() - behind;
        for (auto i = before; i < end;) {
            const auto *attributes = unitsThen[i].attributes;
            if (const auto *embedded = unitsThen[i].embedded) {
                const auto *any = std::get_if<lib0::Any>(embedded);
                result.leftOut += any == nullptr ? 1 : 0;
                if (any != nullptr && now.insertEmbed(at, *any, *attributes))
                    ++at;
                ++i;
                continue;
            }
            QString text;
            for (; i < end && unitsThen[i].embedded == nullptr
                 && unitsThen[i].attributes == attributes;
                 ++i)
                text += unitsThen[i].character;
            now.insert(at, text, *attributes);
            at += text.size();
        }
    }

    Doc &m_doc;
    Doc &m_old;
    QHash<QByteArray, int> m_numbers;
};

} // namespace

Restored restore(Doc &doc, Doc &old, Origin origin)
{
    Restoring restoring(doc, old);
    auto names = doc.roots() + old.roots();
    names.sort();
    names.removeDuplicates();
    doc.transact(
        [&] {
            for (const auto &name : names)
                restoring.restoreRoot(name);
        },
        origin);
    return restoring.result;
}

} // namespace crdt
