// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzz.h"

#include "workspace/logs/logbuffer.h"

/// Lines of a log: parts that lie in the line, text no longer than tabs can make it, spans without
/// gaps.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    workspace::LogBuffer buffer;
    auto rest = fuzz::viewOf(data, size);
    qint64 lines = 0;
    while (!rest.isEmpty()) {
        const auto end = rest.indexOf('\n');
        const auto line = rest.first(end < 0 ? rest.size() : end);
        rest = rest.sliced(end < 0 ? rest.size() : end + 1);
        const auto stamp = workspace::stampLength(line);
        fuzz::require(stamp >= 0 && stamp <= line.size(), "a stamp lies in its line");
        const auto second = workspace::secondOf(line.first(stamp));
        fuzz::require(stamp > 0 || !second.isValid(), "no stamp, no time");
        buffer.append(line, stamp < line.size() ? stamp : 0, workspace::levelOf(line));
        ++lines;
    }
    fuzz::require(buffer.end() - buffer.begin() == lines, "every line is kept");
    for (auto number = buffer.begin(); number < buffer.end(); ++number) {
        const auto line = buffer.at(number);
        const auto ansi = workspace::ansiText(line.bytes);
        fuzz::require(ansi.text.size() <= 8 * line.bytes.size(), "the text is bounded");
        int at = 0;
        for (const auto &span : ansi.spans) {
            fuzz::require(span.start == at && span.length > 0, "spans follow each other");
            at += span.length;
        }
        fuzz::require(at == ansi.text.size(), "spans cover the text");
    }
    return 0;
}
