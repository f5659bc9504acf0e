// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/requesthead.h"

#include <QHttpServerRequest>

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
    if (!head.url.isValid())
        return std::nullopt;
    for (const auto &line : lines.sliced(1)) {
        const auto colon = line.indexOf(':');
        if (colon <= 0 || line.startsWith(' ') || line.startsWith('\t')) // folded: RFC 9112, 5.2
            return std::nullopt;
        head.headers.append(line.first(colon).trimmed(), line.sliced(colon + 1).trimmed());
    }
    head.contentLength =
        head.headers.value(QHttpHeaders::WellKnownHeader::ContentLength).toByteArray().toLongLong();
    return head;
}

QByteArray methodOf(const QHttpServerRequest &request)
{
    using Method = QHttpServerRequest::Method;
    switch (request.method()) {
    case Method::Get: return "GET";
    case Method::Post: return "POST";
    case Method::Put: return "PUT";
    case Method::Delete: return "DELETE";
    case Method::Head: return "HEAD";
    case Method::Options: return "OPTIONS";
    case Method::Patch: return "PATCH";
    default: return "OTHER";
    }
}

RequestHead headOf(const QHttpServerRequest &request)
{
    return {.method = methodOf(request),
            .url = request.url(),
            .headers = request.headers(),
            .contentLength = request.body().size(),
            .from = request.remoteAddress()};
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

bool hasTooLongField(const RequestHead &head)
{
    if (!head.headers.contains(QHttpHeaders::WellKnownHeader::Upgrade))
        return false;
    for (qsizetype i = 0; i < head.headers.size(); ++i) {
        const auto size = head.headers.nameAt(i).size() + head.headers.valueAt(i).size();
        if (size + 2 > LongestUpgradeField) // with ": "
            return true;
    }
    return false;
}

std::optional<RequestHead> HeadReader::add(QByteArrayView bytes)
{
    if (m_isDone)
        return std::nullopt;
    m_bytes += bytes;
    const auto end = m_bytes.indexOf("\r\n\r\n");
    m_isTooLong = end > Longest || (end < 0 && m_bytes.size() > Longest);
    m_isDone = end >= 0 || m_isTooLong;
    m_isFollowed = end >= 0 && m_bytes.size() > end + 4;
    if (!m_isDone)
        return std::nullopt;
    const auto head = std::exchange(m_bytes, {});
    return m_isTooLong ? std::nullopt : parsed(head.first(end));
}

} // namespace relay
