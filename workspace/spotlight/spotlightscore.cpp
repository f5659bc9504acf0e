// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/spotlight/spotlightscore.h"

#include <QHash>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr int longest = 96;
static constexpr int impossible = -100'000;
static constexpr int perLetter = 1;
static constexpr int inRun = 3;
static constexpr int atWordStart = 5;

static bool startsWord(QStringView name, qsizetype at)
{
    if (at == 0)
        return true;
    const QChar before = name[at - 1];
    return !before.isLetterOrNumber() || (before.isLower() && name[at].isUpper());
}

using Scores = std::array<int, longest>;

/// The best score with the query's next letter at each place, from those of the letter before it
/// (nullptr for the first).
static Scores nextScores(QChar letter, QStringView name, int count, const Scores *before)
{
    Scores scores;
    int best = before ? impossible : 0; // of all places before the one directly before
    for (int i = 0; i < count; ++i) {
        int base = best;
        if (before && i > 0) {
            base = qMax(base, (*before)[size_t(i - 1)] + inRun);
            best = qMax(best, (*before)[size_t(i - 1)]);
        }
        const bool fits = base > impossible / 2 && name[i].toLower() == letter;
        scores[size_t(i)] = fits ? base + perLetter + (startsWord(name, i) ? atWordStart : 0) : impossible;
    }
    return scores;
}

static bool occursInOrder(QStringView query, QStringView name)
{
    qsizetype next = 0;
    for (qsizetype i = 0; i < name.size() && next < query.size(); ++i)
        next += name[i].toLower() == query[next] ? 1 : 0;
    return next == query.size();
}

static int bestOf(const Scores &scores, int count)
{
    return *std::max_element(scores.begin(), scores.begin() + count);
}

std::optional<int> charScore(QStringView query, QStringView name)
{
    name = name.left(longest);
    if (query.isEmpty())
        return 0;
    if (!occursInOrder(query, name))
        return {};
    const int count = int(name.size());
    auto scores = nextScores(query[0], name, count, nullptr);
    for (qsizetype i = 1; i < query.size(); ++i)
        scores = nextScores(query[i], name, count, &scores);
    return bestOf(scores, count);
}

std::vector<int> charMatches(QStringView query, QStringView name)
{
    name = name.left(longest);
    if (query.isEmpty() || !occursInOrder(query, name))
        return {};
    const int count = int(name.size());
    std::vector<Scores> table;
    for (qsizetype i = 0; i < query.size(); ++i)
        table.push_back(nextScores(query[i], name, count, i == 0 ? nullptr : &table.back()));

    std::vector<int> places(size_t(query.size()));
    int wanted = bestOf(table.back(), count);
    int end = count;
    for (size_t i = table.size(); i-- > 0;) {
        int at = end - 1;
        while (at > 0 && table[i][size_t(at)] != wanted)
            --at;
        places[i] = at;
        if (i == 0)
            break;
        const int rest = wanted - perLetter - (startsWord(name, at) ? atWordStart : 0);
        const bool run = at > 0 && table[i - 1][size_t(at - 1)] + inRun == rest;
        wanted = run ? rest - inRun : rest;
        end = at;
    }
    return places;
}

QString kindName(const SpotlightEntry &entry)
{
    switch (entry.type) {
    case SpotlightEntry::Type::Object: return entry.object.kind;
    case SpotlightEntry::Type::Krate: return u"Krate"_s;
    case SpotlightEntry::Type::Namespace: return u"Namespace"_s;
    case SpotlightEntry::Type::Collection: return u"Collection"_s;
    case SpotlightEntry::Type::Command: return u"Command"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

int kindBoost(const SpotlightEntry &entry)
{
    static const QHash<QString, int> boosts {
        {u"CustomResourceDefinition"_s, 60},
        {u"Deployment"_s, 50},
        {u"StatefulSet"_s, 48},
        {u"Service"_s, 46},
        {u"DaemonSet"_s, 44},
        {u"Ingress"_s, 42},
        {u"Secret"_s, 24},
        {u"ConfigMap"_s, 22},
        {u"PersistentVolumeClaim"_s, 18},
        {u"Pod"_s, 16},
    };
    return entry.type == SpotlightEntry::Type::Object ? boosts.value(entry.object.kind, 0) : 0;
}

namespace {

struct KindWords
{
    QString kind;
    QStringList aliases; ///< the first is the badge's
};

const QList<KindWords> &kindWords()
{
    static const QList<KindWords> words {
        {u"Pod"_s, {u"pod"_s, u"po"_s, u"pods"_s}},
        {u"Deployment"_s, {u"deploy"_s, u"deployment"_s, u"deployments"_s}},
        {u"StatefulSet"_s, {u"sts"_s, u"statefulset"_s, u"statefulsets"_s}},
        {u"DaemonSet"_s, {u"ds"_s, u"daemonset"_s, u"daemonsets"_s}},
        {u"ReplicaSet"_s, {u"rs"_s, u"replicaset"_s, u"replicasets"_s}},
        {u"Service"_s, {u"svc"_s, u"service"_s, u"services"_s}},
        {u"Ingress"_s, {u"ing"_s, u"ingress"_s, u"ingresses"_s}},
        {u"ConfigMap"_s, {u"cm"_s, u"configmap"_s, u"configmaps"_s}},
        {u"Secret"_s, {u"sec"_s, u"secret"_s, u"secrets"_s}},
        {u"PersistentVolumeClaim"_s, {u"pvc"_s, u"persistentvolumeclaim"_s}},
        {u"PersistentVolume"_s, {u"pv"_s, u"persistentvolume"_s}},
        {u"Node"_s, {u"node"_s, u"no"_s, u"nodes"_s}},
        {u"Job"_s, {u"job"_s, u"jobs"_s}},
        {u"CronJob"_s, {u"cj"_s, u"cron"_s, u"cronjob"_s, u"cronjobs"_s}},
        {u"ServiceAccount"_s, {u"sa"_s, u"serviceaccount"_s}},
        {u"HorizontalPodAutoscaler"_s, {u"hpa"_s}},
        {u"NetworkPolicy"_s, {u"netpol"_s, u"networkpolicy"_s}},
        {u"CustomResourceDefinition"_s, {u"crd"_s, u"crds"_s}},
        {u"Event"_s, {u"ev"_s, u"event"_s, u"events"_s}},
        {u"Namespace"_s, {u"ns"_s, u"namespace"_s, u"namespaces"_s}},
        {u"Krate"_s, {u"krate"_s, u"krates"_s}},
        {u"Collection"_s, {u"all"_s, u"list"_s, u"collection"_s}},
        {u"Command"_s, {u"cmd"_s, u"command"_s}},
    };
    return words;
}

} // namespace

QString kindOfAlias(const QString &typed)
{
    const auto wanted = typed.trimmed().toLower();
    for (const auto &words : kindWords()) {
        if (words.aliases.contains(wanted))
            return words.kind;
    }
    return {};
}

QString kindShort(const SpotlightEntry &entry)
{
    const auto kind = kindName(entry);
    for (const auto &words : kindWords()) {
        if (words.kind == kind)
            return words.aliases.front();
    }
    // Of other kinds the capitals, as people abbreviate them: PodDisruptionBudget, pdb.
    QString capitals;
    for (const QChar c : kind) {
        if (c.isUpper())
            capitals += c.toLower();
    }
    return capitals.size() > 1 ? capitals.left(4) : kind.left(4).toLower();
}

} // namespace workspace
