// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/watch/resourceitem.h"

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace kube {

/// What becomes a PackedItem, as views of UTF-8 that somebody else holds for as long: a decoder
/// fills it, packs it and uses it again.
struct ItemParts
{
    struct Owner
    {
        std::string_view kind = {};
        std::string_view name = {};
        std::string_view uid = {};
        std::string_view apiVersion = {};
        bool controller = false;
    };

    std::string_view uid = {};
    std::string_view nameSpace = {};
    std::string_view name = {};
    std::string_view resourceVersion = {};
    qint64 created = 0;
    bool deleting = false;
    std::vector<std::pair<std::string_view, std::string_view>> labels = {}; ///< in any order
    std::vector<Owner> owners = {};
    std::vector<std::string_view> cells = {};
    std::vector<std::string_view> annotations = {}; ///< of those that are wanted, in their order
    std::array<std::string_view, 2> json = {}; ///< two pieces that are joined

    void clear(); ///< keeps what is allocated
};

/// A ResourceItem in one block of bytes: what is kept of thousands of objects for as long as
/// somebody looks at them. A pod's row takes about 250 bytes where a ResourceItem takes 2,000.
///
/// Copies share the bytes (implicit sharing), so a cache and all its viewers hold one block; the
/// labels are a block of their own, which ObjectStore shares between objects with equal labels. The
/// layout is private to this process: lengths as LEB128, texts as UTF-8, a canonical UUID as its 16
/// bytes, a decimal resourceVersion as a number, a cell that repeats the name as a zero.
class PackedItem
{
public:
    PackedItem() = default;
    PackedItem(const ResourceItem &item); // implicit: the same object in another form
    /// Sorts the labels; of equal keys the last counts.
    explicit PackedItem(ItemParts &parts);

    /// Bytes that tell this object from every other; they live as long as this item.
    std::string_view uidKey() const;
    /// The same for a uid as text.
    static QByteArray keyOf(const QString &uid);

    std::string_view name() const; ///< UTF-8; lives as long as this item
    std::string_view nameSpace() const;
    QString uid() const;
    QString resourceVersion() const;
    qint64 created() const; ///< seconds since the epoch; 0 when the server named none
    QString cell(qsizetype index) const; ///< empty when there is no such cell
    std::string_view cellUtf8(qsizetype index) const; ///< the same; lives as long as this item
    qsizetype cellCount() const;
    QMap<QString, QString> labels() const;
    /// One label's value; no value when the object does not have it. Reads no others.
    std::optional<QString> label(const QString &key) const;
    /// The same in UTF-8; lives as long as this item.
    std::optional<std::string_view> labelUtf8(std::string_view key) const;
    ObjectMeta meta() const;
    ResourceItem unpacked() const;

    /// Whether both are the same object in the same resourceVersion, with as many cells. Only ages
    /// that the server printed may differ then. An empty version is like no other.
    bool isSameVersion(const PackedItem &other) const;
    bool operator==(const PackedItem &) const = default;

    const QByteArray &labelBytes() const { return m_labels; }
    void shareLabels(const QByteArray &equal) { m_labels = equal; }
    const QByteArray &rowBytes() const { return m_row; }

private:
    QByteArray m_row;
    QByteArray m_labels;
};

/// One change to an object of a cache. A Deleted item carries the last known state.
struct PackedEvent
{
    ItemEvent::Type type = ItemEvent::Type::Added;
    PackedItem item = {};
};

} // namespace kube
