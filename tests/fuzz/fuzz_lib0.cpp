// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzz.h"

#include "collab/lib0/anycoding.h"
#include "collab/lib0/columns.h"
#include "collab/lib0/json.h"

namespace {

QByteArray encoded(const lib0::Any &any)
{
    lib0::Encoder encoder;
    lib0::writeAny(encoder, any);
    return encoder.take();
}

void readAny(QByteArrayView bytes)
{
    lib0::Decoder reader(bytes);
    lib0::Decoder skipper(bytes);
    const auto any = lib0::readAny(reader);
    const bool isCanonical = lib0::skipAny(skipper);
    fuzz::require(reader.ok() == skipper.ok(), "what can be read can be skipped");
    if (!reader.ok())
        return;
    fuzz::require(reader.position() == skipper.position(), "both end at the same byte");
    const auto again = encoded(any);
    fuzz::require(!isCanonical || again == bytes.first(reader.position()),
                  "what is canonical is written so");
    lib0::Decoder second(again);
    fuzz::require(encoded(lib0::readAny(second)) == again, "what was written is read as it was");
    if (any.isUndefined())
        return; // which is no JSON
    const auto parsed = lib0::parseJson(lib0::stringify(any)); // a BigInt is a double from here
    fuzz::require(parsed.has_value(), "what was written as JSON is JSON");
    const auto json = lib0::stringify(*parsed);
    fuzz::require(lib0::stringify(*lib0::parseJson(json)) == json, "JSON does not change twice");
}

void readJson(QByteArrayView bytes)
{
    const auto any = lib0::parseJson(bytes);
    if (!any)
        return;
    const auto text = lib0::stringify(*any);
    const auto again = lib0::parseJson(text);
    fuzz::require(again && lib0::stringify(*again) == text, "JSON does not change twice");
    fuzz::require(lib0::isSameJson(*any, *any), "a value is like itself");
}

/// Reads numbers until they end, and a few more; then writes those again.
template<typename Decoder, typename Encoder>
void readColumn(QByteArrayView bytes)
{
    constexpr int Most = 2000; // a run may be longer than anybody waits for
    Decoder decoder(bytes);
    Encoder encoder;
    std::vector<decltype(decoder.read())> values;
    while (int(values.size()) < Most) {
        const auto value = decoder.read();
        if (!decoder.decoder().ok())
            break;
        values.push_back(value);
        encoder.write(value);
    }
    const auto again = encoder.take();
    Decoder second(again);
    for (const auto value : values)
        fuzz::require(second.read() == value, "a column comes back as it was");
}

void readTexts(QByteArrayView bytes)
{
    lib0::StringDecoder decoder(bytes);
    for (int i = 0; i < 100 && decoder.ok(); ++i)
        fuzz::require(lib0::isValidUtf8(decoder.read()), "texts are UTF-8");
}

} // namespace

/// The first byte chooses what the others are taken for.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const auto bytes = fuzz::viewOf(data + 1, size - 1);
    switch (data[0] % 6) {
    case 0: readAny(bytes); break;
    case 1: readJson(bytes); break;
    case 2: readColumn<lib0::RleDecoder, lib0::RleEncoder>(bytes); break;
    case 3: readColumn<lib0::UintOptRleDecoder, lib0::UintOptRleEncoder>(bytes); break;
    case 4: readColumn<lib0::IntDiffOptRleDecoder, lib0::IntDiffOptRleEncoder>(bytes); break;
    default: readTexts(bytes);
    }
    return 0;
}
