// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/portforward/spdyheaders.h"

#include <QtEndian>

#include <algorithm>
#include <zlib.h>

namespace kube {
namespace {

void appendNumber(QByteArray &to, quint32 number)
{
    char bytes[4];
    qToBigEndian(number, bytes);
    to.append(bytes, 4);
}

void appendText(QByteArray &to, QByteArrayView text)
{
    appendNumber(to, quint32(text.size()));
    to.append(text);
}

/// What both ends know before the first header: the names and values that are frequent, as texts
/// with their length, then pieces of values. SPDY/3.1 section 2.6.10.1; Adler-32 e3c6a7c2.
QByteArray makeDictionary()
{
    constexpr const char *texts[] = {"options",
                                     "head",
                                     "post",
                                     "put",
                                     "delete",
                                     "trace",
                                     "accept",
                                     "accept-charset",
                                     "accept-encoding",
                                     "accept-language",
                                     "accept-ranges",
                                     "age",
                                     "allow",
                                     "authorization",
                                     "cache-control",
                                     "connection",
                                     "content-base",
                                     "content-encoding",
                                     "content-language",
                                     "content-length",
                                     "content-location",
                                     "content-md5",
                                     "content-range",
                                     "content-type",
                                     "date",
                                     "etag",
                                     "expect",
                                     "expires",
                                     "from",
                                     "host",
                                     "if-match",
                                     "if-modified-since",
                                     "if-none-match",
                                     "if-range",
                                     "if-unmodified-since",
                                     "last-modified",
                                     "location",
                                     "max-forwards",
                                     "pragma",
                                     "proxy-authenticate",
                                     "proxy-authorization",
                                     "range",
                                     "referer",
                                     "retry-after",
                                     "server",
                                     "te",
                                     "trailer",
                                     "transfer-encoding",
                                     "upgrade",
                                     "user-agent",
                                     "vary",
                                     "via",
                                     "warning",
                                     "www-authenticate",
                                     "method",
                                     "get",
                                     "status",
                                     "200 OK",
                                     "version",
                                     "HTTP/1.1",
                                     "url",
                                     "public",
                                     "set-cookie",
                                     "keep-alive",
                                     "origin"};
    QByteArray dictionary;
    for (const auto *text : texts)
        appendText(dictionary, text);
    dictionary += "100101201202205206300302303304305306307402405406407408409410411412413414415416"
                  "417502504505203 Non-Authoritative Information204 No Content301 Moved "
                  "Permanently400 Bad Request401 Unauthorized403 Forbidden404 Not Found500 "
                  "Internal Server Error501 Not Implemented503 Service UnavailableJan Feb Mar Apr "
                  "May Jun Jul Aug Sept Oct Nov Dec 00:00:00 Mon, Tue, Wed, Thu, Fri, Sat, Sun, "
                  "GMTchunked,text/html,image/png,image/jpg,image/gif,application/xml,"
                  "application/xhtml+xml,text/plain,text/javascript,publicprivatemax-age=gzip,"
                  "deflate,sdchcharset=utf-8charset=iso-8859-1,utf-,*,enq=0.";
    return dictionary;
}

const QByteArray &dictionary()
{
    static const auto made = makeDictionary();
    return made;
}

// zlib's interface knows no const.
Bytef *bytesOf(QByteArrayView bytes)
{
    return reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
}

/// Takes a number and what it counts off the front.
std::optional<quint32> takeNumber(QByteArrayView &from)
{
    if (from.size() < 4)
        return {};
    const auto number = qFromBigEndian<quint32>(from.data());
    from = from.sliced(4);
    return number;
}

std::optional<QByteArray> takeText(QByteArrayView &from)
{
    const auto length = takeNumber(from);
    if (!length || qint64(*length) > from.size())
        return {};
    auto text = from.first(qsizetype(*length)).toByteArray();
    from = from.sliced(qsizetype(*length));
    return text;
}

} // namespace

QByteArray valueOf(const SpdyHeaders &headers, QByteArrayView name)
{
    const auto found =
        std::ranges::find_if(headers, [name](const auto &header) { return header.first == name; });
    return found == headers.end() ? QByteArray() : found->second;
}

struct SpdyHeaderPacker::Stream
{
    z_stream z = {};
};

SpdyHeaderPacker::SpdyHeaderPacker()
    : d(std::make_unique<Stream>())
{
    deflateInit(&d->z, Z_BEST_SPEED);
    deflateSetDictionary(&d->z, bytesOf(dictionary()), uInt(dictionary().size()));
}

SpdyHeaderPacker::~SpdyHeaderPacker()
{
    deflateEnd(&d->z);
}

QByteArray SpdyHeaderPacker::pack(const SpdyHeaders &headers)
{
    QByteArray plain;
    appendNumber(plain, quint32(headers.size()));
    for (const auto &[name, value] : headers) {
        appendText(plain, name);
        appendText(plain, value);
    }
    // A sync flush needs 6 bytes and more when the room ends with them: there is room.
    QByteArray packed(qsizetype(deflateBound(&d->z, uLong(plain.size()))) + 64, '\0');
    d->z.next_in = bytesOf(plain);
    d->z.avail_in = uInt(plain.size());
    d->z.next_out = bytesOf(packed);
    d->z.avail_out = uInt(packed.size());
    deflate(&d->z, Z_SYNC_FLUSH);
    packed.chop(qsizetype(d->z.avail_out));
    return packed;
}

struct SpdyHeaderUnpacker::Stream
{
    z_stream z = {};
};

SpdyHeaderUnpacker::SpdyHeaderUnpacker()
    : d(std::make_unique<Stream>())
{
    inflateInit(&d->z);
}

SpdyHeaderUnpacker::~SpdyHeaderUnpacker()
{
    inflateEnd(&d->z);
}

std::optional<SpdyHeaders> SpdyHeaderUnpacker::unpack(QByteArrayView block)
{
    QByteArray plain(Limit + 1, Qt::Uninitialized);
    d->z.next_in = bytesOf(block);
    d->z.avail_in = uInt(block.size());
    d->z.next_out = bytesOf(plain);
    d->z.avail_out = uInt(plain.size());
    auto outcome = inflate(&d->z, Z_SYNC_FLUSH);
    if (outcome == Z_NEED_DICT
        && inflateSetDictionary(&d->z, bytesOf(dictionary()), uInt(dictionary().size())) == Z_OK)
        outcome = inflate(&d->z, Z_SYNC_FLUSH);
    if (outcome != Z_OK || d->z.avail_in != 0 || d->z.avail_out == 0)
        return {};
    auto rest = QByteArrayView(plain).first(plain.size() - qsizetype(d->z.avail_out));
    const auto count = takeNumber(rest);
    if (!count || qint64(*count) * 8 > rest.size())
        return {};
    SpdyHeaders headers;
    for (quint32 i = 0; i < *count; ++i) {
        auto name = takeText(rest);
        auto value = name ? takeText(rest) : std::nullopt;
        if (!value)
            return {};
        headers.append({*std::move(name), *std::move(value)});
    }
    return headers;
}

} // namespace kube
