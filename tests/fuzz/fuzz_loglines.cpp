// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzz.h"

#include "kube/logstore/linesearch.h"
#include "kube/logstore/stamp.h"
#include "workspace/logs/ansitext.h"

#include <QDir>

#include <array>

using namespace Qt::StringLiterals;

/// Lines of a log: every one is kept, stamps lie in their lines, many lines at once have the levels
/// that each has alone, blocks answer patterns as lines do; text no longer than tabs can make it,
/// spans without gaps.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const std::array Patterns{logstore::Pattern(u"err"_s), logstore::Pattern(u"^.?a[^x]"_s),
                                     logstore::Pattern(u"!\\d+$"_s)};
    logstore::LogStore store(QDir::tempPath());
    const auto source = store.source({});
    const auto bytes = fuzz::viewOf(data, size);
    store.append(source, bytes.first(bytes.size() / 2));
    store.append(source, bytes.sliced(bytes.size() / 2));
    fuzz::require(store.count() == bytes.count('\n'), "every line is kept");
    for (const auto &pattern : Patterns) {
        for (const auto &block : store.blocks()) {
            const auto wanted = logstore::linesWanted({.include = {pattern}}, block, block.bytes);
            for (int i = 0; i < wanted.count(); ++i)
                fuzz::require(wanted.at(i) == pattern.matches(store.line(block.first + i).bytes),
                              "a block answers as its lines do");
        }
    }
    for (auto number = store.begin(); number < store.end(); ++number) {
        const auto line = store.line(number);
        fuzz::require(line.level == logstore::levelOf(line.bytes), "one line has one level");
        const auto stamp = logstore::stampOf(line.bytes);
        fuzz::require(stamp.length >= 0 && stamp.length <= line.bytes.size(),
                      "a stamp lies in its line");
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
