// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/spotlight/spotlightmemory.h"

#include "workspace/session/session.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

using Type = SpotlightEntry::Type;

constexpr qsizetype LongestText = 512;
constexpr qsizetype MostNameSpaces = 64;

constexpr std::array Types{std::pair{Type::Object, "object"_L1}, std::pair{Type::Krate, "krate"_L1},
                           std::pair{Type::Namespace, "namespace"_L1},
                           std::pair{Type::Collection, "collection"_L1},
                           std::pair{Type::Command, "command"_L1}};

QJsonObject jsonOf(const SpotlightEntry &entry)
{
    const auto type =
        std::ranges::find_if(Types, [&](const auto &pair) { return pair.first == entry.type; });
    QJsonObject json{{u"type"_s, QString(type->second)}, {u"name"_s, entry.name}};
    const auto put = [&json](const QString &key, const QString &text) {
        if (!text.isEmpty())
            json[key] = text;
    };
    const bool isList = entry.type == Type::Collection;
    put(u"cluster"_s, entry.cluster);
    put(u"id"_s, entry.id);
    put(u"apiVersion"_s, isList ? entry.scope.apiVersion : entry.object.apiVersion);
    put(u"kind"_s, isList ? entry.scope.kind : entry.object.kind);
    put(u"namespace"_s, entry.object.nameSpace);
    if (isList && !entry.scope.nameSpaces.isEmpty())
        json[u"namespaces"_s] = QJsonArray::fromStringList(entry.scope.nameSpaces);
    return json;
}

/// Nothing when it is no text that a person could have seen in Spotlight.
std::optional<QString> textIn(const QJsonObject &json, const QString &key)
{
    const auto value = json[key];
    if (!value.isUndefined() && !value.isString())
        return {};
    const auto text = value.toString();
    const bool isFair = text.size() <= LongestText
        && std::ranges::none_of(text, [](QChar c) { return c.category() == QChar::Other_Control; });
    return isFair ? std::optional(text) : std::nullopt;
}

bool isWhole(const SpotlightEntry &entry)
{
    if (entry.name.isEmpty())
        return false;
    switch (entry.type) {
    case Type::Object:
    case Type::Namespace: return !entry.object.kind.isEmpty() && !entry.cluster.isEmpty();
    case Type::Collection: return !entry.scope.kind.isEmpty() && !entry.cluster.isEmpty();
    case Type::Krate:
    case Type::Command: return !entry.id.isEmpty();
    }
    Q_UNREACHABLE_RETURN(false);
}

std::optional<SpotlightEntry> entryFrom(const QJsonObject &json)
{
    const auto word = json["type"_L1].toString();
    const auto type =
        std::ranges::find_if(Types, [&](const auto &pair) { return pair.second == word; });
    const auto name = textIn(json, u"name"_s);
    const auto cluster = textIn(json, u"cluster"_s);
    const auto id = textIn(json, u"id"_s);
    const auto apiVersion = textIn(json, u"apiVersion"_s);
    const auto kind = textIn(json, u"kind"_s);
    const auto nameSpace = textIn(json, u"namespace"_s);
    if (type == Types.end() || !name || !cluster || !id || !apiVersion || !kind || !nameSpace)
        return {};
    SpotlightEntry entry{.type = type->first, .name = *name, .cluster = *cluster, .id = *id};
    if (entry.type == Type::Collection)
        entry.scope = {*apiVersion, *kind, {}};
    else if (entry.type != Type::Command && !kind->isEmpty())
        entry.object = {*apiVersion, *kind, *nameSpace, *name};
    const auto nameSpaces = json["namespaces"_L1].toArray();
    for (const auto &one : nameSpaces) {
        if (entry.scope.nameSpaces.size() < MostNameSpaces && one.toString().size() <= LongestText)
            entry.scope.nameSpaces << one.toString();
    }
    return isWhole(entry) ? std::optional(entry) : std::nullopt;
}

std::vector<SpotlightEntry> entriesIn(const QJsonObject &section, size_t most)
{
    std::vector<SpotlightEntry> entries;
    const auto items = section["items"_L1].toArray();
    for (const auto &item : items) {
        const auto entry = entryFrom(item.toObject());
        const bool isNew = entry && std::ranges::none_of(entries, [&entry](const auto &other) {
                               return isSame(*entry, other);
                           });
        if (isNew && entries.size() < most)
            entries.push_back(*entry);
    }
    return entries;
}

} // namespace

bool isSame(const SpotlightEntry &a, const SpotlightEntry &b)
{
    if (a.type != b.type || a.cluster != b.cluster || a.id != b.id)
        return false;
    switch (a.type) {
    case Type::Object:
    case Type::Namespace: return a.object == b.object;
    case Type::Collection: return a.scope == b.scope;
    case Type::Krate:
    case Type::Command: return true;
    }
    Q_UNREACHABLE_RETURN(false);
}

SpotlightMemory::SpotlightMemory(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    connect(&session, &Session::restored, this, &SpotlightMemory::restore);
    restore();
}

void SpotlightMemory::restore()
{
    m_recent = entriesIn(m_session.section(u"recents"_s), MostRecent);
    m_pinned = entriesIn(m_session.section(u"pins"_s), MostPinned);
    Q_EMIT changed();
}

void SpotlightMemory::keep(const QString &section, const std::vector<SpotlightEntry> &entries)
{
    QJsonArray items;
    for (const auto &entry : entries)
        items.append(jsonOf(entry));
    m_session.setSection(section,
                         items.isEmpty() ? QJsonObject() : QJsonObject{{u"items"_s, items}});
    Q_EMIT changed();
}

bool SpotlightMemory::isPinned(const SpotlightEntry &entry) const
{
    return std::ranges::any_of(m_pinned, [&](const auto &other) { return isSame(entry, other); });
}

void SpotlightMemory::noteOpened(const SpotlightEntry &entry)
{
    std::erase_if(m_recent, [&](const auto &other) { return isSame(entry, other); });
    m_recent.insert(m_recent.begin(), entry);
    if (m_recent.size() > MostRecent)
        m_recent.pop_back();
    keep(u"recents"_s, m_recent);
}

bool SpotlightMemory::togglePin(const SpotlightEntry &entry)
{
    const bool wasPinned =
        std::erase_if(m_pinned, [&](const auto &other) { return isSame(entry, other); }) > 0;
    if (!wasPinned && m_pinned.size() >= MostPinned)
        return false;
    if (!wasPinned)
        m_pinned.push_back(entry);
    keep(u"pins"_s, m_pinned);
    return true;
}

} // namespace workspace
