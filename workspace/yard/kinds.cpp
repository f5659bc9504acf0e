// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/yard/kinds.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace workspace {

struct KindsTr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::Kinds)
};

bool hasPods(QStringView kind)
{
    static constexpr std::array Kinds = {"Pod"_L1,         "Deployment"_L1, "ReplicaSet"_L1,
                                         "StatefulSet"_L1, "DaemonSet"_L1,  "Job"_L1,
                                         "CronJob"_L1};
    return std::ranges::any_of(Kinds, [kind](QLatin1StringView known) { return kind == known; });
}

std::vector<View> detailViews(QStringView kind)
{
    if (hasPods(kind))
        return {View::Yaml,    View::Describe, View::Logs,    View::Shell,
                View::Changes, View::Inspect,  View::Topology};
    if (kind == "Service"_L1 || kind == "Ingress"_L1)
        return {View::Yaml, View::Describe, View::Changes, View::Inspect, View::Topology};
    return {View::Yaml, View::Describe, View::Changes, View::Inspect};
}

std::vector<View> viewsOf(const ObjectId &object)
{
    if (object.apiVersion == OwnApiVersion && object.kind == ReleaseKind)
        return {View::Values, View::Manifest, View::History, View::Notes};
    return detailViews(object.kind);
}

View usualView(const ObjectId &object)
{
    return object.apiVersion == OwnApiVersion ? viewsOf(object).front() : View::Describe;
}

QString ownKindLabel(QStringView kind)
{
    if (kind == ReleaseKind)
        return KindsTr::tr("Helm releases");
    if (kind == AccessKind)
        return KindsTr::tr("Access: what I may do");
    if (kind == EverythingKind)
        return KindsTr::tr("Everything");
    return kind.toString();
}

QString viewLabel(View view)
{
    switch (view) {
    case View::Yaml: return KindsTr::tr("YAML");
    case View::Describe: return KindsTr::tr("Describe");
    case View::Logs: return KindsTr::tr("Logs");
    case View::Shell: return KindsTr::tr("Shell");
    case View::Changes: return KindsTr::tr("Changes");
    case View::Inspect: return KindsTr::tr("Inspect");
    case View::Collection: return KindsTr::tr("List");
    case View::Values: return KindsTr::tr("Values");
    case View::Manifest: return KindsTr::tr("Manifest");
    case View::History: return KindsTr::tr("History");
    case View::Notes: return KindsTr::tr("Notes");
    case View::Topology: return KindsTr::tr("Topology");
    }
    Q_UNREACHABLE_RETURN({});
}

static constexpr std::array<std::pair<View, QLatin1StringView>, 12> ViewNames{
    {{View::Yaml, "yaml"_L1},
     {View::Describe, "describe"_L1},
     {View::Logs, "logs"_L1},
     {View::Shell, "shell"_L1},
     {View::Changes, "changes"_L1},
     {View::Inspect, "inspect"_L1},
     {View::Collection, "collection"_L1},
     {View::Values, "values"_L1},
     {View::Manifest, "manifest"_L1},
     {View::History, "history"_L1},
     {View::Notes, "notes"_L1},
     {View::Topology, "topology"_L1}}};

QLatin1StringView viewName(View view)
{
    return std::ranges::find(ViewNames, view, [](const auto &v) { return v.first; })->second;
}

std::optional<View> viewNamed(QStringView name)
{
    for (const auto &[view, known] : ViewNames) {
        if (name == known)
            return view;
    }
    return std::nullopt;
}

QChar viewLetter(View view)
{
    switch (view) {
    case View::Yaml: return u'Y';
    case View::Describe: return u'D';
    case View::Logs: return u'L';
    case View::Shell: return u'S';
    case View::Changes: return u'C';
    case View::Inspect: return u'I';
    case View::Collection: return u'T';
    case View::Values: return u'V';
    case View::Manifest: return u'M';
    case View::History: return u'H';
    case View::Notes: return u'N';
    case View::Topology: return u'O';
    }
    Q_UNREACHABLE_RETURN(u'?');
}

QString kindOf(const KrateRecord &krate)
{
    if (krate.object)
        return krate.object->kind;
    return krate.collection ? krate.collection->kind : QString();
}

QString nameSpaceOf(const KrateRecord &krate)
{
    if (krate.object)
        return krate.object->nameSpace;
    return krate.collection && krate.collection->nameSpaces.size() == 1
        ? krate.collection->nameSpaces.first()
        : QString();
}

QString collectionLabel(const QString &resource, const QStringList &nameSpaces)
{
    if (nameSpaces.isEmpty())
        return resource;
    return resource + u" · "_s
        + (nameSpaces.size() == 1 ? nameSpaces.first()
                                  : KindsTr::tr("%n namespaces", nullptr, int(nameSpaces.size())));
}

QString titleOf(const KrateRecord &krate)
{
    if (!krate.label.isEmpty())
        return krate.label;
    return krate.object ? krate.object->name : kindOf(krate);
}

} // namespace workspace
