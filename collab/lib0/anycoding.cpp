// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/lib0/anycoding.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace lib0 {

using namespace Qt::StringLiterals;

namespace {

enum Tag : quint8 {
    BytesTag = 0x74,
    ArrayTag,
    ObjectTag,
    StringTag,
    TrueTag,
    FalseTag,
    BigIntTag,
    Float64Tag,
    Float32Tag,
    IntegerTag,
    NullTag,
    UndefinedTag,
};

constexpr double LargestInteger = std::numeric_limits<qint32>::max();

bool isInteger(double number)
{
    return std::abs(number) <= LargestInteger && std::trunc(number) == number;
}

bool isFloat32(double number)
{
    return double(float(number)) == number;
}

bool beginsWithDigit(QStringView key)
{
    return !key.isEmpty() && key[0] >= u'0' && key[0] <= u'9';
}

/// A number for keys that JavaScript puts first, by that number (ECMA-262,
/// OrdinaryOwnPropertyKeys).
std::optional<quint32> arrayIndex(QStringView key)
{
    if (key.isEmpty() || key.size() > 10 || (key[0] == u'0' && key.size() > 1))
        return std::nullopt;
    if (!std::ranges::all_of(key, [](QChar c) { return c >= u'0' && c <= u'9'; }))
        return std::nullopt;
    const auto number = key.toULongLong();
    if (number >= std::numeric_limits<quint32>::max())
        return std::nullopt;
    return quint32(number);
}

/// Nearly every object is in order, and small.
bool isSurelyInOrder(const Any::Object &entries)
{
    static constexpr size_t Few = 16;
    if (entries.size() > Few)
        return false;
    for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
        const auto isSame = [&](const auto &other) { return other.first == entry->first; };
        if (beginsWithDigit(entry->first) || std::any_of(entries.begin(), entry, isSame))
            return false;
    }
    return true;
}

struct Writer
{
    Encoder &encoder;

    void tag(Tag tag) const { encoder.writeUint8(tag); }
    void operator()(Undefined) const { tag(UndefinedTag); }
    void operator()(std::nullptr_t) const { tag(NullTag); }
    void operator()(bool flag) const { tag(flag ? TrueTag : FalseTag); }
    void operator()(double number) const
    {
        if (isInteger(number)) {
            tag(IntegerTag);
            encoder.writeVarInt(quint64(std::abs(number)), std::signbit(number));
        } else if (isFloat32(number)) {
            tag(Float32Tag);
            encoder.writeFloat32(float(number));
        } else {
            tag(Float64Tag);
            encoder.writeFloat64(std::isnan(number) ? std::numeric_limits<double>::quiet_NaN()
                                                    : number);
        }
    }
    void operator()(Any::BigInt number) const
    {
        tag(BigIntTag);
        encoder.writeInt64(number.value);
    }
    void operator()(const QString &text) const
    {
        tag(StringTag);
        encoder.writeVarBytes(toUtf8(text));
    }
    void operator()(const QByteArray &bytes) const
    {
        tag(BytesTag);
        encoder.writeVarBytes(bytes);
    }
    void operator()(const Any::Array &values) const
    {
        tag(ArrayTag);
        encoder.writeVarUint(values.size());
        for (const auto &value : values)
            writeAny(encoder, value);
    }
    void operator()(const Any::Object &entries) const
    {
        tag(ObjectTag);
        const auto order = keyOrder(entries);
        encoder.writeVarUint(order.size());
        for (const auto index : order) {
            encoder.writeVarBytes(toUtf8(entries[index].first));
            writeAny(encoder, entries[index].second);
        }
    }
};

Any readAny(Decoder &decoder, int depth);

Any readArray(Decoder &decoder, int depth)
{
    Any::Array values;
    for (auto left = decoder.readVarUint(); left > 0 && decoder.ok(); --left)
        values.push_back(readAny(decoder, depth + 1));
    return values;
}

Any readObject(Decoder &decoder, int depth)
{
    Any::Object entries;
    for (auto left = decoder.readVarUint(); left > 0 && decoder.ok(); --left) {
        auto key = QString::fromUtf8(decoder.readVarString());
        entries.emplace_back(std::move(key), readAny(decoder, depth + 1));
    }
    return inKeyOrder(std::move(entries));
}

double readInteger(Decoder &decoder)
{
    const auto number = decoder.readVarInt();
    return number.negative ? -double(number.magnitude) : double(number.magnitude);
}

