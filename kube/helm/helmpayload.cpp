// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/helm/helmpayload.h"

#include <QJsonDocument>

#include <zlib.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

constexpr int GzipWindow = MAX_WBITS + 16; // zlib: 16 more means gzip's own head and tail
constexpr uInt BlockSize = 64 * 1024;

std::unexpected<Error> malformed(const QString &message)
{
    return std::unexpected(Error{.kind = Error::Kind::Malformed, .message = message});
}

struct EndInflate
{
    void operator()(z_stream *stream) const { inflateEnd(stream); }
};
struct EndDeflate
{
    void operator()(z_stream *stream) const { deflateEnd(stream); }
};

Bytef *bytesOf(QByteArray &bytes)
{
    return reinterpret_cast<Bytef *>(bytes.data());
}

bool isTooLarge(qsizetype unpacked, qsizetype packed, const HelmLimits &limits)
{
    return unpacked > limits.unpacked
        || (unpacked > limits.smallEnough && unpacked / limits.ratio > packed);
}

Result<QByteArray> unzip(QByteArray packed, const HelmLimits &limits)
{
    z_stream stream{};
    stream.next_in = bytesOf(packed);
    stream.avail_in = uInt(packed.size());
    if (inflateInit2(&stream, GzipWindow) != Z_OK)
        return malformed(u"zlib cannot begin"_s);
    const std::unique_ptr<z_stream, EndInflate> end(&stream);
    QByteArray result;
    QByteArray block(BlockSize, Qt::Uninitialized);
    int state = Z_OK;
    while (state != Z_STREAM_END) {
        stream.next_out = bytesOf(block);
        stream.avail_out = BlockSize;
        state = inflate(&stream, Z_NO_FLUSH);
        const auto made = qsizetype(BlockSize - stream.avail_out);
        if ((state != Z_OK && state != Z_STREAM_END) || (state == Z_OK && made == 0))
            return malformed(u"the release is damaged: its gzip cannot be read"_s);
        result.append(block.constData(), made);
        if (isTooLarge(result.size(), packed.size(), limits))
            return malformed(u"the release is larger than any that Helm makes"_s);
    }
    return result;
}

QByteArray zip(QByteArray plain)
{
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, GzipWindow, 8, Z_DEFAULT_STRATEGY)
        != Z_OK)
        return {};
    const std::unique_ptr<z_stream, EndDeflate> end(&stream);
    QByteArray result(qsizetype(deflateBound(&stream, uLong(plain.size()))), Qt::Uninitialized);
    stream.next_in = bytesOf(plain);
    stream.avail_in = uInt(plain.size());
    stream.next_out = bytesOf(result);
    stream.avail_out = uInt(result.size());
    if (deflate(&stream, Z_FINISH) != Z_STREAM_END)
        return {};
    result.truncate(qsizetype(stream.total_out));
    return result;
}

} // namespace

Result<QJsonObject> unpackHelmRelease(const QByteArray &base64, const HelmLimits &limits)
{
    if (base64.size() > limits.packed)
        return malformed(u"the release is larger than any that Helm makes"_s);
    const auto decoded =
        QByteArray::fromBase64Encoding(base64.trimmed(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return malformed(u"the release is damaged: it is no base64"_s);
    auto plain = decoded.decoded.startsWith("\x1f\x8b\x08") ? unzip(decoded.decoded, limits)
                                                            : Result<QByteArray>(decoded.decoded);
    if (!plain)
        return std::unexpected(plain.error());
    const auto document = QJsonDocument::fromJson(*plain);
    if (!document.isObject())
        return malformed(u"the release is damaged: it is no JSON"_s);
    return document.object();
}

QByteArray packHelmRelease(const QJsonObject &document)
{
    return zip(QJsonDocument(document).toJson(QJsonDocument::Compact)).toBase64();
}

Result<HelmStored> readHelmObject(const QByteArray &json, const HelmLimits &limits)
{
    const auto object = QJsonDocument::fromJson(json).object();
    const auto kind = object["kind"_L1].toString();
    auto data = object["data"_L1]["release"_L1].toString().toLatin1();
    if (data.isEmpty())
        return malformed(u"the %1 holds no release"_s.arg(kind));
    if (kind == "Secret"_L1)
        data = QByteArray::fromBase64(data);
    const auto document = unpackHelmRelease(data, limits);
    if (!document)
        return std::unexpected(document.error());
    const auto meta = object["metadata"_L1];
    HelmStored stored{.release = helmReleaseFrom(*document),
                      .resourceVersion = meta["resourceVersion"_L1].toString()};
    if (stored.release.nameSpace.isEmpty())
        stored.release.nameSpace = meta["namespace"_L1].toString();
    const auto labels = meta["labels"_L1].toObject();
    for (auto label = labels.begin(); label != labels.end(); ++label)
        stored.labels.insert(label.key(), label->toString());
    return stored;
}

} // namespace kube
