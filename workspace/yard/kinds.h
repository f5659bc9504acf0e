// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/yard/records.h"

namespace workspace {

/// The apiVersion of what is no object of a cluster and still has a krate of its own: the journal,
/// port forwards. Its kinds are ours; what such a krate shows is never in the shared document.
inline constexpr QLatin1StringView OwnApiVersion("krateyard");
inline constexpr QLatin1StringView JournalKind("Journal");
inline constexpr QLatin1StringView ReleaseKind("Release"); ///< Helm's
inline constexpr QLatin1StringView AccessKind("Access"); ///< who may do what
inline constexpr QLatin1StringView ForwardKind("PortForward");
inline constexpr QLatin1StringView ManifestKind("Manifest");
inline constexpr QLatin1StringView EverythingKind("Everything"); ///< all main kinds together

/// Whether objects of this kind have pods, and so logs and a shell: Pod, Deployment, ReplicaSet,
/// StatefulSet, DaemonSet, Job, CronJob.
bool hasPods(QStringView kind);

/// The views a detail window of this kind can switch between, in the order of its tabs.
std::vector<View> detailViews(QStringView kind);

/// The same of an object, which may be of a kind of our own (OwnApiVersion).
std::vector<View> viewsOf(const ObjectId &object);
/// The view that opens when none is asked for.
View usualView(const ObjectId &object);
/// How a collection of one of our own kinds is called: "Helm releases".
QString ownKindLabel(QStringView kind);

/// The word for a view, for people: "YAML", "Describe", "Logs", "Shell", "Changes", "Inspect",
/// "List".
QString viewLabel(View view);

/// What a view is called where programs read it, in files, links and arguments: "yaml", "logs".
QLatin1StringView viewName(View view);
std::optional<View> viewNamed(QStringView name);

/// The letter that stands for a view on a card: Y, D, L, S, C, I; T for the table of a collection.
QChar viewLetter(View view);

/// The kind a krate is about, whether one object or a collection; may be empty.
QString kindOf(const KrateRecord &krate);
/// The namespace a krate is about; empty for cluster-scoped kinds and for all namespaces.
QString nameSpaceOf(const KrateRecord &krate);
/// How a collection is called: "pods", "pods · shop", "pods · 3 namespaces".
QString collectionLabel(const QString &resource, const QStringList &nameSpaces);
/// The object's name, or the label of a collection.
QString titleOf(const KrateRecord &krate);

} // namespace workspace
