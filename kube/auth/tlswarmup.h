// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace kube {

/// Lets Qt get ready for TLS on a thread of the global pool: it reads the system's certificates, 50
/// ms of work that the first connection would wait for. Call it when the application object exists
/// and clusters will be asked over TLS soon; whoever needs TLS meanwhile waits for the rest only.
void warmUpTls();

} // namespace kube
