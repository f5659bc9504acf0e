// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/portforward/spdyframes.h"

#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

constexpr qsizetype HeadSize = 8;
constexpr quint32 ControlBit = 0x80000000;
constexpr quint32 StreamMask = 0x7fffffff; // the first bit is reserved everywhere
constexpr quint32 LengthMask = 0xffffff;
constexpr quint32 Version = 3; // 3.1 says 3, too
constexpr quint8 FlagLast = 1;

quint32 numberAt(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.data() + at);
}

void append(QByteArray &to, quint32 number)
{
    char bytes[4];
    qToBigEndian(number, bytes);
    to.append(bytes, 4);
}

/// How many bytes the body of a control frame has at least; no value for a type that is unknown.
std::optional<qsizetype> leastSize(quint32 type)
{
    switch (SpdyFrame::Type(type)) {
    case SpdyFrame::Type::SynStream: return 10;
    case SpdyFrame::Type::SynReply:
    case SpdyFrame::Type::Settings:
    case SpdyFrame::Type::Ping:
    case SpdyFrame::Type::Headers: return 4;
    case SpdyFrame::Type::RstStream:
    case SpdyFrame::Type::GoAway:
    case SpdyFrame::Type::WindowUpdate: return 8;
    case SpdyFrame::Type::Data: break;
    }
    return {};
}

/// Where the header block begins; no value when the frame has none.
std::optional<qsizetype> headersAt(SpdyFrame::Type type)
{
    switch (type) {
    case SpdyFrame::Type::SynStream: return 10;
    case SpdyFrame::Type::SynReply:
    case SpdyFrame::Type::Headers: return 4;
    default: return {};
    }
}

} // namespace

bool SpdyReader::fail(const QString &problem)
{
    m_problem = problem;
    return false;
}

bool SpdyReader::read(QByteArrayView bytes, std::vector<SpdyFrame> &frames)
{
    while (m_problem.isEmpty() && !bytes.isEmpty()) {
        if (m_inData) {
            const auto length = std::min<qsizetype>(bytes.size(), m_dataLeft);
            m_dataLeft -= quint32(length);
            m_inData = m_dataLeft > 0;
            frames.push_back({.type = SpdyFrame::Type::Data,
                              .stream = m_stream,
                              .last = m_last && !m_inData,
                              .data = bytes.first(length).toByteArray()});
            bytes = bytes.sliced(length);
            continue;
        }
        const qsizetype whole = m_control.size() < HeadSize
            ? HeadSize
            : HeadSize + qsizetype(numberAt(m_control, 4) & LengthMask);
        const auto length = std::min(bytes.size(), whole - m_control.size());
        m_control.append(bytes.first(length));
        bytes = bytes.sliced(length);
        if (m_control.size() < whole)
            break;
        if (whole == HeadSize && !readHead(frames))
            return false;
        const bool complete = m_control.size() >= HeadSize
            && m_control.size() == HeadSize + qsizetype(numberAt(m_control, 4) & LengthMask);
        if (!complete)
            continue;
        if (!readControl(QByteArrayView(m_control).sliced(HeadSize), frames))
            return false;
        m_control.clear();
    }
    return m_problem.isEmpty();
}

/// Looks at eight bytes: the whole head of either kind of frame. Data begins at once.
bool SpdyReader::readHead(std::vector<SpdyFrame> &frames)
{
    const auto first = numberAt(m_control, 0);
    const auto second = numberAt(m_control, 4);
    const auto length = second & LengthMask;
    if (first & ControlBit) {
        if (((first & ~ControlBit) >> 16) != Version)
            return fail(u"a control frame is of another version"_s);
        if (length > ControlLimit)
            return fail(u"a control frame is too long"_s);
        return true;
    }
    m_control.clear();
    m_stream = first;
    m_last = (second >> 24) & FlagLast;
    m_dataLeft = length;
    m_inData = length > 0;
    if (!m_inData)
        frames.push_back({.type = SpdyFrame::Type::Data, .stream = m_stream, .last = m_last});
    return true;
}

bool SpdyReader::readControl(QByteArrayView body, std::vector<SpdyFrame> &frames)
{
    const auto type = numberAt(m_control, 0) & 0xffff;
    const auto least = leastSize(type);
    if (!least)
        return true; // section 2.2.2: unknown types are skipped
    if (body.size() < *least)
        return fail(u"a control frame is too short"_s);
    SpdyFrame frame{.type = SpdyFrame::Type(type)};
    frame.last = (numberAt(m_control, 4) >> 24) & FlagLast;
    frame.stream = numberAt(body, 0) & StreamMask;
    if (const auto at = headersAt(frame.type)) {
        auto headers = m_headers.unpack(body.sliced(*at));
        if (!headers)
            return fail(u"a header block cannot be read"_s);
        frame.headers = *std::move(headers);
    } else if (frame.type == SpdyFrame::Type::Settings) {
        frame = {.type = frame.type};
        if (!readSettings(body, frame))
            return false;
    } else if (frame.type == SpdyFrame::Type::Ping) {
        frame = {.type = frame.type, .value = numberAt(body, 0)};
    } else {
        frame.last = false;
        frame.value = numberAt(body, 4);
        if (frame.type == SpdyFrame::Type::WindowUpdate)
            frame.value &= StreamMask;
    }
    frames.push_back(std::move(frame));
    return true;
}

// Section 2.6.4: a count, then flags and id, and value, of each.
bool SpdyReader::readSettings(QByteArrayView body, SpdyFrame &frame)
{
    const auto count = numberAt(body, 0);
    if (qint64(count) * 8 != body.size() - 4)
        return fail(u"a settings frame is of the wrong length"_s);
    for (qsizetype at = 4; at < body.size(); at += 8)
        frame.settings.emplace_back(numberAt(body, at) & LengthMask, numberAt(body, at + 4));
    return true;
}

QByteArray SpdyWriter::write(const SpdyFrame &frame)
{
    QByteArray body;
    switch (frame.type) {
    case SpdyFrame::Type::Data: body = frame.data; break;
    case SpdyFrame::Type::SynStream:
        append(body, frame.stream);
        append(body, 0); // associated to no other stream
        body.append(2, '\0'); // the highest priority, no credential slot
        body += m_headers.pack(frame.headers);
        break;
    case SpdyFrame::Type::SynReply:
    case SpdyFrame::Type::Headers:
        append(body, frame.stream);
        body += m_headers.pack(frame.headers);
        break;
    case SpdyFrame::Type::Settings:
        append(body, quint32(frame.settings.size()));
        for (const auto &[id, value] : frame.settings) {
            append(body, id);
            append(body, value);
        }
        break;
    case SpdyFrame::Type::Ping: append(body, frame.value); break;
    case SpdyFrame::Type::RstStream:
    case SpdyFrame::Type::GoAway:
    case SpdyFrame::Type::WindowUpdate:
        append(body, frame.stream);
        append(body, frame.value);
        break;
    }
    QByteArray bytes;
    bytes.reserve(HeadSize + body.size());
    append(bytes,
           frame.type == SpdyFrame::Type::Data ? frame.stream
                                               : ControlBit | Version << 16 | quint32(frame.type));
    append(bytes, (frame.last ? quint32(FlagLast) << 24 : 0) | quint32(body.size()));
    return bytes + body;
}

} // namespace kube
