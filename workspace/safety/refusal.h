// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/access/accessreview.h"

namespace workspace {

/// One sentence that names the missing right, and what the server said of it.
QString refusalText(const kube::AccessQuestion &question, const QString &reason);

/// What somebody sees of an object that they may not read in that context: the right that is
/// missing, and that nothing has to be done once it is there.
QString lockedText(const kube::AccessQuestion &question, const QString &context);

/// Rights that do: any one of them.
using AnyRight = std::vector<kube::AccessQuestion>;

/// Why a person may not do what needs one right of each of these: the first refusal's sentence.
/// Empty when they may, or when the server does not answer the question: then it will say itself.
/// Answers on the thread of the review, which is borrowed.
[[nodiscard]] QFuture<QString> whyRefused(kube::AccessReview &access,
                                          const std::vector<AnyRight> &needs);

/// What exec, attach and port-forward need. Servers before 1.35 ask for "get" of a WebSocket and
/// for "create" of a POST; newer ones for "create" of both.
/// https://kubernetes.io/docs/reference/access-authn-authz/authorization/#determine-the-request-verb
AnyRight rightToStream(const QString &subresource, const QString &nameSpace,
                       const QString &pod = {});

} // namespace workspace
