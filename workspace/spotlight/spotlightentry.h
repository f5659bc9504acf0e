// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/yard/records.h"

#include <QMetaType>
#include <QString>

#include <vector>

namespace workspace {

/// One thing that Spotlight can find.
struct SpotlightEntry
{
    enum class Type { Object, Krate, Namespace, Collection, Command };

    Type type = Type::Object;
    QString name = {}; ///< what is shown and searched
    QString cluster = {}; ///< the kubeconfig context's name; empty for commands
    ObjectId object = {}; ///< of Object and Namespace
    CollectionScope scope = {}; ///< of Collection
    QString id = {}; ///< of Krate and Command
    QString shortcut = {}; ///< of Command, as it is shown; may be empty
    QStringList aliases = {}; ///< of Command: other words that it is found by

    bool operator==(const SpotlightEntry &) const = default;
};

/// An entry that fits the query.
struct SpotlightHit
{
    SpotlightEntry entry = {};
    int score = 0;
    std::vector<int> letters = {}; ///< which characters of the name were typed
};

} // namespace workspace

Q_DECLARE_METATYPE(workspace::SpotlightEntry)
