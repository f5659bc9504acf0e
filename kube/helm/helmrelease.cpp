// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/helm/helmrelease.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace kube {

static constexpr QLatin1StringView Prefix("sh.helm.release.v1.");

QString helmObjectName(const QString &release, int revision)
{
    return u"%1%2.v%3"_s.arg(Prefix, release, QString::number(revision));
}

std::optional<HelmRevision> helmRevisionOf(const QString &nameSpace, const QString &objectName,
                                           const QMap<QString, QString> &labels, HelmDriver driver)
{
    if (labels.value(u"owner"_s) != "helm"_L1 || !objectName.startsWith(Prefix))
        return {};
    const auto dot = objectName.lastIndexOf(".v"_L1);
    bool isNumber = false;
    const int revision = QStringView(objectName).mid(dot + 2).toInt(&isNumber);
    if (dot <= Prefix.size() || !isNumber || revision < 1)
        return {};
    HelmRevision result{.nameSpace = nameSpace,
                        .name = objectName.mid(Prefix.size(), dot - Prefix.size()),
                        .revision = revision,
                        .status = labels.value(u"status"_s, u"unknown"_s),
                        .object = objectName,
                        .driver = driver};
    const auto changed = labels.value(u"modifiedAt"_s, labels.value(u"createdAt"_s));
    result.updated = changed.toLongLong();
    return result;
}

QString HelmRelease::chartName() const
{
    return chartVersion.isEmpty() ? chart : QString(chart + u'-' + chartVersion);
}

static QStringList textsIn(const QJsonValue &list)
{
    QStringList texts;
    for (const auto &entry : list.toArray())
        texts.append(entry.toString());
    return texts;
}

static HelmHook hookFrom(const QJsonValue &json)
{
    return {.name = json["name"_L1].toString(),
            .kind = json["kind"_L1].toString(),
            .path = json["path"_L1].toString(),
            .events = textsIn(json["events"_L1]),
            .weight = json["weight"_L1].toInt(),
            .deletePolicies = textsIn(json["delete_policies"_L1]),
            .lastPhase = json["last_run"_L1]["phase"_L1].toString(),
            .manifest = json["manifest"_L1].toString()};
}

/// Go writes the zero time for what never happened.
static QDateTime timeFrom(const QJsonValue &json)
{
    const auto time = QDateTime::fromString(json.toString(), Qt::ISODateWithMs);
    return time.isValid() && time.date().year() > 1 ? time.toUTC() : QDateTime();
}

HelmRelease helmReleaseFrom(const QJsonObject &document)
{
    const auto info = document["info"_L1];
    const auto chart = document["chart"_L1]["metadata"_L1];
    HelmRelease release{.name = document["name"_L1].toString(),
                        .nameSpace = document["namespace"_L1].toString(),
                        .revision = document["version"_L1].toInt(),
                        .status = info["status"_L1].toString(),
                        .description = info["description"_L1].toString(),
                        .notes = info["notes"_L1].toString(),
                        .firstDeployed = timeFrom(info["first_deployed"_L1]),
                        .lastDeployed = timeFrom(info["last_deployed"_L1]),
                        .chart = chart["name"_L1].toString(),
                        .chartVersion = chart["version"_L1].toString(),
                        .appVersion = chart["appVersion"_L1].toString(),
                        .values = document["config"_L1].toObject(),
                        .chartValues = document["chart"_L1]["values"_L1].toObject(),
                        .manifest = document["manifest"_L1].toString(),
                        .document = document};
    for (const auto &hook : document["hooks"_L1].toArray())
        release.hooks.push_back(hookFrom(hook));
    return release;
}

} // namespace kube
