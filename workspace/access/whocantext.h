// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/access/whocan.h"
#include "workspace/textview/textdocument.h"

namespace workspace {

/// The question who may do something, and what is known of the answer.
struct WhoCanState
{
    QString title = {}; ///< of the subject: "pods/exec"
    QString verb = {};
    QStringList verbs = {}; ///< to choose from
    QStringList nameSpaces = {}; ///< an empty name: all of them, or a kind outside of namespaces
    bool isNamespaced = true;
    std::vector<std::vector<kube::Grant>> grants = {}; ///< for each of the namespaces
    bool isReading = true;
    QStringList missing = {}; ///< kinds of RBAC objects that may not be read
    QString problem = {}; ///< a sentence
};

/// The answer as text with links to roles and bindings. Clicked are "verb:VERB" and "back".
TextDocument whoCanDocument(const WhoCanState &state);

} // namespace workspace
