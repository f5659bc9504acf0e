// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/spotlight/spotlightindex.h"

#include "kube/watch/subscription.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

static quint64 lettersOf(QStringView text)
{
    quint64 bits = 0;
    for (const QChar c : text) {
        const char16_t low = c.toLower().unicode();
        if (low >= u'a' && low <= u'z')
            bits |= quint64(1) << (low - u'a');
        else if (low >= u'0' && low <= u'9')
            bits |= quint64(1) << (26 + low - u'0');
    }
    return bits;
}

SpotlightIndex::Stored SpotlightIndex::store(const SpotlightEntry &entry, const QByteArray &uidKey)
{
    return {entry, uidKey, SpotlightName(entry.name), lettersOf(entry.name), kindBoost(entry)};
}

void SpotlightIndex::touch()
{
    m_leftIsValid = false;
    m_left.clear();
    Q_EMIT changed();
}

void SpotlightIndex::setSource(const QString &source, const std::vector<SpotlightEntry> &entries)
{
    auto &place = m_sources[source];
    place = {};
    for (const auto &entry : entries) {
        place.entries.push_back(store(entry));
        for (const auto &alias : entry.aliases) {
            auto stored = store(entry);
            stored.name = SpotlightName(alias);
            stored.letters = lettersOf(alias);
            stored.isAlias = true;
            place.entries.push_back(std::move(stored));
        }
    }
    touch();
}

void SpotlightIndex::removeSource(const QString &source)
{
    if (m_sources.erase(source) > 0)
        touch();
}

size_t SpotlightIndex::size() const
{
    size_t count = 0;
    for (const auto &[name, source] : m_sources)
        count += source.entries.size();
    return count;
}

void SpotlightIndex::put(Source &source, const QByteArray &uidKey, const SpotlightEntry &entry)
{
    if (const auto found = source.places.find(uidKey); found != source.places.end()) {
        source.entries[found->second] = store(entry, uidKey);
        return;
    }
    source.places.emplace(uidKey, source.entries.size());
    source.entries.push_back(store(entry, uidKey));
}

void SpotlightIndex::drop(Source &source, const QByteArray &uidKey)
{
    const auto found = source.places.find(uidKey);
    if (found == source.places.end())
        return;
    const size_t place = found->second;
    source.places.erase(found);
    if (place != source.entries.size() - 1) {
        source.entries[place] = std::move(source.entries.back());
        source.places[source.entries[place].uidKey] = place;
    }
    source.entries.pop_back();
}

static QByteArray keyOf(const kube::PackedItem &item)
{
    const auto key = item.uidKey();
    return {key.data(), qsizetype(key.size())};
}

static SpotlightEntry entryOf(const kube::PackedItem &item, const kube::ApiResource &resource,
                              const QString &cluster)
{
    const auto text = [](std::string_view utf8) {
        return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    };
    SpotlightEntry entry;
    entry.type = resource.kind == "Namespace"_L1 ? SpotlightEntry::Type::Namespace
                                                 : SpotlightEntry::Type::Object;
    entry.name = text(item.name());
    entry.cluster = cluster;
    entry.object = {resource.apiVersion(), resource.kind, text(item.nameSpace()), entry.name};
    return entry;
}

void SpotlightIndex::follow(kube::Subscription &subscription, const QString &cluster)
{
    using kube::Subscription;
    const auto resource = subscription.options().resource;
    const auto source = u"%1/%2/%3/%4"_s.arg(cluster, resource.apiVersion(), resource.resource,
                                             subscription.options().nameSpace);
    connect(&subscription, &Subscription::pageListed, this,
            [this, resource, cluster, source](const std::vector<kube::PackedItem> &items) {
                auto &place = m_sources[source];
                for (const auto &item : items)
                    put(place, keyOf(item), entryOf(item, resource, cluster));
                touch();
            });
    connect(&subscription, &Subscription::changed, this,
            [this, resource, cluster, source](const std::vector<kube::PackedEvent> &events) {
                auto &place = m_sources[source];
                bool differs = false;
                for (const auto &event : events) {
                    const auto uid = keyOf(event.item);
                    const bool known = place.places.contains(uid);
                    if (event.type == kube::ItemEvent::Type::Deleted && known)
                        drop(place, uid);
                    else if (event.type != kube::ItemEvent::Type::Deleted && !known)
                        put(place, uid, entryOf(event.item, resource, cluster));
                    else
                        continue; // a name does not change
                    differs = true;
                }
                if (differs)
                    touch();
            });
    connect(&subscription, &QObject::destroyed, this, [this, source] { removeSource(source); });
}

std::vector<const SpotlightIndex::Stored *>
SpotlightIndex::candidates(const SpotlightQuery &query) const
{
    std::vector<const Stored *> all;
    all.reserve(size());
    for (const auto &[name, source] : m_sources) {
        for (const auto &stored : source.entries) {
            if (query.kind.isEmpty() || kindName(stored.entry) == query.kind)
                all.push_back(&stored);
        }
    }
    return all;
}

static QString lettersTyped(const QString &text)
{
    return text.toLower().remove(u' ');
}

/// By score; of equals the shorter name first, then in an order that stays.
bool SpotlightIndex::isBetter(const Found &a, const Found &b)
{
    if (a.score != b.score)
        return a.score > b.score;
    const auto &left = a.stored->entry;
    const auto &right = b.stored->entry;
    if (left.name.size() != right.name.size())
        return left.name.size() < right.name.size();
    return std::tie(left.name, left.object.nameSpace, left.cluster, left.id)
        < std::tie(right.name, right.object.nameSpace, right.cluster, right.id);
}

std::vector<SpotlightHit> SpotlightIndex::search(const SpotlightQuery &query, size_t most)
{
    const auto typed = lettersTyped(query.text);
    const bool goesOn = m_leftIsValid && query.kind == m_lastQuery.kind
        && typed.startsWith(lettersTyped(m_lastQuery.text));
    if (!goesOn)
        m_left = candidates(query);

    const quint64 needed = lettersOf(typed);
    std::vector<Found> found;
    found.reserve(m_left.size());
    for (const auto *stored : m_left) {
        if ((stored->letters & needed) != needed)
            continue;
        if (const auto score = charScore(typed, stored->name))
            found.push_back({stored, *score * 10 + stored->boost});
    }
    m_left.clear();
    for (const auto &one : found)
        m_left.push_back(one.stored);
    m_lastQuery = query;
    m_leftIsValid = true;

    const auto end = found.begin() + qMin(qsizetype(most), qsizetype(found.size()));
    std::partial_sort(found.begin(), end, found.end(), isBetter);
    std::vector<SpotlightHit> hits;
    for (auto one = found.begin(); one != end; ++one) {
        const auto &stored = *one->stored;
        if (!stored.entry.aliases.isEmpty()
            && std::ranges::contains(hits, stored.entry, &SpotlightHit::entry))
            continue; // by a word that fits better
        hits.push_back({stored.entry, one->score,
                        stored.isAlias ? std::vector<int>() : charMatches(typed, stored.name)});
    }
    return hits;
}

std::optional<SpotlightEntry> SpotlightIndex::current(const SpotlightEntry &entry) const
{
    if (entry.type != SpotlightEntry::Type::Krate && entry.type != SpotlightEntry::Type::Command)
        return entry;
    for (const auto &[name, source] : m_sources) {
        if (!source.places.empty())
            continue; // objects that are followed
        for (const auto &stored : source.entries) {
            if (stored.entry.type == entry.type && stored.entry.id == entry.id)
                return stored.entry;
        }
    }
    return {};
}

} // namespace workspace
