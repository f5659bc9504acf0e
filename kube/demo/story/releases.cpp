// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/demo/story/releases.h"

#include "kube/helm/helmpayload.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace demo {
namespace {

struct Revision
{
    QString nameSpace = {};
    QString name = {};
    int number = 1;
    QString status = {};
    int hoursOld = 0;
    QString chartVersion = {};
    QString appVersion = {};
    QString description = {};
    QJsonObject values = {};
    QString manifest = {};
};

const QString StorefrontManifest = u"---\n"
                                   "# Source: storefront/templates/secret.yaml\n"
                                   "apiVersion: v1\n"
                                   "kind: Secret\n"
                                   "metadata:\n"
                                   "  name: storefront-login\n"
                                   "type: Opaque\n"
                                   "data:\n"
                                   "  password: %4\n"
                                   "---\n"
                                   "# Source: storefront/templates/configmap.yaml\n"
                                   "apiVersion: v1\n"
                                   "kind: ConfigMap\n"
                                   "metadata:\n"
                                   "  name: storefront-settings\n"
                                   "data:\n"
                                   "  theme: %2\n"
                                   "  search: \"%3\"\n"
                                   "---\n"
                                   "# Source: storefront/templates/deployment.yaml\n"
                                   "apiVersion: apps/v1\n"
                                   "kind: Deployment\n"
                                   "metadata:\n"
                                   "  name: storefront\n"
                                   "spec:\n"
                                   "  replicas: %1\n"_s;

QString storefront(int replicas, const QString &theme, bool search, const QString &password)
{
    return StorefrontManifest.arg(QString::number(replicas), theme, search ? u"true"_s : u"false"_s,
                                  QString::fromLatin1(password.toUtf8().toBase64()));
}

QJsonObject storefrontValues(int replicas, const QString &theme, const QString &password)
{
    return {{u"replicas"_s, replicas},
            {u"theme"_s, theme},
            {u"auth"_s, QJsonObject{{u"user"_s, u"shop"_s}, {u"password"_s, password}}},
            {u"ingress"_s, QJsonObject{{u"host"_s, u"shop.example"_s}, {u"tls"_s, true}}}};
}

std::vector<Revision> revisions()
{
    const auto shop = u"shop"_s;
    const auto front = u"storefront"_s;
    return {
        {shop, front, 1, u"superseded"_s, 410, u"2.0.1"_s, u"5.1.0"_s, u"Install complete"_s,
         storefrontValues(2, u"plain"_s, u"demo-one"_s),
         storefront(2, u"plain"_s, false, u"demo-one"_s)},
        {shop, front, 2, u"superseded"_s, 96, u"2.1.0"_s, u"5.2.0"_s, u"Upgrade complete"_s,
         storefrontValues(3, u"spring"_s, u"demo-one"_s),
         storefront(3, u"spring"_s, false, u"demo-one"_s)},
        {shop, front, 3, u"deployed"_s, 5, u"2.1.3"_s, u"5.2.4"_s, u"Upgrade complete"_s,
         storefrontValues(3, u"summer"_s, u"demo-two"_s),
         storefront(3, u"summer"_s, true, u"demo-two"_s)},
        {.nameSpace = u"monitoring"_s,
         .name = u"prometheus"_s,
         .status = u"deployed"_s,
         .hoursOld = 700,
         .chartVersion = u"27.5.1"_s,
         .appVersion = u"v3.1.0"_s,
         .description = u"Install complete"_s,
         .values = {{u"retention"_s, u"15d"_s}}},
        {u"monitoring"_s,
         u"grafana"_s,
         7,
         u"deployed"_s,
         220,
         u"8.9.0"_s,
         u"11.4.1"_s,
         u"Upgrade complete"_s,
         {{u"adminPassword"_s, u"demo-grafana"_s}}},
        {u"payments"_s,
         u"ledger"_s,
         4,
         u"failed"_s,
         30,
         u"1.4.0"_s,
         u"3.0.0-rc1"_s,
         u"Upgrade \"ledger\" failed: timed out waiting for the condition"_s,
         {{u"replicas"_s, 2}}},
        {u"platform"_s,
         u"ingress-nginx"_s,
         12,
         u"pending-upgrade"_s,
         0,
         u"4.12.1"_s,
         u"1.12.1"_s,
         u"Preparing upgrade"_s,
         {{u"controller"_s, QJsonObject{{u"kind"_s, u"DaemonSet"_s}}}}},
    };
}

QJsonObject documentOf(const Revision &revision, const QDateTime &at)
{
    const QJsonObject info{
        {u"first_deployed"_s, timeText(at.addDays(-3))},
        {u"last_deployed"_s, timeText(at)},
        {u"deleted"_s, QString()},
        {u"description"_s, revision.description},
        {u"status"_s, revision.status},
        {u"notes"_s,
         u"%1 is installed.\nSee its pods: kubectl get pods -n %2 -l app=%1\n"_s.arg(
             revision.name, revision.nameSpace)}};
    const QJsonObject chart{{u"name"_s, revision.name},
                            {u"version"_s, revision.chartVersion},
                            {u"appVersion"_s, revision.appVersion},
                            {u"apiVersion"_s, u"v2"_s}};
    const QJsonObject defaults{
        {u"replicas"_s, 1},
        {u"image"_s,
         QJsonObject{{u"pullPolicy"_s, u"IfNotPresent"_s}, {u"tag"_s, revision.appVersion}}},
        {u"auth"_s, QJsonObject{{u"enabled"_s, true}, {u"password"_s, QString()}}},
        {u"resources"_s, QJsonObject{}}};
    return {{u"name"_s, revision.name},
            {u"namespace"_s, revision.nameSpace},
            {u"version"_s, revision.number},
            {u"info"_s, info},
            {u"chart"_s, QJsonObject{{u"metadata"_s, chart}, {u"values"_s, defaults}}},
            {u"config"_s, revision.values},
            {u"manifest"_s, revision.manifest},
            {u"hooks"_s, QJsonArray()}};
}

QJsonObject plain(const QString &kind, const QString &name, const QJsonObject &data)
{
    return {{u"apiVersion"_s, u"v1"_s},
            {u"kind"_s, kind},
            {u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"namespace"_s, u"shop"_s}}},
            {u"data"_s, data}};
}

} // namespace

