// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/error.h"
#include "kube/helm/helmrelease.h"

#include <QByteArray>

namespace kube {

/// How much a release may be. etcd takes no object above 1.5 MiB, so more than these is no release
/// but an attack.
struct HelmLimits
{
    qsizetype packed = 8 * 1024 * 1024; ///< bytes in base64
    qsizetype unpacked = 64 * 1024 * 1024; ///< bytes of JSON
    /// Unpacked bytes for each packed one, once there are more than `smallEnough`. Text is packed
    /// about 10:1; zlib can do 1000:1.
    qsizetype ratio = 250;
    qsizetype smallEnough = 4 * 1024 * 1024;
};

/// Unpacks what Helm keeps in `data.release`: the base64 of a gzip (RFC 1952) of JSON; very old
/// releases are not zipped. Fails with kind Malformed and a message that quotes nothing. Nesting is
/// bounded by QJsonDocument (1024). Reentrant: for a worker thread.
Result<QJsonObject> unpackHelmRelease(const QByteArray &base64, const HelmLimits &limits = {});

/// The same the other way round.
QByteArray packHelmRelease(const QJsonObject &document);

/// A release and what the object that holds it says besides.
struct HelmStored
{
    HelmRelease release = {};
    QMap<QString, QString> labels = {};
    QString resourceVersion = {};
};

/// Reads a release out of the Secret or ConfigMap that holds it, given as the server's JSON. A
/// secret's data is base64 once more.
Result<HelmStored> readHelmObject(const QByteArray &json, const HelmLimits &limits = {});

} // namespace kube
