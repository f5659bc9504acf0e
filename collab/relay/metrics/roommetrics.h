// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/metrics/histogram.h"
#include "collab/relay/metrics/recenttimes.h"

#include <QByteArray>

#include <map>

namespace relay {

/// What all rooms did since the start. On the thread of the rooms.
struct RoomMetrics
{
    quint64 joined = 0; ///< connections that came into a yard
    quint64 messagesReceived = 0;
    quint64 bytesReceived = 0;
    quint64 messagesSent = 0;
    quint64 bytesSent = 0;
    quint64 updates = 0; ///< that peers sent and the rooms took in
    quint64 refused = 0; ///< changes of viewers, and of full yards
    quint64 storeErrors = 0;
    quint64 broken = 0; ///< records that were not as they had been stored
    std::map<int, quint64> closed = {}; ///< by the close code
    std::map<QByteArray, quint64> dropped = {}; ///< likewise, by dropReasonOf()
    Histogram syncLag; ///< from a change's arrival until all were told
    RecentTimes recentLag; ///< likewise
    Histogram storeTime; ///< from asking the store until it answers
};

} // namespace relay
