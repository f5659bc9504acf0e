// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/window/menuentry.h"
#include "workspace/yard/records.h"

#include <QObject>

namespace workspace {

class DeferredContent;

/// What contents ask of the shell around them, whoever made them.
class ContentRequests final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    /// A row, a link: the person wants to see this object, in the cluster of that krate.
    void openRequested(const QString &cluster, const workspace::ObjectId &object,
                       workspace::View view);
    /// The person wants to see other namespaces in this collection.
    void namespacesRequested(const QString &krateId);
    /// The person wants to delete these.
    void deletionRequested(const QString &cluster, const std::vector<workspace::ObjectId> &objects);
    /// The person wants this menu, by its key.
    void menuRequested(const std::vector<workspace::MenuEntry> &entries);
    /// The window is to be filled anew: it shows its list as something else now.
    void fillRequested(workspace::DeferredContent *content);
};

} // namespace workspace
