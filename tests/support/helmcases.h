// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/helm/helmpayload.h"

#include <QJsonArray>
#include <QJsonObject>

namespace support {

/// A release as Helm keeps it.
struct HelmCase
{
    QString nameSpace = QStringLiteral("shop");
    QString name = QStringLiteral("web");
    int revision = 1;
    QString status = QStringLiteral("deployed");
    QString manifest = {};
    QJsonObject values = {};
    QJsonArray hooks = {};
    QMap<QString, QString> labels = {}; ///< the person's own
};

inline QJsonObject documentOf(const HelmCase &made)
{
    const QJsonObject chart{
        {QStringLiteral("name"), made.name},
        {QStringLiteral("version"), QStringLiteral("1.2.%1").arg(made.revision)},
        {QStringLiteral("appVersion"), QStringLiteral("8.%1").arg(made.revision)}};
    const QJsonObject defaults{{QStringLiteral("replicas"), 1},
                               {QStringLiteral("colour"), QStringLiteral("blue")}};
    const auto time = QStringLiteral("2026-03-0%1T10:00:00.5Z");
    const QJsonObject info{{QStringLiteral("first_deployed"), time.arg(1)},
                           {QStringLiteral("last_deployed"), time.arg(made.revision)},
                           {QStringLiteral("deleted"), QString()},
                           {QStringLiteral("description"), QStringLiteral("Upgrade complete")},
                           {QStringLiteral("status"), made.status},
                           {QStringLiteral("notes"), QStringLiteral("Thank you.\n")}};
    return {
        {QStringLiteral("name"), made.name},
        {QStringLiteral("namespace"), made.nameSpace},
        {QStringLiteral("version"), made.revision},
        {QStringLiteral("info"), info},
        {QStringLiteral("chart"),
         QJsonObject{{QStringLiteral("metadata"), chart}, {QStringLiteral("values"), defaults}}},
        {QStringLiteral("config"), made.values},
        {QStringLiteral("manifest"), made.manifest},
        {QStringLiteral("hooks"), made.hooks}};
}

/// The Secret that Helm would make of it, or the ConfigMap.
inline QJsonObject helmObject(const HelmCase &made,
                              kube::HelmDriver driver = kube::HelmDriver::Secret)
{
    const bool secret = driver == kube::HelmDriver::Secret;
    QJsonObject labels{{QStringLiteral("owner"), QStringLiteral("helm")},
                       {QStringLiteral("name"), made.name},
                       {QStringLiteral("status"), made.status},
                       {QStringLiteral("version"), QString::number(made.revision)},
                       {QStringLiteral("modifiedAt"), QStringLiteral("1772359200")}};
    for (const auto &[key, value] : made.labels.asKeyValueRange())
        labels.insert(key, value);
    const auto packed = kube::packHelmRelease(documentOf(made));
    const auto data = QString::fromLatin1(secret ? packed.toBase64() : packed);
    QJsonObject object{
        {QStringLiteral("apiVersion"), QStringLiteral("v1")},
        {QStringLiteral("kind"), secret ? QStringLiteral("Secret") : QStringLiteral("ConfigMap")},
        {QStringLiteral("metadata"),
         QJsonObject{{QStringLiteral("name"), kube::helmObjectName(made.name, made.revision)},
                     {QStringLiteral("namespace"), made.nameSpace},
                     {QStringLiteral("labels"), labels}}},
        {QStringLiteral("data"), QJsonObject{{QStringLiteral("release"), data}}}};
    if (secret)
        object.insert(QStringLiteral("type"), QStringLiteral("helm.sh/release.v1"));
    return object;
}

} // namespace support
