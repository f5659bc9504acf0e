// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzz.h"

#include "kube/portforward/spdyframes.h"

#include <algorithm>

namespace {

struct Outcome
{
    bool good = true;
    qsizetype data = 0; ///< bytes in Data frames
    std::vector<kube::SpdyFrame> control = {};

    bool operator==(const Outcome &) const = default;
};

Outcome readIn(QByteArrayView bytes, qsizetype step)
{
    kube::SpdyReader reader;
    Outcome outcome;
    std::vector<kube::SpdyFrame> frames;
    for (qsizetype at = 0; at < bytes.size() && outcome.good; at += step)
        outcome.good = reader.read(bytes.sliced(at, std::min(step, bytes.size() - at)), frames);
    for (const auto &frame : frames) {
        if (frame.type == kube::SpdyFrame::Type::Data)
            outcome.data += frame.data.size();
        else
            outcome.control.push_back(frame);
    }
    fuzz::require(outcome.good == reader.problem().isEmpty(), "a refusal has a reason");
    return outcome;
}

} // namespace

/// What a server says after the upgrade. However it is cut, the same frames come out; what comes
/// out and is written again is read as the same.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto bytes = fuzz::viewOf(data, size);
    const auto whole = readIn(bytes, std::max<qsizetype>(bytes.size(), 1));
    fuzz::require(whole.data <= bytes.size(), "no data out of nothing");
    const auto cut = readIn(bytes, 1);
    fuzz::require(whole == cut, "cuts change nothing");
    kube::SpdyWriter writer;
    QByteArray again;
    for (const auto &frame : whole.control)
        again += writer.write(frame);
    kube::SpdyReader reader;
    std::vector<kube::SpdyFrame> frames;
    fuzz::require(reader.read(again, frames) && frames == whole.control, "a round trip");
    return 0;
}
