// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/api/httphead.h"

#include <QList>

#include <algorithm>

namespace kube {

// RFC 9110 section 5.6.2. QHttpHeaders would refuse others, too, with a warning each.
static bool isToken(QByteArrayView name)
{
    static constexpr QByteArrayView Marks("!#$%&'*+-.^_`|~");
    return !name.isEmpty() && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || Marks.contains(c);
    });
}

// RFC 9110 section 5.5.
static bool isValue(QByteArrayView value)
{
    return std::ranges::all_of(value,
                               [](char c) { return c == '\t' || (quint8(c) >= 32 && c != 127); });
}

/// "HTTP/1.1 200 OK"
static int codeIn(QByteArrayView line)
{
    constexpr qsizetype Code = 9; // where it begins
    if (line.size() < Code + 3 || !line.startsWith("HTTP/1.") || line[Code - 1] != ' ')
        return 0;
    bool isNumber = false;
    const auto code = line.sliced(Code, 3).toInt(&isNumber);
    return isNumber && code >= 100 ? code : 0;
}

std::optional<HttpHead> headIn(QByteArrayView bytes)
{
    const auto end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return {};
    HttpHead head{.length = end + 4};
    const auto lines = bytes.first(end).toByteArray().split('\n');
    head.code = codeIn(lines.first());
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QByteArrayView line(lines[i]);
        const auto colon = line.indexOf(':');
        if (colon <= 0 || !isToken(line.first(colon)))
            continue;
        if (const auto value = line.sliced(colon + 1).trimmed(); isValue(value))
            head.headers.append(line.first(colon), value);
    }
    return head;
}

} // namespace kube
