// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/logstore/pattern.h"

#include <algorithm>

namespace logstore {

/// The position after the escape sequence that begins at `at`; a newline ends every sequence.
/// ECMA-48 5.4 (control sequences) and 5.6 (control strings).
static qsizetype afterEscape(QByteArrayView bytes, qsizetype at)
{
    ++at;
    if (at >= bytes.size() || bytes[at] == '\n')
        return at;
    const char kind = bytes[at++];
    if (kind == '[') {
        while (at < bytes.size() && bytes[at] != '\n' && !(bytes[at] >= '@' && bytes[at] <= '~'))
            ++at;
    } else if (kind == ']') { // up to BEL or ESC and one more
        while (at < bytes.size() && bytes[at] != '\n' && bytes[at] != '\a' && bytes[at] != '\x1b')
            ++at;
        if (at < bytes.size() && bytes[at] == '\x1b')
            ++at;
    } else {
        return at;
    }
    return at < bytes.size() && bytes[at] != '\n' ? at + 1 : at;
}

QByteArray withoutEscapes(QByteArrayView bytes)
{
    QByteArray plain;
    plain.reserve(bytes.size());
    for (qsizetype at = 0; at < bytes.size();) {
        const auto escape = bytes.indexOf('\x1b', at);
        plain.append(bytes.sliced(at, (escape < 0 ? bytes.size() : escape) - at));
        if (escape < 0)
            break;
        at = afterEscape(bytes, escape);
    }
    return plain;
}

} // namespace logstore
