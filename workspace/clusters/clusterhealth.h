// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/health/healthtext.h"

#include <QString>

namespace workspace {

class ClusterSet;
struct ClusterSummary;

/// What a person wants to know of a context at a glance.
struct ClusterHealth
{
    Health health = Health::Unknown;
    QString word = {}; ///< "v1.32.3", "connecting", "unreachable"
    QString sentence = {}; ///< what is wrong and what to do; empty when nothing is
};

/// What a person wants to know of the credentials of a context.
struct SignInHealth
{
    QString until = {}; ///< "Signed in until 14:30; renewed by itself"; empty when it is not known
    QString warning = {}; ///< what to do, when they ended, end soon or could not be saved
};

/// How the sign-in of a context is doing; does not connect to it.
SignInHealth signInHealth(const ClusterSet &clusters, const QString &context);

/// The health of the connection to a context; does not connect to it.
ClusterHealth clusterHealth(const ClusterSet &clusters, const QString &context);

/// With what is known of its objects, when it answers; `sentence` then tells what is counted too.
ClusterHealth clusterHealth(const ClusterSet &clusters, const QString &context,
                            const ClusterSummary &summary);

} // namespace workspace
