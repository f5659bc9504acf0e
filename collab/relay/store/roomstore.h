// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

#include <expected>
#include <functional>
#include <vector>

namespace relay {

class InviteStore;
class VersionStore;

/// Where the documents of rooms are kept, as the updates that they consist of.
///
/// Requests are answered later, on the thread that owns the store and in the order in which they
/// were made. What was answered without an error survives the process and the machine. An error is
/// a sentence for the log; nothing was changed then, and the same may be asked again.
class RoomStore : public QObject
{
    Q_OBJECT

public:
    template<typename T>
    using Answer = std::function<void(const std::expected<T, QString> &)>;

    struct Content
    {
        std::vector<QByteArray> updates = {}; ///< V1, in the order in which they were added
        int broken = 0; ///< that are not as they were written, and left out
        bool isPartial = false; ///< more is stored, which cannot be read: replace() would lose it
    };

    using QObject::QObject;

    /// A room that was never heard of is empty.
    virtual void load(const QString &room, const Answer<Content> &answer) = 0;
    /// All of the updates, or none.
    virtual void append(const QString &room, const std::vector<QByteArray> &updates,
                        const Answer<void> &answer) = 0;
    /// One update takes the place of all that was added before this call.
    virtual void replace(const QString &room, const QByteArray &state,
                         const Answer<void> &answer) = 0;
    /// Names of the rooms that hold something, sorted.
    virtual void list(const Answer<QStringList> &answer) = 0;

    /// Why it cannot be written to at the moment; empty when the last try went well.
    virtual QString problem() const = 0;

    /// Writes all that was confirmed so far, of all rooms and whatever else is kept with them, into
    /// one file, which must not exist or be empty; the rooms go on meanwhile.
    virtual void backUp(const QString &file, const Answer<void> &answer) = 0;

    // What is kept with the rooms; on the same thread.
    virtual VersionStore &versions() = 0;
    virtual InviteStore &invites() = 0;
};

} // namespace relay
