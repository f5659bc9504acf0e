// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/yarddoc/yardschema.h"

#include "workspace/yard/kinds.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace::schema {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::YardDocument)
};

QString problemText(Problem problem, int count)
{
    switch (problem) {
    case Problem::NewerYard:
        return Tr::tr("Somebody uses this yard with a newer Krateyard. What this one does not know "
                      "is kept and not shown.");
    case Problem::NewerKrate:
        return Tr::tr("%n krates were made with a newer Krateyard. They are kept and not shown.",
                      nullptr, count);
    case Problem::WrongKrate:
        return Tr::tr("%n krates were written by another program in a way that makes no sense "
                      "here. They are kept and not shown.",
                      nullptr, count);
    case Problem::TooManyKrates:
        return Tr::tr("%n krates are more than a yard can show. They are kept.", nullptr, count);
    case Problem::WrongWindow:
        return Tr::tr("%n windows were written by another program in a way that makes no sense "
                      "here. They are kept and not shown.",
                      nullptr, count);
    case Problem::WrongComment:
        return Tr::tr("%n comments were written by another program in a way that makes no sense "
                      "here. They are kept and not shown.",
                      nullptr, count);
    }
    return {};
}

namespace {

using Entries = std::vector<std::pair<QString, crdt::Input>>;

lib0::Any listOf(std::initializer_list<double> numbers)
{
    lib0::Any::Array list;
    for (const double number : numbers)
        list.emplace_back(number);
    return list;
}

lib0::Any listOf(const QStringList &texts)
{
    lib0::Any::Array list;
    for (const auto &text : texts)
        list.emplace_back(text);
    return list;
}

lib0::Any positionOf(const KrateRecord &krate)
{
    return listOf({krate.position.x(), krate.position.y()});
}

lib0::Any rectOf(const WindowRecord &window)
{
    const auto &rect = window.rect;
    return listOf({rect.x(), rect.y(), rect.width(), rect.height()});
}

lib0::Any objectOf(const ObjectId &id)
{
    return lib0::Any::Object{{u"apiVersion"_s, id.apiVersion},
                             {u"kind"_s, id.kind},
                             {u"namespace"_s, id.nameSpace},
                             {u"name"_s, id.name}};
}

lib0::Any collectionOf(const CollectionScope &scope)
{
    return lib0::Any::Object{{u"apiVersion"_s, scope.apiVersion}, {u"kind"_s, scope.kind}};
}

lib0::Any viewOf(const WindowRecord &window)
{
    return QString(viewName(window.view));
}

crdt::NewMap newWindow(const WindowRecord &window, double order)
{
    return {{{u"view"_s, viewOf(window)}, {u"r"_s, rectOf(window)}, {u"o"_s, lib0::Any(order)}}};
}

crdt::NewMap newKrate(const KrateRecord &krate)
{
    Entries entries{{u"cluster"_s, lib0::Any(krate.cluster)},
                    {u"label"_s, lib0::Any(krate.label.left(LongestText))},
                    {u"p"_s, positionOf(krate)},
                    {u"z"_s, lib0::Any(double(krate.seq))}};
    if (krate.object)
        entries.emplace_back(u"object"_s, objectOf(*krate.object));
    if (krate.collection)
        entries.emplace_back(u"collection"_s, collectionOf(*krate.collection));
    if (krate.collection && !krate.collection->nameSpaces.isEmpty())
        entries.emplace_back(u"ns"_s, listOf(krate.collection->nameSpaces));
    if (krate.minimized)
        entries.emplace_back(u"min"_s, lib0::Any(true));
    if (krate.pinned)
        entries.emplace_back(u"pin"_s, lib0::Any(true));
    crdt::NewMap windows;
    double order = 0;
    for (const auto &window : krate.windows)
        windows.entries.emplace_back(window.id, newWindow(window, ++order));
    entries.emplace_back(u"windows"_s, std::move(windows));
    return {std::move(entries)};
}

/// A key that says so already is left alone: what is written once more is kept for ever.
void put(crdt::YMap &map, QStringView key, const lib0::Any &value)
{
    if (map.any(key) != value)
        map.set(key, value);
}

void writeWindows(crdt::YMap &krate, const KrateRecord &before, const KrateRecord &after)
{
    auto windows = krate.map(u"windows");
    if (windows.isNull())
        windows = krate.setMap(u"windows");
    for (const auto &window : before.windows) {
        if (std::ranges::find(after.windows, window.id, &WindowRecord::id) == after.windows.end())
            windows.remove(window.id);
    }
    double last = 0;
    for (const auto &window : after.windows) {
        auto map = windows.map(window.id);
        const auto order = map.isNull() ? lib0::Any() : map.any(u"o");
        // Numbers are kept where they still rise, so that adding a window writes no other.
        const bool rises = order.number() && *order.number() > last;
        last = rises ? *order.number() : last + 1;
        if (map.isNull()) {
            windows.set(window.id, newWindow(window, last));
            continue;
        }
        put(map, u"view", viewOf(window));
        put(map, u"r", rectOf(window));
        put(map, u"o", lib0::Any(last));
    }
}

void writeSubject(crdt::YMap &map, const KrateRecord &before, const KrateRecord &after)
{
    if (before.object != after.object) {
        if (after.object)
            put(map, u"object", objectOf(*after.object));
        else
            map.remove(u"object");
    }
    if (before.collection == after.collection)
        return;
    if (!after.collection) {
        map.remove(u"collection");
        map.remove(u"ns");
        return;
    }
    const auto &scope = *after.collection;
    const bool isSameKind = before.collection && before.collection->kind == scope.kind
        && before.collection->apiVersion == scope.apiVersion;
    if (!isSameKind)
        put(map, u"collection", collectionOf(scope));
    if (!before.collection || before.collection->nameSpaces != scope.nameSpaces)
        put(map, u"ns", listOf(scope.nameSpaces));
}

} // namespace

void writeKrate(crdt::YMap &krates, const KrateRecord *before, const KrateRecord &after)
{
    if (!before) {
        krates.set(after.id, newKrate(after));
        return;
    }
    auto map = krates.map(after.id);
    if (map.isNull())
        return;
    writeSubject(map, *before, after);
    if (before->cluster != after.cluster)
        put(map, u"cluster", after.cluster);
    if (before->label != after.label)
        put(map, u"label", after.label.left(LongestText));
    if (before->position != after.position)
        put(map, u"p", positionOf(after));
    if (before->minimized != after.minimized)
        put(map, u"min", after.minimized);
    if (before->pinned != after.pinned)
        put(map, u"pin", after.pinned);
    if (before->seq != after.seq)
        put(map, u"z", double(after.seq));
    if (before->windows != after.windows)
        writeWindows(map, *before, after);
}

} // namespace workspace::schema
