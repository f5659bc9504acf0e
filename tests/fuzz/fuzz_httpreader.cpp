// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzz.h"

#include "kube/api/httpreader.h"

#include <algorithm>

using kube::HttpReader;

namespace {

struct Outcome
{
    QByteArray body = {};
    HttpReader::State state = HttpReader::State::Head;
    HttpReader::State last = HttpReader::State::Head; ///< after the end of the connection
    int code = 0;

    bool operator==(const Outcome &) const = default;
};

Outcome readIn(QByteArrayView bytes, qsizetype step)
{
    HttpReader reader;
    Outcome outcome;
    for (qsizetype at = 0; at < bytes.size(); at += step) {
        auto part = bytes.sliced(at, std::min(step, bytes.size() - at)).toByteArray();
        const auto size = reader.take(part.data(), part.size());
        fuzz::require(size >= 0 && size <= part.size(), "no body out of nothing");
        outcome.body.append(part.constData(), size);
    }
    outcome.state = reader.state();
    outcome.code = reader.head().code;
    reader.finish();
    outcome.last = reader.state();
    fuzz::require(outcome.last == HttpReader::State::Done
                      || outcome.last == HttpReader::State::Broken,
                  "the end of the connection ends the answer");
    fuzz::require((outcome.last == HttpReader::State::Broken) == !reader.problem().isEmpty(),
                  "what is broken has a reason");
    return outcome;
}

} // namespace

/// What a server answers, cut anywhere: the same body and the same end come out.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    const auto bytes = fuzz::viewOf(data + 1, size - 1);
    const auto whole = readIn(bytes, std::max<qsizetype>(bytes.size(), 1));
    fuzz::require(whole == readIn(bytes, 1), "cuts change nothing");
    fuzz::require(whole == readIn(bytes, data[0] % 31 + 2), "cuts change nothing");
    return 0;
}
