// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/yarddoc/yardclusters.h"

#include "workspace/yarddoc/yardschema.h"

#include <QCryptographicHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr qsizetype MostIds = 16; // of a cluster; others may have written any number

bool isClusterId(const QString &text)
{
    static const QRegularExpression shape(
        u"^(uid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(api|ctx):[0-9a-f]{32})$"_s);
    return shape.match(text).hasMatch();
}

/// A context that leads nowhere now: an id that gives its name away to nobody.
static QString idOfLost(const QString &context)
{
    const auto hash = QCryptographicHash::hash(context.toUtf8(), QCryptographicHash::Sha256);
    return u"ctx:"_s + QString::fromLatin1(hash.toHex().first(32));
}

void YardClusters::setNames(const ClusterNames *names)
{
    m_names = names;
    forget();
}

void YardClusters::setDoc(crdt::Doc &doc)
{
    m_doc = &doc;
    forget();
}

QString YardClusters::idOf(const QString &cluster) const
{
    if (cluster.isEmpty() || isClusterId(cluster))
        return cluster;
    const auto ids = m_names ? m_names->idsOf(cluster) : QStringList();
    return ids.isEmpty() ? idOfLost(cluster) : ids.first();
}

QString YardClusters::contextOf(const QString &id, const QString &krate) const
{
    auto known = m_contexts.constFind(id);
    if (known == m_contexts.cend())
        known = m_contexts.insert(id, contextsFor(id));
    const auto chosen = m_chosen.find(krate);
    const bool isChosen = chosen != m_chosen.end();
    // What is no id but happens to be a context's name here must not lead there.
    if (known->isEmpty())
        return isChosen ? chosen->second : id.isEmpty() || isClusterId(id) ? id : idOfLost(id);
    return isChosen && known->contains(chosen->second) ? chosen->second : known->first();
}

bool YardClusters::choose(const QString &krate, const QString &context)
{
    if (context.isEmpty() || isClusterId(context))
        return false;
    const auto [place, isNew] = m_chosen.try_emplace(krate, context);
    return isNew || std::exchange(place->second, context) != context;
}

QStringList YardClusters::contextsFor(const QString &id) const
{
    if (!m_names)
        return {};
    auto contexts = m_names->contextsOf(id);
    const auto others = sameAs(id);
    for (const auto &other : others)
        contexts += m_names->contextsOf(other);
    contexts.sort();
    contexts.removeDuplicates();
    std::stable_partition(contexts.begin(), contexts.end(),
                          [this](const QString &context) { return !m_names->isRelayed(context); });
    return contexts;
}

/// Both what is noted under the id and under what the id itself is noted.
QStringList YardClusters::sameAs(const QString &id) const
{
    if (!m_doc)
        return {};
    const auto clusters = m_doc->map(schema::Clusters);
    QStringList ids =
        clusters.map(id).isNull() ? QStringList() : clusters.map(id).keys().mid(0, MostIds);
    const auto keys = clusters.keys();
    for (const auto &key : keys) {
        const auto others = clusters.map(key);
        if (key != id && !others.isNull() && others.contains(id))
            ids << key << others.keys().mid(0, MostIds);
    }
    return ids;
}

void YardClusters::note(const QString &context)
{
    const auto ids = m_names && m_doc ? m_names->idsOf(context) : QStringList();
    if (ids.size() < 2)
        return;
    auto clusters = m_doc->map(schema::Clusters);
    auto others = clusters.map(ids.first());
    if (others.isNull()) {
        if (clusters.contains(ids.first()))
            return; // something that is not understood here
        others = clusters.setMap(ids.first());
    }
    for (const auto &id : ids.mid(1)) {
        if (!others.contains(id) && others.size() < MostIds)
            others.set(id, lib0::Any(true));
    }
}

} // namespace workspace
