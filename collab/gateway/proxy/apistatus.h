// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/identity/authenticator.h"
#include "collab/relay/api/apianswer.h"
#include "kube/error.h"

namespace gateway {

/// What a Kubernetes client understands: a `Status` object.
/// https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/status/
relay::ApiAnswer statusAnswer(const kube::Error &error);

/// Why the gateway itself says no.
kube::Error refusalOf(int code, const QString &sentence);
kube::Error refusalOf(const Denial &denial);

/// What a cluster's refusal is for the caller. That the gateway's own credentials are no good there
/// is no fault of the caller's; and unless the cluster judged the caller (impersonation), what it
/// says of the gateway's rights is for the gateway's people.
kube::Error forCaller(const kube::Error &error, bool isImpersonating);

} // namespace gateway
