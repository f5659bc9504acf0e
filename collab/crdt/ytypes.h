// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/value.h"

#include <optional>
#include <span>

namespace crdt {

// Each change below is a transaction of its own unless Doc::transact() is running.

/// A map from text keys to values: of concurrent writers of a key the highest client id wins.
class YMap : public SharedType
{
public:
    YMap() = default;
    explicit YMap(const SharedType &type)
        : SharedType(type)
    {
    }

    bool contains(QStringView key) const { return get(key).has_value(); }
    /// The value, or nothing when the key has none.
    std::optional<Value> get(QStringView key) const;
    /// The value as a plain one; undefined when there is none or when it is a shared type.
    lib0::Any any(QStringView key) const;
    /// The map in it; null when the key holds something else.
    YMap map(QStringView key) const;
    qsizetype size() const;
    QStringList keys() const; ///< sorted: the order of keys is not replicated

    void set(QStringView key, const Input &value);
    YMap setMap(QStringView key, const NewMap &entries = {}); ///< the new map
    void remove(QStringView key);
    void clear();
};

/// A list of values.
class YArray : public SharedType
{
public:
    YArray() = default;
    explicit YArray(const SharedType &type)
        : SharedType(type)
    {
    }

    qsizetype size() const;
    std::optional<Value> at(qsizetype index) const;
    std::vector<Value> values() const;

    /// An index outside of 0…size() changes nothing and answers false; so below.
    bool insert(qsizetype index, std::span<const Input> values);
    void push(std::span<const Input> values);
    bool remove(qsizetype index, qsizetype length = 1);
};

/// One stretch of a text with the same formatting.
struct TextRun
{
    std::variant<QString, Value> insert = {}; ///< text, or an embedded value
    lib0::Any::Object attributes = {}; ///< sorted by name
};

/// Text, of which stretches can carry attributes. Indexes count UTF-16 units, as QString does.
class YText : public SharedType
{
public:
    YText() = default;
    explicit YText(const SharedType &type)
        : SharedType(type)
    {
    }

    qsizetype size() const;
    QString toString() const;
    std::vector<TextRun> toDelta() const;

    /// Without attributes the text takes on those of its left neighbour.
    bool insert(qsizetype index, QStringView text);
    bool insert(qsizetype index, QStringView text, const lib0::Any::Object &attributes);
    bool insertEmbed(qsizetype index, const Input &value, const lib0::Any::Object &attributes = {});
    bool remove(qsizetype index, qsizetype length);
    /// A null attribute ends the formatting.
    bool format(qsizetype index, qsizetype length, const lib0::Any::Object &attributes);
};

/// The type with all that lies in it: maps become objects (keys sorted), arrays arrays, texts
/// strings; XML, which we only pass on, its children as an array.
lib0::Any toAny(const SharedType &type);
lib0::Any toAny(const Value &value);

} // namespace crdt
