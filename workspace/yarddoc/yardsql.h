// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/updates.h"

#include <QString>

#include <expected>
#include <map>
#include <optional>
#include <vector>

class QSqlDatabase;

namespace workspace {

/// The SQLite file of a yard, version 1:
///
///     updates   what the document consists of, in the order it came: seq, encoding (1 or 2), data,
///               and the first 8 bytes of its SHA-256, for SQLite does not notice a flipped bit
///     contexts  which of this person's contexts a krate was opened with
///     yard      name: how the person calls it
///
/// Changes are in a write-ahead log first, "…-wal", which belongs to the file and goes when the
/// last one closes it. Not a QObject; one thread. A file that is not there is made when something
/// is written.
class YardSql
{
public:
    /// Why a file cannot be used. `text`: SQLite's or the system's words.
    struct Failure
    {
        enum class Kind {
            Unreadable, ///< it may be fine
            Broken,
            Newer,
        };
        Kind kind = Kind::Unreadable;
        QString text = {};
    };
    template<typename T>
    using Result = std::expected<T, Failure>;

    struct Update
    {
        QByteArray data = {};
        crdt::Encoding encoding = crdt::Encoding::V1;
        bool operator==(const Update &) const = default;
    };
    /// All of it, or what is to be added to it.
    struct Content
    {
        std::optional<QString> name = {};
        std::vector<Update> updates = {};
        std::map<QString, QString> contexts = {};
        int broken = 0; ///< updates that are not as they were written, and left out
    };
    enum class Write { Append, Replace };
    static constexpr QLatin1StringView Suffix{".krateyard"};

    explicit YardSql(const QString &path);
    ~YardSql();
    YardSql(const YardSql &) = delete;
    YardSql &operator=(const YardSql &) = delete;

    const QString &path() const { return m_path; }
    bool exists() const;
    /// What the file holds; nothing of a file that is not there.
    Result<Content> read();
    /// How the person calls the yard, without reading the yard.
    Result<QString> name();
    /// Writes all of it or nothing.
    Result<void> write(const Content &content, Write how);
    /// How large it may become, as far as this one writes; one page is 4 KiB. When it is open.
    bool limitPages(int pages);
    /// Closes the file; after that it is one file, if nobody else has it open.
    void close();

    /// Copies what is on disk, as it is, to a name that is free. Returns that; empty: it failed.
    static QString copyAside(const QString &path);
    /// Moves the file with its log.
    static bool move(const QString &from, const QString &to);

private:
    Result<void> open();
    Result<void> checkVersion(QSqlDatabase &db);

    QString m_path;
    QString m_connection;
    bool m_isOpen = false;
};

} // namespace workspace
