// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace kube {

/// Where Helm keeps a release: its storage drivers. (`sql` is out of a cluster's reach.)
/// https://helm.sh/docs/topics/advanced/#storage-backends
enum class HelmDriver { Secret, ConfigMap };

/// One revision of a release, as the labels of the object that holds it tell it: without what it
/// contains.
struct HelmRevision
{
    QString nameSpace = {};
    QString name = {}; ///< the release's
    int revision = 0; ///< from 1
    /// "deployed", "superseded", "failed", "uninstalled", "uninstalling", "pending-install",
    /// "pending-upgrade", "pending-rollback" or "unknown"
    QString status = {};
    qint64 updated = 0; ///< seconds since the epoch: when Helm last wrote the object
    QString object = {}; ///< the Secret's or ConfigMap's name
    HelmDriver driver = HelmDriver::Secret;
    QString resourceVersion = {};

    bool operator==(const HelmRevision &) const = default;

    /// An operation is under way, or was cut off: Helm refuses another one meanwhile.
    bool isPending() const { return status.startsWith(QLatin1StringView("pending-")); }
    /// Tells releases apart: "namespace/name".
    QString releaseId() const { return nameSpace + u'/' + name; }
};

/// Reads a revision from the metadata of what holds it; no value when it is nothing of Helm's. Its
/// name is "sh.helm.release.v1.NAME.vN", its labels `owner` (helm), `name`, `status`, `version`,
/// and `createdAt` or `modifiedAt` in seconds.
/// https://github.com/helm/helm/blob/v3.17.0/pkg/storage/driver/secrets.go
std::optional<HelmRevision> helmRevisionOf(const QString &nameSpace, const QString &objectName,
                                           const QMap<QString, QString> &labels, HelmDriver driver);

/// The name of the object that holds a revision.
QString helmObjectName(const QString &release, int revision);

/// A manifest that Helm runs at some event of a release's life.
struct HelmHook
{
    QString name = {};
    QString kind = {};
    QString path = {};
    QStringList events = {}; ///< "pre-install", "post-rollback", …
    int weight = 0;
    QStringList deletePolicies = {};
    QString lastPhase = {}; ///< "Succeeded", "Failed", …; empty: it never ran
    QString manifest = {};

    bool operator==(const HelmHook &) const = default;
};

/// What one revision of a release contains. It may hold secrets: nothing of it belongs in a log.
/// https://github.com/helm/helm/blob/v3.17.0/pkg/release/release.go
struct HelmRelease
{
    QString name = {};
    QString nameSpace = {};
    int revision = 0;
    QString status = {};
    QString description = {}; ///< "Upgrade complete"
    QString notes = {};
    QDateTime firstDeployed = {}; ///< invalid when not known, like the next
    QDateTime lastDeployed = {};
    QString chart = {}; ///< its name
    QString chartVersion = {};
    QString appVersion = {};
    QJsonObject values = {}; ///< what the person gave
    QJsonObject chartValues = {}; ///< the chart's defaults
    QString manifest = {}; ///< YAML documents
    std::vector<HelmHook> hooks = {};
    QJsonObject document = {}; ///< all of it, as Helm wrote it

    bool operator==(const HelmRelease &) const = default;

    /// "web-1.2.3", as Helm names a chart.
    QString chartName() const;
};

/// Reads a release out of its JSON form; what is missing is empty.
HelmRelease helmReleaseFrom(const QJsonObject &document);

} // namespace kube
