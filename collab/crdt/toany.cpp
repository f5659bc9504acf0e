// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/doc.h"
#include "collab/crdt/engine/replica.h"

#include <QStringList>

namespace crdt {

/// How deep types may lie in each other to be read as a whole; deeper ones are null.
static constexpr int DeepestType = 4096;

static lib0::Any toAny(const Value &value, int depth);

static lib0::Any typeToAny(const SharedType &type, int depth)
{
    if (depth > DeepestType)
        return nullptr;
    if (type.kind() == TypeKind::Map) {
        lib0::Any::Object entries;
        const YMap map(type);
        for (const auto &key : map.keys())
            entries.emplace_back(key, toAny(*map.get(key), depth + 1));
        return entries;
    }
    if (type.kind() == TypeKind::Text || type.kind() == TypeKind::XmlText)
        return YText(type).toString();
    lib0::Any::Array values;
    for (const auto &value : YArray(type).values())
        values.push_back(toAny(value, depth + 1));
    return values;
}

static lib0::Any toAny(const Value &value, int depth)
{
    if (const auto *any = std::get_if<lib0::Any>(&value))
        return *any;
    if (const auto *type = std::get_if<SharedType>(&value))
        return typeToAny(*type, depth);
    return {}; // a document within a document is one of its own
}

lib0::Any toAny(const SharedType &type)
{
    return typeToAny(type, 1);
}

lib0::Any toAny(const Value &value)
{
    return toAny(value, 1);
}

} // namespace crdt
