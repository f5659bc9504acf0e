// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>

#include <memory>

namespace relay {

/// Memory that many want, bounded for each and for all together. Who has none, and whoever is
/// alone, gets what they want, however much it is. One thread.
class SharedRoom
{
public:
    /// Holds until the last copy goes; may outlive the room.
    using Place = std::shared_ptr<void>;

    /// Null: there is not so much left, in bytes.
    Place take(const QString &whose, qint64 bytes, qint64 mostOfEach, qint64 mostOfAll);
    qint64 taken() const; ///< bytes

private:
    using Counts = QHash<QString, qint64>;
    const std::shared_ptr<Counts> m_counts = std::make_shared<Counts>(); ///< shared with places
};

} // namespace relay
