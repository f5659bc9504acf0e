// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/helm/helmrelease.h"
#include "kube/watch/subscription.h"

#include <QObject>

#include <map>
#include <memory>

namespace kube {

class ResourceCache;

/// Which releases are watched.
struct HelmScope
{
    QStringList nameSpaces = {}; ///< each is watched by itself; empty: all
    QString release = {}; ///< one only; empty: all
};

/// The Helm releases of a cluster or of namespaces, live, by the labels of the Secrets and
/// ConfigMaps that hold their revisions: no payload is fetched.
///
/// Who may not list config maps still sees the releases of the default driver, and the other way
/// round. Lives on the thread of its cache; answers are batched as the cache batches them.
class HelmWatch : public QObject
{
    Q_OBJECT

public:
    /// `cache` is borrowed and must outlive the watch.
    HelmWatch(ResourceCache &cache, const HelmScope &scope, QObject *parent = nullptr);

    void start();

    /// The newest revision of each release, by namespace and name.
    std::vector<HelmRevision> releases() const;
    /// All revisions of one release, the newest first.
    std::vector<HelmRevision> history(const QString &nameSpace, const QString &release) const;

    /// How current this is: Refused only when neither driver may be listed somewhere.
    Subscription::State state() const;
    bool isListed() const;
    std::optional<Error> lastError() const;

Q_SIGNALS:
    void changed(); ///< the revisions
    void stateChanged();

private:
    struct Source
    {
        HelmDriver driver = HelmDriver::Secret;
        std::unique_ptr<Subscription> objects = {};
    };

    void watch(ResourceCache &cache, const QString &nameSpace, const QString &release,
               HelmDriver driver);
    void take(HelmDriver driver, const PackedItem &item, bool isGone);
    const Subscription *worst() const;

    std::vector<Source> m_sources; ///< pairs of both drivers, one pair for each namespace
    std::map<QByteArray, HelmRevision> m_revisions; ///< by uid
};

} // namespace kube
