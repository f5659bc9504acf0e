// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QStringView>

namespace gateway {

/// Whether objects of the resource hold secrets: "secrets" of the core group.
bool holdsSecrets(QStringView group, QStringView resource);

/// A Secret without what is secret: the values of `data` and `stringData` are empty texts, their
/// keys stay, and so does nothing of the annotations in which a client repeats the object, nor of
/// annotations and labels that have a value in them. The annotation `krateyard.io/masked` is "true"
/// then.
/// https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/secret-v1/
QJsonObject masked(QJsonObject secret);
/// The same of its JSON. What cannot be read becomes `{}`.
QByteArray masked(const QByteArray &json);

} // namespace gateway
