// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/transport.h"

#include <QByteArray>

namespace relay {

/// The code with which a connection ended; 0 for one of those that a peer may make up.
int knownCode(int code);
/// One of a few words for why a connection ended, for the figures: never what a peer wrote.
QByteArray dropReasonOf(const collab::CloseReason &reason);

} // namespace relay
