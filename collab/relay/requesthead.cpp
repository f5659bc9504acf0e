// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/requesthead.h"

namespace relay {

// https://www.rfc-editor.org/rfc/rfc9112#section-2.1
static std::optional<RequestHead> parsed(const QByteArray &bytes)
{
    const auto lines = bytes.split('\n');
    const auto first = lines.front().trimmed().split(' ');
    if (first.size() != 3)
        return std::nullopt;
    RequestHead head{.method = first[0], .url = QUrl::fromEncoded(first[1])};
    for (const auto &line : lines.sliced(1)) {
        const auto colon = line.indexOf(':');
        if (colon > 0)
            head.headers.append(line.first(colon).trimmed(), line.sliced(colon + 1).trimmed());
    }
    head.contentLength =
        head.headers.value(QHttpHeaders::WellKnownHeader::ContentLength).toByteArray().toLongLong();
    return head;
}

std::optional<RequestHead> HeadReader::add(QByteArrayView bytes)
{
    if (m_isDone)
        return std::nullopt;
    m_bytes += bytes;
    const auto end = m_bytes.indexOf("\r\n\r\n");
    m_isDone = end >= 0 || m_bytes.size() > Longest;
    if (!m_isDone)
        return std::nullopt;
    const auto head = std::exchange(m_bytes, {});
    return end >= 0 && end <= Longest ? parsed(head.first(end)) : std::nullopt;
}

} // namespace relay
