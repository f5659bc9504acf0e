// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/logstore/linetable.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace kube {

/// Something that happened to a log and is no line of it: what the bytes of a line of
/// logstore::Level::Mark say. Text for people is made where it is shown.
struct LogMark
{
    enum class Kind : quint8 {
        PodAdded, ///< a pod came to an app whose log is shown
        PodRemoved, ///< it is gone; its lines stay
        Restarted, ///< the container began anew; `detail` is why the last instance ended
        Ready,
        NotReady, ///< `detail` is the pod's reason, when it tells one
        Gap, ///< lines between `from` and `to` are missing
    };

    Kind kind = Kind::Gap;
    /// Nanoseconds since 1970. Of a Gap: the last line before and the first one after; NoTime where
    /// there is none. Of others: when it happened, in `from`.
    qint64 from = logstore::NoTime;
    qint64 to = logstore::NoTime;
    QString pod = {};
    QString container = {}; ///< empty: the whole pod
    QString detail = {}; ///< the cluster's own words, for example "OOMKilled (137)"

    bool operator==(const LogMark &) const = default;
};

/// One line of JSON without a newline, for LogStore::appendMark(). Texts longer than 253 characters
/// (the longest name of an object) are cut.
QByteArray bytesOf(const LogMark &mark);

/// No value for bytes that are no mark, more than 4 KiB of them included.
std::optional<LogMark> logMarkOf(QByteArrayView bytes);

} // namespace kube
