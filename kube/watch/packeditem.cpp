// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/watch/packeditem.h"

#include <algorithm>
#include <array>
#include <string>

namespace kube {
namespace {

constexpr qsizetype UuidText = 36;
constexpr size_t UuidBytes = 16;
constexpr std::array<qsizetype, 4> UuidDashes{8, 13, 18, 23};

// The first byte after uid, name and namespace.
constexpr quint8 IsDeleting = 1;
constexpr quint8 IsNumbered = 2; ///< the resourceVersion is a number

int digitOf(QChar c)
{
    if (c >= u'0' && c <= u'9')
        return c.unicode() - u'0';
    return c >= u'a' && c <= u'f' ? c.unicode() - u'a' + 10 : -1;
}

/// The bytes of a UUID in the one form that toText() gives back; false for any other text.
bool uuidBytes(const QString &text, std::array<char, UuidBytes> &bytes)
{
    if (text.size() != UuidText)
        return false;
    size_t count = 0;
    for (qsizetype i = 0; i < UuidText;) {
        if (std::ranges::contains(UuidDashes, i)) {
            if (text[i++] != u'-')
                return false;
            continue;
        }
        const int high = digitOf(text[i]);
        const int low = i + 1 < UuidText ? digitOf(text[i + 1]) : -1;
        if (high < 0 || low < 0)
            return false;
        bytes[count++] = char(high * 16 + low);
        i += 2;
    }
    return count == UuidBytes;
}

QString textOfUuid(std::string_view bytes)
{
    const auto hex = QByteArray::fromRawData(bytes.data(), UuidBytes).toHex();
    QByteArray text;
    text.reserve(UuidText);
    for (const char digit : hex) {
        if (std::ranges::contains(UuidDashes, text.size()))
            text += '-';
        text += digit;
    }
    return QString::fromLatin1(text);
}

/// Writes into a buffer that is used again and again, so that the result is allocated once, to fit.
class Writer
{
public:
    Writer() { buffer().clear(); }

    void number(quint64 value)
    {
        while (value >= 0x80) {
            buffer() += char(quint8(value) | 0x80);
            value >>= 7;
        }
        buffer() += char(value);
    }
    void text(const QString &value)
    {
        const auto utf8 = value.toUtf8();
        number(quint64(utf8.size()));
        buffer().append(utf8.constData(), size_t(utf8.size()));
    }
    void uid(const QString &value)
    {
        std::array<char, UuidBytes> bytes{};
        if (uuidBytes(value, bytes)) {
            number(0);
            buffer().append(bytes.data(), bytes.size());
        } else {
            const auto utf8 = value.toUtf8();
            number(quint64(utf8.size()) + 1);
            buffer().append(utf8.constData(), size_t(utf8.size()));
        }
    }
    void raw(const QByteArray &bytes) { buffer().append(bytes.constData(), size_t(bytes.size())); }
    QByteArray take() const { return {buffer().data(), qsizetype(buffer().size())}; }

private:
    static std::string &buffer()
    {
        thread_local std::string bytes;
        return bytes;
    }
};

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

QByteArray packLabels(const QMap<QString, QString> &labels)
{
    if (labels.isEmpty())
        return {};
    Writer writer;
    for (const auto &[key, value] : labels.asKeyValueRange()) {
        writer.text(key);
        writer.text(value);
    }
    return writer.take();
}

void writeVersion(Writer &writer, const ObjectMeta &meta)
{
    bool isNumber = false;
    const auto number = meta.resourceVersion.toULongLong(&isNumber);
    isNumber = isNumber && QString::number(number) == meta.resourceVersion;
    writer.number((meta.deleting ? IsDeleting : 0) | (isNumber ? IsNumbered : 0));
    if (isNumber)
        writer.number(number);
    else
        writer.text(meta.resourceVersion);
}

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

PackedItem::PackedItem(const ResourceItem &item)
    : m_labels(packLabels(item.meta.labels))
{
    const auto &meta = item.meta;
    Writer writer;
    writer.uid(meta.uid);
    writer.text(meta.name);
    writer.text(meta.nameSpace);
    writeVersion(writer, meta);
    writer.number(quint64(meta.created));
    writer.number(quint64(meta.owners.size()));
    for (const auto &owner : meta.owners) {
        writer.number(owner.controller ? 1 : 0);
        writer.text(owner.kind);
        writer.text(owner.name);
        writer.uid(owner.uid);
    }
    writer.number(quint64(item.cells.size()));
    for (const auto &cell : item.cells) {
        if (cell == meta.name) {
            writer.number(0);
        } else {
            const auto utf8 = cell.toUtf8();
            writer.number(quint64(utf8.size()) + 1);
            writer.raw(utf8);
        }
    }
    writer.raw(item.json);
    m_row = writer.take();
}

std::string_view PackedItem::uidKey() const
{
    Reader reader(m_row);
    reader.skipUid();
    return {m_row.constData(), size_t(reader.at() - m_row.constData())};
}

QByteArray PackedItem::keyOf(const QString &uid)
{
    Writer writer;
    writer.uid(uid);
    return writer.take();
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
    if (index < 0 || m_row.isEmpty())
        return {};
    auto reader = atCells(m_row);
    if (index >= qsizetype(reader.number()))
        return {};
    for (;; --index) {
        const auto kind = reader.number();
        const auto utf8 = kind == 0 ? name() : reader.bytes(size_t(kind) - 1);
        if (index == 0)
            return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
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
