// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/engine/contentvalue.h"

#include "collab/crdt/store/content.h"
#include "collab/lib0/anycoding.h"
#include "collab/lib0/json.h"

namespace crdt {

static std::vector<Value> textUnits(QByteArrayView utf8)
{
    std::vector<Value> values;
    for (const auto unit : QString::fromUtf8(utf8))
        values.push_back(lib0::Any(QString(unit)));
    return values;
}

static Value subDocument(lib0::Decoder &decoder)
{
    auto guid = QString::fromUtf8(decoder.readVarBytes());
    return SubDocument{std::move(guid), lib0::readAny(decoder)};
}

static lib0::Any jsonValue(QByteArrayView text)
{
    return lib0::parseJson(text).value_or(lib0::Any()); // "undefined" is the one that is no JSON
}

std::vector<Value> valuesOf(Replica &replica, const Item &item)
{
    std::vector<Value> values;
    if (item.kind() == Kind::Type)
        return {SharedType(&replica.doc(), quint32(item.content))};
    if (!hasBytes(item.kind()))
        return values;
    const auto bytes = contentBytes(item);
    lib0::Decoder decoder(bytes);
    switch (item.kind()) {
    case Kind::Any:
        while (!decoder.atEnd())
            values.push_back(lib0::readAny(decoder));
        return values;
    case Kind::Json:
        while (!decoder.atEnd())
            values.push_back(jsonValue(decoder.readVarBytes()));
        return values;
    case Kind::Binary: return {lib0::Any(bytes.toByteArray())};
    case Kind::Embed: return {jsonValue(bytes)};
    case Kind::String: return textUnits(bytes);
    case Kind::Doc: return {subDocument(decoder)};
    default: return values;
    }
}

std::optional<Value> lastValueOf(Replica &replica, const Item &item)
{
    auto values = valuesOf(replica, item);
    return values.empty() ? std::nullopt : std::optional(std::move(values.back()));
}

QString textOf(const Item &item)
{
    return QString::fromUtf8(contentBytes(item));
}

FormatMark formatOf(const Item &item)
{
    lib0::Decoder decoder(contentBytes(item));
    auto key = QString::fromUtf8(decoder.readVarBytes());
    return {std::move(key), jsonValue(decoder.readVarBytes())};
}

QByteArray anyBytes(const lib0::Any &any)
{
    lib0::Encoder encoder;
    lib0::writeAny(encoder, any);
    lib0::Decoder decoder(encoder.bytes());
    lib0::skipAny(decoder);
    return decoder.ok() ? encoder.take() : anyBytes(nullptr); // no peer would take it
}

} // namespace crdt
