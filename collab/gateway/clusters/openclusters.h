// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/config/gatewayconfig.h"
#include "kube/cluster.h"

#include <expected>
#include <memory>
#include <vector>

namespace gateway {

/// The clusters that the configuration names, each with a pace of its own
/// (GatewayConfig::Limits::qps); none is asked yet. An error is a sentence.
std::expected<std::vector<std::unique_ptr<kube::Cluster>>, QString>
openClusters(const GatewayConfig &config);

} // namespace gateway
