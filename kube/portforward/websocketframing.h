// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace kube {

/// The frames of a WebSocket, without its connection: RFC 6455 section 5. Messages are told in
/// parts as they arrive, so that only control frames wait here, at most 125 bytes.
class WebSocketFraming
{
public:
    enum class Role { Client, Server };
    enum Opcode : quint8 { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

    /// Some bytes of a message, or a control frame as a whole.
    struct Part
    {
        Opcode opcode = Binary;
        QByteArray bytes = {};

        bool operator==(const Part &) const = default;
    };

    explicit WebSocketFraming(Role role)
        : m_role(role)
    {
    }

    /// A whole message as one frame; a client masks it.
    QByteArray frame(Opcode opcode, const QByteArray &bytes) const;
    /// Appends what was read to `parts`. False after a violation, see problem(); nothing more is
    /// read then.
    bool read(QByteArrayView bytes, std::vector<Part> &parts);
    QString problem() const { return m_problem; }

    /// A key for the handshake, and the answer that it must get (section 4.2.2).
    static QByteArray makeKey();
    static QByteArray acceptFor(const QByteArray &key);

private:
    bool readHead();
    bool fail(const QString &problem);

    Role m_role;
    QByteArray m_head; ///< as far as it is here
    QByteArray m_control; ///< payload of a control frame
    Opcode m_opcode = Binary; ///< of the frame under way
    Opcode m_message = Continuation; ///< of the message under way; Continuation: none
    quint64 m_left = 0; ///< bytes of the frame under way
    quint64 m_at = 0;
    QByteArray m_mask;
    bool m_inFrame = false;
    QString m_problem;
};

} // namespace kube
