// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/engine/textcleanup.h"

#include "collab/crdt/engine/contentvalue.h"
#include "collab/crdt/engine/textedit.h"

#include <QSet>

#include <algorithm>

namespace crdt {

namespace {

bool isFormattedText(const TypeNode &type)
{
    return type.hasFormatting && !type.gone
        && (type.kind == quint8(TypeKind::Text) || type.kind == quint8(TypeKind::XmlText));
}

void cleanText(Replica &replica, quint32 type)
{
    auto &store = replica.store();
    Ref start = store.slot(store.type(type).list).first;
    Attributes startAttributes;
    Attributes attributes;
    for (Ref end = start; end != NoRef; end = store.at(end).right) {
        const auto &item = store.at(end);
        if (item.deleted)
            continue;
        if (item.kind() == Kind::Format) {
            const auto mark = formatOf(item);
            attributes.apply(mark.key, mark.value);
            continue;
        }
        cleanFormattingGap(replica, start, end, startAttributes, attributes);
        startAttributes = attributes;
        start = end;
    }
}

/// Of the marks around a deleted unit only the last of each key counts. What is `cleaned` already
/// is not walked over again.
void cleanAround(Replica &replica, Ref ref, QSet<Ref> &cleaned)
{
    auto &store = replica.store();
    if (cleaned.contains(ref))
        return;
    for (Ref right = store.at(ref).right; right != NoRef && !store.at(right).isVisible();
         right = store.at(ref).right) {
        if (cleaned.contains(right))
            return;
        ref = right;
    }
    QSet<QString> seen;
    for (; ref != NoRef && !store.at(ref).isVisible(); ref = store.at(ref).left) {
        cleaned.insert(ref);
        if (store.at(ref).deleted || store.at(ref).kind() != Kind::Format)
            continue;
        const auto key = formatOf(store.at(ref)).key;
        if (seen.contains(key))
            replica.deleteItem(ref);
        seen.insert(key);
    }
}

/// Texts that got a mark from the transaction.
QSet<quint32> markedTexts(const Replica &replica, const Transaction &transaction)
{
    const auto &store = replica.store();
    QSet<quint32> texts;
    for (const auto &advance : transaction.advances) {
        const auto &structs = store.client(advance.client).structs;
        auto place = structs.find(store.arena(), advance.before);
        do {
            const auto &item = store.at(structs.at(place));
            if (!item.deleted && item.kind() == Kind::Format)
                texts.insert(store.typeOf(item));
        } while (structs.toNext(place));
    }
    return texts;
}

} // namespace

void cleanUpFormatting(Replica &replica, const Transaction &transaction)
{
    const auto &store = replica.store();
    const bool concerned =
        std::ranges::any_of(transaction.changes, [&](const Transaction::Change &c) {
            return isFormattedText(store.type(c.type));
        });
    if (!concerned)
        return;
    auto texts = markedTexts(replica, transaction);
    QSet<Ref> cleaned;
    replica.transact(
        [&] {
            replica.forEachStruct(transaction.deleted, [&](Ref ref) {
                const auto &item = store.at(ref);
                if (!item.isItem() || !store.type(store.typeOf(item)).hasFormatting
                    || texts.contains(store.typeOf(item)))
                    return;
                if (item.kind() == Kind::Format)
                    texts.insert(store.typeOf(item));
                else
                    cleanAround(replica, ref, cleaned);
            });
            auto sorted = texts.values();
            std::ranges::sort(sorted);
            for (const auto type : sorted)
                cleanText(replica, type);
        },
        nullptr);
}

} // namespace crdt
