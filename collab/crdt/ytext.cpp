// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/engine/contentvalue.h"
#include "collab/crdt/engine/replica.h"
#include "collab/crdt/engine/textedit.h"
#include "collab/crdt/ytypes.h"

#include <algorithm>

namespace crdt {

qsizetype YText::size() const
{
    return qsizetype(m_doc->replica().store().type(m_type).length);
}

QString YText::toString() const
{
    const auto &store = m_doc->replica().store();
    QString text;
    for (Ref ref = store.slot(store.type(m_type).list).first; ref != NoRef;
         ref = store.at(ref).right) {
        const auto &item = store.at(ref);
        if (!item.deleted && item.kind() == Kind::String)
            text += textOf(item);
    }
    return text;
}

static lib0::Any::Object sorted(lib0::Any::Object attributes)
{
    std::ranges::sort(attributes, {}, &std::pair<QString, lib0::Any>::first);
    return attributes;
}

std::vector<TextRun> YText::toDelta() const
{
    auto &replica = m_doc->replica();
    const auto &store = replica.store();
    std::vector<TextRun> runs;
    QString text;
    Attributes attributes;
    const auto endRun = [&] {
        if (!text.isEmpty())
            runs.push_back({std::exchange(text, {}), sorted(attributes.entries())});
    };
    for (Ref ref = store.slot(store.type(m_type).list).first; ref != NoRef;
         ref = store.at(ref).right) {
        const auto &item = store.at(ref);
        if (item.deleted)
            continue;
        if (item.kind() == Kind::String) {
            text += textOf(item);
            continue;
        }
        endRun();
        if (item.kind() == Kind::Format) {
            const auto mark = formatOf(item);
            attributes.apply(mark.key, mark.value);
        } else {
            for (auto &value : valuesOf(replica, item))
                runs.push_back({std::move(value), sorted(attributes.entries())});
        }
    }
    endRun();
    return runs;
}

/// Runs `edit` with the place of `index`; false when there is none.
template<typename Edit>
static bool editAt(const YText &text, qsizetype index, Formatting formatting, Edit &&edit)
{
    if (index < 0 || index > text.size() || text.isDeleted())
        return false;
    auto &replica = text.doc()->replica();
    text.doc()->transact([&] {
        auto place = placeInText(replica, text.index(), quint64(index), formatting);
        edit(replica, place);
    });
    return true;
}

bool YText::insert(qsizetype index, QStringView text)
{
    return editAt(*this, index, Formatting::Ignored, [&](Replica &replica, TextPlace &place) {
        if (!text.isEmpty())
            insertText(replica, place, lib0::toUtf8(text), place.attributes);
    });
}

bool YText::insert(qsizetype index, QStringView text, const lib0::Any::Object &attributes)
{
    return editAt(*this, index, Formatting::Needed, [&](Replica &replica, TextPlace &place) {
        if (!text.isEmpty())
            insertText(replica, place, lib0::toUtf8(text), Attributes(attributes));
    });
}

bool YText::insertEmbed(qsizetype index, const Input &value, const lib0::Any::Object &attributes)
{
    return editAt(*this, index, Formatting::Needed, [&](Replica &replica, TextPlace &place) {
        crdt::insertEmbed(replica, place, value, Attributes(attributes));
    });
}

bool YText::remove(qsizetype index, qsizetype length)
{
    if (length < 0 || length > size() - index)
        return false;
    return editAt(*this, index, Formatting::Ignored, [&](Replica &replica, TextPlace &place) {
        if (length > 0)
            removeText(replica, place, quint64(length));
    });
}

bool YText::format(qsizetype index, qsizetype length, const lib0::Any::Object &attributes)
{
    return editAt(*this, index, Formatting::Needed, [&](Replica &replica, TextPlace &place) {
        if (length > 0 && place.right != NoRef)
            formatText(replica, place, quint64(length), Attributes(attributes));
    });
}

} // namespace crdt
