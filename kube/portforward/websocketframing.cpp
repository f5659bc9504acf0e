// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/portforward/websocketframing.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {

static constexpr quint8 Final = 0x80;
static constexpr quint8 Masked = 0x80;
static constexpr qsizetype ControlLimit = 125;

static void mask(QByteArray &bytes, const QByteArray &key, quint64 from)
{
    for (qsizetype i = 0; i < bytes.size(); ++i)
        bytes[i] = char(bytes[i] ^ key[qsizetype((from + quint64(i)) % 4)]);
}

QByteArray WebSocketFraming::frame(Opcode opcode, const QByteArray &bytes) const
{
    QByteArray result;
    result.reserve(bytes.size() + 14);
    result.append(char(Final | opcode));
    const quint8 masked = m_role == Role::Client ? Masked : 0;
    if (bytes.size() <= ControlLimit) {
        result.append(char(masked | quint8(bytes.size())));
    } else if (bytes.size() <= 0xffff) {
        char length[2];
        qToBigEndian(quint16(bytes.size()), length);
        result.append(char(masked | 126)).append(length, 2);
    } else {
        char length[8];
        qToBigEndian(quint64(bytes.size()), length);
        result.append(char(masked | 127)).append(length, 8);
    }
    if (m_role == Role::Server)
        return result + bytes;
    QByteArray key(4, Qt::Uninitialized);
    qToBigEndian(QRandomGenerator::system()->generate(), key.data());
    auto payload = bytes;
    mask(payload, key, 0);
    return result + key + payload;
}

bool WebSocketFraming::fail(const QString &problem)
{
    m_problem = problem;
    return false;
}

/// How long a head is, as far as its first two bytes tell; 2 before that.
static qsizetype headSize(const QByteArray &head)
{
    if (head.size() < 2)
        return 2;
    const auto second = quint8(head[1]);
    const auto length = second & 0x7f;
    return 2 + (length == 126 ? 2 : length == 127 ? 8 : 0) + (second & Masked ? 4 : 0);
}

bool WebSocketFraming::readHead()
{
    const auto first = quint8(m_head[0]);
    const auto second = quint8(m_head[1]);
    m_opcode = Opcode(first & 0x0f);
    m_left = second & 0x7f;
    if (m_left == 126)
        m_left = qFromBigEndian<quint16>(m_head.constData() + 2);
    else if (m_left == 127)
        m_left = qFromBigEndian<quint64>(m_head.constData() + 2);
    const bool isMasked = second & Masked;
    if ((first & 0x70) || isMasked != (m_role == Role::Server) || (m_left >> 63))
        return fail(u"a WebSocket frame is malformed"_s);
    m_mask = isMasked ? m_head.last(4) : QByteArray();
    m_at = 0;
    m_inFrame = true;
    m_head.clear();
    switch (m_opcode) {
    case Close:
    case Ping:
    case Pong:
        m_control.clear();
        if (!(first & Final) || m_left > quint64(ControlLimit))
            return fail(u"a WebSocket control frame is too long"_s);
        return true;
    case Continuation:
        if (m_message == Continuation)
            return fail(u"a WebSocket message goes on that did not begin"_s);
        m_opcode = m_message;
        break;
    case Text:
    case Binary:
        if (m_message != Continuation)
            return fail(u"a WebSocket message begins inside another"_s);
        break;
    default: return fail(u"a WebSocket frame is of an unknown kind"_s);
    }
    m_message = first & Final ? Continuation : m_opcode;
    return true;
}

bool WebSocketFraming::read(QByteArrayView bytes, std::vector<Part> &parts)
{
    while (m_problem.isEmpty() && (!bytes.isEmpty() || m_inFrame)) {
        if (!m_inFrame) {
            const auto length = std::min(bytes.size(), headSize(m_head) - m_head.size());
            m_head.append(bytes.first(length));
            bytes = bytes.sliced(length);
            if (m_head.size() >= 2 && m_head.size() == headSize(m_head) && !readHead())
                return false;
            continue;
        }
        const auto length = qsizetype(std::min<quint64>(m_left, quint64(bytes.size())));
        if (length == 0 && m_left > 0)
            break;
        auto part = bytes.first(length).toByteArray();
        if (!m_mask.isEmpty())
            mask(part, m_mask, m_at);
        bytes = bytes.sliced(length);
        m_left -= quint64(length);
        m_at += quint64(length);
        m_inFrame = m_left > 0;
        if (m_opcode < Close) {
            parts.push_back({m_opcode, std::move(part)});
            continue;
        }
        m_control += part;
        if (!m_inFrame)
            parts.push_back({m_opcode, m_control});
    }
    return m_problem.isEmpty();
}

QByteArray WebSocketFraming::makeKey()
{
    QByteArray key(16, Qt::Uninitialized);
    auto *const words = reinterpret_cast<quint32 *>(key.data());
    QRandomGenerator::system()->fillRange(words, 4);
    return key.toBase64();
}

QByteArray WebSocketFraming::acceptFor(const QByteArray &key)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(key);
    hash.addData("258EAFA5-E914-47DA-95CA-C5AB0DC85B11");
    return hash.result().toBase64();
}

} // namespace kube
