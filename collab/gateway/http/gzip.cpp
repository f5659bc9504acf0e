// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/http/gzip.h"

#include <zlib.h>

namespace gateway {

QByteArray gzipped(const QByteArray &bytes)
{
    static constexpr int Gzip = 15 + 16;
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, Gzip, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY)
        != Z_OK)
        return {};
    QByteArray packed(qsizetype(deflateBound(&stream, uLong(bytes.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    stream.avail_in = uInt(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = uInt(packed.size());
    const bool isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    packed.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return isWhole ? packed : QByteArray();
}

bool acceptsGzip(const QHttpHeaders &request)
{
    const auto codings = request.combinedValue(QHttpHeaders::WellKnownHeader::AcceptEncoding);
    return codings.contains("gzip") && !codings.contains("gzip;q=0,")
        && !codings.endsWith("gzip;q=0");
}

} // namespace gateway
