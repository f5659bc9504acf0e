// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/collection/collectionmodel.h"

namespace workspace {

/// A row with what is worked out once when it arrives. Private to CollectionModel's sources.
struct CollectionModel::Row
{
    kube::PackedItem item = {}; ///< shares its bytes with the cache
    Health health = Health::Unknown;
    qint64 delivered = 0; ///< seconds since the epoch
    QByteArray haystack = {}; ///< all texts in small letters, UTF-8; empty until there is a filter
    SortKey key = {}; ///< of the column that is sorted by
};

inline std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), size_t(bytes.size())};
}

} // namespace workspace
