// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a PackedItem's bytes are written.

#include "kube/watch/packeditem.h"
#include "kube/watch/packeditemlayout.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

namespace kube {

using namespace layout;

namespace {

constexpr std::array<int, 256> DigitValues = [] {
    std::array<int, 256> values{};
    values.fill(-1);
    for (char c = '0'; c <= '9'; ++c)
        values[quint8(c)] = c - '0';
    for (char c = 'a'; c <= 'f'; ++c)
        values[quint8(c)] = c - 'a' + 10;
    return values;
}();

/// The bytes of a UUID in the one form that the reader gives back; false for any other text.
bool uuidBytes(std::string_view text, std::array<char, UuidBytes> &bytes)
{
    if (text.size() != UuidText)
        return false;
    const bool isDashed =
        std::ranges::all_of(UuidDashes, [text](size_t at) { return text[at] == '-'; });
    int wrong = isDashed ? 0 : -1;
    for (size_t i = 0; i < UuidBytes; ++i) {
        const int high = DigitValues[quint8(text[UuidDigits[i]])];
        const int low = DigitValues[quint8(text[UuidDigits[i] + 1])];
        wrong |= high | low; // negative when one is no digit
        bytes[i] = char(high * 16 + low);
    }
    return wrong >= 0;
}

constexpr size_t MostNumber = 10; // bytes of a 64-bit LEB128

/// Writes into a buffer that is used again and again, so that the result is allocated once, to fit.
class Writer
{
public:
    /// `most`: no more bytes than that will be written.
    explicit Writer(size_t most)
    {
        auto &bytes = buffer();
        if (bytes.size() < most)
            bytes.resize(most);
        m_begin = m_at = bytes.data();
    }

    void number(quint64 value)
    {
        while (value >= 0x80) {
            *m_at++ = char(quint8(value) | 0x80);
            value >>= 7;
        }
        *m_at++ = char(value);
    }
    void raw(std::string_view bytes) { m_at = std::ranges::copy(bytes, m_at).out; }
    void text(std::string_view utf8)
    {
        number(utf8.size());
        raw(utf8);
    }
    void uid(std::string_view value)
    {
        std::array<char, UuidBytes> bytes{};
        if (uuidBytes(value, bytes)) {
            number(0);
            raw({bytes.data(), bytes.size()});
        } else {
            number(value.size() + 1);
            raw(value);
        }
    }
    /// What was written, and `more` behind it.
    QByteArray take(const std::array<std::string_view, 2> &more = {}) const
    {
        const std::string_view written(m_begin, size_t(m_at - m_begin));
        QByteArray bytes(qsizetype(written.size() + more[0].size() + more[1].size()),
                         Qt::Uninitialized);
        auto *to = bytes.data();
        for (const auto part : {written, more[0], more[1]})
            to = std::ranges::copy(part, to).out;
        return bytes;
    }

private:
    static std::string &buffer()
    {
        thread_local std::string bytes;
        return bytes;
    }

