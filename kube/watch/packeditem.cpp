// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/watch/packeditem.h"

#include "kube/watch/packeditemlayout.h"

#include <algorithm>

namespace kube {

using namespace layout;

namespace {

QString textOfUuid(std::string_view bytes)
{
    const auto hex = QByteArray::fromRawData(bytes.data(), UuidBytes).toHex();
    QByteArray text;
    text.reserve(UuidText);
    for (const char digit : hex) {
        if (std::ranges::contains(UuidDashes, size_t(text.size())))
            text += '-';
        text += digit;
    }
    return QString::fromLatin1(text);
}

/// Reads what a Writer wrote in this process; it is not checked again.
class Reader
{
public:
    explicit Reader(const QByteArray &bytes)
        : m_at(bytes.constData())
        , m_end(bytes.constData() + bytes.size())
    {
    }

    bool atEnd() const { return m_at >= m_end; }
    quint64 number()
    {
        quint64 value = 0;
        for (int shift = 0; m_at < m_end; shift += 7) {
            const auto byte = quint8(*m_at++);
            value |= quint64(byte & 0x7f) << shift;
            if (byte < 0x80)
                break;
        }
        return value;
    }
    std::string_view bytes(size_t count)
    {
        const std::string_view result(m_at, std::min(count, size_t(m_end - m_at)));
        m_at += result.size();
        return result;
    }
    std::string_view view() { return bytes(size_t(number())); }
    QString text()
    {
        const auto utf8 = view();
        return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    }
    QString uid()
    {
        const auto kind = size_t(number());
        if (kind == 0)
            return textOfUuid(bytes(UuidBytes));
        const auto utf8 = bytes(kind - 1);
        return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    }
    void skipUid()
    {
        const auto kind = size_t(number());
        bytes(kind == 0 ? UuidBytes : kind - 1);
    }
    QByteArray rest() const { return {m_at, m_end - m_at}; }
    const char *at() const { return m_at; }

private:
    const char *m_at;
    const char *m_end;
};

QString readVersion(Reader &reader, quint64 flags)
{
    return flags & IsNumbered ? QString::number(reader.number()) : reader.text();
}

void skipOwners(Reader &reader)
{
    for (auto count = reader.number(); count > 0; --count) {
        reader.number();
        reader.view();
        reader.view();
        reader.skipUid();
        reader.view();
    }
}

/// At the flags, behind uid, name and namespace.
Reader behindNames(const QByteArray &row)
{
    Reader reader(row);
    reader.skipUid();
    reader.view();
    reader.view();
    return reader;
}

Reader atCells(const QByteArray &row)
{
    auto reader = behindNames(row);
    if (reader.number() & IsNumbered)
        reader.number();
    else
        reader.view();
    reader.number(); // created
    skipOwners(reader);
    return reader;
}

} // namespace

std::string_view PackedItem::uidKey() const
{
    Reader reader(m_row);
    reader.skipUid();
    return {m_row.constData(), size_t(reader.at() - m_row.constData())};
}

std::string_view PackedItem::name() const
{
    Reader reader(m_row);
    reader.skipUid();
    return reader.view();
}

std::string_view PackedItem::nameSpace() const
{
    Reader reader(m_row);
    reader.skipUid();
    reader.view();
    return reader.view();
}

QString PackedItem::uid() const
{
    return Reader(m_row).uid();
}

QString PackedItem::resourceVersion() const
{
    if (m_row.isEmpty())
        return {};
    auto reader = behindNames(m_row);
    const auto flags = reader.number();
    return readVersion(reader, flags);
}

qint64 PackedItem::created() const
{
    if (m_row.isEmpty())
        return 0;
    auto reader = behindNames(m_row);
    if (reader.number() & IsNumbered)
        reader.number();
    else
        reader.view();
    return qint64(reader.number());
}

qsizetype PackedItem::cellCount() const
{
    return m_row.isEmpty() ? 0 : qsizetype(atCells(m_row).number());
}

QString PackedItem::cell(qsizetype index) const
{
    const auto utf8 = cellUtf8(index);
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

std::string_view PackedItem::cellUtf8(qsizetype index) const
{
    if (index < 0 || m_row.isEmpty())
        return {};
    auto reader = atCells(m_row);
    if (index >= qsizetype(reader.number()))
        return {};
    for (;; --index) {
        const auto kind = reader.number();
        const auto utf8 = kind == 0 ? name() : reader.bytes(size_t(kind) - 1);
        if (index == 0)
            return utf8;
    }
}

QMap<QString, QString> PackedItem::labels() const
{
    QMap<QString, QString> labels;
    for (Reader reader(m_labels); !reader.atEnd();) {
        const auto key = reader.text();
        labels.insert(key, reader.text());
    }
    return labels;
}

std::optional<QString> PackedItem::label(const QString &key) const
{
    const auto wanted = key.toUtf8();
    const auto value = labelUtf8({wanted.constData(), size_t(wanted.size())});
    if (!value)
        return {};
    return QString::fromUtf8(value->data(), qsizetype(value->size()));
}

std::optional<std::string_view> PackedItem::labelUtf8(std::string_view key) const
{
    for (Reader reader(m_labels); !reader.atEnd();) {
        const auto name = reader.view();
        const auto value = reader.view();
        if (name == key)
            return value;
    }
    return {};
}

ObjectMeta PackedItem::meta() const
{
    return unpacked().meta;
}

ResourceItem PackedItem::unpacked() const
{
    ResourceItem item;
    if (m_row.isEmpty())
        return item;
    auto &meta = item.meta;
    Reader reader(m_row);
    meta.uid = reader.uid();
    meta.name = reader.text();
    meta.nameSpace = reader.text();
    const auto flags = reader.number();
    meta.deleting = flags & IsDeleting;
    meta.resourceVersion = readVersion(reader, flags);
    meta.created = qint64(reader.number());
    for (auto count = reader.number(); count > 0; --count) {
        OwnerReference owner;
        owner.controller = reader.number() != 0;
        owner.kind = reader.text();
        owner.name = reader.text();
        owner.uid = reader.uid();
        owner.apiVersion = reader.text();
        meta.owners.append(owner);
    }
    for (auto count = reader.number(); count > 0; --count) {
        const auto kind = reader.number();
        const auto utf8 = kind == 0 ? std::string_view() : reader.bytes(size_t(kind) - 1);
        item.cells.append(kind == 0 ? meta.name
                                    : QString::fromUtf8(utf8.data(), qsizetype(utf8.size())));
    }
    item.json = reader.rest();
    meta.labels = labels();
    return item;
}

bool PackedItem::isSameVersion(const PackedItem &other) const
{
    auto mine = behindNames(m_row);
    auto theirs = behindNames(other.m_row);
    const auto flags = mine.number();
    if (flags != theirs.number())
        return false;
    const auto version = readVersion(mine, flags);
    return !version.isEmpty() && version == readVersion(theirs, flags) && uidKey() == other.uidKey()
        && cellCount() == other.cellCount();
}

} // namespace kube
