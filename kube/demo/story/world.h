// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/demo/store.h"

#include <QDateTime>

#include <random>

namespace demo {

/// What all parts of a story share: the store, the clock and the dice. The clock is the story's
/// own, so that it can be moved on without waiting.
struct World
{
    Store &store; ///< borrowed
    QDateTime now = {};
    std::mt19937 dice = std::mt19937(1);

    int roll(int sides) { return int(dice() % unsigned(sides)); } ///< 0 … sides - 1
    QString suffix(int length); ///< as in generated names: "x7k2p"

    std::optional<QJsonObject> get(const QString &gv, const QString &resource,
                                   const QString &nameSpace, const QString &name) const;
    std::vector<QJsonObject> list(const QString &gv, const QString &resource,
                                  const QString &nameSpace = {}) const;
    /// Replaces an object's status; without a change nothing is written.
    void setStatus(const QJsonObject &object, const QJsonObject &status);
    /// Changes one field of `spec`.
    void setSpec(const QJsonObject &object, const QString &key, const QJsonValue &value);
    void annotate(const QJsonObject &object, const QString &key, const QString &value);
    void remove(const QJsonObject &object, int graceSeconds = -1);

    /// Records an event about an object; a repeated one is counted.
    void tell(const QJsonObject &object, const QString &type, const QString &reason,
              const QString &message, const QString &component, const QString &fieldPath = {});
};

/// "apps/v1" and "deployments" as a GroupVersionResource.
kube::GroupVersionResource gvrOf(const QString &groupVersion, const QString &resource);
QString nameOf(const QJsonObject &object);
QString nameSpaceOf(const QJsonObject &object);
QString uidOf(const QJsonObject &object);
/// The uid of the owner that controls an object; empty when there is none.
QString controllerOf(const QJsonObject &object);
bool isReady(const QJsonObject &pod);
bool isDeleting(const QJsonObject &object);
QJsonObject ownerReference(const QJsonObject &owner);
QJsonObject condition(const QString &type, bool holds, const QString &reason,
                      const QDateTime &since, const QString &message = {});

} // namespace demo
