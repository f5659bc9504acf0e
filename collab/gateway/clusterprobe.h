// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace kube {
class Cluster;
}
namespace relay {
class Server;
}

namespace gateway {

/// Adds the readiness check `cluster:NAME` to `server`: not ready while the cluster does not
/// answer, or refuses the relay's credentials, or is gone. `cluster` is borrowed, and lives on the
/// server's thread. The sentence holds what the API server said, never a credential.
void reportReadiness(relay::Server &server, const QString &name, const kube::Cluster &cluster);

} // namespace gateway
