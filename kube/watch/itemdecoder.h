// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/error.h"
#include "kube/watch/objectoutline.h"
#include "kube/watch/packeditem.h"

#include <memory>
#include <optional>
#include <string_view>

namespace kube {

/// One watch event as the server sent it.
struct WatchEvent
{
    enum class Type { Added, Modified, Deleted, Bookmark, Failure };

    Type type = Type::Bookmark;
    std::vector<PackedItem> items = {}; ///< one; a Table may hold several rows, or none
    QString resourceVersion = {};
    QList<TableColumn> columns = {}; ///< not empty when the event brought column definitions
    bool initialEventsEnd = false; ///< a bookmark that closes the initial events of a WatchList
    Error error = {}; ///< of a Failure: the Status
};

/// What a list answer says besides its elements.
struct ListSummary
{
    QString resourceVersion = {};
    QString continueToken = {};
    QList<TableColumn> columns = {};
    bool isTable = false;
};

/// Decodes elements of lists and watches: what is kept of them is read with simdjson and packed at
/// once, nothing else is made of it. Not thread-safe: one per worker. Every text handed in must be
/// followed by JsonSplitter::Padding readable bytes. Broken JSON gives no value; what a client
/// keeps as it came, an object without its metadata, is looked at only for brackets, strings and
/// UTF-8.
class ItemDecoder
{
public:
    ItemDecoder();
    ~ItemDecoder();

    /// Rows have the values of these annotations as cells behind the server's own.
    void setAnnotations(const QStringList &keys);

    /// A row of a Table, whose `managedFields` are passed over.
    std::optional<PackedItem> row(const ObjectText &row);
    /// A whole object; `managedFields` are cut out of its JSON.
    std::optional<PackedItem> object(std::string_view json);
    std::optional<PackedItem> object(const ObjectText &object);
    /// A whole object as a row whose one cell is its name: of a server that knows no Tables.
    std::optional<PackedItem> nameRow(const ObjectText &object);
    /// One line of a watch. `wantTable` tells how to read what the event holds.
    std::optional<WatchEvent> watchEvent(std::string_view json, bool wantTable);
    std::optional<ListSummary> summary(std::string_view json);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace kube
