// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <array>

namespace logstore {

/// A time stamp at the beginning of a line, as the kubelet writes it with `timestamps=true`.
struct Stamp
{
    qsizetype length = 0; ///< without the space after it; 0: the line begins with none
    qint64 time = 0; ///< nanoseconds since 1970 in UTC
};

/// Reads an RFC 3339 stamp that a space follows, with up to nine fractional digits that count.
/// Years from 1678 to 2261, which nanoseconds in 64 bits can say.
/// https://www.rfc-editor.org/rfc/rfc3339#section-5.6
Stamp stampOf(QByteArrayView line);

/// The same for line after line: most lie in the second of the one before.
class StampReader
{
public:
    Stamp read(QByteArrayView line);

private:
    std::array<char, 20> m_text{}; ///< of that second, with the point before the fraction
    qint64 m_time = 0;
};

/// As Go's time.RFC3339Nano writes it: UTC, no zeros at the end of the fraction.
QByteArray stampText(qint64 time);

/// The same with the space after it, as a line begins; empty for NoTime.
QByteArray stampPrefix(qint64 time);

} // namespace logstore