Any readAny(Decoder &decoder, int depth)
{
    if (depth > DeepestAny)
        decoder.fail("values are nested too deep"_L1);
    switch (decoder.readUint8()) {
    case UndefinedTag: return {};
    case NullTag: return nullptr;
    case IntegerTag: return readInteger(decoder);
    case Float32Tag: return double(decoder.readFloat32());
    case Float64Tag: return decoder.readFloat64();
    case BigIntTag: return Any::BigInt(decoder.readInt64());
    case FalseTag: return false;
    case TrueTag: return true;
    case StringTag: return QString::fromUtf8(decoder.readVarString());
    case ObjectTag: return readObject(decoder, depth);
    case ArrayTag: return readArray(decoder, depth);
    case BytesTag: return decoder.readVarBytes().toByteArray();
    }
    decoder.fail("a value has an unknown tag"_L1);
    return {};
}

/// Goes past values, and notes when one is not in the form that writeAny() has.
class Skipper
{
public:
    explicit Skipper(Decoder &decoder)
        : m_decoder(decoder)
    {
    }

    bool canonical() const { return m_canonical; }

    void skip(int depth)
    {
        if (depth > DeepestAny)
            m_decoder.fail("values are nested too deep"_L1);
        switch (m_decoder.readUint8()) {
        case UndefinedTag:
        case NullTag:
        case FalseTag:
        case TrueTag: return;
        case IntegerTag: return skipInteger();
        case Float32Tag: {
            const double number = double(m_decoder.readFloat32());
            m_canonical &= !isInteger(number) && !std::isnan(number);
            return;
        }
        case Float64Tag: {
            const double number = m_decoder.readFloat64();
            m_canonical &= !isInteger(number) && !isFloat32(number) && !std::isnan(number);
            return;
        }
        case BigIntTag: m_decoder.readInt64(); return;
        case StringTag: skipBytes(); return;
        case BytesTag: m_decoder.readRaw(count()); return;
        case ArrayTag:
            for (auto left = count(); left > 0 && m_decoder.ok(); --left)
                skip(depth + 1);
            return;
        case ObjectTag: return skipObject(depth);
        }
        m_decoder.fail("a value has an unknown tag"_L1);
    }

private:
    quint64 count()
    {
        const auto before = m_decoder.position();
        const auto value = m_decoder.readVarUint();
        expect(before, value > 0 ? (std::bit_width(value) + 6) / 7 : 1);
        return value;
    }
    void expect(qsizetype before, int bytes)
    {
        m_canonical &= m_decoder.position() - before == bytes;
    }
    void skipInteger()
    {
        const auto before = m_decoder.position();
        const auto number = m_decoder.readVarInt();
        const int more = std::bit_width(number.magnitude) - 6;
        expect(before, more > 0 ? 1 + (more + 6) / 7 : 1);
        m_canonical &= number.magnitude <= quint64(LargestInteger);
    }
    QByteArrayView skipBytes()
    {
        const auto bytes = m_decoder.readRaw(count());
        if (!isValidUtf8(bytes))
            m_decoder.fail("a text is not UTF-8"_L1);
        return bytes;
    }
    void skipObject(int depth)
    {
        std::vector<QByteArrayView> keys;
        for (auto left = count(); left > 0 && m_decoder.ok(); --left) {
            const auto key = skipBytes();
            keys.push_back(key);
            m_canonical &= key.isEmpty() || key[0] < '0' || key[0] > '9';
            skip(depth + 1);
        }
        std::ranges::sort(keys,
                          [](QByteArrayView a, QByteArrayView b) { return a.compare(b) < 0; });
        m_canonical &= std::ranges::adjacent_find(keys) == keys.end();
    }

    Decoder &m_decoder;
    bool m_canonical = true;
};

} // namespace

std::vector<size_t> keyOrder(const Any::Object &entries)
{
    std::vector<size_t> order;
    order.reserve(entries.size());
    if (isSurelyInOrder(entries)) {
        for (size_t i = 0; i < entries.size(); ++i)
            order.push_back(i);
        return order;
    }
    QHash<QString, size_t> places;
    for (size_t i = 0; i < entries.size(); ++i) {
        const auto &key = entries[i].first;
        if (const auto known = places.constFind(key); known != places.cend()) {
            order[*known] = i;
            continue;
        }
        places.insert(key, order.size());
        order.push_back(i);
    }
    std::ranges::stable_sort(order, {}, [&entries](size_t i) {
        const auto index = arrayIndex(entries[i].first);
        return index ? quint64(*index) : std::numeric_limits<quint64>::max();
    });
    return order;
}

Any::Object inKeyOrder(Any::Object entries)
{
    if (isSurelyInOrder(entries))
        return entries;
    Any::Object once;
    for (const auto index : keyOrder(entries))
        once.push_back(std::move(entries[index]));
    return once;
}

void writeAny(Encoder &encoder, const Any &any)
{
    std::visit(Writer(encoder), any.value);
}

Any readAny(Decoder &decoder)
{
    return readAny(decoder, 1);
}

bool skipAny(Decoder &decoder)
{
    Skipper skipper(decoder);
    skipper.skip(1);
    return skipper.canonical();
}

} // namespace lib0
