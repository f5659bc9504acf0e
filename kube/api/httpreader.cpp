// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/api/httpreader.h"

#include <algorithm>
#include <cstring>
#include <utility>

using namespace Qt::StringLiterals;

namespace kube {

using Header = QHttpHeaders::WellKnownHeader;

qsizetype HttpReader::take(char *bytes, qsizetype size)
{
    qsizetype body = 0;
    for (qsizetype at = 0; at < size && m_part != Part::Done && m_part != Part::Broken;) {
        const QByteArrayView rest(bytes + at, size - at);
        switch (m_part) {
        case Part::Head: at += takeHead(rest); break;
        case Part::ChunkSize: at += takeSize(rest); break;
        case Part::ChunkEnd: at += takeChunkEnd(rest); break;
        case Part::Trailers: at += takeTrailers(rest); break;
        case Part::Sized:
        case Part::Chunk:
        case Part::Endless: {
            const bool isEndless = m_part == Part::Endless;
            const auto part =
                isEndless ? rest.size() : qsizetype(std::min<qint64>(m_left, rest.size()));
            std::memmove(bytes + body, bytes + at, size_t(part));
            body += part;
            at += part;
            m_left -= isEndless ? 0 : part;
            if (m_left == 0 && !isEndless)
                m_part = m_part == Part::Chunk ? Part::ChunkEnd : Part::Done;
            break;
        }
        case Part::Done:
        case Part::Broken: break;
        }
    }
    return body;
}

void HttpReader::finish()
{
    if (m_part == Part::Endless)
        m_part = Part::Done;
    else if (m_part != Part::Done && m_part != Part::Broken)
        fail(u"the connection ended in the middle of the answer"_s);
}

HttpReader::State HttpReader::state() const
{
    switch (m_part) {
    case Part::Head: return State::Head;
    case Part::Done: return State::Done;
    case Part::Broken: return State::Broken;
    default: return State::Body;
    }
}

void HttpReader::fail(const QString &problem)
{
    m_part = Part::Broken;
    m_problem = problem;
    m_line = {};
}

qsizetype HttpReader::takeHead(QByteArrayView bytes)
{
    const auto before = m_line.size();
    m_line.append(bytes.first(std::min(bytes.size(), HttpHead::Limit - m_skipped - before)));
    const auto from = std::max<qsizetype>(before - 3, 0);
    auto head =
        QByteArrayView(m_line).indexOf("\r\n\r\n", from) < 0 ? std::nullopt : headIn(m_line);
    if (!head) {
        const auto taken = m_line.size() - before;
        if (m_skipped + m_line.size() >= HttpHead::Limit)
            fail(u"the answer's header is too long"_s);
        return taken;
    }
    m_line.clear();
    const auto taken = head->length - before;
    m_head = std::move(*head);
    if (m_head.code == 0)
        fail(u"the answer is no HTTP"_s);
    else if (m_head.code < 200 && m_head.code != 101)
        m_skipped += m_head.length; // RFC 9110 section 15.2: another one follows
    else
        begin();
    return taken;
}

/// RFC 9112 section 6.3: how long the body is.
void HttpReader::begin()
{
    m_skipped = 0;
    const auto &headers = m_head.headers;
    const auto coding = headers.combinedValue(Header::TransferEncoding);
    if (m_head.code == 101 || m_head.code == 204 || m_head.code == 304)
        m_part = Part::Done;
    else if (coding.compare("chunked", Qt::CaseInsensitive) == 0)
        m_part = Part::ChunkSize;
    else if (!coding.isEmpty())
        fail(u"the answer is encoded in an unknown way"_s);
    else if (headers.contains(Header::ContentLength))
        beginSized(headers);
    else
        m_part = Part::Endless;
}

void HttpReader::beginSized(const QHttpHeaders &headers)
{
    bool isNumber = true;
    const auto values = headers.values(Header::ContentLength);
    for (const auto &value : values)
        isNumber = isNumber && value == values.first();
    const auto &digits = values.first();
    isNumber = isNumber && !digits.isEmpty() && digits.size() <= 18
        && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
    if (!isNumber)
        return fail(u"the answer's length is no number"_s);
    m_left = digits.toLongLong();
    m_part = m_left > 0 ? Part::Sized : Part::Done;
}

/// The size in hexadecimal digits, or -1. What follows it (extensions) means nothing to us.
static qint64 sizeIn(QByteArrayView line)
{
    qint64 size = 0;
    qsizetype at = 0;
    for (; at < line.size() && size <= HttpReader::ChunkLimit; ++at) {
        const char c = line[at];
        const char small = char(c | 0x20);
        if (c >= '0' && c <= '9')
            size = size * 16 + (c - '0');
        else if (small >= 'a' && small <= 'f')
            size = size * 16 + (small - 'a' + 10);
        else
            break;
    }
    const bool isEnd = at == line.size() || line[at] == ';' || line[at] == ' ' || line[at] == '\t';
    return at > 0 && isEnd && size <= HttpReader::ChunkLimit ? size : -1;
}

// RFC 9112 section 7.1.
qsizetype HttpReader::takeSize(QByteArrayView bytes)
{
    const auto within = bytes.first(std::min(bytes.size(), LineLimit - m_line.size()));
    const auto newline = within.indexOf('\n');
    const auto taken = newline < 0 ? within.size() : newline + 1;
    auto line = within.first(taken);
    if (newline < 0 || !m_line.isEmpty()) {
        m_line.append(line);
        line = m_line;
    }
    if (newline < 0) {
        if (m_line.size() >= LineLimit)
            fail(u"the size of a chunk is too long"_s);
        return taken;
    }
    m_left = line.endsWith("\r\n") ? sizeIn(line.chopped(2)) : -1;
    m_line.clear();
    if (m_left < 0)
        fail(u"the size of a chunk is no number"_s);
    else
        m_part = m_left > 0 ? Part::Chunk : Part::Trailers;
    return taken;
}

qsizetype HttpReader::takeChunkEnd(QByteArrayView bytes)
{
    const QByteArrayView wanted = m_line.isEmpty() ? "\r\n" : "\n";
    const auto taken = std::min(bytes.size(), wanted.size());
    if (bytes.first(taken) != wanted.first(taken)) {
        fail(u"a chunk is longer than it said"_s);
    } else if (taken < wanted.size()) {
        m_line = "\r"_ba;
    } else {
        m_line.clear();
        m_part = Part::ChunkSize;
    }
    return taken;
}

/// RFC 9112 section 7.1.2: lines up to an empty one.
qsizetype HttpReader::takeTrailers(QByteArrayView bytes)
{
    const auto within = bytes.first(std::min(bytes.size(), HttpHead::Limit - m_skipped));
    const auto newline = within.indexOf('\n');
    const auto taken = newline < 0 ? within.size() : newline + 1;
    m_skipped += taken;
    m_line.append(within.first(taken));
    if (newline >= 0 && m_line == "\r\n")
        m_part = Part::Done;
    else if (m_skipped >= HttpHead::Limit)
        fail(u"what follows the answer is too long"_s);
    if (newline >= 0)
        m_line.clear();
    return taken;
}

} // namespace kube
