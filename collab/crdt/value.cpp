// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/value.h"

#include "collab/crdt/engine/replica.h"

namespace crdt {

TypeKind SharedType::kind() const
{
    const auto kind = m_doc->replica().store().type(m_type).kind;
    return kind == TypeNode::UnknownKind ? TypeKind::Map : TypeKind(kind);
}

bool SharedType::isDeleted() const
{
    const auto &store = m_doc->replica().store();
    const auto &type = store.type(m_type);
    return type.gone || (type.item != NoRef && store.at(type.item).deleted);
}

} // namespace crdt
