// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/requesthead.h"

#include <algorithm>

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

HeadProblem problemOf(const RequestHead &head)
{
    using Header = QHttpHeaders::WellKnownHeader;
    if (head.headers.size() > MostFields)
        return HeadProblem::TooMany;
    const auto lengths = head.headers.values(Header::ContentLength);
    const bool isNumber = lengths.isEmpty()
        || std::ranges::all_of(lengths.first(), [](char c) { return c >= '0' && c <= '9'; });
    const bool isAmbiguous = lengths.size() > 1 || !isNumber
        || (!lengths.isEmpty() && head.headers.contains(Header::TransferEncoding));
    return isAmbiguous ? HeadProblem::Ambiguous : HeadProblem::None;
}

std::optional<RequestHead> HeadReader::add(QByteArrayView bytes)
{
    if (m_isDone)
        return std::nullopt;
    m_bytes += bytes;
    const auto end = m_bytes.indexOf("\r\n\r\n");
    m_isTooLong = end > Longest || (end < 0 && m_bytes.size() > Longest);
    m_isDone = end >= 0 || m_isTooLong;
    if (!m_isDone)
        return std::nullopt;
    const auto head = std::exchange(m_bytes, {});
    return m_isTooLong ? std::nullopt : parsed(head.first(end));
}

} // namespace relay
