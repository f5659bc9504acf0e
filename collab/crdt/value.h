// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/lib0/any.h"

#include <QString>

#include <utility>
#include <variant>
#include <vector>

namespace crdt {

class Doc;

/// The kinds of shared types, numbered as on the wire ("type refs").
enum class TypeKind : quint8 { Array, Map, Text, XmlElement, XmlFragment, XmlHook, XmlText };

/// Names a shared type of a document: a root, or one that lies in another. Cheap to copy.
///
/// Stays valid as a name for as long as the document lives; a type that was deleted is empty from
/// then on, and changing it does nothing. On the document's thread.
class SharedType
{
public:
    SharedType() = default;
    SharedType(Doc *doc, quint32 type)
        : m_doc(doc)
        , m_type(type)
    {
    }

    bool isNull() const { return m_doc == nullptr; }
    /// For a root the kind it was first asked for; for others what the wire says.
    TypeKind kind() const;
    bool isDeleted() const;
    Doc *doc() const { return m_doc; }
    quint32 index() const
    {
        return m_type;
    } ///< the document's own number for it; never on the wire

    bool operator==(const SharedType &) const = default;

protected:
    Doc *m_doc = nullptr;
    quint32 m_type = 0;
};

/// A document within a document. We only pass it on.
struct SubDocument
{
    QString guid = {};
    lib0::Any options = {};
    bool operator==(const SubDocument &) const = default;
};

/// What a map's key or an array's place holds.
using Value = std::variant<lib0::Any, SharedType, SubDocument>;

struct NewMap;
struct NewArray;

/// A text to be inserted as a shared type.
struct NewText
{
    QString text = {};
};

/// What is put into a map or an array: a value, or the beginnings of a new shared type. Bytes
/// (`QByteArray` in an Any) at the top are Yjs's binary content.
using Input = std::variant<lib0::Any, NewMap, NewArray, NewText>;

struct NewArray
{
    std::vector<Input> items;
};

struct NewMap
{
    std::vector<std::pair<QString, Input>> entries; ///< inserted in this order
};

} // namespace crdt
