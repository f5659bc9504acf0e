// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/api/apiclient.h"

#include <expected>

namespace gateway {

/// A write of a Secret as it may be sent, or why not. What writes must not tell its values to who
/// may not see them: operations of a JSON patch that carry a value elsewhere, or compare one, are
/// refused, and the others are written anew, so that the cluster reads what was looked at. What
/// cannot be read is refused, and so is a secret that was shown without its values.
/// https://datatracker.ietf.org/doc/html/rfc6902#section-4
std::expected<kube::ApiRequest, kube::Error> checkedSecretWrite(kube::ApiRequest request);

} // namespace gateway
