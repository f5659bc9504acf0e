// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzz.h"

#include "kube/logstore/pattern.h"
#include "workspace/logs/ansitext.h"

/// Any bytes as a line with escapes: spans without gaps that cover the text, colours that exist,
/// nothing below a blank left in the text, and the same text that a filter sees.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto bytes = fuzz::viewOf(data, size);
    const auto ansi = workspace::ansiText(bytes);
    fuzz::require(ansi.text.size() <= 8 * bytes.size(), "the text is bounded");
    int at = 0;
    for (const auto &span : ansi.spans) {
        fuzz::require(span.start == at && span.length > 0, "spans follow each other");
        at += span.length;
        for (const int color : {span.foreground, span.background}) {
            const bool isPalette = color >= workspace::AnsiSpan::DefaultColor && color < 256;
            const bool isRgb =
                color >= workspace::AnsiSpan::RgbFlag && color < 2 * workspace::AnsiSpan::RgbFlag;
            fuzz::require(isPalette || isRgb, "a colour is one");
        }
    }
    fuzz::require(at == ansi.text.size(), "spans cover the text");
    for (const QChar c : ansi.text)
        fuzz::require(c.unicode() >= 0x20 && c.unicode() != 0x7f, "no control is left");
    const auto plain = logstore::withoutEscapes(bytes);
    fuzz::require(plain.size() <= bytes.size(), "taking escapes out adds nothing");
    return 0;
}
