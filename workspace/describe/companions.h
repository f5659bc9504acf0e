// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/error.h"

#include <QJsonObject>
#include <QString>

#include <map>
#include <vector>

namespace workspace {

/// Objects besides the described one that its description tells of: the pods of a node, the
/// replica sets of a deployment, the endpoints of a service.
struct Companions
{
    std::map<QString, std::vector<QJsonObject>> lists = {}; ///< by kind; none until it was read
    std::map<QString, kube::Error> missing = {}; ///< by kind: why it cannot be told

    /// The objects of a kind; nullptr as long as nobody knows.
    const std::vector<QJsonObject> *of(const QString &kind) const
    {
        const auto found = lists.find(kind);
        return found == lists.end() ? nullptr : &found->second;
    }
};

/// One list that a description needs.
struct CompanionQuery
{
    QString group = {};
    QString kind = {};
    QString nameSpace = {}; ///< empty: all, or cluster-scoped
    QString labelSelector = {};
    QString fieldSelector = {};
    bool metadataOnly = false; ///< what the objects contain is nobody's business

    bool operator==(const CompanionQuery &) const = default;
};

/// What to list, as kubectl does, to describe this object.
std::vector<CompanionQuery> companionsOf(const QJsonObject &object);

} // namespace workspace
