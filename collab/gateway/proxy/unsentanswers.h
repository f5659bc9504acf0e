// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/sharedroom.h"

#include <QByteArray>
#include <QIODevice>

namespace gateway {

/// Large answers that their readers have not taken yet, which are kept in memory: bounded, for each
/// who asks and for all together. One answer is always let through. On the gateway's thread.
class UnsentAnswers
{
public:
    static constexpr qint64 Shares = 4; ///< one who asks has that part of the whole

    /// The bytes as a device that is to be deleted when they are sent. Null: too many wait, of
    /// `mostBytes` for all together. May outlive this.
    std::unique_ptr<QIODevice> hold(const QString &subject, const QByteArray &bytes,
                                    qint64 mostBytes);
    qint64 waiting() const { return m_room.taken(); } ///< bytes

private:
    relay::SharedRoom m_room;
};

} // namespace gateway
