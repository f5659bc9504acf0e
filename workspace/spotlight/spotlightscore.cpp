// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/spotlight/spotlightscore.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <numeric>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr int longest = 96;
static constexpr int impossible = -100'000;
static constexpr int perLetter = 1;
static constexpr int inRun = 3;
static constexpr int atWordStart = 5;

static bool startsWordAt(QStringView name, qsizetype at)
{
    if (at == 0)
        return true;
    const QChar before = name[at - 1];
    return !before.isLetterOrNumber() || (before.isLower() && name[at].isUpper());
}

SpotlightName::SpotlightName(QStringView name)
{
    name = name.left(longest);
    folded.reserve(name.size());
    for (qsizetype i = 0; i < name.size(); ++i) {
        folded += name[i].toLower();
        if (startsWordAt(name, i))
            starts[size_t(i) / 64] |= quint64(1) << (i % 64);
    }
}

using Scores = std::array<int, longest>;

/// The best scores with the query's next letter at each place, from those of the letter before it
/// (nullptr for the first).
static void nextScores(char16_t letter, const SpotlightName &name, const Scores *before,
                       Scores &scores)
{
    const auto *text = reinterpret_cast<const char16_t *>(name.folded.utf16());
    const int count = int(name.folded.size());
    int best = before ? impossible : 0; // of all places before the one directly before
    int last = impossible; // of the place directly before
    for (int i = 0; i < count; ++i) {
        const int base = qMax(best, last + inRun);
        best = qMax(best, last);
        if (before)
            last = (*before)[size_t(i)];
        const bool fits = text[i] == letter && base > impossible / 2;
        scores[size_t(i)] =
            fits ? base + perLetter + (name.startsWord(i) ? atWordStart : 0) : impossible;
    }
}

static bool occursInOrder(QStringView query, QStringView name)
{
    const auto *next = query.utf16();
    const auto *const end = next + query.size();
    for (const auto *c = name.utf16(), *stop = c + name.size(); c != stop && next != end; ++c)
        next += *c == *next ? 1 : 0;
    return next == end;
}

static int bestOf(const Scores &scores, qsizetype count)
{
    return *std::max_element(scores.begin(), scores.begin() + count);
}

std::optional<int> charScore(QStringView query, const SpotlightName &name)
{
    if (query.isEmpty())
        return 0;
    if (!occursInOrder(query, name.folded))
        return {};
    Scores one;
    Scores other;
    auto *scores = &one;
    auto *before = &other;
    nextScores(query[0].unicode(), name, nullptr, *scores);
    for (qsizetype i = 1; i < query.size(); ++i) {
        std::swap(scores, before);
        nextScores(query[i].unicode(), name, before, *scores);
    }
    return bestOf(*scores, name.folded.size());
}

/// Where the whole query stands in the name, at a word's start if it does so anywhere; -1: nowhere.
static qsizetype runIn(const SpotlightName &name, QStringView query)
{
    const QStringView text(name.folded);
    qsizetype first = -1;
    for (auto at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + 1)) {
        if (name.startsWord(int(at)))
            return at;
        if (first < 0)
            first = at;
    }
    return first;
}

std::vector<int> charMatches(QStringView query, const SpotlightName &name)
{
    if (query.isEmpty() || !occursInOrder(query, name.folded))
        return {};
    if (const auto run = runIn(name, query); run >= 0) {
        // What the eye finds, wherever single letters would count more.
        std::vector<int> places(size_t(query.size()));
        std::iota(places.begin(), places.end(), int(run));
        return places;
    }
    std::vector<Scores> table(size_t(query.size()));
    for (size_t i = 0; i < table.size(); ++i)
        nextScores(query[qsizetype(i)].unicode(), name, i == 0 ? nullptr : &table[i - 1], table[i]);

    std::vector<int> places(table.size());
    int wanted = bestOf(table.back(), name.folded.size());
    int end = int(name.folded.size());
    for (size_t i = table.size(); i-- > 0;) {
        int at = end - 1;
        while (at > 0 && table[i][size_t(at)] != wanted)
            --at;
        places[i] = at;
        if (i == 0)
            break;
        const int rest = wanted - perLetter - (name.startsWord(at) ? atWordStart : 0);
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
    static const QHash<QString, int> boosts{
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
    static const QList<KindWords> words{
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
