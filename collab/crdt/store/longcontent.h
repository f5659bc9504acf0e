// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/store/item.h"

#include <QByteArray>

#include <vector>

namespace crdt {

/// Where a unit begins. For text this is the byte at which the unit's character begins;
/// `insidePair` says that the unit is the second half of a character beyond the BMP.
struct UnitPlace
{
    qsizetype byte = 0;
    bool insidePair = false;
};

/// Where unit `offset` of the bytes of a kind with several units begins.
UnitPlace placeOfUnit(Kind kind, QByteArrayView bytes, quint64 offset);

/// What a struct holds that begins there.
QByteArray bytesFrom(QByteArrayView bytes, const UnitPlace &place);

/// The content of an item that has much of it. A cut costs what the smaller part has, so that an
/// item can be cut again and again in time that its size bounds, wherever the cuts are.
class LongContent
{
public:
    /// Contents of at least as many bytes are long.
    static constexpr qsizetype Least = 1024;

    LongContent(Kind kind, QByteArrayView bytes)
        : m_kind(kind)
        , m_bytes(bytes.toByteArray())
    {
    }

    QByteArrayView bytes() const { return m_bytes; }
    void append(QByteArrayView bytes) { m_bytes.append(bytes); }

    /// Cuts itself in two before unit `offset` of `units` and keeps the part with more units.
    struct Part
    {
        QByteArray bytes;
        bool isRight = false;
    };
    Part cut(quint64 units, quint64 offset);

private:
    /// Where a unit was found, counted from where the content once began.
    struct Found
    {
        quint64 unit = 0;
        qsizetype byte = 0;
    };

    UnitPlace place(quint64 units, quint64 offset);
    qsizetype byteOfValue(quint64 offset);
    QByteArray cutRight(const UnitPlace &place);
    QByteArray cutLeft(const UnitPlace &place);

    Kind m_kind;
    QByteArray m_bytes;
    Found m_gone; ///< what was cut off in front
    std::vector<Found> m_found; ///< values cannot be read backwards; ascending
};

} // namespace crdt
