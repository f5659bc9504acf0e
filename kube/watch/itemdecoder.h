// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/error.h"
#include "kube/watch/resourceitem.h"

#include <memory>
#include <optional>
#include <string_view>

namespace kube {

/// One watch event as the server sent it.
struct WatchEvent
{
    enum class Type { Added, Modified, Deleted, Bookmark, Failure };

    Type type = Type::Bookmark;
    std::vector<ResourceItem> items = {}; ///< one; a Table may hold several rows, or none
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

/// Decodes elements of lists and watches with simdjson. Not thread-safe: one per worker. Every text
/// handed in must be followed by JsonSplitter::Padding readable bytes. Broken JSON gives no value.
class ItemDecoder
{
public:
    ItemDecoder();
    ~ItemDecoder();

    /// A row of a Table.
    std::optional<ResourceItem> row(std::string_view json);
    /// A whole object; `managedFields` are cut out of its JSON.
    std::optional<ResourceItem> object(std::string_view json);
    /// One line of a watch. `wantTable` tells how to read what the event holds.
    std::optional<WatchEvent> watchEvent(std::string_view json, bool wantTable);
    std::optional<ListSummary> summary(std::string_view json);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace kube
