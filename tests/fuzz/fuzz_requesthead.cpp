// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzz.h"

#include "collab/relay/auth/accessgate.h"
#include "collab/relay/requesthead.h"

namespace {

struct Read
{
    QByteArray method = {};
    QUrl url = {};
    qsizetype headers = 0;
    QByteArray token = {};

    bool operator==(const Read &) const = default;
};

/// What comes of a head that arrives `step` bytes at a time.
std::optional<Read> read(QByteArrayView bytes, qsizetype step)
{
    relay::HeadReader reader;
    while (!bytes.isEmpty() && !reader.isDone()) {
        const auto length = std::min(step, bytes.size());
        if (const auto head = reader.add(bytes.first(length)))
            return Read{.method = head->method,
                        .url = head->url,
                        .headers = head->headers.size(),
                        .token = relay::tokenOf(head->url, head->headers)};
        bytes = bytes.sliced(length);
    }
    return std::nullopt;
}

} // namespace

/// However a head is cut on its way, it says the same.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto bytes = fuzz::viewOf(data, size);
    const auto end = bytes.indexOf("\r\n\r\n");
    const auto whole = read(bytes, std::max<qsizetype>(bytes.size(), 1));
    fuzz::require(!whole || (end >= 0 && end <= relay::HeadReader::Longest), "a head has an end");
    if (end >= 0 && end + 4 == bytes.size() && end <= relay::HeadReader::Longest - 4)
        fuzz::require(read(bytes, 7) == whole, "pieces say what the whole says");
    return 0;
}
