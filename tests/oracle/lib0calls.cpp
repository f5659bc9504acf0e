// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/lib0/anycoding.h"
#include "collab/lib0/columns.h"
#include "oracle/anyaccess.h"
#include "oracle/yjsoracle.h"
#include "oracle/yjsvalues.h"

using namespace Qt::StringLiterals;
using lib0::Any;

namespace oracle {

namespace {

QByteArray wholeEncoded(const QString &type, QString digits)
{
    lib0::Encoder encoder;
    const bool isNegative = digits.startsWith(u'-');
    const auto magnitude = digits.remove(u'-').toULongLong();
    if (type == "varuint"_L1)
        encoder.writeVarUint(magnitude);
    else
        encoder.writeVarInt(magnitude, isNegative);
    return encoder.take();
}

template<typename Encoder, typename Write>
QByteArray listEncoded(const Any &values, const Write &write)
{
    Encoder encoder;
    for (const auto &value : listOf(values))
        write(encoder, value);
    return encoder.take();
}

/// Nothing for a type that is not known.
std::optional<QByteArray> encoded(const QString &type, const Any &value)
{
    if (type == "varuint"_L1 || type == "varint"_L1)
        return wholeEncoded(type, value.number() ? QString::number(wholeOf(value)) : textOf(value));
    lib0::Encoder encoder;
    if (type == "varstring"_L1) {
        encoder.writeVarBytes(textOf(value).toUtf8());
        return encoder.take();
    }
    if (type == "any"_L1) {
        lib0::writeAny(encoder, untagged(value));
        return encoder.take();
    }
    if (type == "rle_uint8"_L1)
        return listEncoded<lib0::RleEncoder>(
            value, [](auto &rle, const Any &number) { rle.write(quint8(wholeOf(number))); });
    if (type == "uint_opt_rle"_L1)
        return listEncoded<lib0::UintOptRleEncoder>(
            value, [](auto &rle, const Any &number) { rle.write(quint64(wholeOf(number))); });
    if (type == "int_diff_opt_rle"_L1)
        return listEncoded<lib0::IntDiffOptRleEncoder>(
            value, [](auto &rle, const Any &number) { rle.write(wholeOf(number)); });
    if (type == "string_stream"_L1)
        return listEncoded<lib0::StringEncoder>(
            value, [](auto &strings, const Any &text) { strings.write(textOf(text).toUtf8()); });
    return std::nullopt;
}

template<typename Decoder, typename Read>
Any listDecoded(QByteArrayView bytes, qint64 count, const Read &read)
{
    Any::Array values;
    Decoder decoder(bytes);
    for (qint64 i = 0; i < count; ++i)
        values.push_back(read(decoder));
    return values;
}

std::optional<Any> decoded(const QString &type, QByteArrayView bytes, qint64 count)
{
    lib0::Decoder decoder(bytes);
    if (type == "varuint"_L1)
        return QString::number(decoder.readVarUint());
    if (type == "varint"_L1) {
        const auto number = decoder.readVarInt();
        return QString((number.negative ? u"-"_s : u""_s) + QString::number(number.magnitude));
    }
    if (type == "varstring"_L1)
        return QString::fromUtf8(decoder.readVarString());
    if (type == "any"_L1)
        return tagged(lib0::readAny(decoder));
    if (type == "rle_uint8"_L1)
        return listDecoded<lib0::RleDecoder>(bytes, count,
                                             [](auto &rle) { return Any(int(rle.read())); });
    if (type == "uint_opt_rle"_L1)
        return listDecoded<lib0::UintOptRleDecoder>(
            bytes, count, [](auto &rle) { return Any(double(rle.read())); });
    if (type == "int_diff_opt_rle"_L1)
        return listDecoded<lib0::IntDiffOptRleDecoder>(
            bytes, count, [](auto &rle) { return Any(double(rle.read())); });
    if (type == "string_stream"_L1)
        return listDecoded<lib0::StringDecoder>(
            bytes, count, [](auto &strings) { return Any(QString::fromUtf8(strings.read())); });
    return std::nullopt;
}

} // namespace

Any lib0Answer(const QString &command, const Any &request)
{
    const auto type = textOf(member(request, "type"_L1));
    if (command == "lib0"_L1) {
        if (const auto bytes = encoded(type, member(request, "value"_L1)))
            return Any::Object{{u"hex"_s, hexOf(*bytes)}};
        return Any::Object{{u"unsupported"_s, true}};
    }
    if (command == "lib0_decode"_L1) {
        const auto count = wholeOf(member(request, "count"_L1));
        if (const auto value = decoded(type, bytesOf(member(request, "hex"_L1)), count))
            return Any::Object{{u"value"_s, *value}};
        return Any::Object{{u"unsupported"_s, true}};
    }
    return {};
}

} // namespace oracle
