// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace kube {

struct ClientConfig;

/// Stands for the API server that a config leads to: 32 hexadecimal digits of a digest of its
/// address and certificate authority, the same for everybody whose kubeconfig names these, whatever
/// their context is called and whoever they are. Reads the authority's file when it is in one.
///
/// Empty for an address that is another server on each machine: one of this machine without an
/// authority of its own, such as that of `kubectl proxy`.
QString serverDigest(const ClientConfig &config);

} // namespace kube