    char *m_begin;
    char *m_at;
};

QByteArray packLabels(std::vector<std::pair<std::string_view, std::string_view>> &labels)
{
    if (labels.empty())
        return {};
    const auto keyOf = &std::pair<std::string_view, std::string_view>::first;
    if (!std::ranges::is_sorted(labels, {}, keyOf))
        std::ranges::stable_sort(labels, {}, keyOf);
    size_t most = 0;
    for (const auto &[key, value] : labels)
        most += key.size() + value.size() + 2 * MostNumber;
    Writer writer(most);
    for (size_t i = 0; i < labels.size(); ++i) {
        if (i + 1 < labels.size() && labels[i].first == labels[i + 1].first)
            continue;
        writer.text(labels[i].first);
        writer.text(labels[i].second);
    }
    return writer.take();
}

/// The number, when it is written in the one way in which it is given back.
std::optional<quint64> numberIn(std::string_view text)
{
    quint64 number = 0;
    const auto *end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec != std::errc() || read.ptr != end || (text.starts_with('0') && text.size() > 1))
        return {};
    return number;
}

void writeVersion(Writer &writer, const ItemParts &parts)
{
    const auto number = numberIn(parts.resourceVersion);
    writer.number(quint64((parts.deleting ? IsDeleting : 0) | (number ? IsNumbered : 0)));
    if (number)
        writer.number(*number);
    else
        writer.text(parts.resourceVersion);
}

/// No row is packed into more bytes, without its JSON.
size_t mostOf(const ItemParts &parts)
{
    size_t most = parts.uid.size() + parts.name.size() + parts.nameSpace.size()
        + parts.resourceVersion.size() + 9 * MostNumber;
    for (const auto &owner : parts.owners)
        most += owner.kind.size() + owner.name.size() + owner.uid.size() + owner.apiVersion.size()
            + 5 * MostNumber;
    for (const auto cell : parts.cells)
        most += cell.size() + MostNumber;
    return most;
}

QByteArray packRow(const ItemParts &parts)
{
    Writer writer(mostOf(parts));
    writer.uid(parts.uid);
    writer.text(parts.name);
    writer.text(parts.nameSpace);
    writeVersion(writer, parts);
    writer.number(quint64(parts.created));
    writer.number(parts.owners.size());
    for (const auto &owner : parts.owners) {
        writer.number(owner.controller ? 1 : 0);
        writer.text(owner.kind);
        writer.text(owner.name);
        writer.uid(owner.uid);
        writer.text(owner.apiVersion);
    }
    writer.number(parts.cells.size());
    for (const auto cell : parts.cells) {
        if (cell == parts.name) {
            writer.number(0);
        } else {
            writer.number(cell.size() + 1);
            writer.raw(cell);
        }
    }
    return writer.take(parts.json);
}

/// The texts of a ResourceItem as UTF-8, for as long as they are looked at.
class Texts
{
public:
    explicit Texts(const ResourceItem &item)
    {
        const auto &meta = item.meta;
        m_all.reserve(4 + meta.labels.size() * 2 + meta.owners.size() * 4 + item.cells.size());
        m_parts.uid = view(meta.uid);
        m_parts.nameSpace = view(meta.nameSpace);
        m_parts.name = view(meta.name);
        m_parts.resourceVersion = view(meta.resourceVersion);
        m_parts.created = meta.created;
        m_parts.deleting = meta.deleting;
        for (const auto &[key, value] : meta.labels.asKeyValueRange())
            m_parts.labels.emplace_back(view(key), view(value));
        for (const auto &owner : meta.owners)
            m_parts.owners.push_back({view(owner.kind), view(owner.name), view(owner.uid),
                                      view(owner.apiVersion), owner.controller});
        for (const auto &cell : item.cells)
            m_parts.cells.push_back(view(cell));
        m_parts.json[0] = {item.json.constData(), size_t(item.json.size())};
    }

    ItemParts &parts() { return m_parts; }

private:
    std::string_view view(const QString &text)
    {
        m_all.append(text.toUtf8());
        return {m_all.constLast().constData(), size_t(m_all.constLast().size())};
    }

    QByteArrayList m_all;
    ItemParts m_parts;
};

} // namespace

void ItemParts::clear()
{
    uid = nameSpace = name = resourceVersion = {};
    created = 0;
    deleting = false;
    labels.clear();
    owners.clear();
    cells.clear();
    annotations.clear();
    json = {};
}

PackedItem::PackedItem(ItemParts &parts)
    : m_row(packRow(parts))
    , m_labels(packLabels(parts.labels))
{
}

PackedItem::PackedItem(const ResourceItem &item)
    : PackedItem(Texts(item).parts())
{
}

QByteArray PackedItem::keyOf(const QString &uid)
{
    const auto utf8 = uid.toUtf8();
    Writer writer(size_t(utf8.size()) + MostNumber);
    writer.uid({utf8.constData(), size_t(utf8.size())});
    return writer.take();
}

} // namespace kube
