// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/transport.h"

#include <QByteArray>

namespace relay {

/// One of a few words for why a connection ended, for the figures: never what a peer wrote.
QByteArray dropReasonOf(const collab::CloseReason &reason);

} // namespace relay
