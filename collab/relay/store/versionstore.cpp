// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/store/versionstore.h"

#include <QRandomGenerator>
#include <QtEndian>

namespace relay {

QString makeRecordId()
{
    return QString::number(QRandomGenerator::system()->generate64(), 16).rightJustified(16, u'0');
}

QByteArray packState(const QByteArray &state)
{
    return qCompress(state);
}

std::optional<QByteArray> unpackState(const QByteArray &packed)
{
    static constexpr quint32 Largest = 1024 * 1024 * 1024;
    // qUncompress() makes as much room as the first bytes say.
    if (packed.size() < 4 || qFromBigEndian<quint32>(packed.constData()) > Largest)
        return std::nullopt;
    auto state = qUncompress(packed);
    return state.isEmpty() ? std::nullopt : std::optional(std::move(state));
}

} // namespace relay
