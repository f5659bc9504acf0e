// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/helm/helmplan.h"
#include "workspace/textview/textdocument.h"

namespace workspace {

/// How far a rollback is.
enum class RollbackStage {
    Looking, ///< finding out what it would do
    Refused, ///< it cannot be done: `problem`, or HelmPlan::denied
    Asking, ///< the person is asked
    Running,
    Done, ///< all of it
    Failed, ///< not all of it
};

struct RollbackState
{
    RollbackStage stage = RollbackStage::Looking;
    QString cluster = {}; ///< the kubeconfig context's name
    kube::HelmPlan plan = {};
    QString problem = {}; ///< a sentence; of Refused and Failed
};

/// The question, its progress or its result, object by object. Clicked are "do" and "cancel".
TextDocument rollbackDocument(const RollbackState &state);

/// Why a rollback cannot be prepared or was not done, in one sentence with a remedy.
QString rollbackProblem(const kube::Error &error);

/// The line that does the same in a shell.
QString rollbackCommand(const RollbackState &state);

} // namespace workspace
