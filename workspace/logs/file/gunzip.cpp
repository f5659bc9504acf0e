// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/file/gunzip.h"

#include <zlib.h>

#include <algorithm>

namespace workspace {

static constexpr qsizetype MostAtOnce = 1024 * 1024;
static constexpr int GzipOnly = 16 + MAX_WBITS;

struct Gunzip::Stream
{
    z_stream zlib{};
};

Gunzip::Gunzip()
    : m_stream(std::make_unique<Stream>())
{
    m_isBroken = inflateInit2(&m_stream->zlib, GzipOnly) != Z_OK;
}

Gunzip::~Gunzip()
{
    inflateEnd(&m_stream->zlib);
}

bool Gunzip::isGzip(QByteArrayView begin)
{
    return begin.startsWith("\x1f\x8b\x08");
}

void Gunzip::feed(const QByteArray &packed)
{
    m_packed.append(packed);
}

QByteArray Gunzip::take()
{
    QByteArray text;
    if (m_isBroken || m_packed.isEmpty())
        return text;
    text.resize(MostAtOnce);
    auto &zlib = m_stream->zlib;
    zlib.next_in = reinterpret_cast<Bytef *>(m_packed.data());
    zlib.avail_in = uInt(std::min<qsizetype>(m_packed.size(), MostAtOnce));
    const auto given = zlib.avail_in;
    zlib.next_out = reinterpret_cast<Bytef *>(text.data());
    zlib.avail_out = uInt(text.size());
    m_isComplete = false;
    while (zlib.avail_in > 0 && zlib.avail_out > 0 && !m_isBroken) {
        const int result = inflate(&zlib, Z_NO_FLUSH);
        if (result == Z_STREAM_END) {
            m_isComplete = true;
            inflateReset(&zlib); // another member may follow
        } else if (result == Z_BUF_ERROR) {
            break;
        } else if (result != Z_OK) {
            m_isBroken = true;
        } else {
            m_isComplete = false;
        }
    }
    m_packed.remove(0, qsizetype(given - zlib.avail_in));
    text.truncate(text.size() - qsizetype(zlib.avail_out));
    return text;
}

} // namespace workspace
