// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/mainwindow/opentarget.h"

#include "workspace/yard/kinds.h"

#include <QCoreApplication>

#include <optional>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(workspace)
};

/// A view that one object can be opened with.
std::optional<View> detailNamed(const QString &name)
{
    if (name == "log"_L1)
        return View::Logs;
    const auto view = viewNamed(name);
    return view == View::Collection ? std::nullopt : view;
}

/// What `--open` calls the kinds that are our own; empty for all others.
QString ownKindNamed(const QString &alias)
{
    const auto name = alias.toLower();
    if (name == "helm"_L1 || name == "release"_L1 || name == "releases"_L1)
        return ReleaseKind;
    if (name == "everything"_L1)
        return EverythingKind;
    return name == "access"_L1 || name == "can-i"_L1 ? QString(AccessKind) : QString();
}

KrateRecord ownKrate(const OpenTarget &target, const QString &kind, const QString &cluster,
                     const QString &nameSpace)
{
    const auto where = target.nameSpace.isEmpty() ? nameSpace : target.nameSpace;
    KrateRecord krate{.cluster = cluster};
    if (target.name.isEmpty() || kind == AccessKind) {
        const auto spaces = where.split(u',', Qt::SkipEmptyParts);
        krate.collection = CollectionScope{QString(OwnApiVersion), kind, spaces};
        krate.label = collectionLabel(ownKindLabel(kind), spaces);
    } else {
        krate.object = ObjectId{QString(OwnApiVersion), kind,
                                where.isEmpty() ? u"default"_s : where, target.name};
        krate.label = target.name;
    }
    return krate;
}

} // namespace

std::expected<OpenTarget, QString> OpenTarget::parse(const QString &text)
{
    // Names of objects may hold colons (RBAC roles do), so only a known view ends the name.
    OpenTarget target;
    auto object = text;
    if (const auto colon = text.lastIndexOf(u':'); colon >= 0) {
        std::vector<View> views;
        bool known = true;
        for (const auto &name : text.mid(colon + 1).toLower().split(u',')) {
            const auto view = detailNamed(name);
            known = known && view;
            if (view)
                views.push_back(*view);
        }
        if (known) {
            target.views = views;
            object = text.left(colon);
        }
    }
    target.kind = object.section(u'/', 0, 0);
    target.nameSpace = object.section(u'/', 1, 1);
    target.name = object.section(u'/', 2);
    if (target.kind.isEmpty())
        return std::unexpected(
            Tr::tr(
                "“%1” names no kind. Write kind/namespace/name, for example pod/shop/web-1:logs.")
                .arg(text));
    if (!target.views.empty() && target.name.isEmpty())
        return std::unexpected(
            Tr::tr("“%1” names a view but no object. Write kind/namespace/name:view.").arg(text));
    return target;
}

std::expected<KrateRecord, QString> krateFor(const OpenTarget &target,
                                             const kube::ApiResources &resources,
                                             const QString &cluster, const QString &nameSpace)
{
    const auto *resource = resources.find(target.kind);
    if (const auto own = ownKindNamed(target.kind); !resource && !own.isEmpty())
        return ownKrate(target, own, cluster, nameSpace);
    if (!resource)
        return std::unexpected(
            Tr::tr("The cluster of context “%1” knows no kind “%2”.").arg(cluster, target.kind));
    KrateRecord krate{.cluster = cluster};
    auto where = resource->namespaced ? target.nameSpace : QString();
    if (where.isEmpty() && resource->namespaced)
        where = nameSpace;
    if (target.name.isEmpty()) {
        const auto spaces = where.split(u',', Qt::SkipEmptyParts);
        krate.collection = CollectionScope{resource->apiVersion(), resource->kind, spaces};
        krate.label = collectionLabel(resource->resource, spaces);
    } else {
        if (resource->namespaced && where.isEmpty())
            where = u"default"_s;
        krate.object = ObjectId{resource->apiVersion(), resource->kind, where, target.name};
        krate.label = target.name;
    }
    return krate;
}

} // namespace workspace
