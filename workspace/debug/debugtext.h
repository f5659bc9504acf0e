// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/debug/debugsession.h"

namespace workspace {

/// "Starting the pod web-debug-x7k2p…", or why it failed, with what to do.
QString debugStateText(const kube::DebugSession &session);
/// "pod shop/web-debug-x7k2p in demo"
QString debugRemainText(const kube::DebugSession &session, const QString &context);

} // namespace workspace