void furnishReleases(World &world)
{
    for (const auto &revision : revisions()) {
        const auto at = world.now.addSecs(-3600 * revision.hoursOld - 240);
        const auto packed = kube::packHelmRelease(documentOf(revision, at));
        const QJsonObject labels{{u"owner"_s, u"helm"_s},
                                 {u"name"_s, revision.name},
                                 {u"status"_s, revision.status},
                                 {u"version"_s, QString::number(revision.number)},
                                 {u"modifiedAt"_s, QString::number(at.toSecsSinceEpoch())}};
        const QJsonObject meta{{u"name"_s, kube::helmObjectName(revision.name, revision.number)},
                               {u"namespace"_s, revision.nameSpace},
                               {u"creationTimestamp"_s, timeText(at)},
                               {u"labels"_s, labels}};
        world.store.put(
            {{u"apiVersion"_s, u"v1"_s},
             {u"kind"_s, u"Secret"_s},
             {u"metadata"_s, meta},
             {u"type"_s, u"helm.sh/release.v1"_s},
             {u"data"_s, QJsonObject{{u"release"_s, QString::fromLatin1(packed.toBase64())}}}});
    }
    world.store.put(plain(u"ConfigMap"_s, u"storefront-settings"_s,
                          {{u"theme"_s, u"summer"_s}, {u"search"_s, u"true"_s}}));
    world.store.put(
        plain(u"Secret"_s, u"storefront-login"_s, {{u"password"_s, u"ZGVtby10d28="_s}}));
}

} // namespace demo
