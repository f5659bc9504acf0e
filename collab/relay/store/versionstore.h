// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <expected>
#include <functional>
#include <optional>
#include <vector>

namespace relay {

/// What a yard was at some time.
struct Version
{
    QString id = {}; ///< unique among all yards' ones, as of makeRecordId()
    QString name = {};
    QString author = {}; ///< empty: the relay
    QDateTime at = {}; ///< UTC, to the millisecond
    qint64 bytes = 0; ///< of its state
    qint64 storedBytes = 0; ///< what it takes in the store; known once it is stored
    bool isAutomatic = false;

    bool operator==(const Version &) const = default;
};

/// 16 hexadecimal digits, at random.
QString makeRecordId();

/// A state (V1) as stores keep it: compressed with zlib. Any thread; it takes its time.
QByteArray packState(const QByteArray &state);
/// Nothing when the bytes are not what packState() made, or are larger than 1 GiB.
std::optional<QByteArray> unpackState(const QByteArray &packed);

/// Where versions of yards are kept. Answers as RoomStore does: later, on the thread that owns it,
/// and what was answered without an error survives the machine.
class VersionStore
{
public:
    template<typename T>
    using Answer = std::function<void(const std::expected<T, QString> &)>;

    virtual ~VersionStore() = default;

    /// Newest first.
    virtual void listVersions(const QString &room, const Answer<std::vector<Version>> &answer) = 0;
    /// The version as it is stored, with storedBytes. One whose id is there already changes
    /// nothing.
    virtual void addVersion(const QString &room, const Version &version, const QByteArray &state,
                            const Answer<Version> &answer) = 0;
    /// The state; nothing when the yard has no such version. One that is not as it was stored is an
    /// error.
    virtual void loadVersion(const QString &room, const QString &id,
                             const Answer<std::optional<QByteArray>> &answer) = 0;
    /// How many of them there were.
    virtual void removeVersions(const QString &room, const QStringList &ids,
                                const Answer<int> &answer) = 0;
};

} // namespace relay
