// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzz.h"

#include "kube/copy/tarformat.h"

#include <algorithm>

namespace {

struct Outcome
{
    bool good = true;
    bool over = false;
    std::vector<std::pair<kube::TarEntry, QByteArray>> members = {};

    bool operator==(const Outcome &) const = default;
};

Outcome readIn(QByteArrayView bytes, qsizetype step)
{
    using What = kube::TarReader::Part::What;
    kube::TarReader reader;
    Outcome outcome;
    std::vector<kube::TarReader::Part> parts;
    for (qsizetype at = 0; at < bytes.size() && outcome.good; at += step)
        outcome.good = reader.read(bytes.sliced(at, std::min(step, bytes.size() - at)), parts);
    for (const auto &part : parts) {
        if (part.what == What::Begin)
            outcome.members.emplace_back(part.entry, QByteArray());
        else if (part.what == What::Data)
            outcome.members.back().second += part.data;
        else
            fuzz::require(outcome.members.back().second.size() == outcome.members.back().first.size,
                          "a member is as long as it says");
    }
    outcome.over = reader.isOver();
    return outcome;
}

} // namespace

/// An archive as a container sends it. However it is cut, the same members come out.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto bytes = fuzz::viewOf(data, size);
    const auto whole = readIn(bytes, std::max<qsizetype>(bytes.size(), 1));
    fuzz::require(whole == readIn(bytes, 7), "cuts change nothing");
    qsizetype content = 0;
    for (const auto &[entry, text] : whole.members)
        content += text.size();
    fuzz::require(content <= bytes.size(), "no content out of nothing");
    return 0;
}
