// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/portforward/forwardtarget.h"
#include "workspace/forward/forwardbook.h"
#include "workspace/yard/records.h"

namespace workspace {

/// Whether objects of this kind can be forwarded to.
bool canForward(QStringView apiVersion, QStringView kind);
kube::ForwardTarget forwardTargetOf(const ObjectId &object);
ObjectId objectOf(const kube::ForwardTarget &target);

/// One sentence about why a forward does not work, with what to do; empty when it does.
QString forwardProblemText(const kube::ForwardProblem &problem, const kube::ForwardTarget &target);
/// "Stopped", "Listening", "Live", "Waiting for a pod" …
QString forwardStateText(const ForwardBook::Entry &entry);
/// "127.0.0.1:8080 → 80"
QString forwardPortsText(const ForwardBook::Entry &entry);
/// "http://localhost:8080", https where the target's port says so; empty when it does not listen.
QString forwardUrl(const ForwardBook::Entry &entry);
/// "↑ 1.2 kB  ↓ 50 MB"
QString forwardTrafficText(const kube::PortForward &forward);

} // namespace workspace
