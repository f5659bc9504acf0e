// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/doc.h"
#include "workspace/yard/records.h"

#include <map>

/// How a yard lies in its shared document, version 1. Everything that is changed independently has
/// a key of its own, so that two people who change different things of one krate both get theirs.
///
///     krates    map: a krate's id → map of
///       v           number: the version it is written in; missing: 1
///       cluster     text: an id (ClusterNames), never a context's name
///       object      {apiVersion, kind, namespace, name}: this or
///       collection  {apiVersion, kind}, with
///       ns          list of texts: its namespaces; missing or empty: all
///       label       text
///       p           [x, y]: one key, for a drag is then two structs and not one for each move
///       z           number: the order, higher is nearer to the viewer
///       min, pin    true or false; missing: false
///       windows     map: a window's id → map of view: text, r: [x, y, width, height], o: number,
///                   its place among the krate's windows
///     clusters  map: a cluster's id → map: other ids of the same cluster → true
///     comments  map: an id → map of krate, text, author: texts, at: milliseconds since 1970, and
///               title: text, how the krate was called
///     yard      map of version: number, name: text, camera: [x, y, zoom]
///
/// What a newer or another program wrote is kept as it is: keys that are not known here are never
/// touched, and an entry that makes no sense is not shown, which is a Problem to be told.
namespace workspace::schema {

inline constexpr int Version = 1;
inline constexpr QStringView Krates = u"krates";
inline constexpr QStringView Clusters = u"clusters";
inline constexpr QStringView Comments = u"comments";
inline constexpr QStringView Yard = u"yard";
inline constexpr qsizetype LongestText = 1024;
inline constexpr qsizetype LongestComment = 16 * 1024;
inline constexpr size_t MostKrates = 20'000;
inline constexpr size_t MostComments = 20'000;
inline constexpr size_t MostWindows = 64; ///< of a krate
inline constexpr size_t MostNamespaces = 1024; ///< of a collection
inline constexpr qreal FarthestOut = 100'000; ///< a coordinate beyond it is a mistake

enum class Problem {
    NewerYard, ///< the document says a version that is not known here
    NewerKrate,
    WrongKrate,
    TooManyKrates,
    WrongWindow,
    WrongComment,
};
using Problems = std::map<Problem, int>; ///< and how often

/// One sentence for people.
QString problemText(Problem problem, int count);

/// A krate as the document has it. Its record's `cluster` is the id that is written there.
struct ReadKrate
{
    std::optional<KrateRecord> record = {}; ///< none: it cannot be shown
    Problem problem = Problem::WrongKrate; ///< why not
    int wrongWindows = 0; ///< that are not shown
};

/// Reads one krate. Sizes out of range are put right, windows on top of each other apart.
ReadKrate readKrate(const crdt::YMap &krates, const QString &id);

/// Writes what is different between two states of a krate, and nothing else; a `cluster` is an id.
/// No `before`: the krate is new. Windows are compared with what the document says of them, which
/// may have been put right since it was read. Call it within a transaction.
void writeKrate(crdt::YMap &krates, const KrateRecord *before, const KrateRecord &after);

/// A number that is finite and within the bounds.
std::optional<double> numberIn(const lib0::Any &value, double low, double high);
/// A text within the bound.
std::optional<QString> textIn(const lib0::Any &value, qsizetype longest = LongestText);

} // namespace workspace::schema
