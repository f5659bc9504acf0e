// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/openapi/schemacheck.h"
#include "workspace/manifest/applysession.h"

namespace workspace {

/// "Deployment shop/web"; for a document that cannot be read, "Document at line 12".
QString entryTitle(const ApplySession::Entry &entry);
/// One or two words: "will change", "refused"; after it was applied "changed".
QString outcomeWord(kube::ApplyResult::Outcome outcome, bool applied);
/// Why a document was refused, with its line; empty when it was not.
QString refusalText(const ApplySession::Entry &entry);
/// What is to happen, in which cluster, to how many and which objects: a question.
QString questionText(const ApplySession &session, const QString &context);
/// What came of it: "3 applied, 1 refused."
QString resultText(const ApplySession &session);
/// What is wrong with a field and what to do.
QString faultText(const kube::SchemaFault &fault);

} // namespace workspace
