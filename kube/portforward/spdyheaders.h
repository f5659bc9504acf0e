// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

#include <memory>
#include <optional>
#include <utility>

namespace kube {

/// Names in lower case and their values, in the order of the wire.
using SpdyHeaders = QList<std::pair<QByteArray, QByteArray>>;

/// The value of a header; empty when there is none. `name` in lower case.
QByteArray valueOf(const SpdyHeaders &headers, QByteArrayView name);

/// Packs the header blocks of one direction of a connection: each block goes on where the one
/// before it ended, so blocks must be sent in the order in which they were packed.
/// SPDY/3.1 section 2.6.10.1: zlib with a dictionary of its own.
/// https://www.chromium.org/spdy/spdy-protocol/spdy-protocol-draft3-1/
class SpdyHeaderPacker
{
public:
    SpdyHeaderPacker();
    ~SpdyHeaderPacker();
    Q_DISABLE_COPY_MOVE(SpdyHeaderPacker)

    QByteArray pack(const SpdyHeaders &headers);

private:
    struct Stream;
    std::unique_ptr<Stream> d;
};

/// The other direction. A block unpacks to at most 64 KiB; one that is more, or no header block, is
/// refused, and the connection with it, for the state of the stream is lost then.
class SpdyHeaderUnpacker
{
public:
    static constexpr qsizetype Limit = 64 * 1024; ///< bytes of one block, unpacked

    SpdyHeaderUnpacker();
    ~SpdyHeaderUnpacker();
    Q_DISABLE_COPY_MOVE(SpdyHeaderUnpacker)

    std::optional<SpdyHeaders> unpack(QByteArrayView block);

private:
    struct Stream;
    std::unique_ptr<Stream> d;
};

} // namespace kube
